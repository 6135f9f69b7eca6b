using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;
using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>Every effect size of the primary outcomes by its name, so that nobody has to ask whose d this is, and the tests behind them.</summary>
internal static class EffectSizesSheet
{
    const double OutcomeWidth = 38, ComparisonWidth = 28, NumberWidth = 7.5;

    public static Sheet Of(SponsorReport report)
    {
        ChangeFinding[] rows = [.. report.Findings.Changes.Where(IsGainOfPrimary).OrderBy(change => change.Kind)];
        var sizes = SheetTable.Of(Sheet.NameOf(SheetKind.EffectSizes), "EffectSizes",
            [.. Labels(report), .. Enum.GetValues<EffectSizeKind>().SelectMany(kind => Columns(kind, rows))], rows);
        return new Sheet(SheetKind.EffectSizes, report.Note("Sheet.EffectSizes.Note"), [sizes, sizes.Then("EffectSizeTests", [.. Labels(report), .. Tests], rows)]);
    }

    static bool IsGainOfPrimary(ChangeFinding change) => change is
        { Group: null, Primary: true, Kind: ChangeKind.Gain or ChangeKind.FollowUpGain or ChangeKind.RetrospectiveGain };

    static Column<ChangeFinding>[] Labels(SponsorReport report) =>
        [ChangeColumns.Outcome(report, OutcomeWidth), ChangeColumns.Comparison(report, ComparisonWidth), ChangeColumns.Pairs];

    /// <summary>A kind no finding has takes no columns.</summary>
    static IEnumerable<Column<ChangeFinding>> Columns(EffectSizeKind kind, IReadOnlyList<ChangeFinding> rows)
    {
        IntervalMethod[] methods = [.. rows.Select(row => ChangeCells.EffectSize(row, kind)).OfType<Estimate>().Select(size => size.Intervals.Primary.Method).Distinct()];
        if (methods.Length == 0)
            yield break;
        yield return new(Head(kind, "", methods), row => ChangeCells.Shown(row, ChangeCells.EffectSize(row, kind)?.Value));
        yield return new(Head(kind, "Lower", methods), row => ChangeCells.Lower(row, ChangeCells.EffectSize(row, kind)));
        yield return new(Head(kind, "Upper", methods), row => ChangeCells.Upper(row, ChangeCells.EffectSize(row, kind)));
    }

    /// <summary>The limits of all kinds are called and explained alike, with the method that made them.</summary>
    static ColumnHead Head(EffectSizeKind kind, string limit, IEnumerable<IntervalMethod> methods)
    {
        string In(string part, TextLanguage language) => Words.Of($"Column.Effect{limit}.{part}", language,
            ("effect", Words.Of($"Column.{kind}.Header", language)),
            ("meaning", Words.Of($"Column.{kind}.Meaning", language)),
            ("method", string.Join(", ", methods.Select(method => Words.Of(method, language)))));
        LocalText Both(string part) => new(In(part, TextLanguage.Vi), In(part, TextLanguage.En));
        var head = kind == EffectSizeKind.ProbabilityOfSuperiority ? ColumnHead.Share(kind.ToString()) : ColumnHead.Estimate(kind.ToString(), Unit.Number);
        return head.Wide(NumberWidth) with { Code = kind + limit, Name = Both("Header"), Meaning = Both("Meaning") };
    }

    static readonly Column<ChangeFinding>[] Tests =
    [
        Number("MeanChange", change => change.MeanChange?.Value),
        Number("StandardError", change => change.MeanChange?.StandardError),
        Number("SdOfChange", change => change.StandardDeviationOfChange),
        Number("Correlation", change => change.Correlation),
        Number("Statistic", change => change.Test?.Statistic),
        Number("DegreesOfFreedom", change => change.Test?.DegreesOfFreedom),
        Probability("P", change => change.Test?.PValue),
        Probability("AdjustedP", change => change.AdjustedPValue),
        new(ColumnHead.Estimate("DifferenceBcaLower", Unit.Number).Wide(NumberWidth), change => ChangeCells.Lower(change, Bca(change.MeanChange))),
        new(ColumnHead.Estimate("DifferenceBcaUpper", Unit.Number).Wide(NumberWidth), change => ChangeCells.Upper(change, Bca(change.MeanChange))),
        new(ColumnHead.Estimate("DAvBcaLower", Unit.Number).Wide(NumberWidth), change => ChangeCells.Lower(change, Bca(ChangeCells.DAv(change)))),
        new(ColumnHead.Estimate("DAvBcaUpper", Unit.Number).Wide(NumberWidth), change => ChangeCells.Upper(change, Bca(ChangeCells.DAv(change)))),
    ];

    static Column<ChangeFinding> Number(string code, Func<ChangeFinding, double?> number) =>
        new(ColumnHead.Estimate(code, Unit.Number).Wide(NumberWidth), change => ChangeCells.Shown(change, number(change)));

    static Column<ChangeFinding> Probability(string code, Func<ChangeFinding, double?> number) =>
        new(ColumnHead.Probability(code).Wide(NumberWidth), change => ChangeCells.Shown(change, number(change)));

    static ConfidenceInterval? Bca(Estimate? estimate) => estimate?.Intervals.Others.FirstOrDefault(interval => interval.Method == IntervalMethod.Bca);

    /// <summary>A test of means has degrees of freedom; one of ranks has none.</summary>
    public static string NameOf(TestResult test) => test.DegreesOfFreedom is null ? "Text.SignedRankTest" : "Text.PairedTest";
}
