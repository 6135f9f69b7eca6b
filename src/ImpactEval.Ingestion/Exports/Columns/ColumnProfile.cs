using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Columns;

/// <summary>What a column holds, counted once, so that what it is can be told from more than its heading.</summary>
sealed record ColumnProfile(int Filled, int Numeric, int Dates, int LongTexts, int Distinct, double Least, double Most, bool IsWhole)
{
    const int LongText = 40;

    /// <summary>Most cells are numbers; words that mean "no value" do not change what a column is.</summary>
    public bool IsNumeric => Filled > 0 && Numeric * 2 >= Filled;

    /// <summary>Yes and no as numbers.</summary>
    public bool IsFlag => IsWhole && Least >= 0 && Most <= 1;

    public bool IsText => Filled > 0 && LongTexts * 4 >= Filled;

    public static ColumnProfile Of(IEnumerable<TableRow> rows, int column)
    {
        int filled = 0, numeric = 0, dates = 0, longTexts = 0;
        var (least, most, isWhole) = (double.PositiveInfinity, double.NegativeInfinity, true);
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        var loose = new ScoreText(new NumberForm('.'), new HashSet<string>());
        foreach (var cell in rows.Select(row => row.At(column)))
        {
            if (cell.IsEmpty)
                continue;
            filled++;
            distinct.Add(cell.Shown);
            dates += cell.Kind == CellKind.Date ? 1 : 0;
            var isNumber = cell.Kind == CellKind.Number || (cell.Kind == CellKind.Text && ScoreText.LooksNumeric(cell.Shown));
            if (isNumber)
            {
                numeric++;
                var value = loose.Read(cell).Value;
                (least, most, isWhole) = (Math.Min(least, value), Math.Max(most, value), isWhole && value == Math.Floor(value));
            }
            else if (cell.Kind == CellKind.Text)
                longTexts += cell.Shown.Length >= LongText ? 1 : 0;
        }
        return new ColumnProfile(filled, numeric, dates, longTexts, distinct.Count, least, most, isWhole);
    }
}
