using System.Globalization;

namespace ImpactEval.Ingestion.Tables;

/// <summary>A code and what it means, where a file says both.</summary>
/// <param name="Code">A text or a number.</param>
sealed record LabelledValue(object Code, string Label);

enum CellKind : byte { Empty, Text, Number, Date }

/// <summary>What one cell holds. A CSV holds only texts; a workbook also numbers and dates, which need no assumption about their format.</summary>
/// <remarks>The text may stand in a buffer that the next row overwrites: <see cref="Shown"/> is for keeping.</remarks>
readonly record struct Cell
{
    readonly ReadOnlyMemory<char> text;
    readonly double number;

    Cell(CellKind kind, ReadOnlyMemory<char> text, double number) => (Kind, this.text, this.number) = (kind, text, number);

    public CellKind Kind { get; }

    /// <summary>What the file says the cell's code means.</summary>
    public string? Label { get; private init; }

    public bool IsEmpty => Kind == CellKind.Empty;

    /// <summary>The number; days since 30 December 1899 for a date.</summary>
    public double Number => number;

    /// <summary>The letters of a text.</summary>
    public ReadOnlySpan<char> Text => text.Span;

    /// <summary>The cell as a person sees it, in no one's locale.</summary>
    public string Shown => Kind switch
    {
        CellKind.Text => text.ToString(),
        CellKind.Number => number.ToString("R", CultureInfo.InvariantCulture),
        CellKind.Date => DateTime.FromOADate(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>What a file's reader holds for a cell: a text, a number, a date, one of them with its label, or nothing.</summary>
    public static Cell Of(object? value) => value switch
    {
        string text => OfText(text),
        double number => OfNumber(number),
        DateTime date => OfDate(date),
        LabelledValue labelled => Of(labelled.Code) with { Label = labelled.Label },
        _ => default,
    };

    public static Cell OfText(string? text) => OfText(text.AsMemory());

    public static Cell OfText(ReadOnlyMemory<char> text) => IsInvisible(text.Span) ? default : new(CellKind.Text, text, double.NaN);

    static Cell OfNumber(double number) =>
        double.IsFinite(number) ? new(CellKind.Number, default, number) : OfText(number.ToString(CultureInfo.InvariantCulture));

    static Cell OfDate(DateTime date) => new(CellKind.Date, default, date.ToOADate());

    /// <summary>Spaces, no-break spaces and zero-width characters only: nobody sees anything there.</summary>
    static bool IsInvisible(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (letter is > ' ' and <= '~')
                return false;
            if (!char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                return false;
        }
        return true;
    }
}
