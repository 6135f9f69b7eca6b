using ImpactEval.Evaluation;
using ImpactEval.Reporting.Charts;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>How the items of an instrument are answered, and so what is told of them.</summary>
internal enum AnswerForm
{
    /// <summary>A few steps from "not at all" to "fully": the share of the top two tells most.</summary>
    Rating,
    /// <summary>Chosen or not.</summary>
    Choice,
    /// <summary>Points on a long scale: the mean.</summary>
    Marks,
}

/// <summary>Questions asked once, a table with its chart for each instrument: reaction to the course, application at work.</summary>
internal static class ApplicationSheet
{
    const string Name = "Application";
    const double ItemWidth = 66, ChartWidth = 78;

    /// <summary>Rating scales have up to seven answers; where there are more, two of them are not "the top".</summary>
    const int MostRatingSteps = 6;

    public static Sheet Of(SponsorReport report)
    {
        var name = Sheet.NameOf(SheetKind.Application);
        var tables = new List<SheetTable>();
        foreach (var items in ByInstrument(report.Findings))
        {
            var columns = Columns(report.Study, FormOf(report.Study.Instrument(items[0].Instrument)));
            var table = tables.Count == 0
                ? SheetTable.Captioned(name, Name, Caption(items[0], report.Study), columns, items)
                : tables[^1].Then(Name + SheetTable.Letters(tables.Count), Caption(items[0], report.Study), columns, items);
            tables.Add(table with { LeastRows = ChartPlacement.RowsBeside(items.Count) });
        }
        if (tables.Count == 0)
            tables.Add(SheetTable.Of(name, Name, Columns(report.Study, AnswerForm.Rating), []));
        return new Sheet(SheetKind.Application, report.Note("Sheet.Application.Note"), tables, ChartWidth);
    }

    /// <summary>Items of each instrument, one list per table.</summary>
    public static IReadOnlyList<IReadOnlyList<ItemFinding>> ByInstrument(Findings findings) =>
        [.. findings.Items.GroupBy(item => item.Instrument).Select(items => items.ToArray())];

    public static AnswerForm FormOf(Instrument instrument) => instrument.Scale switch
    {
        { Low: 0, High: 1 } => AnswerForm.Choice,
        var scale when scale.High - scale.Low <= MostRatingSteps => AnswerForm.Rating,
        _ => AnswerForm.Marks,
    };

    public static LocalText TextOf(ItemFinding item, Study study) =>
        study.Instrument(item.Instrument).Items.Single(candidate => candidate.Code == item.Item).Text;

    static Column<ItemFinding>[] Columns(Study study, AnswerForm form) =>
    [
        new(ColumnHead.Text("Item", ItemWidth), item => new Cell.Text(TextOf(item, study).Within(ItemWidth))),
        new(ColumnHead.Count("Answered", Unit.None), item => item.Suppressed ? Cell.Confidential : Cell.Of(item.Answered)),
        .. form == AnswerForm.Choice ? [] : Moments,
        .. form == AnswerForm.Marks ? [] : Shares(form == AnswerForm.Choice ? "ChosenShare" : "TopShare"),
    ];

    static readonly Column<ItemFinding>[] Moments =
    [
        new(ColumnHead.Estimate("Mean", Unit.Points), item => Shown(item, item.Mean)),
        new(ColumnHead.Estimate("Sd", Unit.Points), item => Shown(item, item.StandardDeviation)),
    ];

    static Column<ItemFinding>[] Shares(string code) =>
    [
        new(ColumnHead.Share(code).Wide(10), item => Shown(item, item.TopShare?.Value)),
        new(ColumnHead.Share("Lower"), item => Shown(item, item.TopShare?.Intervals.Primary.Lower)),
        new(ColumnHead.Share("Upper"), item => Shown(item, item.TopShare?.Intervals.Primary.Upper)),
    ];

    static LocalText Caption(ItemFinding item, Study study)
    {
        var (instrument, wave) = (study.Instrument(item.Instrument).Title, study.Wave(item.Wave).Title);
        return new LocalText($"{instrument.Vi} ({wave.Vi})", $"{instrument.In(TextLanguage.En)} ({wave.In(TextLanguage.En)})");
    }

    static Cell Shown(ItemFinding item, double? number) =>
        item.Suppressed ? Cell.Confidential : number is { } value ? new Cell.Number(value) : Cell.NotApplicable;
}
