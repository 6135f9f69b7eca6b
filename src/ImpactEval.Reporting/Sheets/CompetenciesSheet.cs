using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;
using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>One competency with all its comparisons for everybody.</summary>
internal sealed record CompetencyChanges(Outcome Outcome, IReadOnlyList<ChangeFinding> Changes)
{
    public ChangeFinding? this[ChangeKind kind] => Changes.FirstOrDefault(change => change.Kind == kind);
}

/// <summary>Competencies side by side: where they stood at each wave, what was gained, and how the yardstick moved.</summary>
internal static class CompetenciesSheet
{
    const string Name = "Competencies";
    const double OutcomeWidth = 32;

    public static Sheet Of(SponsorReport report)
    {
        var name = Sheet.NameOf(SheetKind.Competencies);
        var tables = new List<SheetTable>();
        foreach (var (instrument, rows) in ByInstrument(report))
        {
            tables.Add(tables.Count == 0
                ? SheetTable.Captioned(name, Name, instrument.Title, Columns(rows), rows)
                : tables[^1].Then(Name + SheetTable.Letters(tables.Count), instrument.Title, Columns(rows), rows));
        }
        if (tables.Count == 0)
            tables.Add(SheetTable.Of<CompetencyChanges>(name, Name, Columns([]), []));
        return new Sheet(SheetKind.Competencies, report.Note("Sheet.Competencies.Note"), tables);
    }

    /// <summary>The rating instruments that have parts, in the study's order.</summary>
    public static IReadOnlyList<(Instrument Instrument, IReadOnlyList<CompetencyChanges> Rows)> ByInstrument(SponsorReport report) =>
    [
        .. from change in report.Findings.Changes
           where change.Group is null && !report.IsWhole(change.Outcome) && !report.IsOfTest(change.Outcome)
           group change by report.Outcome(change.Outcome).Instrument.Code into ofInstrument
           let rows = ofInstrument.GroupBy(change => change.Outcome).Select(changes => new CompetencyChanges(report.Outcome(changes.Key), [.. changes]))
           select (report.Study.Instrument(ofInstrument.Key), (IReadOnlyList<CompetencyChanges>)[.. rows]),
    ];

    /// <summary>Only comparisons that some competency has take columns.</summary>
    static Column<CompetencyChanges>[] Columns(IReadOnlyList<CompetencyChanges> rows)
    {
        bool Has(ChangeKind kind) => rows.Any(row => row[kind] is not null);
        return
        [
            new(ColumnHead.Text("Competency", OutcomeWidth), row => new Cell.Text(row.Outcome.Title.Within(OutcomeWidth))),
            new(ColumnHead.Count("Pairs", Unit.People), row => Shown(row, ChangeKind.Gain, change => change.Counts?.Paired)),
            Mean("Before", ChangeKind.Gain, change => change.Before),
            .. Has(ChangeKind.RetrospectiveGain) ? [Mean("LookingBack", ChangeKind.RetrospectiveGain, change => change.Before)] : (Column<CompetencyChanges>[])[],
            Mean("After", ChangeKind.Gain, change => change.After),
            .. Has(ChangeKind.FollowUpGain) ? [Mean("FollowUp", ChangeKind.FollowUpGain, change => change.After)] : (Column<CompetencyChanges>[])[],
            new(ColumnHead.Estimate("Difference", Unit.Points).From(ColumnOrigin.Formula), row => ChangeCells.Difference(row[ChangeKind.Gain])),
            .. Limits("Difference", ChangeKind.Gain),
            new(ColumnHead.Text("Direction", 7, ColumnOrigin.Written), row => ChangeCells.Direction(row[ChangeKind.Gain])),
            .. Has(ChangeKind.ResponseShift) ? Change("Shift", ChangeKind.ResponseShift) : [],
            .. Has(ChangeKind.RetrospectiveGain) ? Change("Retrospective", ChangeKind.RetrospectiveGain) : [],
            new(ColumnHead.Estimate("DAv", Unit.StandardDeviations), row => Shown(row, ChangeKind.Gain, change => ChangeCells.DAv(change)?.Value)),
            new(ColumnHead.Estimate("DAvLower", Unit.StandardDeviations), row => ChangeCells.Lower(row[ChangeKind.Gain], ChangeCells.DAv(row[ChangeKind.Gain]))),
            new(ColumnHead.Estimate("DAvUpper", Unit.StandardDeviations), row => ChangeCells.Upper(row[ChangeKind.Gain], ChangeCells.DAv(row[ChangeKind.Gain]))),
            new(ColumnHead.Probability("AdjustedP"), row => Shown(row, ChangeKind.Gain, change => change.AdjustedPValue)),
        ];
    }

    static Column<CompetencyChanges> Mean(string code, ChangeKind kind, Func<ChangeFinding, WaveScores?> scores) =>
        new(ColumnHead.Estimate(code, Unit.Points), row => Shown(row, kind, change => scores(change)?.Mean));

    /// <summary>A change with the people behind it, who need not be those of the gain.</summary>
    static Column<CompetencyChanges>[] Change(string code, ChangeKind kind) =>
    [
        new(ColumnHead.Count($"{code}Pairs", Unit.Number), row => Shown(row, kind, change => change.Counts?.Paired)),
        new(ColumnHead.Estimate(code, Unit.Points), row => Shown(row, kind, change => change.MeanChange?.Value)),
        .. Limits(code, kind, Unit.Number),
    ];

    /// <param name="unit">Left out where the heading is long and the column on the left says it.</param>
    static Column<CompetencyChanges>[] Limits(string code, ChangeKind kind, Unit unit = Unit.Points) =>
    [
        new(ColumnHead.Estimate($"{code}Lower", unit), row => ChangeCells.Lower(row[kind], row[kind]?.MeanChange)),
        new(ColumnHead.Estimate($"{code}Upper", unit), row => ChangeCells.Upper(row[kind], row[kind]?.MeanChange)),
    ];

    static Cell Shown(CompetencyChanges row, ChangeKind kind, Func<ChangeFinding, double?> number) =>
        ChangeCells.Shown(row[kind], row[kind] is { } change ? number(change) : null);
}
