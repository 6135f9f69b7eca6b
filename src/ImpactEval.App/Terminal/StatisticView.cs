using System.Globalization;
using ImpactEval.Reporting;
using ImpactEval.Statistics;
using ImpactEval.Statistics.Catalogue;
using Spectre.Console;

namespace ImpactEval.App.Terminal;

/// <summary>A result as a table: one line for each number with its interval, then what it rests on and who says so.</summary>
static class StatisticView
{
    static readonly string[] Columns = ["term", "value", "interval", "method", "standardError", "degreesOfFreedom", "size", "statistic", "pValue"];

    /// <summary>Below it a p value is printed as "less than".</summary>
    const double SmallestP = 0.001;

    public static void Write(TextWriter output, StatisticResult result, Messages messages)
    {
        var lines = result.Rows.SelectMany(row => Lines(row, messages)).ToArray();
        var shown = Columns.Where(column => column is "term" or "value" || Array.Exists(lines, line => line[column].Length > 0)).ToArray();
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in shown)
        {
            var heading = new TableColumn(Markup.Escape(messages[$"statistic.column.{column}"])).NoWrap();
            table.AddColumn(column is "term" or "interval" or "method" ? heading : heading.RightAligned());
        }
        foreach (var line in lines)
            table.AddRow([.. shown.Select(column => new Text(line[column]))]);

        output.WriteLine($"{messages[$"statistic.title.{result.Entry.Name}"]} ({result.Entry.Name})");
        Screen.Of(output).Write(table);
        if (result.Size + result.Dropped > 0)
            output.WriteLine(messages.Format("statistic.rows", result.Size, result.Dropped));
        Facts(output, "statistic.facts", result.Facts, messages);
        Facts(output, "statistic.options", result.Options, messages);
        output.WriteLine(messages.Format("statistic.source", result.Entry.Source));
    }

    static void Facts(TextWriter output, string key, IReadOnlyList<ResultFact> facts, Messages messages)
    {
        if (facts.Count > 0)
            output.WriteLine(messages.Format(key, string.Join("; ", facts.Select(fact => $"{fact.Name} = {fact.Value}"))));
    }

    /// <summary>The row, and a line for each further interval.</summary>
    static IEnumerable<Dictionary<string, string>> Lines(ResultRow row, Messages messages)
    {
        yield return new()
        {
            ["term"] = row.Of is null ? row.Term : $"{row.Term} [{row.Of}]",
            ["value"] = Value(row, messages),
            ["interval"] = Interval(row.Intervals?.Primary, messages), ["method"] = Method(row.Intervals?.Primary, messages),
            ["standardError"] = Number(row.StandardError, messages),
            ["degreesOfFreedom"] = row.ErrorDegreesOfFreedom is { } error
                ? $"{Number(row.DegreesOfFreedom, messages)}; {Number(error, messages)}"
                : Number(row.DegreesOfFreedom, messages),
            ["size"] = row.Size > 0 ? row.Size.ToString(messages.Culture) : "",
            ["statistic"] = Number(row.Statistic, messages),
            ["pValue"] = PValue(row.PValue, messages),
        };
        foreach (var interval in row.Intervals?.Others ?? [])
        {
            var line = Columns.ToDictionary(column => column, _ => "");
            (line["interval"], line["method"]) = (Interval(interval, messages), Method(interval, messages));
            yield return line;
        }
    }

    static string Value(ResultRow row, Messages messages) =>
        row.Word is { } word ? messages[$"statistic.word.{word}"]
        : row.NotEstimable is { } reason ? $"– ({Words.Of(reason, messages.Language)})"
        : row.Unbounded ? messages["statistic.unbounded"]
        : Number(row.Value, messages);

    static string Interval(ConfidenceInterval? interval, Messages messages)
    {
        string Limit(double? limit, string open) => limit is { } number ? Number(number, messages) : open;
        return interval is null ? "" : $"[{Limit(interval.Lower, "−∞")}; {Limit(interval.Upper, "∞")}]";
    }

    static string Method(ConfidenceInterval? interval, Messages messages) =>
        interval is null ? "" : $"{Words.Of(interval.Method, messages.Language)}, {(100 * interval.Level).ToString("0.##", messages.Culture)} %";

    static string PValue(double? p, Messages messages) => p switch
    {
        null => "",
        < SmallestP => "< " + SmallestP.ToString("0.000", messages.Culture),
        _ => p.Value.ToString("0.000", messages.Culture),
    };

    /// <summary>Four digits that count; all of a whole number.</summary>
    public static string Number(double? value, Messages messages)
    {
        if (value is not { } number)
            return "";
        var size = Math.Abs(number);
        var format = Math.Floor(number) == number && size < 1e9 ? "0"
            : size is >= 1e6 or < 1e-4 ? "0.000E+0"
            : "0." + new string('0', Math.Clamp(3 - (int)Math.Floor(Math.Log10(size)), 1, 7));
        return number.ToString(format, messages.Culture).Replace(NumberFormatInfo.GetInstance(messages.Culture).NegativeSign, "−",
            StringComparison.Ordinal);
    }
}
