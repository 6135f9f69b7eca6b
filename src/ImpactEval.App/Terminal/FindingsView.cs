using ImpactEval.Evaluation;
using ImpactEval.Statistics;
using ImpactEval.Studies;
using Spectre.Console;

namespace ImpactEval.App.Terminal;

/// <summary>The main findings as a table with a forest plot in text: every outcome's first comparison, for everybody.</summary>
static class FindingsView
{
    const int PlotWidth = 31;

    static readonly string[] Columns = ["outcome", "n", "before", "after", "change", "effect", "plot", "p"];

    /// <summary>From this width on the means of both waves fit beside the forest plot.</summary>
    const int WideScreen = 160;

    public static void Write(TextWriter output, Study study, Findings findings, Messages messages)
    {
        var outcomes = study.Outcomes().ToDictionary(outcome => outcome.Code);
        var rows = findings.Changes.Where(change => change.Group is null).DistinctBy(change => change.Outcome).ToArray();
        var intervals = rows.Select(IntervalOf).OfType<ConfidenceInterval>().ToArray();
        var plot = ForestPlot.Around(intervals.SelectMany(interval => new[] { interval.Lower ?? 0, interval.Upper ?? 0 }), PlotWidth);

        var columns = Columns
            .Where(column => column is not ("before" or "after") || Screen.WidthOf(output) >= WideScreen)
            .ToArray();
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(Heading(column, messages));
        foreach (var row in rows)
        {
            var cells = Cells(row, outcomes[row.Outcome], plot, messages);
            table.AddRow([.. columns.Select(column => new Text(cells[column]))]);
        }

        output.WriteLine(study.Title.In(messages.Language));
        Screen.Of(output).Write(table);
        output.WriteLine(messages.Format("findings.note", findings.Run.ConfidenceLevel * 100));
        output.WriteLine(messages["findings.noComparison"]);
        if (findings.Topics is { Topics.Count: > 0 } topics)
            WriteTopics(output, topics, messages);
        output.WriteLine();
    }

    static TableColumn Heading(string column, Messages messages)
    {
        var heading = new TableColumn(Markup.Escape(messages[$"findings.{column}"])).NoWrap();
        return column is "n" or "before" or "after" ? heading.RightAligned() : heading;
    }

    static Dictionary<string, string> Cells(ChangeFinding row, Outcome outcome, ForestPlot plot, Messages messages)
    {
        string Number(double? value, string format) => value is { } number ? number.ToString(format, messages.Culture) : "–";
        string Interval(ConfidenceInterval? interval, string format) =>
            interval is null ? "" : $" [{Number(interval.Lower, format)}; {Number(interval.Upper, format)}]";

        var effect = row.EffectSizes.FirstOrDefault(size => size.Kind == EffectSizeKind.DAv)?.Estimate;
        var interval = IntervalOf(row);
        var format = outcome.Scale.High - outcome.Scale.Low > 20 ? "0.0" : "0.00";
        return new()
        {
            ["outcome"] = (outcome.Code == outcome.Instrument.Code ? "" : "  ") + outcome.Title.In(messages.Language),
            ["n"] = row.Suppressed ? "[c]" : row.Counts?.Paired.ToString(messages.Culture) ?? "–",
            ["before"] = Number(row.Before?.Mean, format),
            ["after"] = Number(row.After?.Mean, format),
            ["change"] = Number(row.MeanChange?.Value, $"+{format};−{format}") + Interval(row.MeanChange?.Intervals.Primary, format),
            ["effect"] = Number(effect?.Value, "0.00") + Interval(interval, "0.00"),
            ["plot"] = interval is { Lower: { } lower, Upper: { } upper } && effect is not null ? plot.Line(lower, effect.Value, upper) : "",
            ["p"] = (row.AdjustedPValue ?? row.Test?.PValue) is { } p ? PValue(p, messages) : "–",
        };
    }

    static string PValue(double p, Messages messages) => p < 0.001 ? "< " + 0.001.ToString("0.000", messages.Culture) : p.ToString("0.000", messages.Culture);

    static ConfidenceInterval? IntervalOf(ChangeFinding row) =>
        row.EffectSizes.FirstOrDefault(size => size.Kind == EffectSizeKind.DAv)?.Estimate.Intervals.Primary;

    static void WriteTopics(TextWriter output, TopicFindings topics, Messages messages)
    {
        output.WriteLine();
        output.WriteLine(messages.Format("findings.topics", topics.Answers, topics.People, topics.Stability));
        foreach (var topic in topics.Topics)
        {
            var share = topic.Share is { } found ? found.Value.ToString("P0", messages.Culture) : "[c]";
            output.WriteLine($"  {topic.Number,2}. {share,5}  {topic.Label}");
        }
    }
}
