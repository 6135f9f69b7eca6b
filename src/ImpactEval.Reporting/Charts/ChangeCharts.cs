using System.Globalization;
using ImpactEval.Evaluation;
using ImpactEval.Reporting.Finishing;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Sheets;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Charts;

/// <summary>Charts of change: how large and how sure (forest plots of d_av), and from where to where (dots before and after).</summary>
internal static class ChangeCharts
{
    const string EffectFormat = "0.0";

    /// <summary>Whole instruments, one row each.</summary>
    public static ChartPlan? OfOutcomes(SponsorReport report, SheetTable learning)
    {
        var rows = ChangeSheets.LearningRows(report.Findings, report);
        return Forest(SheetKind.Learning, learning, Gains(rows), row => report.Outcome(rows[row].Outcome).Title,
            (above, points) => Words.Both("Chart.ForestTitle", ("above", above), ("points", points)));
    }

    /// <summary>The first primary outcome, one row for each group.</summary>
    public static ChartPlan? OfGroups(SponsorReport report, SheetTable disaggregation)
    {
        if (report.Study.Design.PrimaryOutcomes is not [var primary, ..])
            return null;
        var rows = ChangeSheets.DisaggregationRows(report.Findings);
        return Forest(SheetKind.Summary, disaggregation, [.. Gains(rows).Where(row => rows[row].Outcome == primary)], row => report.Group(rows[row].Group),
            (above, points) => InBoth(language => Words.Of("Chart.GroupsForestTitle", language,
                ("outcome", report.Outcome(primary).Title.In(language)), ("above", above), ("points", points))));
    }

    /// <summary>The parts of each instrument that has some: sizes, and means before and after.</summary>
    public static IEnumerable<ChartPlan> OfParts(SponsorReport report, SheetTable competencies)
    {
        var rows = ChangeSheets.CompetencyRows(report.Findings, report);
        foreach (var instrument in report.Study.Instruments)
        {
            int[] gains = [.. Gains(rows).Where(row => report.Outcome(rows[row].Outcome).Instrument.Code == instrument.Code)];
            if (Forest(SheetKind.Competencies, competencies, gains, row => report.Outcome(rows[row].Outcome).Title,
                (above, points) => InBoth(language => Words.Of("Chart.PartsForestTitle", language,
                    ("instrument", instrument.Title.In(language)), ("above", above), ("points", points)))) is { } forest)
            {
                yield return forest;
            }
            if (Dots(report, competencies, rows, gains, instrument) is { } dots)
                yield return dots;
        }
    }

    static int[] Gains(IReadOnlyList<ChangeFinding> rows) =>
        [.. Enumerable.Range(0, rows.Count).Where(row => rows[row].Kind == ChangeKind.Gain)];

    static ChartPlan? Forest(SheetKind sheet, SheetTable table, IReadOnlyList<int> rows, Func<int, LocalText> category, Func<string, string, LocalText> title)
    {
        ChartPoint[] points = [.. rows.Select(row => ChartPoint.From(table, row, category(row).Bilingual(), "DAv", "DAvLower", "DAvUpper")).OfType<ChartPoint>()];
        if (points.Length == 0)
            return null;
        var range = AxisRange.WithZero(points.SelectMany(point => point.Numbers));
        return new ChartPlan(sheet, ChartKind.ForestPlot,
            title(Digits(points.Count(point => point.Lower!.Value > 0)), Digits(points.Length)),
            ChartPlan.NamedRows,
            new ChartAxis(Words.Both("Chart.EffectAxis").Bilingual(), range.Minimum, range.Maximum, EffectFormat),
            [new PlannedSeries("d_av", Palette.Blue, points)]);
    }

    static ChartPlan? Dots(SponsorReport report, SheetTable table, IReadOnlyList<ChangeFinding> rows, IEnumerable<int> gains, Instrument instrument)
    {
        int[] shown = [.. gains.Where(row => table.Reference(row, "Before") is not null && table.Reference(row, "After") is not null)];
        if (shown.Length == 0)
            return null;
        var scale = report.Outcome(rows[shown[0]].Outcome).Scale;
        PlannedSeries Series(string column, string wave) => new(
            report.Study.Wave(wave).Title.Bilingual(),
            Palette.Of(report.Study.Wave(wave).Kind),
            [.. shown.Select(row => ChartPoint.From(table, row, report.Outcome(rows[row].Outcome).Title.Bilingual(), column)!)]);
        var higher = shown.Count(row => rows[row].After!.Mean > rows[row].Before!.Mean);
        return new ChartPlan(SheetKind.Competencies, ChartKind.DotsBeforeAfter,
            InBoth(language => Words.Of("Chart.DotsTitle", language,
                ("instrument", instrument.Title.In(language)), ("higher", Digits(higher)), ("points", Digits(shown.Length)))),
            ChartPlan.NamedRows,
            new ChartAxis(PointsAxis(scale), scale.Low, scale.High, Figures.DecimalsOf(scale) == 1 ? "0" : "0.0"),
            [Series("Before", rows[shown[0]].From), Series("After", rows[shown[0]].To)]);
    }

    static string PointsAxis(ScoreScale scale) => InBoth(language => Words.Of("Chart.PointsAxis", language,
        ("low", Figures.Plain(scale.Low, language)), ("high", Figures.Plain(scale.High, language)))).Bilingual();

    static LocalText InBoth(Func<TextLanguage, string> text) => new(text(TextLanguage.Vi), text(TextLanguage.En));

    static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
