using ImpactEval.Language;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>Headings of a tool's own, found by their exact words, in any case and spacing.</summary>
sealed class HeadingIndex
{
    readonly ILookup<string, int> columns;

    public HeadingIndex(IReadOnlyList<string> headings) =>
        columns = Enumerable.Range(0, headings.Count).ToLookup(column => FoldedText.Of(headings[column]));

    /// <summary>The first column under any of the names.</summary>
    public int? Find(params IReadOnlyList<string> names) =>
        names.SelectMany(name => columns[FoldedText.Of(name)]).Select(column => (int?)column).FirstOrDefault();

    public int CountOf(IReadOnlyList<string> names) => names.Count(name => columns.Contains(FoldedText.Of(name)));

    public HashSet<int> All(IReadOnlyList<string> names) => [.. names.SelectMany(name => columns[FoldedText.Of(name)])];
}
