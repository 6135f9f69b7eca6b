namespace ImpactEval.Language;

/// <summary>Full names of the people of a study, made ready once to be looked for in many texts, whatever the capitals and with or without marks.</summary>
public sealed class NameList
{
    // Longest first, so that a name that holds another is taken whole.
    readonly string[] names;

    NameList(string[] names) => this.names = names;

    public static NameList None { get; } = new([]);

    /// <remarks>One syllable alone ("An", "Hoa") is also a word; such names are left to the rules.</remarks>
    public static NameList Of(IEnumerable<string> names) => new([.. names.Select(Plain)
        .Where(name => name.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)
        .OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)]);

    /// <param name="text">Normalised.</param>
    internal IEnumerable<TextSpan> In(string text)
    {
        if (names.Length == 0)
            return [];
        var plain = ToneMarks.Remove(text).ToLowerInvariant();
        return names.SelectMany(name => Occurrences(plain, name));
    }

    static string Plain(string name) => ToneMarks.Remove(NormalisedText.Of(name).Value).ToLowerInvariant();

    static IEnumerable<TextSpan> Occurrences(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                yield return new TextSpan(at, name.Length);
        }
    }
}
