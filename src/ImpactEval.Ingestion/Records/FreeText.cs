namespace ImpactEval.Ingestion.Records;

/// <summary>What can be said of a text that a person wrote, without reading it.</summary>
static class FreeText
{
    /// <summary>As written, with one kind of line end and nothing around it.</summary>
    public static string Tidy(string text) => text.ReplaceLineEndings("\n").Trim();

    /// <summary>A dash, a dot, a slash: a placeholder instead of an answer.</summary>
    public static bool IsPlaceholder(string text) => !text.Any(char.IsLetterOrDigit);

    /// <summary>
    /// A text that a spreadsheet would run when it is pasted or opened from a CSV: it begins with = + - @, also in full width, behind quotes,
    /// behind a delimiter that would cut it off, and behind an escaped line end.
    /// It is kept as written; whoever writes it out must write it as text.
    /// </summary>
    public static bool LooksLikeFormula(string text)
    {
        var start = text.AsSpan().TrimStart(" \t\r\n'\";,|");
        while (start is ['%', '0', '9' or 'A' or 'a' or 'D' or 'd', ..])
            start = start[3..].TrimStart(" \t\r\n'\";,|");
        return start is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];
    }
}
