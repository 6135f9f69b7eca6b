using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;

namespace ImpactEval.Reporting.Sheets;

/// <summary>Who was found again and by what, and whether those who were not differed at the start.</summary>
internal static class QualityMatching
{
    const double TitleWidth = 62;

    public static IReadOnlyList<SheetTable> Of(SponsorReport report, SheetTable above)
    {
        if (report.Findings.Quality.Matching is not { } matching)
            return [];
        var methods = above.Then<MatchShare>("QualityMatching",
            [
                new(ColumnHead.Text("MatchMethod", TitleWidth, ColumnOrigin.Counted), row => new Cell.Text(NameOf(row).Within(TitleWidth))),
                new(ColumnHead.Count("MatchedPeople", Unit.People).Wide(15), row => Cell.Of(row.People)),
            ],
            matching.Methods);
        return [methods, Baseline(report, matching, methods)];
    }

    static Studies.LocalText NameOf(MatchShare row) => row.Method is { } method ? Words.Both(method) : Words.Both("Text.NotFoundAgain");

    static SheetTable Baseline(SponsorReport report, MatchingQuality matching, SheetTable above) => above.Then<BaselineContrast>("QualityBaseline",
        [
            new(ColumnHead.Text("Outcome", TitleWidth), row => new Cell.Text(report.Outcome(row.Outcome).Title.Within(TitleWidth))),
            new(ColumnHead.Count("MatchedSize", Unit.People).Wide(15), row => Cell.Of(row.Matched)),
            new(ColumnHead.Estimate("MatchedMean", Unit.Points).Wide(12), row => Figure(row, row.MatchedMean)),
            new(ColumnHead.Estimate("MatchedDeviation", Unit.Points).Wide(12), row => Figure(row, row.MatchedDeviation)),
            new(ColumnHead.Count("UnmatchedSize", Unit.People).Wide(15), row => Cell.Of(row.Unmatched)),
            new(ColumnHead.Estimate("UnmatchedMean", Unit.Points).Wide(12), row => Figure(row, row.UnmatchedMean)),
            new(ColumnHead.Estimate("UnmatchedDeviation", Unit.Points).Wide(12), row => Figure(row, row.UnmatchedDeviation)),
            new(ColumnHead.Estimate("BaselineDifference", Unit.StandardDeviations).Wide(12), row => Figure(row, row.StandardisedDifference)),
        ],
        matching.Baseline);

    static Cell Figure(BaselineContrast row, double? value) => row.Suppressed ? Cell.Confidential : value is { } figure ? new Cell.Number(figure) : Cell.NotEstimable;
}
