using System.Text.RegularExpressions;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Columns;

/// <summary>The column that names the moment of each row, and what its cells mean.</summary>
static partial class WaveColumns
{
    const int MostMoments = 6;

    /// <summary>A column of few values that name moments; or a column named so.</summary>
    public static int? Find(ExportColumns columns, PersonColumns people, IReadOnlyList<TableRow> records)
    {
        bool IsFree(int column) => column != people.Key && column != people.Name && columns.Profile(column) is { Filled: > 0 } profile
            && profile.Distinct <= MostMoments
            && profile.Filled * 2 > records.Count && !columns.IsScore(column);
        var byValues = columns.Own.Where(column => IsFree(column) && Values(records, column).Select(value => WaveWords.OfCell(new Sought(value)))
            .ToArray() is { Length: > 1 } kinds
            && kinds.All(kind => kind is not null) && kinds.Distinct().Count() > 1);
        var byName = columns.Own.Where(column => IsFree(column) && columns.Words(column).Has(RoleWords.Wave)
            && (columns.Profile(column).Distinct > 1 || Values(records, column).All(value => WaveWords.OfCell(new Sought(value)) is not null)));
        return byValues.Concat(byName).Select(column => (int?)column).FirstOrDefault();
    }

    /// <summary>
    /// What each value of the column means: by its words, else by its number, else (codes such as A1, A2) by which was collected first.
    /// </summary>
    public static IReadOnlyDictionary<string, WaveKind> Meanings(IReadOnlyList<TableRow> records, int column, Func<TableRow, DateOnly?> dateOf)
    {
        var values = Values(records, column);
        var meanings = new Dictionary<string, WaveKind>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (WaveWords.OfCell(new Sought(value)) is { } kind)
                meanings[value] = kind;
        }
        if (meanings.Count > 0 || values.Count is < 2 or > 4 || !values.All(value => Code().IsMatch(value)))
            return meanings;
        var order = values.All(value => NumberIn(value) is not null)
            ? values.OrderBy(value => NumberIn(value)!.Value).ToList()
            : ByDate(records, column, values, dateOf);
        foreach (var (place, value) in order.Index())
            meanings[value] = WaveWords.OfPlace(place);
        return meanings;
    }

    /// <summary>What a cell names: the label of its code, where the file has labels.</summary>
    public static string Said(Cell cell) => (cell.Label ?? cell.Shown).Trim();

    static List<string> ByDate(IReadOnlyList<TableRow> records, int column, IReadOnlyList<string> values, Func<TableRow, DateOnly?> dateOf)
    {
        var middle = values.ToDictionary(value => value, value =>
        {
            var dates = records.Where(row => Said(row.At(column)) == value).Select(dateOf).OfType<DateOnly>().Order().ToArray();
            return dates.Length == 0 ? (DateOnly?)null : dates[dates.Length / 2];
        });
        return middle.Values.Any(date => date is null) ? [] : [.. values.OrderBy(value => middle[value])];
    }

    /// <summary>The digits that end a code: A1, wave2, 3.</summary>
    static int? NumberIn(string value) => value.Length > 0 && char.IsAsciiDigit(value[^1]) && (value.Length == 1 || !char.IsAsciiDigit(value[^2]))
        ? value[^1] - '0' : null;

    /// <summary>A code, not words, an hour or an address.</summary>
    [GeneratedRegex(@"^\p{L}{0,8}[ _-]?[0-9]{0,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    static IReadOnlyList<string> Values(IReadOnlyList<TableRow> records, int column) =>
        [.. records.Select(row => row.At(column)).Where(cell => !cell.IsEmpty).Select(Said).Distinct(StringComparer.Ordinal)];
}
