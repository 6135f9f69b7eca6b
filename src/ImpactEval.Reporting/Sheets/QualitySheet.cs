using ImpactEval.Evaluation;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>What became of the data. Files are told by source: the name of a transcript can point to a person.</summary>
internal static class QualitySheet
{
    /// <summary>Wide enough for most titles in both languages on one line.</summary>
    const double TitleWidth = 62, DetailWidth = 44;

    sealed record SourceLine(LocalText Source, string Format, int Read, int Taken, int Rejected, double Limit, bool Total);

    sealed record ProblemLine(LocalText Problem, LocalText Treatment, int Count);

    sealed record RemarkLine(LocalText Remark, LocalText Treatment, int Sources);

    public static Sheet Of(SponsorReport report)
    {
        var sources = SheetTable.Of(Sheet.NameOf(SheetKind.DataQuality), "QualitySources", SourceColumns, SourceLines(report));
        var remarks = sources.Then("QualityRemarks", RemarkColumns, RemarkLines(report));
        var problems = remarks.Then("QualityProblems", ProblemColumns, ProblemLines(report));
        var missing = QualityByWave.Missing(report, problems);
        var reliability = QualityByWave.Reliability(report, missing);
        return new Sheet(SheetKind.DataQuality, report.Note("Sheet.DataQuality.Note"), [sources, remarks, problems, missing, reliability, .. QualityMatching.Of(report, reliability)]);
    }

    static readonly Column<SourceLine>[] SourceColumns =
    [
        new(ColumnHead.Text("Source", TitleWidth), line => new Cell.Text(line.Source.Within(TitleWidth))),
        new(ColumnHead.Text("Format", DetailWidth, ColumnOrigin.Counted), line => line.Total ? Cell.NotApplicable : new Cell.Text(line.Format)),
        new(ColumnHead.Count("RowsRead", Unit.Rows).Wide(12), line => Sum(line, "RowsRead", line.Read)),
        new(ColumnHead.Count("RowsTaken", Unit.Rows).Wide(12), line => Sum(line, "RowsTaken", line.Taken)),
        new(ColumnHead.Count("RowsRejected", Unit.Rows).Wide(12), line => Sum(line, "RowsRejected", line.Rejected)),
        new(ColumnHead.FineShare("RejectedShare").From(ColumnOrigin.Formula).Wide(12), line =>
            line.Read == 0 ? Cell.NotApplicable : new Cell.Formula("{RowsRejected}/{RowsRead}", (double)line.Rejected / line.Read)),
        new(ColumnHead.Text("Check", 18, ColumnOrigin.Formula), Check),
    ];

    static readonly Column<ProblemLine>[] ProblemColumns =
    [
        new(ColumnHead.Text("Problem", TitleWidth, ColumnOrigin.Counted), line => new Cell.Text(line.Problem.Within(TitleWidth))),
        new(ColumnHead.Text("Treatment", DetailWidth, ColumnOrigin.Counted), line => new Cell.Text(line.Treatment.Within(DetailWidth))),
        new(ColumnHead.Count("Count", Unit.Rows), line => new Cell.Number(line.Count)),
    ];

    static readonly Column<RemarkLine>[] RemarkColumns =
    [
        new(ColumnHead.Text("Remark", TitleWidth, ColumnOrigin.Counted), line => new Cell.Text(line.Remark.Within(TitleWidth))),
        new(ColumnHead.Text("Treatment", DetailWidth, ColumnOrigin.Counted), line => new Cell.Text(line.Treatment.Within(DetailWidth))),
        new(ColumnHead.Count("SourceCount", Unit.None), line => new Cell.Number(line.Sources)),
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
        source, FormatOf(files), files.Sum(file => file.RowsRead), files.Sum(file => file.RowsAccepted), files.Sum(file => file.RowsRejected), limit, total);

    static IEnumerable<ProblemLine> ProblemLines(SponsorReport report)
    {
        var problems = report.Findings.Quality.Sources.SelectMany(summary => summary.Problems);
        foreach (var same in problems.GroupBy(problem => (problem.Kind, problem.Rejects)).OrderByDescending(same => same.Key.Rejects).ThenBy(same => same.Key.Kind))
        {
            var treatment = Words.Both(same.Key.Rejects ? "Text.Rejected" : "Text.TakenWithRemark");
            yield return new ProblemLine(Words.Both(same.Key.Kind), treatment, same.Sum(problem => problem.Count));
        }
        yield return new ProblemLine(Words.Both("Text.NotOnRoster"), Words.Both("Text.Rejected"), report.Findings.Quality.NotOnRoster);
    }

    /// <summary>What was assumed on reading, told once with the number of sources.</summary>
    static IEnumerable<RemarkLine> RemarkLines(SponsorReport report) => report.Findings.Quality.Sources
        .SelectMany(file => file.Layout.Remarks.Select(remark => (Remark: remark, file.SourceCode)))
        .Distinct()
        .GroupBy(found => found.Remark)
        .OrderBy(found => found.Key)
        .Select(found => new RemarkLine(Words.Both(found.Key), Words.Both("Text.TakenWithRemark"), found.Count()));

    static LocalText TitleOf(string code, Study study) => study.Sources.Single(source => source.Code == code).Title;

    static string FormatOf(IReadOnlyList<SourceSummary> files)
    {
        var formats = files.Select(file => Words.Both(file.Layout.Format).Bilingual());
        var encodings = files.Select(file => file.Layout.Encoding).OfType<string>();
        return string.Join("; ", formats.Concat(encodings).Distinct());
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
}
