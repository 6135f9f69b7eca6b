namespace ImpactEval.Ingestion.Spss;

/// <summary>Gives variables their value labels. Variables that name one set share it, since a file of a megabyte can name it a million times.</summary>
sealed class LabelAssembly
{
    readonly DictionaryRecords records;
    readonly Func<RawText, string> read;
    readonly SpssRefusal refusal;
    readonly Dictionary<int, List<int>> sets;
    readonly Dictionary<(int Set, bool IsText), SpssValueLabels> decoded = [];
    int merged;

    public LabelAssembly(DictionaryRecords records, Func<RawText, string> read, SpssRefusal refusal)
    {
        (this.records, this.read, this.refusal) = (records, read, refusal);
        sets = SetsByIndex();
    }

    public SpssValueLabels Of(RawVariable variable) =>
        sets.TryGetValue(variable.Field.Index, out var own) ? Of(own, variable.Width > 0) : SpssValueLabels.None;

    Dictionary<int, List<int>> SetsByIndex()
    {
        var starts = records.Fields.Select(field => field.Index).ToHashSet();
        var byIndex = new Dictionary<int, List<int>>();
        for (var set = 0; set < records.Labels.Count; set++)
        {
            foreach (var index in records.Labels[set].Indexes)
            {
                if (!starts.Contains(index))
                    throw refusal.Damaged(records.Labels[set].Offset, $"variable {index}", $"1–{records.Elements}");
                if (!byIndex.TryGetValue(index, out var own))
                    byIndex[index] = own = [];
                own.Add(set);
            }
        }
        return byIndex;
    }

    /// <summary>What a first set says of a value stands.</summary>
    SpssValueLabels Of(List<int> sets, bool isText)
    {
        if (sets.Count == 1)
            return Decoded(sets[0], isText);
        var (numbers, texts) = (new Dictionary<double, string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var labels in sets.Select(set => Decoded(set, isText)))
        {
            merged += labels.Count;
            if (merged > DictionaryReader.MostLabels)
                throw refusal.TooLarge($"> {DictionaryReader.MostLabels} labels", $"≤ {DictionaryReader.MostLabels}");
            foreach (var (value, label) in labels.OfNumbers)
                numbers.TryAdd(value, label);
            foreach (var (value, label) in labels.OfTexts)
                texts.TryAdd(value, label);
        }
        return new SpssValueLabels(numbers, texts);
    }

    SpssValueLabels Decoded(int set, bool isText)
    {
        if (decoded.TryGetValue((set, isText), out var known))
            return known;
        var (numbers, texts) = (new Dictionary<double, string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var (value, label) in records.Labels[set].Labels)
        {
            if (isText)
                texts.TryAdd(read(new RawText(value, records.Labels[set].Offset, MayBeCut: true)), read(label));
            else
                numbers.TryAdd(SpssBytes.Float64(value, records.Header.IsBigEndian), read(label));
        }
        return decoded[(set, isText)] = new SpssValueLabels(numbers, texts);
    }
}
