using System.Globalization;
using System.Text.RegularExpressions;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Columns;

enum ScoreReadingKind { Empty, NoValue, Number, WithUnit, NotNumeric }

/// <param name="OutOf">The denominator that the cell writes, if any.</param>
readonly record struct ScoreReading(ScoreReadingKind Kind, double Value = double.NaN, double? OutOf = null)
{
    public bool HasValue => Kind is ScoreReadingKind.Number or ScoreReadingKind.WithUnit;
}

/// <summary>Reads cells that should hold scores: numbers, numbers with a unit or a denominator, words that mean there is none.</summary>
sealed partial class ScoreText(NumberForm numbers, IReadOnlySet<string> emptyMarks)
{
    static readonly NumberForm Point = new('.'), Comma = new(',');

    public char DecimalMark => numbers.DecimalMark;

    public ScoreReading Read(Cell cell)
    {
        if (cell.Kind == CellKind.Number)
            return new(ScoreReadingKind.Number, cell.Number);
        if (cell.IsEmpty)
            return new(ScoreReadingKind.Empty);
        var text = cell.Shown;
        if (cell.Kind == CellKind.Text && emptyMarks.Contains(text.Trim()))
            return new(ScoreReadingKind.Empty);
        if (TryNumber(cell, out var number))
            return new(ScoreReadingKind.Number, number);
        if (RowWords.IsNoValue(text))
            return new(ScoreReadingKind.NoValue);
        return WithUnit().Match(text) is { Success: true } match && TryNumber(Cell.OfText(match.Groups["number"].Value), out number)
            ? new(ScoreReadingKind.WithUnit, number, OutOf(match))
            : new(ScoreReadingKind.NotNumeric);
    }

    /// <summary>In the file's form; else with the other mark, where three digits cannot make it a thousands mark.</summary>
    bool TryNumber(Cell cell, out double number)
    {
        if (numbers.TryRead(cell, out number))
            return true;
        var other = numbers.DecimalMark == '.' ? Comma : Point;
        return !Thousands().IsMatch(cell.Shown) && other.TryRead(cell, out number);
    }

    double? OutOf(Match match) => match.Groups["of"] is { Success: true } of && TryNumber(Cell.OfText(of.Value), out var number) ? number : null;

    /// <summary>Whether a text has the form of a number in any language; what the profile of a column counts.</summary>
    public static bool LooksNumeric(string text) => PlainNumber().IsMatch(text) || WithUnit().IsMatch(text);

    [GeneratedRegex(@"^\s*[-+\u2212]?[0-9\uFF10-\uFF19]+([.,][0-9\uFF10-\uFF19]+)?[\s\u200B]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"^[^0-9]*[0-9]{1,3}([.,][0-9]{3})+[^0-9]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Thousands();

    [GeneratedRegex(
        @"^\s*(?<number>[-+\u2212]?[0-9]+([.,][0-9]+)?)\s*(/\s*(?<of>[0-9]+([.,][0-9]+)?)|(trên|tren|out of|sur|of)\s+(?<of>[0-9]+([.,][0-9]+)?)|(đ|d|điểm|diem|points?|pts?|pt|点|%|％|marks?)\.?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WithUnit();
}
