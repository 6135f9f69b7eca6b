using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <summary>How a table is to be read: where things stand, and how numbers and dates are written. It holds for the whole file.</summary>
sealed record TableForm(TableColumns Columns, NumberForm Numbers, DateForm Dates)
{
    /// <summary>What the source states; what it leaves open, as the rows show it, all of them, in one pass.</summary>
    public static TableForm Of(Source source, Table table, TableColumns columns)
    {
        var numbers = new NumberForm.Evidence(source.DecimalMark is null ? columns.Numeric : []);
        var dates = new DateForm.Evidence();
        var date = source.DateOrder is null ? columns.Date : null;
        if (source.DecimalMark is null || date is not null)
        {
            foreach (var row in table.Rows)
            {
                numbers.Add(row);
                if (date is { } column)
                    dates.Add(row.At(column));
            }
        }
        return new TableForm(
            columns,
            source.DecimalMark is { } mark ? new NumberForm(mark) : numbers.Form(),
            source.DateOrder is { } order ? DateForm.Stated(order, table.CountsFrom1904) : dates.Form(table.CountsFrom1904));
    }
}
