using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <summary>How a table is to be read: where things stand, and how numbers and dates are written. It holds for the whole file.</summary>
sealed record TableForm(TableColumns Columns, NumberForm Numbers, DateForm Dates)
{
    /// <summary>Both read every cell alike.</summary>
    public bool ReadsAs(TableForm other) =>
        Numbers.DecimalMark == other.Numbers.DecimalMark && (Dates.Order, Dates.IsCertain) == (other.Dates.Order, other.Dates.IsCertain);
}

/// <summary>What the rows of a table show of its form, added up one by one; what the source states is not sought.</summary>
sealed class FormEvidence(Source source, TableColumns columns, bool countsFrom1904)
{
    readonly NumberForm.Evidence numbers = new(source.DecimalMark is null ? columns.Numeric : []);
    readonly DateForm.Evidence dates = new();
    readonly int? date = source.DateOrder is null ? columns.Date : null;

    public void Add(IRow row)
    {
        numbers.Add(row);
        if (date is { } column)
            dates.Add(row.At(column));
    }

    public TableForm Form() => new(
        columns,
        source.DecimalMark is { } mark ? new NumberForm(mark) : numbers.Form(),
        source.DateOrder is { } order ? DateForm.Stated(order, countsFrom1904) : dates.Form(countsFrom1904));
}
