namespace ImpactEval.Ingestion.Spss;

/// <summary>The records before the data, as they stand.</summary>
/// <remarks>GNU PSPP Developers Guide, chapter System File Format.</remarks>
sealed class DictionaryReader(SpssBytes bytes, SpssRefusal refusal)
{
    const int VariableRecord = 2;
    const int LabelsRecord = 3;
    const int LabelledVariablesRecord = 4;
    const int DocumentRecord = 6;
    const int ExtensionRecord = 7;
    const int EndRecord = 999;

    const int DocumentLine = 80;
    const int LongestTextSegment = 255;

    /// <summary>A dictionary of ten thousand variables with all their labels takes a tenth of it.</summary>
    const int MostBytes = 32 << 20;

    /// <summary>SPSS itself becomes slow far below.</summary>
    const int MostVariables = 100_000;

    public const int MostLabels = 500_000;

    /// <summary>Programs cut labels at 60, 120 or 255 bytes, whatever letter stands there.</summary>
    const int ShortestCutLabel = 60;

    readonly List<RawField> fields = [];
    readonly List<RawLabels> labels = [];
    readonly List<RawText> documents = [];
    readonly List<RawExtension> extensions = [];
    int elements;
    int toContinue;
    int labelCount;

    public DictionaryRecords Read()
    {
        var header = HeaderReader.Read(bytes, refusal);
        while (true)
        {
            var at = bytes.Position;
            if (at > MostBytes)
                throw refusal.TooLarge($"{at >> 20} MB", $"≤ {MostBytes >> 20} MB");
            var type = bytes.Int32();
            if (type != VariableRecord && toContinue > 0)
                throw refusal.Damaged(at, $"record {type}", $"{VariableRecord}");
            if (type == EndRecord)
                break;
            ReadRecord(type, at);
        }
        bytes.Skip(4);
        return new DictionaryRecords(header, fields, elements, labels, documents, extensions, bytes.Position);
    }

    void ReadRecord(int type, long at)
    {
        switch (type)
        {
            case VariableRecord:
                ReadVariable(at);
                break;
            case LabelsRecord:
                ReadLabels(at);
                break;
            case DocumentRecord:
                ReadDocuments();
                break;
            case ExtensionRecord:
                ReadExtension(at);
                break;
            default:
                throw refusal.Damaged(at, $"record {type}", "2, 3, 6, 7, 999");
        }
    }

    void ReadVariable(long at)
    {
        var width = bytes.Int32();
        var hasLabel = bytes.Int32();
        var missingCode = bytes.Int32();
        var format = bytes.Int32();
        bytes.Skip(4);
        var name = new RawText(bytes.Bytes(8), bytes.Position - 8);
        if (hasLabel is not (0 or 1) || missingCode is < -3 or > 3 or -1)
            throw refusal.Damaged(at, $"label {hasLabel}, missing {missingCode}", "0, 1; −3, −2, 0, 1, 2, 3");
        RawText? label = hasLabel == 1 ? Label() : null;
        var missing = bytes.Bytes(8 * Math.Abs(missingCode));
        elements++;
        // A record that continues a text may carry a label; nothing in it means anything.
        if (width == -1 && toContinue > 0)
            toContinue--;
        else if (width is >= 0 and <= LongestTextSegment && toContinue == 0)
            Add(new RawField(elements, width, format, name, label, missingCode, missing, at));
        else
            throw refusal.Damaged(at, $"width {width}", toContinue > 0 ? "-1" : $"0–{LongestTextSegment}");
    }

    void Add(RawField field)
    {
        if (fields.Count == MostVariables)
            throw refusal.TooLarge($"> {MostVariables} variables", $"≤ {MostVariables}");
        fields.Add(field);
        toContinue = field.Elements - 1;
    }

    RawText Label()
    {
        var at = bytes.Position;
        var length = bytes.Int32();
        var most = Math.Min(bytes.Left, MostBytes);
        if (length < 0 || length > most)
            throw refusal.Damaged(at, $"{length} bytes", $"0–{most}");
        var text = new RawText(bytes.Bytes(length), at + sizeof(int), length >= ShortestCutLabel);
        // Padded to whole integers.
        bytes.Skip((4 - length % 4) % 4);
        return text;
    }

    void ReadLabels(long at)
    {
        var count = bytes.Int32();
        // A label takes sixteen bytes at least.
        if (count < 0 || count > bytes.Left / 16)
            throw refusal.Damaged(at, $"{count} labels", $"0–{bytes.Left / 16}");
        labelCount += count;
        if (labelCount > MostLabels)
            throw refusal.TooLarge($"{labelCount} labels", $"≤ {MostLabels}");
        var read = new RawLabel[count];
        for (var i = 0; i < count; i++)
        {
            var value = bytes.Bytes(8);
            var length = bytes.Byte();
            var text = new RawText(bytes.Bytes(length), bytes.Position - length, length >= ShortestCutLabel);
            // The byte of the length counts in the padding.
            bytes.Skip(7 - length % 8);
            read[i] = new RawLabel(value, text);
        }
        labels.Add(new RawLabels(read, LabelledVariables(), at));
    }

    int[] LabelledVariables()
    {
        var at = bytes.Position;
        if (bytes.Int32() is var type and not LabelledVariablesRecord)
            throw refusal.Damaged(at, $"record {type}", $"{LabelledVariablesRecord}");
        var count = bytes.Int32();
        if (count < 0 || count > elements)
            throw refusal.Damaged(at, $"{count} variables", $"0–{elements}");
        var indexes = new int[count];
        for (var i = 0; i < count; i++)
            indexes[i] = bytes.Int32();
        return indexes;
    }

    void ReadDocuments()
    {
        var at = bytes.Position;
        var lines = bytes.Int32();
        var most = Math.Min(bytes.Left, MostBytes) / DocumentLine;
        if (lines < 0 || lines > most)
            throw refusal.Damaged(at, $"{lines} lines", $"0–{most}");
        for (var line = 0; line < lines; line++)
            documents.Add(new RawText(bytes.Bytes(DocumentLine), bytes.Position - DocumentLine, MayBeCut: true));
    }

    void ReadExtension(long at)
    {
        var subtype = bytes.Int32();
        var (size, count) = (bytes.Int32(), bytes.Int32());
        var length = (long)size * count;
        if (size < 0 || count < 0 || length > bytes.Left)
            throw refusal.Damaged(at, $"record 7/{subtype}: {size} × {count} bytes", $"≤ {bytes.Left}");
        if (!Subtype.IsRead(subtype) || extensions.Exists(extension => extension.Subtype == subtype))
            bytes.Skip(length);
        else if (at + length > MostBytes)
            throw refusal.TooLarge($"{(at + length) >> 20} MB", $"≤ {MostBytes >> 20} MB");
        else
            extensions.Add(new RawExtension(subtype, bytes.Bytes(length), bytes.Position - length));
    }
}
