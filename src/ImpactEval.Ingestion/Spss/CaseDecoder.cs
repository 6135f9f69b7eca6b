namespace ImpactEval.Ingestion.Spss;

/// <summary>Turns the elements of a case into the cells of its variables.</summary>
/// <param name="layout">Where each variable's value stands; the same variables in the same order.</param>
sealed class CaseDecoder(IReadOnlyList<SpssVariable> variables, IReadOnlyList<RawVariable> layout, SpssText text, bool isBigEndian, double systemMissing)
{
    int at;

    /// <summary>The variable whose value was read last.</summary>
    public string Variable => variables[at].Name;

    public SpssRow Row(long number, byte[] elements)
    {
        var cells = new SpssCell[variables.Count];
        for (at = 0; at < cells.Length; at++)
        {
            var variable = variables[at];
            cells[at] = variable.IsText
                ? new SpssCell(variable, Text(elements, layout[at]))
                : new SpssCell(variable, Number(elements.AsSpan(layout[at].Segments[0].Start, sizeof(double))));
        }
        return new SpssRow(number, cells);
    }

    double Number(ReadOnlySpan<byte> element)
    {
        var number = SpssBytes.Float64(element, isBigEndian);
        return number == SpssFile.SystemMissing || number == systemMissing ? double.NaN : number;
    }

    string Text(byte[] elements, RawVariable place)
    {
        var bytes = BytesOf(elements, place);
        return text.Read(bytes, IsFull(bytes));
    }

    /// <summary>The bytes of a text, put together if they lie in parts.</summary>
    public static ReadOnlySpan<byte> BytesOf(byte[] elements, RawVariable place)
    {
        if (place.Segments.Count == 1)
            return elements.AsSpan(place.Segments[0].Start, place.Segments[0].Length);
        var whole = new byte[place.Width];
        var filled = 0;
        foreach (var (start, length) in place.Segments)
        {
            elements.AsSpan(start, length).CopyTo(whole.AsSpan(filled));
            filled += length;
        }
        return whole;
    }

    /// <summary>The text fills its variable to the last byte, so that its last letter may have been cut.</summary>
    public static bool IsFull(ReadOnlySpan<byte> bytes) => bytes[^1] is not ((byte)' ' or 0);
}
