using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>What became of the data. Files are told by source: the name of a transcript can point to a person.</summary>
internal static class QualitySheet
{
    sealed record SourceLine(LocalText Source, string Format, int Files, int Read, int Taken, int Rejected, double Limit, bool Total);

    sealed record ProblemLine(LocalText Source, LocalText Problem, LocalText Treatment, int Count);

    public static Sheet Of(SponsorReport report)
    {
        var quality = report.Findings.Quality;
        var sources = SheetTable.Of(Sheet.NameOf(SheetKind.DataQuality), "QualitySources", SourceColumns, SourceLines(report));
        var problems = sources.Then("QualityProblems", ProblemColumns, ProblemLines(report));
        var missing = problems.Then("QualityMissing", MissingColumns(report.Study), quality.Missing);
        var reliability = missing.Then("QualityReliability", ReliabilityColumns(report), report.Findings.Reliability);
        return new Sheet(SheetKind.DataQuality, report.Note("Sheet.DataQuality.Note"), [sources, problems, missing, reliability]);
    }

    static readonly Column<SourceLine>[] SourceColumns =
    [
        new(ColumnHead.Text("Source", 34), line => new Cell.Text(line.Source.Bilingual())),
        new(ColumnHead.Text("Format", 44, ColumnOrigin.Counted), line => line.Total ? Cell.NotApplicable : new Cell.Text(line.Format)),
        new(ColumnHead.Count("Files", Unit.Files).Wide(22), line => Sum(line, "Files", line.Files)),
        new(ColumnHead.Count("RowsRead", Unit.Rows).Wide(13), line => Sum(line, "RowsRead", line.Read)),
        new(ColumnHead.Count("RowsTaken", Unit.Rows).Wide(13), line => Sum(line, "RowsTaken", line.Taken)),
        new(ColumnHead.Count("RowsRejected", Unit.Rows).Wide(13), line => Sum(line, "RowsRejected", line.Rejected)),
        new(ColumnHead.Share("RejectedShare").From(ColumnOrigin.Formula).Wide(13), line =>
            line.Read == 0 ? Cell.NotApplicable : new Cell.Formula("{RowsRejected}/{RowsRead}", (double)line.Rejected / line.Read)),
        new(ColumnHead.Text("Check", 24, ColumnOrigin.Formula), Check),
    ];

    static readonly Column<ProblemLine>[] ProblemColumns =
    [
        new(ColumnHead.Text("Source", 34), line => new Cell.Text(line.Source.Bilingual())),
        new(ColumnHead.Text("Problem", 44, ColumnOrigin.Counted), line => new Cell.Text(line.Problem.Bilingual())),
        new(ColumnHead.Text("Treatment", 22, ColumnOrigin.Counted), line => new Cell.Text(line.Treatment.Bilingual())),
        new(ColumnHead.Count("Count", Unit.Rows), line => new Cell.Number(line.Count)),
    ];

    static Column<MissingItems>[] MissingColumns(Study study) =>
    [
        new(ColumnHead.Text("Instrument", 34), row => new Cell.Text(study.Instrument(row.Instrument).Title.Bilingual())),
        new(ColumnHead.Text("Wave", 44), row => new Cell.Text(study.Wave(row.Wave).Title.Bilingual())),
        new(ColumnHead.Count("Assessments", Unit.None), row => new Cell.Number(row.Assessments)),
        new(ColumnHead.Share("MissingShare"), row => new Cell.Number(row.MissingShare)),
    ];

    static Column<ReliabilityFinding>[] ReliabilityColumns(SponsorReport report) =>
    [
        new(ColumnHead.Text("Outcome", 34), row => new Cell.Text(report.Outcome(row.Outcome).Title.Bilingual())),
        new(ColumnHead.Text("Wave", 44), row => new Cell.Text(report.Study.Wave(row.Wave).Title.Bilingual())),
        new(ColumnHead.Count("Items", Unit.Number), row => new Cell.Number(row.Items)),
        new(ColumnHead.Estimate("Alpha", Unit.Number), row => Shown(row, row.Alpha?.Value)),
        new(ColumnHead.Estimate("Lower", Unit.Number), row => Shown(row, row.Alpha?.Intervals.Primary.Lower)),
        new(ColumnHead.Estimate("Upper", Unit.Number), row => Shown(row, row.Alpha?.Intervals.Primary.Upper)),
        new(ColumnHead.Count("Size", Unit.People), row => Shown(row, row.Alpha?.Size)),
        new(ColumnHead.Text("Note", 24, ColumnOrigin.Written), Note),
    ];

