using ImpactEval.Ingestion.Exports.Records;

namespace ImpactEval.Ingestion.Exports.Checks;

/// <summary>Whether part of the people were marked on another scale: a smaller one, with a gap that nobody's score fills.</summary>
static class ScaleChecks
{
    static readonly double[] SmallerScales = [4, 5, 10, 20];

    /// <summary>Fewer are slips of single cells.</summary>
    const int LeastPeople = 2;
    const double LeastShare = 0.1;

    /// <summary>Highest of the small group to lowest of the others.</summary>
    const double LeastGap = 1.8;

    public static void Check(IReadOnlyList<ExportRecord> records, double? maximum, DefectLog defects)
    {
        var scored = records.Where(record => record.Counts && record.Scores.Count > 0).ToArray();
        if (maximum is not { } whole || scored.Length < 6)
            return;
        foreach (var small in SmallerScales.Where(scale => scale * 2 <= whole))
        {
            var low = scored.Where(record => record.Scores.Values.All(score => score <= small)).ToArray();
            var high = scored.Except(low).ToArray();
            if (low.Length < Math.Max(LeastPeople, LeastShare * scored.Length) || high.Length < LeastPeople || !AreApart(low, high, whole / small))
                continue;
            foreach (var record in low.Length <= high.Length ? low : high)
                defects.Add(DefectKind.ScaleSuspect, record.Row.Number, record.Told);
            return;
        }
    }

    /// <summary>Nothing stands between the groups, and brought to the larger scale the small one lies among the others.</summary>
    static bool AreApart(ExportRecord[] low, ExportRecord[] high, double factor)
    {
        var (top, bottom) = (low.Max(record => record.Scores.Values.Max()), high.Min(record => record.Scores.Values.Min()));
        var middle = Middle(low) * factor;
        return top > 0 && bottom >= LeastGap * top && middle >= 0.6 * Middle(high) && middle <= 1.67 * Middle(high);
    }

    static double Middle(ExportRecord[] records)
    {
        var ordered = records.SelectMany(record => record.Scores.Values).Order().ToArray();
        return ordered[ordered.Length / 2];
    }
}
