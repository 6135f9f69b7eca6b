using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;

namespace ImpactEval.Reporting.Sheets;

/// <summary>How scores of whole instruments changed, and of the fields of tests: gains first, then what became of them.</summary>
internal static class LearningSheet
{
    const double OutcomeWidth = 63, ComparisonWidth = 48;

    public static Sheet Of(SponsorReport report) => new(
        SheetKind.Learning,
        report.Note("Sheet.Learning.Note"),
        [SheetTable.Of(Sheet.NameOf(SheetKind.Learning), "Learning", Columns(report), Rows(report))]);

    public static IReadOnlyList<ChangeFinding> Rows(SponsorReport report) =>
    [
        .. report.Findings.Changes
            .Where(change => change.Group is null && (report.IsWhole(change.Outcome) || IsGainOfField(change, report)))
            .OrderBy(change => change.Kind),
    ];

    static bool IsGainOfField(ChangeFinding change, SponsorReport report) =>
        change.Kind is (ChangeKind.Gain or ChangeKind.FollowUpGain) && report.IsOfTest(change.Outcome);

    static Column<ChangeFinding>[] Columns(SponsorReport report) =>
    [
        ChangeColumns.Outcome(report, OutcomeWidth),
        ChangeColumns.Comparison(report, ComparisonWidth),
        ChangeColumns.Pairs,
        ChangeColumns.Before,
        ChangeColumns.BeforeSd,
        ChangeColumns.After,
        ChangeColumns.AfterSd,
        .. ChangeColumns.Difference,
        .. ChangeColumns.DAv,
        ChangeColumns.AdjustedP,
        ChangeColumns.Improved,
    ];
}
