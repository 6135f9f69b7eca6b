namespace ImpactEval.Ingestion.Exports;

/// <summary>Collects what is wrong while a file is read, so that one pass tells all.</summary>
sealed class DefectLog
{
    readonly SortedDictionary<DefectKind, Places> kinds = [];

    /// <summary>One more place of a defect; what is not known stays null.</summary>
    public void Add(DefectKind kind, int? row = null, string? id = null, string? column = null, string? value = null)
    {
        if (!kinds.TryGetValue(kind, out var places))
            kinds[kind] = places = new Places();
        places.Count++;
        if (row is { } at)
            places.Rows.Add(at);
        if (!string.IsNullOrEmpty(id))
            places.Ids.Add(id);
        if (column is not null && !places.Columns.Contains(column))
            places.Columns.Add(column);
        if (value is not null && !places.Values.Contains(value))
            places.Values.Add(value);
    }

    public bool Has(DefectKind kind) => kinds.ContainsKey(kind);

    public IReadOnlyList<Defect> All() => [.. kinds.Select(entry => new Defect(
        entry.Key,
        entry.Value.Count,
        [.. entry.Value.Rows],
        [.. entry.Value.Ids.Order(NaturalOrder.Instance)],
        [.. entry.Value.Columns],
        [.. entry.Value.Values]))];

    sealed class Places
    {
        public int Count { get; set; }
        public SortedSet<int> Rows { get; } = [];
        public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);
        public List<string> Columns { get; } = [];
        public List<string> Values { get; } = [];
    }
}
