namespace ImpactEval.Ingestion.Spss;

/// <summary>Value labels and missing values of texts longer than eight bytes, which have records of their own and name their variable.</summary>
sealed class LongStringRecords(DictionaryRecords records, Func<RawText, string> read, SpssRefusal refusal)
{
    const int MostMissing = 3;

    /// <summary>Of a long text only so much can be compared with a missing value.</summary>
    const int MissingLength = 8;

    public IReadOnlyList<SpssVariable> Complete(IReadOnlyList<SpssVariable> variables)
    {
        var labels = Labels();
        var missing = Missing();
        return labels.Count + missing.Count == 0 ? variables : [.. variables.Select(variable => !variable.IsText ? variable : variable with
        {
            Labels = Of(labels, variable) is { } own ? new SpssValueLabels(SpssValueLabels.None.OfNumbers, own) : variable.Labels,
            Missing = Of(missing, variable) is { } values ? new SpssMissing([], null, values, null) : variable.Missing,
        })];
    }

    static T? Of<T>(Dictionary<string, T> ofNames, SpssVariable variable) where T : class =>
        ofNames.GetValueOrDefault(variable.Name) ?? ofNames.GetValueOrDefault(variable.ShortName);

    Dictionary<string, Dictionary<string, string>> Labels()
    {
        var all = new Dictionary<string, Dictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        if (Bytes(Subtype.LongStringLabels) is not { } bytes)
            return all;
        while (bytes.Left > 0)
        {
            var name = Counted(bytes);
            // The width, which the variable has told.
            bytes.Skip(4);
            var at = bytes.Position;
            var count = bytes.Int32();
            if (count < 0 || count > bytes.Left / 8)
                throw refusal.Damaged(at, $"{count} labels", $"0–{bytes.Left / 8}");
            var own = all[name] = all.GetValueOrDefault(name) ?? new Dictionary<string, string>(StringComparer.Ordinal);
            for (; count > 0; count--)
                own.TryAdd(Counted(bytes), Counted(bytes));
        }
        return all;
    }

    Dictionary<string, string[]> Missing()
    {
        var all = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        if (Bytes(Subtype.LongStringMissing) is not { } bytes)
            return all;
        while (bytes.Left > 0)
        {
            var name = Counted(bytes);
            var at = bytes.Position;
            var count = bytes.Byte();
            if (count is 0 or > MostMissing)
                throw refusal.Damaged(at, $"{count} missing", $"1–{MostMissing}");
            all[name] = MissingValues(bytes, count);
        }
        return all;
    }

    /// <summary>The length stands once; old versions of PSPP repeat it before each value.</summary>
    string[] MissingValues(SpssBytes bytes, int count)
    {
        var at = bytes.Position;
        var length = bytes.Int32();
        if (length is < 0 or > MissingLength)
            throw refusal.Damaged(at, $"{length} bytes", $"{MissingLength}");
        var values = new string[count];
        for (var i = 0; i < count; i++)
        {
            var value = Value(bytes, length);
            if (i > 0 && length >= sizeof(int) && SpssBytes.Int32(value.Bytes, bytes.IsBigEndian) == length)
            {
                byte[] rest = [.. value.Bytes.AsSpan(sizeof(int)), .. bytes.Bytes(sizeof(int))];
                value = value with { Bytes = rest };
            }
            values[i] = read(value);
        }
        return values;
    }

    string Counted(SpssBytes bytes) => read(Value(bytes, bytes.Int32()));

    static RawText Value(SpssBytes bytes, int length) => new(bytes.Bytes(length), bytes.Position - length, MayBeCut: true);

    SpssBytes? Bytes(int subtype)
    {
        if (records.Extension(subtype) is not { } record)
            return null;
        var content = new MemoryStream(record.Data, writable: false);
        return new SpssBytes(refusal, content.Read, record.Offset, record.Offset + record.Data.Length) { IsBigEndian = records.Header.IsBigEndian };
    }
}
