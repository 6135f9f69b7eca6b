using System.Globalization;
using System.Text.RegularExpressions;

namespace ImpactEval.Reporting.Finishing;

/// <summary>Addresses such as <c>$C$6:$C$13</c>.</summary>
static partial class CellAddresses
{
    const int Letters = 26;
    const string LastCellOfSheet = "$XFD$1048576";

    /// <summary>The addresses of all cells of an area, row by row, without dollar signs.</summary>
    /// <exception cref="ArgumentException">Not an area of cells.</exception>
    public static IEnumerable<string> In(string area)
    {
        var match = Area().Match(area);
        if (!match.Success)
            throw new ArgumentException($"'{area}' is no area of cells.", nameof(area));
        var (firstColumn, firstRow) = (Column(match.Groups["column"].Value), Row(match.Groups["row"].Value));
        var (lastColumn, lastRow) = match.Groups["lastRow"].Success
            ? (Column(match.Groups["lastColumn"].Value), Row(match.Groups["lastRow"].Value))
            : (firstColumn, firstRow);
        return from row in Enumerable.Range(firstRow, lastRow - firstRow + 1)
               from column in Enumerable.Range(firstColumn, lastColumn - firstColumn + 1)
               select string.Create(CultureInfo.InvariantCulture, $"{Name(column)}{row}");
    }

    /// <summary>A range as formulas write it: <c>'Kết quả học tập'!$C$6:$C$13</c>.</summary>
    public static string Formula(CellRange range) => $"'{range.Sheet.Replace("'", "''", StringComparison.Ordinal)}'!{range.Address}";

    /// <summary>
    /// The range without the cells at some positions; an empty cell stands in for each, so that positions stay:
    /// <c>('S'!$C$6:$C$8,'S'!$XFD$1048576,'S'!$C$10)</c>.
    /// </summary>
    public static string Formula(CellRange range, IReadOnlySet<int> leftOut)
    {
        if (leftOut.Count == 0)
            return Formula(range);
        string[] addresses = [.. In(range.Address).Select(Fixed)];
        var areas = new List<string>();
        for (var first = 0; first < addresses.Length;)
        {
            var last = first;
            while (!leftOut.Contains(first) && last + 1 < addresses.Length && !leftOut.Contains(last + 1))
                last++;
            areas.Add(leftOut.Contains(first) ? LastCellOfSheet : $"{addresses[first]}:{addresses[last]}");
            first = last + 1;
        }
        return $"({string.Join(',', areas.Select(area => Formula(range with { Address = area })))})";
    }

    static string Fixed(string address)
    {
        var letters = address.TrimEnd([.. "0123456789"]);
        return $"${letters}${address[letters.Length..]}";
    }

    static int Column(string letters) => letters.Aggregate(0, (column, letter) => column * Letters + (letter - 'A' + 1));

    static string Name(int column) => column <= Letters
        ? ((char)('A' + column - 1)).ToString()
        : Name((column - 1) / Letters) + Name((column - 1) % Letters + 1);

    static int Row(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\$?(?<column>[A-Z]{1,3})\$?(?<row>[0-9]{1,7})(:\$?(?<lastColumn>[A-Z]{1,3})\$?(?<lastRow>[0-9]{1,7}))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Area();
}
