namespace ImpactEval.Topics;

/// <summary>How a word is shown in a label: as it is most often written inside a sentence (<c>Nhật Bản</c>, not <c>nhật bản</c>).</summary>
sealed class ShownForms
{
    readonly Dictionary<string, SortedDictionary<string, int>> forms = new(StringComparer.Ordinal);

    public void Add(ContentWord word)
    {
        if (!forms.TryGetValue(word.Key, out var counts))
            forms[word.Key] = counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        counts[word.Shown] = counts.GetValueOrDefault(word.Shown) + 1;
    }

    public string Of(string key) => forms[key].MaxBy(form => form.Value).Key;
}
