using System.Globalization;
using System.Resources;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting;

/// <summary>
/// Every word a user reads, from <c>Words.resx</c> (Vietnamese) and <c>Words.en.resx</c>, which a translator can edit.
/// The language is always named; the culture of the machine plays no part.
/// </summary>
public static class Words
{
    static readonly ResourceManager Texts = new("ImpactEval.Reporting.Words", typeof(Words).Assembly);
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>What a reader calls <paramref name="value"/>.</summary>
    public static string Of<T>(T value, TextLanguage language) where T : struct, Enum => Of($"{typeof(T).Name}.{value}", language);

    /// <summary>The text named <paramref name="key"/>. French and Japanese readers get English, as in <see cref="LocalText"/>.</summary>
    /// <exception cref="ArgumentException">There is no such text.</exception>
    public static string Of(string key, TextLanguage language) =>
        Texts.GetString(key, language == TextLanguage.Vi ? CultureInfo.InvariantCulture : English)
            ?? throw new ArgumentException($"Words.resx has no text named {key}.", nameof(key));

    /// <summary>The text with its <c>{places}</c> filled in.</summary>
    internal static string Of(string key, TextLanguage language, params ReadOnlySpan<(string Place, string Value)> parts)
    {
        var text = Of(key, language);
        foreach (var (place, value) in parts)
            text = text.Replace($"{{{place}}}", value, StringComparison.Ordinal);
        return text;
    }

    internal static LocalText Both(string key) => new(Of(key, TextLanguage.Vi), Of(key, TextLanguage.En));

    internal static LocalText Both<T>(T value) where T : struct, Enum => Both($"{typeof(T).Name}.{value}");

    /// <summary>The text in both languages; the parts are the same in both (numbers, codes, names).</summary>
    internal static LocalText Both(string key, params ReadOnlySpan<(string Place, string Value)> parts) =>
        new(Of(key, TextLanguage.Vi, parts), Of(key, TextLanguage.En, parts));

    /// <summary>Vietnamese / English in one cell; once when both are the same.</summary>
    internal static string Bilingual(this LocalText text) => Joined(text, " / ");

    /// <summary>Vietnamese above English; once when both are the same.</summary>
    internal static string OnTwoLines(this LocalText text) => Joined(text, "\n");

    /// <summary>Vietnamese / English where a column of this width holds both in one line, else one above the other.</summary>
    internal static string Within(this LocalText text, double width) =>
        TextMeasure.Lines(text.Bilingual(), width, indented: true) == 1 ? text.Bilingual() : text.OnTwoLines();

    static string Joined(LocalText text, string separator) =>
        text.Vi == text.In(TextLanguage.En) ? text.Vi : $"{text.Vi}{separator}{text.In(TextLanguage.En)}";
}
