using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Columns;

/// <param name="Rest">What the heading says besides the moment.</param>
readonly record struct WaveHeading(int Column, WaveKind Kind, string Rest);

/// <summary>The moments that headings name, by words or by numbers (T1, lần 2).</summary>
static class WaveHeadings
{
    public static IReadOnlyList<WaveHeading> Of(ExportColumns columns, IReadOnlyList<int> candidates)
    {
        var byWords = new List<WaveHeading>();
        foreach (var column in candidates)
        {
            if (WaveWords.Of(columns.Path(column)) is { } named)
                byWords.Add(new(column, named.Kind, named.Phrase is { } phrase ? columns.Path(column).Without(phrase) : columns.Path(column).Words));
        }
        return byWords.Count > 0 ? byWords : ByNumbers(columns, candidates);
    }

    /// <summary>T1, T2 … of one matter, in their order; a single one says nothing.</summary>
    static List<WaveHeading> ByNumbers(ExportColumns columns, IReadOnlyList<int> candidates)
    {
        var numbered = candidates.Select(column => (Column: column, Number: WaveWords.NumberOf(columns.Words(column))))
            .Where(one => one.Number is not null).ToArray();
        var order = numbered.Select(one => one.Number!.Value).Distinct().Order().ToList();
        return order.Count < 2
            ? []
            : [.. numbered.Select(one => new WaveHeading(one.Column, WaveWords.OfPlace(order.IndexOf(one.Number!.Value)),
                WaveWords.WithoutNumber(columns.Words(one.Column))))];
    }
}
