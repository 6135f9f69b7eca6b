using System.Globalization;
using System.Resources;
using ImpactEval.Studies;

namespace ImpactEval.App;

/// <summary>The command line's words, in Vietnamese (<c>Messages.resx</c>) and English (<c>Messages.en.resx</c>).</summary>
public sealed class Messages(TextLanguage language)
{
    static readonly ResourceManager Resources = new("ImpactEval.App.Messages", typeof(Messages).Assembly);

    public TextLanguage Language { get; } = language;

    /// <summary>Numbers and dates as readers of this language write them.</summary>
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language == TextLanguage.En ? "en-GB" : "vi-VN");

    /// <exception cref="MissingManifestResourceException">There is no text of that key.</exception>
    public string this[string key] => Resources.GetString(key, Culture)
        ?? throw new MissingManifestResourceException($"No text '{key}' in {Culture.Name}.");

    public string Format(string key, params object?[] values) => string.Format(Culture, this[key], values);
}
