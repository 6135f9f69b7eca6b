namespace ImpactEval.Ingestion.Exports;

/// <summary>One kind of defect in one file, with every place where it stands.</summary>
/// <param name="Count">How often: cells, rows, columns or people, whichever the kind speaks of.</param>
/// <param name="Rows">The rows a person sees, ascending, each once.</param>
/// <param name="Ids">Codes of the people or records concerned, in natural order, each once.</param>
/// <param name="Columns">Headings concerned, in the order of the sheet, each once.</param>
/// <param name="Values">What stood there, where a word and not a person's answer is meant (missing codes, rules, limits).</param>
public sealed record Defect(
    DefectKind Kind,
    int Count,
    IReadOnlyList<int> Rows,
    IReadOnlyList<string> Ids,
    IReadOnlyList<string> Columns,
    IReadOnlyList<string> Values)
{
    /// <summary>Physical line of the file, for defects that make rows uncountable.</summary>
    public int? Line { get; init; }

    public string? Encoding { get; init; }

    public IReadOnlyList<string> Sheets { get; init; } = [];
}