    static IEnumerable<SourceLine> SourceLines(SponsorReport report)
    {
        var summaries = report.Findings.Quality.Sources;
        if (summaries.Count == 0)
            yield break;
        var limit = report.Study.Checks.MaximumRejectedShare;
        yield return Line(Words.Both("Text.All"), summaries, limit, total: true);
        foreach (var source in summaries.GroupBy(summary => summary.SourceCode))
            yield return Line(TitleOf(source.Key, report.Study), [.. source], limit, total: false);
    }

    static SourceLine Line(LocalText source, IReadOnlyList<SourceSummary> files, double limit, bool total) => new(
        source, FormatOf(files), files.Count, files.Sum(file => file.RowsRead), files.Sum(file => file.RowsAccepted), files.Sum(file => file.RowsRejected), limit, total);

    static IEnumerable<ProblemLine> ProblemLines(SponsorReport report)
    {
        var problems = report.Findings.Quality.Sources.SelectMany(summary => summary.Problems.Select(problem => (summary.SourceCode, Problem: problem)));
        foreach (var same in problems.GroupBy(entry => (entry.SourceCode, entry.Problem.Kind, entry.Problem.Rejects)))
        {
            var treatment = Words.Both(same.Key.Rejects ? "Text.Rejected" : "Text.TakenWithRemark");
            yield return new ProblemLine(TitleOf(same.Key.SourceCode, report.Study), Words.Both(same.Key.Kind), treatment, same.Sum(entry => entry.Problem.Count));
        }
        yield return new ProblemLine(Words.Both("Text.All"), Words.Both("Text.NotOnRoster"), Words.Both("Text.Rejected"), report.Findings.Quality.NotOnRoster);
    }

    static LocalText TitleOf(string code, Study study) => study.Sources.Single(source => source.Code == code).Title;

    static string FormatOf(IReadOnlyList<SourceSummary> files)
    {
        var formats = files.Select(file => Words.Both(file.Layout.Format).Bilingual());
        var encodings = files.Select(file => file.Layout.Encoding).OfType<string>();
        var remarks = files.SelectMany(file => file.Layout.Remarks).Distinct().Select(remark => Words.Both(remark).Bilingual());
        return string.Join("; ", formats.Concat(encodings).Distinct().Concat(remarks));
    }

    static Cell Sum(SourceLine line, string column, int value) =>
        line.Total ? new Cell.Formula($"SUM({{{column}:below}})", value) : new Cell.Number(value);

    /// <summary>The reader's own check: the rows add up, and no more were rejected than the study file allows.</summary>
    static Cell.Formula Check(SourceLine line)
    {
        var (passed, failed) = (Words.Of("Text.CheckPassed", TextLanguage.Vi), Words.Of("Text.CheckFailed", TextLanguage.Vi));
        var within = line.Rejected <= line.Limit * line.Read;
        var condition = $"AND({{RowsRead}}={{RowsTaken}}+{{RowsRejected}},{{RowsRejected}}<={MethodsSheet.MaximumRejectedShare}*{{RowsRead}})";
        return new Cell.Formula($"IF({condition},\"{passed}\",\"{failed}\")", null,
            within && line.Read == line.Taken + line.Rejected ? passed : failed);
    }

    static Cell Shown(ReliabilityFinding row, double? number) => row switch
    {
        { Suppressed: true } => Cell.Confidential,
        _ when number is { } value => new Cell.Number(value),
        { Reason: not null } => Cell.NotEstimable,
        _ => Cell.NotApplicable,
    };

    static Cell Note(ReliabilityFinding row) => row switch
    {
        { Suppressed: true } => new Cell.Text(Words.Both("Text.Suppressed").Bilingual()),
        { Reason: { } reason } => new Cell.Text(ChangeCells.NotEstimable(reason)),
        _ => Cell.Nothing,
    };
}
