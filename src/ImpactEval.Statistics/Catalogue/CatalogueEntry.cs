namespace ImpactEval.Statistics.Catalogue;

/// <summary>What a statistic is about; the folders of this project.</summary>
public enum StatisticFamily
{
    Descriptives, Reliability, Paired, Change, Shares, Nonparametric, Categorical, Independent, Controlled, Regression, Matching, Repeated, Mixed,
    Missing, Pooling, Resampling, Multiplicity, Bayes, Planning, Distributions, Needs, Ordinal, Returns,
}

/// <summary>How a statistic computes its lines.</summary>
delegate void StatisticOfInput(StatisticInput input, ResultRows rows);

/// <summary>One named statistic: what it takes, what it offers, who says so, and the computing itself.</summary>
public sealed class CatalogueEntry
{
    readonly StatisticOfInput compute;

    internal CatalogueEntry(
        string name, StatisticFamily family, string source, IReadOnlyList<ColumnSet> columns, IReadOnlyList<StatisticOption> options,
            StatisticOfInput compute) =>
        (Name, Family, Source, Columns, Options, this.compute) = (name, family, source, columns, options, compute);

    public string Name { get; }

    public StatisticFamily Family { get; }

    /// <summary>Author, year, title or place.</summary>
    public string Source { get; }

    /// <summary>Shapes of data, any one of which will do; a shape without roles needs no data.</summary>
    public IReadOnlyList<ColumnSet> Columns { get; }

    public IReadOnlyList<StatisticOption> Options { get; }

    /// <summary>All roles of all shapes, each once.</summary>
    public IEnumerable<ColumnRole> Roles => Columns.SelectMany(set => set.Roles).DistinctBy(role => role.Name);

    /// <exception cref="CatalogueException">No shape has a role of that name.</exception>
    public ColumnRole Role(string name) => Roles.FirstOrDefault(role => role.IsNamed(name))
        ?? throw new CatalogueException(new CatalogueProblem(CatalogueProblemKind.UnknownRole, name, name, Shapes(),
            [.. Roles.Select(role => role.Name)]));

    /// <summary>Computes the statistic.</summary>
    /// <param name="columns">By role, or an alias of it.</param>
    /// <param name="options">As they were written, by name.</param>
    /// <exception cref="CatalogueException">A role or option is unknown, missing or of the wrong kind; the statistic refuses the data.</exception>
    /// <exception cref="NotEstimableException">The data cannot carry it.</exception>
    public StatisticResult Run(IReadOnlyDictionary<string, IReadOnlyList<DataColumn>> columns, IReadOnlyDictionary<string, string> options)
    {
        var given = columns.ToDictionary(pair => Role(pair.Key).Name, pair => pair.Value, StringComparer.Ordinal);
        var values = ReadOptions(options);
        var input = StatisticInput.Of(Shape(given), given, values);
        var rows = new ResultRows(input.Size);
        try
        {
            compute(input, rows);
        }
        catch (ArgumentException refusal)
        {
            throw new CatalogueException(new CatalogueProblem(CatalogueProblemKind.Refused, Name, WithoutParameter(refusal)));
        }
        var inForce = Options.Where(option => values.ContainsKey(option.Name))
            .Select(option => new ResultFact(option.Name, options.GetValueOrDefault(option.Name) ?? option.Default!));
        return new StatisticResult(this, rows.Complete(), input.Size, input.Dropped, [.. inForce], [.. input.Facts, .. rows.Facts]);
    }

    /// <summary>The first shape whose required roles are filled and that knows all the roles given.</summary>
    ColumnSet Shape(Dictionary<string, IReadOnlyList<DataColumn>> given)
    {
        bool Knows(ColumnSet set) => given.Keys.All(name => set.Roles.Any(role => role.Name == name));
        IEnumerable<string> Missing(ColumnSet set) => set.Roles.Where(role => role.IsRequired && !given.ContainsKey(role.Name)).Select(role => role.Name);
        if (Columns.FirstOrDefault(set => Knows(set) && !Missing(set).Any()) is not { } shape)
        {
            var meant = Columns.MaxBy(set => set.Roles.Count(role => given.ContainsKey(role.Name)))!;
            string[] missing = [.. Missing(meant)];
            throw missing.Length > 0
                ? new CatalogueException(new CatalogueProblem(CatalogueProblemKind.MissingRole, string.Join(", ", missing), null, Shapes()))
                : new CatalogueException(new CatalogueProblem(
                    CatalogueProblemKind.UnknownRole, given.Keys.First(name => meant.Roles.All(role => role.Name != name)), null, Shapes()));
        }
        foreach (var role in shape.Roles.Where(role => !role.IsList && given.TryGetValue(role.Name, out var all) && all.Count > 1))
            throw new CatalogueException(new CatalogueProblem(CatalogueProblemKind.RepeatedRole, role.Name,
                string.Join(", ", given[role.Name].Select(column => column.Name))));
        return shape;
    }

    Dictionary<string, object> ReadOptions(IReadOnlyDictionary<string, string> given)
    {
        if (given.Keys.FirstOrDefault(name => Options.All(option => option.Name != name)) is { } unknown)
            throw new CatalogueException(new CatalogueProblem(
                CatalogueProblemKind.UnknownOption, unknown, unknown, string.Join(", ", Options.Select(option => option.Name)),
                    [.. Options.Select(option => option.Name)]));
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var option in Options)
        {
            if ((given.GetValueOrDefault(option.Name) ?? option.Default) is { } text)
                values[option.Name] = option.Read(text);
            else if (option.IsRequired)
                throw new CatalogueException(new CatalogueProblem(CatalogueProblemKind.MissingOption, option.Name, null, option.Allowed));
        }
        return values;
    }

    /// <summary>All shapes in one line: <c>pre, post | values, groups, [cluster]</c>.</summary>
    public string Shapes() => string.Join(" | ", Columns.Where(set => set.Roles.Count > 0).Select(set => string.Join(", ", set.Roles.Select(Shown))));

    static string Shown(ColumnRole role)
    {
        var name = role.Name + (role.IsList ? "…" : "");
        return role.IsRequired ? name : $"[{name}]";
    }

    /// <summary>The sentence without the name of our parameter, which says nothing to a user.</summary>
    static string WithoutParameter(ArgumentException refusal) => refusal.Message.Split(" (Parameter '")[0].Split('\n')[0];
}
