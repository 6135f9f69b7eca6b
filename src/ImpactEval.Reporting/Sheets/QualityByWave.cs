using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>Unanswered items and reliability, a row for each instrument or outcome and a column for each wave.</summary>
internal static class QualityByWave
{
    const double TitleWidth = 62, DetailWidth = 44;

    sealed record InstrumentRow(Instrument Instrument, IReadOnlyList<MissingItems> Waves);

    sealed record OutcomeRow(Outcome Outcome, IReadOnlyList<ReliabilityFinding> Waves);

    public static SheetTable Missing(SponsorReport report, SheetTable above)
    {
        var missing = report.Findings.Quality.Missing;
        string[] waves = Ordered(report, missing.Select(row => row.Wave));
        return above.Then<InstrumentRow>("QualityMissing",
            [
                new(ColumnHead.Text("Instrument", TitleWidth), row => new Cell.Text(row.Instrument.Title.Within(TitleWidth))),
                new(ColumnHead.Text("Level", DetailWidth), row => new Cell.Text(Words.Both(row.Instrument.Level).Within(DetailWidth))),
                .. waves.Select(wave => At<InstrumentRow>(report, ColumnHead.FineShare("MissingShare"), wave,
                    row => row.Waves.FirstOrDefault(one => one.Wave == wave) is { } found ? new Cell.Number(found.MissingShare) : Cell.NotApplicable)),
                .. waves.Select(wave => At<InstrumentRow>(report, ColumnHead.Count("Assessments", Unit.None), wave,
                    row => row.Waves.FirstOrDefault(one => one.Wave == wave) is { } found ? new Cell.Number(found.Assessments) : Cell.NotApplicable)),
            ],
            missing.GroupBy(row => row.Instrument).Select(rows => new InstrumentRow(report.Study.Instrument(rows.Key), [.. rows])));
    }

    public static SheetTable Reliability(SponsorReport report, SheetTable above)
    {
        ReliabilityFinding[] shown = [.. report.Findings.Reliability.Where(row => IsScale(report.Outcome(row.Outcome).Instrument))];
        return above.Then<OutcomeRow>("QualityReliability",
            [
                new(ColumnHead.Text("Outcome", TitleWidth), row => new Cell.Text(Named(row.Outcome))),
                new(ColumnHead.Text("Instrument", DetailWidth), row => new Cell.Text(row.Outcome.Instrument.Title.Vi)),
                new(ColumnHead.Count("Items", Unit.None), row => new Cell.Number(row.Outcome.Positions.Count)),
                .. Ordered(report, shown.Select(row => row.Wave)).Select(wave => At<OutcomeRow>(report, ColumnHead.Estimate("Alpha", Unit.None), wave,
                    row => Alpha(row.Waves.FirstOrDefault(one => one.Wave == wave)))),
            ],
            shown.GroupBy(row => row.Outcome).Select(rows => new OutcomeRow(report.Outcome(rows.Key), [.. rows])));
    }

    /// <summary>Answers to a list of things to tick do not measure one thing, so they have no reliability; right and wrong answers of a test do.</summary>
    static bool IsScale(Instrument instrument) => ApplicationSheet.FormOf(instrument) != AnswerForm.Choice || instrument.Level == KirkpatrickLevel.Learning;

    static string Named(Outcome outcome) => (outcome.Code == outcome.Instrument.Code ? "" : "– ") + outcome.Title.Within(TitleWidth);

    static string[] Ordered(SponsorReport report, IEnumerable<string> waves)
    {
        var found = waves.ToHashSet(StringComparer.Ordinal);
        return [.. report.Study.Waves.Select(wave => wave.Code).Where(found.Contains)];
    }

    static Column<T> At<T>(SponsorReport report, ColumnHead head, string wave, Func<T, Cell> cell) => new(report.AtWave(head.Wide(12), wave), cell);

    static Cell Alpha(ReliabilityFinding? row) => row switch
    {
        null => Cell.NotApplicable,
        { Suppressed: true } => Cell.Confidential,
        { Alpha.Value: var alpha } => new Cell.Number(alpha),
        { Reason: { } reason } => Cell.NotEstimableFor(reason),
        _ => Cell.NotApplicable,
    };
}
