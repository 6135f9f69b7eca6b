namespace ImpactEval.Ingestion.Tables;

/// <summary>A workbook cell's value as the tables hold it: a number, a date, composed text or nothing.</summary>
static class SheetValue
{
    public static object? Of(object? value, out bool wasDecomposed)
    {
        wasDecomposed = false;
        switch (value)
        {
            case null or double or DateTime:
                return value;
            case int number:
                return (double)number;
            case bool isTrue:
                return isTrue ? "TRUE" : "FALSE";
            default:
                var text = value.ToString()!;
                wasDecomposed = !text.IsNormalized();
                return wasDecomposed ? text.Normalize() : text;
        }
    }
}
