using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sentences;

/// <summary>How well independent runs agree, in words: the adjusted Rand index against the marks of Steinley (2004), Psychol. Methods 9(3), 386–396.</summary>
public static class StabilityWords
{
    const double Excellent = 0.90, Good = 0.80, Moderate = 0.65;

    /// <summary>The word with the number behind it, e.g. <c>thấp (0,05)</c>.</summary>
    public static string Of(double stability, TextLanguage language)
    {
        var word = stability switch { >= Excellent => "Excellent", >= Good => "Good", >= Moderate => "Moderate", _ => "Poor" };
        return $"{Words.Of($"Stability.{word}", language)} ({Figures.Number(stability, 2, language)})";
    }
}
