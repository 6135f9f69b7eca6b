using ImpactEval.Language;

namespace ImpactEval.Ingestion.Spss;

/// <summary>Decodes the records of a dictionary and puts together what belongs together: names, labels, missing values, parts of long texts.</summary>
sealed class DictionaryAssembly(DictionaryRecords records, IReadOnlyList<RawVariable> layout, SpssText text, SpssRefusal refusal)
{
    /// <summary>Offset of the weight's index in the header.</summary>
    const int WeightOffset = 76;

    readonly bool isBigEndian = records.Header.IsBigEndian;

    public SpssDictionary Assemble()
    {
        var variables = Variables();
        return new SpssDictionary(
            Read(records.Header.Product),
            Read(records.Header.Label),
            text.Encoding,
            records.Cases,
            variables,
            Weight(variables),
            [.. records.Documents.Select(Read)],
            [.. ResponseSets(variables, Subtype.ResponseSets), .. ResponseSets(variables, Subtype.NewerResponseSets)]);
    }

    IReadOnlyList<SpssVariable> Variables()
    {
        var names = LongNames();
        var measures = Measures();
        var labels = new LabelAssembly(records, Read, refusal);
        IReadOnlyList<SpssVariable> variables = [.. layout.Select(raw =>
        {
            var shortName = Read(raw.Field.Name);
            var packed = SpssFormat.Of(raw.Field.Format, isText: raw.Width > 0);
            // One byte cannot tell the width of a text in several parts.
            var format = raw.Segments.Count > 1 ? packed with { Width = raw.Width } : packed;
            var label = raw.Field.Label is { } written ? Read(written) : null;
            return new SpssVariable(names.GetValueOrDefault(shortName, shortName), shortName, label, raw.Width, format, measures[raw.Order])
            {
                Labels = labels.Of(raw),
                Missing = Missing(raw.Field),
            };
        })];
        return new LongStringRecords(records, Read, refusal).Complete(variables);
    }

    IReadOnlyList<SpssResponseSet> ResponseSets(IReadOnlyList<SpssVariable> variables, int subtype) =>
        records.Extension(subtype) is { } record ? new ResponseSetReader(record, variables, Read, refusal).Read() : [];

    string Read(RawText raw)
    {
        try
        {
            return text.Read(raw.Bytes, raw.MayBeCut);
        }
        catch (UndecodableTextException broken)
        {
            throw refusal.Undecodable($"{text.Encoding}: byte {raw.Offset + (broken.Position ?? 0)}", string.Join(", ", TextDecoder.Encodings));
        }
    }

    /// <summary>Pairs <c>SHORT=long</c> with tabs between.</summary>
    Dictionary<string, string> LongNames()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (records.Extension(Subtype.LongNames) is not { } record)
            return names;
        foreach (var pair in Read(new RawText(record.Data, record.Offset)).Split('\t', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == pair.Length - 1)
                throw refusal.Damaged(record.Offset, pair, "SHORT=long");
            names.TryAdd(pair[..equals], pair[(equals + 1)..]);
        }
        return names;
    }

    /// <summary>Two or three numbers for each variable record, the first of them the measure. In another number they only decorate something else.</summary>
    SpssMeasure[] Measures()
    {
        var measures = new SpssMeasure[records.Fields.Count];
        var length = records.Extension(Subtype.Display)?.Data.Length ?? 0;
        var each = measures.Length == 0 ? 0 : length / measures.Length;
        if (each is not (8 or 12) || each * measures.Length != length)
            return measures;
        var data = records.Extension(Subtype.Display)!.Data;
        for (var i = 0; i < measures.Length; i++)
        {
            var measure = SpssBytes.Int32(data.AsSpan(i * each), isBigEndian);
            measures[i] = measure is >= 0 and <= 3 ? (SpssMeasure)measure : SpssMeasure.Unknown;
        }
        return measures;
    }

    SpssMissing Missing(RawField raw)
    {
        if (raw.MissingCode == 0)
            return SpssMissing.None;
        var hasRange = raw.MissingCode < 0;
        if (raw.Width > 0)
        {
            string[] texts = [.. raw.Missing.Chunk(8).Select(value => Read(new RawText(value, raw.Offset)))];
            return new SpssMissing([], null, hasRange ? texts[2..] : texts, hasRange ? (texts[0], texts[1]) : null);
        }
        double[] numbers = [.. raw.Missing.Chunk(8).Select(value => SpssBytes.Float64(value, isBigEndian))];
        if (Array.Exists(numbers, double.IsNaN))
            throw refusal.Damaged(raw.Offset, "missing NaN");
        return new SpssMissing(hasRange ? numbers[2..] : numbers, hasRange ? (numbers[0], numbers[1]) : null, [], null);
    }

    SpssVariable? Weight(IReadOnlyList<SpssVariable> variables)
    {
        var index = records.Header.WeightIndex;
        if (index == 0)
            return null;
        return layout.Zip(variables).FirstOrDefault(pair => pair.First.Field.Index == index).Second is { IsText: false } weight
            ? weight
            : throw refusal.Damaged(WeightOffset, $"weight {index}", $"0–{records.Elements}");
    }
}
