using System.Globalization;

namespace ImpactEval.Ingestion.Tables;

/// <summary>How a file writes numbers: one decimal mark for all of it, never guessed cell by cell, and no thousands.</summary>
sealed class NumberForm(char decimalMark)
{
    readonly NumberFormatInfo format = new()
    {
        NumberDecimalSeparator = decimalMark.ToString(),
        NumberGroupSeparator = "\u0001",
        NegativeSign = "-",
    };

    public char DecimalMark { get; } = decimalMark;

    /// <summary>The mark that more cells show between digits; a point when none does or both do alike.</summary>
    public static NumberForm Shown(Table table, IEnumerable<int> columns)
    {
        var numeric = columns.Distinct().ToArray();
        var (points, commas) = (0, 0);
        foreach (var row in table.Rows)
        {
            foreach (var column in numeric)
            {
                var mark = row.At(column) is { Kind: CellKind.Text } cell ? MarkIn(cell.Shown) : null;
                points += mark == '.' ? 1 : 0;
                commas += mark == ',' ? 1 : 0;
            }
        }
        return new NumberForm(commas > points ? ',' : '.');
    }

    static char? MarkIn(string text)
    {
        var number = text.AsSpan().Trim();
        var at = number.IndexOfAny('.', ',');
        if (at <= 0 || at == number.Length - 1 || !char.IsAsciiDigit(number[at - 1]))
            return null;
        return number[(at + 1)..].IndexOfAnyExceptInRange('0', '9') < 0 ? number[at] : null;
    }

    /// <summary>A number cell's number, or the number that a text cell writes in the file's form.</summary>
    public bool TryRead(Cell cell, out double number)
    {
        number = cell.Number;
        return cell.Kind == CellKind.Number || (cell.Kind == CellKind.Text && TryRead(cell.Shown, out number));
    }

    /// <summary>The same, also with an exponent, as programs write very small and very large numbers.</summary>
    public bool TryReadAny(Cell cell, out double number) =>
        TryRead(cell, out number)
        || (cell.Kind == CellKind.Text && double.TryParse(cell.Shown, Plain | NumberStyles.AllowExponent, format, out number) && double.IsFinite(number));

    /// <summary>No exponent and no thousands: neither belongs to a score, and a thousands point would be read as a decimal one.</summary>
    const NumberStyles Plain =
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    bool TryRead(string text, out double number)
    {
        var isNumber = double.TryParse(text, Plain, format, out number) || double.TryParse(Plainly(text), Plain, format, out number);
        return isNumber && double.IsFinite(number);
    }

    /// <summary>Full-width digits of Japanese forms, the typographic minus and no-break or zero-width spaces, in plain characters.</summary>
    static string Plainly(string text)
    {
        var plain = text.Normalize(System.Text.NormalizationForm.FormKC).Replace('\u2212', '-');
        return string.Concat(plain.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format));
    }
}
