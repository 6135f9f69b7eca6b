using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <summary>How a table is to be read: where things stand, and how numbers and dates are written. It holds for the whole file.</summary>
sealed record TableForm(TableColumns Columns, NumberForm Numbers, DateForm Dates)
{
    /// <summary>Cells may hold what could not be read.</summary>
    public bool HasUnreadableText { get; private init; }

    /// <summary>What the source states; what it leaves open, as the table shows it.</summary>
    public static TableForm Of(Source source, Table table, TableColumns columns)
    {
        var numbers = source.DecimalMark is { } mark ? new NumberForm(mark) : NumberForm.Shown(table, columns.Numeric);
        var dated = columns.Date is { } column ? table.Rows.Select(row => row.At(column)) : [];
        var dates = source.DateOrder is { } order ? DateForm.Stated(order, table.CountsFrom1904) : DateForm.Shown(dated, table.CountsFrom1904);
        return new TableForm(columns, numbers, dates) { HasUnreadableText = table.HasUnreadableText };
    }
}
