using System.Globalization;
using System.Runtime.CompilerServices;

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
        var evidence = new Evidence(columns);
        foreach (var row in table.Rows)
            evidence.Add(row);
        return evidence.Form();
    }

    /// <summary>The marks that these columns show, added up row by row.</summary>
    public sealed class Evidence(IEnumerable<int> columns)
    {
        readonly int[] numeric = [.. columns.Distinct()];
        int points, commas;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(IRow row)
        {
            foreach (var column in numeric)
            {
                if (row.DigitAt(column) >= 0)
                    continue;
                var mark = row.At(column) is { Kind: CellKind.Text } cell ? MarkIn(cell.Text) : null;
                points += mark == '.' ? 1 : 0;
                commas += mark == ',' ? 1 : 0;
            }
        }

        public NumberForm Form() => new(commas > points ? ',' : '.');
    }

    static char? MarkIn(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny('.', ','))
            return null;
        var number = text.Trim();
        var at = number.IndexOfAny('.', ',');
        if (at <= 0 || at == number.Length - 1 || !char.IsAsciiDigit(number[at - 1]))
            return null;
        return number[(at + 1)..].IndexOfAnyExceptInRange('0', '9') < 0 ? number[at] : null;
    }

    /// <summary>A number cell's number, or the number that a text cell writes in the file's form.</summary>
    public bool TryRead(Cell cell, out double number)
    {
        number = cell.Number;
        return cell.Kind == CellKind.Number || (cell.Kind == CellKind.Text && TryRead(cell.Text, out number));
    }

    /// <summary>The same, also with an exponent, as programs write very small and very large numbers.</summary>
    public bool TryReadAny(Cell cell, out double number) =>
        TryRead(cell, out number)
        || (cell.Kind == CellKind.Text && double.TryParse(cell.Text, Plain | NumberStyles.AllowExponent, format, out number) && double.IsFinite(number));

    /// <summary>No exponent and no thousands: neither belongs to a score, and a thousands point would be read as a decimal one.</summary>
    const NumberStyles Plain =
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    bool TryRead(ReadOnlySpan<char> text, out double number)
    {
        if (TryReadDigits(text, out number))
            return true;
        var isNumber = double.TryParse(text, Plain, format, out number) || double.TryParse(Plainly(text), Plain, format, out number);
        return isNumber && double.IsFinite(number);
    }

    /// <summary>Digits so few that a double holds their number: most scores, read without the general rules and to the same last bit.</summary>
    bool TryReadDigits(ReadOnlySpan<char> text, out double number)
    {
        var (whole, digits, decimals) = (0L, 0, -1);
        number = double.NaN;
        if (text.Length > MostDigits)
            return false;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
                (whole, digits, decimals) = (10 * whole + (letter - '0'), digits + 1, decimals < 0 ? decimals : decimals + 1);
            else if (letter == DecimalMark && decimals < 0)
                decimals = 0;
            else
                return false;
        }
        // One division of two numbers that are exact is rounded once, as the general rules round.
        number = decimals > 0 ? whole / PowersOfTen[decimals] : whole;
        return digits > 0 && decimals != 0 && digits > decimals;
    }

    const int MostDigits = 15;

    static readonly double[] PowersOfTen = [.. Enumerable.Range(0, MostDigits + 1).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    /// <summary>Full-width digits of Japanese forms, the typographic minus and no-break or zero-width spaces, in plain characters.</summary>
    static string Plainly(ReadOnlySpan<char> text)
    {
        var plain = text.ToString().Normalize(System.Text.NormalizationForm.FormKC).Replace('\u2212', '-');
        return string.Concat(plain.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format));
    }
}
