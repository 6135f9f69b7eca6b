using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;
using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>Every effect size by its name, one interval per row, so that nobody has to ask whose d this is.</summary>
internal static class EffectSizesSheet
{
    /// <summary>One quantity of one change with one of its intervals.</summary>
    sealed record Line(ChangeFinding Change, LocalText Quantity, double Value, double? StandardError, double? DegreesOfFreedom, int Size, ConfidenceInterval? Interval, double? PValue);

    public static Sheet Of(SponsorReport report)
    {
        Column<Line>[] columns =
        [
            new(ColumnHead.Text("Instrument", 26), line => new Cell.Text(report.Outcome(line.Change.Outcome).Instrument.Title.Bilingual())),
            new(ColumnHead.Text("Outcome", 34), line => ChangeCells.Outcome(report, line.Change)),
            new(ColumnHead.Text("Comparison", 22), line => new Cell.Text(report.Comparison(line.Change).Bilingual())),
            new(ColumnHead.Text("Quantity", 36, ColumnOrigin.Written), line => new Cell.Text(line.Quantity.Bilingual())),
            new(ColumnHead.Estimate("Value", Unit.AsRowSays), line => new Cell.Number(line.Value)),
            new(ColumnHead.Estimate("StandardError", Unit.AsRowSays), line => Optional(line.StandardError)),
            new(ColumnHead.Estimate("DegreesOfFreedom", Unit.Number), line => Optional(line.DegreesOfFreedom)),
            new(ColumnHead.Estimate("Lower", Unit.AsRowSays), line => line.Interval is { } interval ? Limit(interval.Lower, "−∞") : Cell.NotApplicable),
            new(ColumnHead.Estimate("Upper", Unit.AsRowSays), line => line.Interval is { } interval ? Limit(interval.Upper, "∞") : Cell.NotApplicable),
            new(ColumnHead.Text("Method", 24, ColumnOrigin.Estimated), line => line.Interval is { } interval ? new Cell.Text(Words.Both(interval.Method).Bilingual()) : Cell.NotApplicable),
            new(ColumnHead.Count("Size", Unit.People), line => new Cell.Number(line.Size)),
            new(ColumnHead.Probability("P"), line => Optional(line.PValue)),
        ];
        return new Sheet(
            SheetKind.EffectSizes,
            report.Note("Sheet.EffectSizes.Note"),
            [SheetTable.Of(Sheet.NameOf(SheetKind.EffectSizes), "EffectSizes", columns, report.Findings.Changes.Where(IsShown).SelectMany(Lines))]);
    }

    static bool IsShown(ChangeFinding change) => change is { Group: null, Suppressed: false };

    static IEnumerable<Line> Lines(ChangeFinding change)
    {
        if (change.MeanChange is { } mean)
        {
            foreach (var line in Lines(change, Words.Both("Text.MeanChange"), mean))
                yield return line;
        }
        foreach (var (kind, estimate) in change.EffectSizes.Select(size => (size.Kind, size.Estimate)))
        {
            foreach (var line in Lines(change, Words.Both(kind), estimate))
                yield return line;
        }
        if (change is { Test: { } test, MeanChange.Size: var size })
            yield return new Line(change, Words.Both(NameOf(test)), test.Statistic, null, test.DegreesOfFreedom, size, null, test.PValue);
    }

    static IEnumerable<Line> Lines(ChangeFinding change, LocalText quantity, Estimate estimate) =>
        new[] { estimate.Intervals.Primary }.Concat(estimate.Intervals.Others)
            .Select(interval => new Line(change, quantity, estimate.Value, estimate.StandardError, estimate.DegreesOfFreedom, estimate.Size, interval, null));

    /// <summary>A test of means has degrees of freedom; one of ranks has none.</summary>
    public static string NameOf(TestResult test) => test.DegreesOfFreedom is null ? "Text.SignedRankTest" : "Text.PairedTest";

    static Cell Optional(double? number) => number is { } value ? new Cell.Number(value) : Cell.NotApplicable;

    static Cell Limit(double? limit, string infinity) => limit is { } value ? new Cell.Number(value) : new Cell.Text(infinity);
}
