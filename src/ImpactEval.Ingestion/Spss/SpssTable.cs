using System.Globalization;
using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Spss;

/// <summary>
/// A system file as a table of codes: headings are the variables' names with their labels beside them, codes carry their labels, and what
/// is missing, whether nobody gave it or the file declares it so, is an empty cell. Rows are numbered as SPSS numbers them.
/// </summary>
sealed class SpssTable(string file, Source source, FileLimits limits)
{
    /// <summary>A row costs about as much room as so many of its cells.</summary>
    const int CellsOfARow = 16;

    const int SmallNumbers = 256;

    /// <summary>Answers are small whole numbers: one object for all of each.</summary>
    static readonly object[] Small = [.. Enumerable.Range(0, SmallNumbers).Select(number => (object)(double)number)];

    readonly SpssRefusal refusal = new(file);

    /// <exception cref="BrokenContractException">The file is damaged or hostile, its texts cannot be decoded, or there are no rows.</exception>
    public Table Read(byte[] bytes)
    {
        var spss = SpssFile.Open(file, new MemoryStream(bytes, writable: false), limits, source.Encoding);
        var variables = spss.Dictionary.Variables;
        var labelled = variables.Select(_ => new Dictionary<object, LabelledValue>()).ToArray();
        var mostRows = limits.Cells / (variables.Count + CellsOfARow);
        var rows = new List<TableRow>();
        foreach (var row in spss.Rows())
        {
            if (row.Case > mostRows)
                throw refusal.TooLarge($"> {mostRows} × {variables.Count}", $"≤ {limits.Cells}");
            rows.Add(new TableRow((int)row.Case, [.. row.Cells.Select((cell, column) => ValueOf(cell, labelled[column]))], IsRagged: false));
        }
        if (rows.Count == 0)
            throw refusal.WithoutRows();
        return new Table([.. variables.Select(variable => variable.Name)], rows)
        {
            HeadingLabels = [.. variables.Select(variable => variable.Label ?? "")],
            Encoding = spss.Dictionary.Encoding,
            WasDecomposed = spss.WasDecomposed,
        };
    }

    /// <param name="labelled">One object for all cells of a code.</param>
    static object? ValueOf(SpssCell cell, Dictionary<object, LabelledValue> labelled)
    {
        if (cell.IsMissing)
            return null;
        if (cell.Label is not { } label)
            return CodeOf(cell);
        var raw = cell.Text ?? (object)cell.Number;
        return labelled.TryGetValue(raw, out var known) ? known : labelled[raw] = new LabelledValue(CodeOf(cell), label);
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

    static object Number(SpssCell cell)
    {
        var number = cell.Number;
        if (number != Math.Floor(number) || number < 0)
            return number;
        // The format N keeps the zeros in front, as identification numbers have them.
        if (cell.Variable.Format is { Type: SpssFormatType.N } format && number < 1e15)
            return ((long)number).ToString($"D{format.Width}", CultureInfo.InvariantCulture);
        return number < SmallNumbers ? Small[(int)number] : number;
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
