using System.Globalization;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Spss;

/// <summary>What a table holds for the values of one variable. Answers repeat: each value is judged once and held as one object.</summary>
sealed class SpssColumn
{
    /// <summary>Scales, codes and days have fewer values; of identification numbers the later ones are made anew.</summary>
    const int Kept = 1000;

    readonly Dictionary<double, object?> ofNumbers = [];
    readonly Dictionary<string, object?> ofTexts = new(StringComparer.Ordinal);

    /// <returns>A text, a number or a date, with its label if it has one; null when the value is missing.</returns>
    public object? ValueOf(SpssCell cell) =>
        cell.Text is { } text ? ValueOf(ofTexts, text, cell) : double.IsNaN(cell.Number) ? null : ValueOf(ofNumbers, cell.Number, cell);

    static object? ValueOf<T>(Dictionary<T, object?> known, T raw, SpssCell cell) where T : notnull
    {
        if (known.TryGetValue(raw, out var value))
            return value;
        value = cell.IsMissing ? null : cell.Label is { } label ? new LabelledValue(CodeOf(cell), label) : CodeOf(cell);
        if (known.Count < Kept)
            known.Add(raw, value);
        return value;
    }

    static object CodeOf(SpssCell cell) => cell.Variable.Format.Kind switch
    {
        SpssValueKind.Text => cell.Text!,
        SpssValueKind.Date or SpssValueKind.DateAndTime when cell.Date is { } date => date,
        SpssValueKind.Duration when cell.Duration is { } duration => Clock(duration),
        SpssValueKind.Number => Number(cell),
        // No date of the calendar: a text, so that nobody reads it as the serial number of another day.
        _ => cell.Number.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>The format N keeps the zeros in front, as identification numbers have them.</summary>
    static object Number(SpssCell cell)
    {
        var isWhole = cell.Number == Math.Floor(cell.Number) && cell.Number is >= 0 and < 1e15;
        return isWhole && cell.Variable.Format is { Type: SpssFormatType.N } format
            ? ((long)cell.Number).ToString($"D{format.Width}", CultureInfo.InvariantCulture)
            : cell.Number;
    }

    /// <summary>Hours, which may be more than a day has, minutes and seconds.</summary>
    static string Clock(TimeSpan duration)
    {
        var time = duration.Duration();
        var sign = duration < TimeSpan.Zero ? "-" : "";
        var thousandths = time.Milliseconds == 0 ? "" : $".{time.Milliseconds:000}";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{(long)time.TotalHours:00}:{time:mm\\:ss}{thousandths}");
    }
}
