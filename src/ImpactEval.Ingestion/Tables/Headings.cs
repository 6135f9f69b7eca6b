using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <summary>The headings of a table, found by their folded text. What is missing or ambiguous is collected, so that one pass tells all.</summary>
sealed class Headings
{
    readonly string file;
    readonly int headerRow;
    readonly IReadOnlyList<string> headings;
    readonly ILookup<string, int> columns;
    readonly ILookup<string, int> labelled;
    readonly HashSet<int> used = [];

    /// <param name="labels">A second text over each column, by which it is found when no heading is it; none, or one for each heading.</param>
    public Headings(string file, int headerRow, IReadOnlyList<string> headings, IReadOnlyList<string> labels)
    {
        (this.file, this.headerRow, this.headings) = (file, headerRow, headings);
        columns = Enumerable.Range(0, headings.Count).ToLookup(column => FoldedText.Of(headings[column]));
        labelled = Enumerable.Range(0, labels.Count).ToLookup(column => FoldedText.Of(labels[column]));
    }

    readonly List<(ContractProblemKind Kind, string? Found, IReadOnlyList<string> Alternatives)> unfound = [];

    /// <summary>What was sought and is missing, with the nearest heading that nothing else was found under; or stands twice.</summary>
    public IReadOnlyList<ContractProblem> Problems() => [.. unfound.Select(one => new ContractProblem(
        one.Kind, file, headerRow, one.Found, one.Alternatives[0].Trim(), Nearest(one.Kind, one.Alternatives)))];

    /// <returns>The column under the heading, or −1 with a problem noted.</returns>
    public int Find(string heading) => FindOneOf([heading]);

    public int? FindIfNamed(string? heading) => heading is null ? null : Find(heading);

    /// <summary>The column under any of the headings, which are one text in several languages.</summary>
    public int FindOneOf(IReadOnlyList<string> alternatives)
    {
        string[] keys = [.. alternatives.Select(FoldedText.Of).Distinct()];
        var found = keys.SelectMany(key => columns[key]).ToArray();
        if (found.Length == 0)
            found = [.. keys.SelectMany(key => labelled[key])];
        if (found.Length == 1)
        {
            used.Add(found[0]);
            return found[0];
        }
        unfound.Add(found.Length > 1
            ? (ContractProblemKind.ColumnAmbiguous, $"{found.Length} ×", alternatives)
            : (ContractProblemKind.ColumnMissing, null, alternatives));
        used.UnionWith(found);
        return -1;
    }

    string? Nearest(ContractProblemKind kind, IReadOnlyList<string> alternatives)
    {
        if (kind != ContractProblemKind.ColumnMissing)
            return null;
        var free = Enumerable.Range(0, headings.Count).Where(column => !used.Contains(column)).Select(column => headings[column].Trim()).ToArray();
        return alternatives.Select(heading => NearestWord.To(heading, free)).FirstOrDefault(nearest => nearest is not null);
    }

    /// <summary>What is worth saying about the headings themselves.</summary>
    public IEnumerable<LayoutRemark> Remarks()
    {
        if (headings.Any(heading => heading.Length > 0 && !IsTidy(heading)))
            yield return LayoutRemark.HeaderWhitespace;
        if (columns.Any(column => column.Key.Length > 0 && column.Count() > 1))
            yield return LayoutRemark.DuplicateHeader;
        if (headings.Any(heading => heading.Length == 0))
            yield return LayoutRemark.EmptyHeader;
        if (Enumerable.Range(0, headings.Count).Any(column => headings[column].Length > 0 && !used.Contains(column)))
            yield return LayoutRemark.UnmappedColumn;
    }

    /// <summary>No spaces around, none doubled, no invisible characters: folding would then change letters at most, never the length.</summary>
    static bool IsTidy(string heading) => FoldedText.Of(heading).Length == heading.Length && !heading.Contains('\u00A0');
}
