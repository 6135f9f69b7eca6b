namespace ImpactEval.Language;

/// <summary>Finds the people of a list by their full names, whatever the capitals and with or without marks.</summary>
static class RosterNames
{
    public static IEnumerable<TextSpan> In(string text, IReadOnlyCollection<string> roster)
    {
        if (roster.Count == 0)
            return [];
        var plain = ToneMarks.Remove(text).ToLowerInvariant();
        // One syllable alone ("An", "Hoa") is also a word; such names are left to the rules.
        return roster.Select(name => ToneMarks.Remove(NormalisedText.Of(name).Value).ToLowerInvariant())
            .Where(name => name.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)
            .OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)
            .SelectMany(name => Occurrences(plain, name));
    }

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
