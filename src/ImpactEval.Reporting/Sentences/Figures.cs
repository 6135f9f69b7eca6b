using System.Globalization;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sentences;

/// <summary>Numbers as they stand in a sentence: decimal comma in Vietnamese, point in English, a true minus sign in both.</summary>
public static class Figures
{
    static readonly NumberFormatInfo Vietnamese = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" };
    static readonly NumberFormatInfo English = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NegativeSign = "−" };

    public static string Number(double value, int decimals, TextLanguage language)
    {
        var written = value.ToString($"N{decimals.ToString(CultureInfo.InvariantCulture)}", Marks(language));
        return written.AsSpan().ContainsAnyInRange('1', '9') ? written : written.TrimStart('−');
    }

    public static string Number(int value, TextLanguage language) => value.ToString("N0", Marks(language));

    /// <summary>A share (0–1) in whole per cent; more would feign precision in groups of this size.</summary>
    public static string Percent(double share, TextLanguage language) => Number(100 * share, 0, language) + "%";

    /// <summary><c>= 0,012</c>, or <c>&lt; 0,001</c> where three digits would print nought.</summary>
    public static string PValue(double value, TextLanguage language) => value < 0.001
        ? "< " + Number(0.001, 3, language)
        : "= " + Number(value, 3, language);

    /// <summary>A confidence level (0–1) in per cent, as short as it is: 95, 97,5.</summary>
    public static string Level(double level, TextLanguage language) => (100 * level).ToString("0.##", Marks(language));

    /// <summary>As short as the number is, for ends of scales and thresholds: 5, 0,3.</summary>
    public static string Plain(double value, TextLanguage language) => value.ToString("0.####", Marks(language));

    /// <summary>Digits that a score on this scale deserves: one on 0–100, two on 1–5.</summary>
    public static int DecimalsOf(ScoreScale scale) => scale.High - scale.Low >= 20 ? 1 : 2;

    static NumberFormatInfo Marks(TextLanguage language) => language == TextLanguage.Vi ? Vietnamese : English;
}
