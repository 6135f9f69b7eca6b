using System.Globalization;
using ImpactEval.Reporting.Finishing;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Sheets;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Charts;

/// <summary>Charts of counts and shares: who took part, what was spoken of.</summary>
internal static class ShareCharts
{
    const string PercentFormat = "0%";

    /// <summary>Columns by course when there are several, else for everybody.</summary>
    public static ChartPlan? OfParticipation(SponsorReport report, SheetTable table)
    {
        var (participation, study) = (report.Findings.Participation, report.Study);
        string[] columns = ["Enrolled", .. participation.Waves.Select(ParticipationSheet.MeasuredAt), "Paired"];
        var shown = Enumerable.Range(0, participation.Rows.Count).Where(row => columns.All(column => table.Reference(row, column) is not null)).ToArray();
        var courses = shown.Where(row => participation.Rows[row].Group?.Dimension == SponsorReport.CohortDimension).ToArray();
        if (courses.Length < 2)
            courses = [.. shown.Where(row => participation.Rows[row].Group is null)];
        if (courses.Length == 0)
            return null;

        PlannedSeries Series(string column, string name, string colour) => new(
            name, colour, [.. courses.Select(row => ChartPoint.From(table, row, report.Group(participation.Rows[row].Group).Bilingual(), column)!)]);
        PlannedSeries[] series =
        [
            Series("Enrolled", Words.Both("Column.Enrolled.Header").Bilingual(), Palette.Grey),
            .. participation.Waves.Select(study.Wave).Select(wave => Series(ParticipationSheet.MeasuredAt(wave.Code), wave.Title.Bilingual(), Palette.Of(wave.Kind))),
            Series("Paired", Words.Both("Column.Paired.Header").Bilingual(), Palette.Vermilion),
        ];
        var range = AxisRange.WithZero(series.SelectMany(one => one.Points).SelectMany(point => point.Numbers));
        return new ChartPlan(SheetKind.Participation, ChartKind.ClusteredColumns, ParticipationTitle(report),
            new ChartAxis(Words.Both("Text.Course").Bilingual(), null, null, "General"),
            new ChartAxis(Words.Both("Chart.PeopleAxis").Bilingual(), 0, range.Maximum, "0"),
            series);
    }

    public static ChartPlan? OfTopics(SponsorReport report, SheetTable table)
    {
        if (report.Findings.Topics is not { } topics || TopicSentence.Foremost(topics) is not { Share: { } share } foremost)
            return null;
        ChartPoint[] points =
        [
            .. Enumerable.Range(0, topics.Topics.Count).OrderByDescending(row => topics.Topics[row].Share?.Value)
                .Select(row => ChartPoint.From(table, row, topics.Topics[row].Label, "TopicShare", "Lower", "Upper"))
                .OfType<ChartPoint>(),
        ];
        var range = AxisRange.WithZero(points.SelectMany(point => point.Numbers));
        return points.Length == 0 ? null : new ChartPlan(SheetKind.Topics, ChartKind.ClusteredBars,
            InBoth(language => Words.Of("Chart.TopicsTitle", language, ("topic", foremost.Label), ("share", Figures.Percent(share.Value, language)))),
            ChartPlan.NamedRows,
            new ChartAxis(Words.Both("Chart.ShareAxis").Bilingual(), 0, Math.Min(1, range.Maximum), PercentFormat),
            [new PlannedSeries(Words.Both("Column.TopicShare.Header").Bilingual(), Palette.Green, points)], table);
    }

    static LocalText ParticipationTitle(SponsorReport report)
    {
        if (report.Findings.Participation.Rows.FirstOrDefault(row => row.Group is null) is not { Enrolled.Value: { } enrolled, Paired.Value: { } paired })
            return Words.Both("Chart.ParticipationTitleUnknown");
        return Words.Both("Chart.ParticipationTitle", ("paired", Digits(paired)), ("enrolled", Digits(enrolled)));
    }

    static LocalText InBoth(Func<TextLanguage, string> text) => new(text(TextLanguage.Vi), text(TextLanguage.En));

    static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
