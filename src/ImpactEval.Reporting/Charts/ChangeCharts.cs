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

    /// <summary>Whole instruments and the fields of tests, one row each: the main comparison.</summary>
    public static ChartPlan? OfOutcomes(SponsorReport report, Sheet learning)
    {
        var rows = LearningSheet.Rows(report);
        return Forest(SheetKind.Learning, learning.Tables[0], [.. All(rows).Where(row => report.IsMain(rows[row]))],
            row => report.Outcome(rows[row].Outcome).Title,
            (above, points) => Words.Both("Chart.ForestTitle", ("above", above), ("points", points)));
    }

    /// <summary>Each primary outcome by group, beside its table; the first stands on the summary too.</summary>
    public static IEnumerable<ChartPlan> OfGroups(SponsorReport report, Sheet disaggregation)
    {
        var outcomes = DisaggregationSheet.ByOutcome(report);
        for (var position = 0; position < outcomes.Count; position++)
        {
            var (rows, table) = (outcomes[position], disaggregation.Tables[position]);
            var plan = Forest(SheetKind.Disaggregation, table, [.. All(rows)], row => report.Group(rows[row].Group),
                (above, points) => InBoth(language => Words.Of("Chart.GroupsForestTitle", language,
                    ("outcome", report.Outcome(rows[0].Outcome).Title.In(language)), ("above", above), ("points", points))));
            if (plan is null)
                continue;
            if (position == 0)
                yield return plan with { Sheet = SheetKind.Summary };
            yield return plan with { Beside = table };
        }
    }

    /// <summary>The competencies of each instrument: sizes, and means at every wave.</summary>
    public static IEnumerable<ChartPlan> OfCompetencies(SponsorReport report, Sheet competencies)
    {
        var instruments = CompetenciesSheet.ByInstrument(report);
        for (var position = 0; position < instruments.Count; position++)
        {
            var ((instrument, rows), table) = (instruments[position], competencies.Tables[position]);
            if (Forest(SheetKind.Competencies, table, [.. All(rows)], row => rows[row].Outcome.Title,
                (above, points) => InBoth(language => Words.Of("Chart.PartsForestTitle", language,
                    ("instrument", instrument.Title.In(language)), ("above", above), ("points", points)))) is { } forest)
            {
                yield return forest;
            }
            if (Dots(report, table, rows, instrument) is { } dots)
                yield return dots;
        }
    }

    static IEnumerable<int> All<T>(IReadOnlyList<T> rows) => Enumerable.Range(0, rows.Count);

    static ChartPlan? Forest(SheetKind sheet, SheetTable table, IReadOnlyList<int> rows, Func<int, LocalText> category, Func<string, string, LocalText> title)
    {
        ChartPoint[] points = [.. rows.Select(row => ChartPoint.From(table, row, ChartPoint.NameOf(category(row)), "DAv", "DAvLower", "DAvUpper")).OfType<ChartPoint>()];
        if (points.Length == 0)
            return null;
        var range = AxisRange.WithZero(points.SelectMany(point => point.Numbers));
        return new ChartPlan(sheet, ChartKind.ForestPlot,
            title(Digits(points.Count(point => point.Lower!.Value > 0)), Digits(points.Length)),
            ChartPlan.NamedRows,
            new ChartAxis(Words.Both("Chart.EffectAxis").Bilingual(), range.Minimum, range.Maximum, EffectFormat),
            [new PlannedSeries("d_av", Palette.Blue, points)]);
    }

    /// <summary>Columns of means, and the comparison and end of it that tell their wave.</summary>
    static readonly (string Column, ChangeKind Kind, bool Later)[] Means =
    [
        ("Before", ChangeKind.Gain, false), ("LookingBack", ChangeKind.RetrospectiveGain, false), ("After", ChangeKind.Gain, true), ("FollowUp", ChangeKind.FollowUpGain, true),
    ];

    /// <summary>Rows that show a mean at every wave the table has.</summary>
    static ChartPlan? Dots(SponsorReport report, SheetTable table, IReadOnlyList<CompetencyChanges> rows, Instrument instrument)
    {
        var means = Means.Where(mean => table.Columns.Any(column => column.Code == mean.Column)).ToArray();
        int[] shown = [.. All(rows).Where(row => means.All(mean => table.Reference(row, mean.Column) is not null))];
        if (shown.Length == 0)
            return null;
        var scale = rows[shown[0]].Outcome.Scale;
        PlannedSeries Series(string column, ChangeKind kind, bool later)
        {
            var change = rows[shown[0]][kind]!;
            var wave = report.Study.Wave(later ? change.To : change.From);
            return new(wave.Title.Bilingual(), Palette.Of(wave.Kind),
                [.. shown.Select(row => ChartPoint.From(table, row, ChartPoint.NameOf(rows[row].Outcome.Title), column)!)]);
        }
        var higher = shown.Count(row => rows[row][ChangeKind.Gain] is { Before: { } before, After: { } after } && after.Mean > before.Mean);
        return new ChartPlan(SheetKind.Competencies, ChartKind.DotsBeforeAfter,
            InBoth(language => Words.Of("Chart.DotsTitle", language,
                ("instrument", instrument.Title.In(language)), ("higher", Digits(higher)), ("points", Digits(shown.Length)))),
            ChartPlan.NamedRows,
            new ChartAxis(PointsAxis(scale), scale.Low, scale.High, Figures.DecimalsOf(scale) == 1 ? "0" : "0.0"),
            [.. means.Select(mean => Series(mean.Column, mean.Kind, mean.Later))]);
    }

    static string PointsAxis(ScoreScale scale) => InBoth(language => Words.Of("Chart.PointsAxis", language,
        ("low", Figures.Plain(scale.Low, language)), ("high", Figures.Plain(scale.High, language)))).Bilingual();

    static LocalText InBoth(Func<TextLanguage, string> text) => new(text(TextLanguage.Vi), text(TextLanguage.En));

    static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
