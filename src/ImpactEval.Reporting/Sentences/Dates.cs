using System.Globalization;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sentences;

/// <summary>Days as they stand in a text: 17/09/2024 in Vietnamese, 17 September 2024 in English, where the order cannot be mistaken.</summary>
public static class Dates
{
    public static string Written(DateOnly day, TextLanguage language) =>
        day.ToString(language == TextLanguage.Vi ? "dd'/'MM'/'yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>2024-09-17, for lines that both languages share.</summary>
    public static string Neutral(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
