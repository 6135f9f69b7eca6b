using System.Globalization;
using ImpactEval.Evaluation;
using ImpactEval.Reporting.Finishing;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Sheets;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Charts;

/// <summary>What was answered to questions asked once: a chart beside the table of each instrument, the highest bar on top.</summary>
internal static class ItemCharts
{
    public static IEnumerable<ChartPlan> Of(SponsorReport report, Sheet application)
    {
        var instruments = ApplicationSheet.ByInstrument(report.Findings);
        for (var position = 0; position < instruments.Count; position++)
        {
            var (items, table) = (instruments[position], application.Tables[position]);
            var instrument = report.Study.Instrument(items[0].Instrument);
            var form = ApplicationSheet.FormOf(instrument);
            ChartPoint[] points = [.. Points(items, table, form, report.Study).OrderByDescending(point => point.Value.Value)];
            if (points.Length > 0)
                yield return new ChartPlan(SheetKind.Application, ChartKind.ClusteredBars, Title(instrument, form, points), ChartPlan.NamedRows,
                    Axis(instrument.Scale, form), [new PlannedSeries(NameOf(form), Palette.Blue, points)], table);
        }
    }

    static IEnumerable<ChartPoint> Points(IReadOnlyList<ItemFinding> items, SheetTable table, AnswerForm form, Study study)
    {
        var value = ColumnOf(form);
        var (lower, upper) = form == AnswerForm.Marks ? (null, null) : ("Lower", "Upper");
        return Enumerable.Range(0, items.Count)
            .Select(row => ChartPoint.From(table, row, ChartPoint.NameOf(ApplicationSheet.TextOf(items[row], study)), value, lower, upper))
            .OfType<ChartPoint>();
    }

    static string ColumnOf(AnswerForm form) => form switch { AnswerForm.Rating => "TopShare", AnswerForm.Choice => "ChosenShare", _ => "Mean" };

    static string NameOf(AnswerForm form) => Words.Both($"Column.{ColumnOf(form)}.Header").Bilingual();

    static LocalText Title(Instrument instrument, AnswerForm form, ChartPoint[] points)
    {
        string In(TextLanguage language) => Words.Of($"Chart.{form}Title", language,
            ("instrument", instrument.Title.In(language)),
            ("half", Digits(points.Count(point => point.Value.Value >= 0.5))),
            ("points", Digits(points.Length)),
            ("highest", form == AnswerForm.Marks
                ? Figures.Number(points[0].Value.Value!.Value, Figures.DecimalsOf(instrument.Scale), language)
                : Figures.Percent(points[0].Value.Value!.Value, language)),
            ("lowest", form == AnswerForm.Marks
                ? Figures.Number(points[^1].Value.Value!.Value, Figures.DecimalsOf(instrument.Scale), language)
                : Figures.Percent(points[^1].Value.Value!.Value, language)));
        return new LocalText(In(TextLanguage.Vi), In(TextLanguage.En));
    }

    static ChartAxis Axis(ScoreScale scale, AnswerForm form)
    {
        if (form != AnswerForm.Marks)
            return new ChartAxis(Words.Both("Chart.ShareAxis").Bilingual(), 0, 1, "0%");
        string In(TextLanguage language) => Words.Of("Chart.PointsAxis", language,
            ("low", Figures.Plain(scale.Low, language)), ("high", Figures.Plain(scale.High, language)));
        return new ChartAxis(new LocalText(In(TextLanguage.Vi), In(TextLanguage.En)).Bilingual(), scale.Low, scale.High, "0.0");
    }

    static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
