namespace ImpactEval.Statistics.Catalogue;

/// <summary>The data and options that one statistic sees: columns by role, rows with gaps already left out, options read.</summary>
sealed class StatisticInput
{
    readonly Dictionary<string, IReadOnlyList<DataColumn>> columns;
    readonly Dictionary<string, object> options;
    readonly List<ResultFact> facts = [];

    StatisticInput(Dictionary<string, IReadOnlyList<DataColumn>> columns, Dictionary<string, object> options) => (this.columns,
        this.options) = (columns, options);

    /// <summary>Rows in use; of columns that are samples of their own, values in use.</summary>
    public int Size { get; private init; }

    public int Dropped { get; private init; }

    /// <summary>Where in the data, from 1, each row in use stands.</summary>
    public int[] Rows { get; private init; } = [];

    public IReadOnlyList<ResultFact> Facts => facts;

    /// <summary>Says what the result depends on; said again, it is said once.</summary>
    public void Fact(string name, string value)
    {
        if (!facts.Contains(new ResultFact(name, value)))
            facts.Add(new ResultFact(name, value));
    }

    /// <summary>Fourth powers of larger numbers, summed, leave the range of doubles.</summary>
    const double Largest = 1e70;

    /// <exception cref="CatalogueException">Columns of one table differ in length, or a number is beyond what can be computed with.</exception>
    public static StatisticInput Of(ColumnSet shape, Dictionary<string, IReadOnlyList<DataColumn>> given, Dictionary<string, object> options)
    {
        var all = given.SelectMany(pair => pair.Value).ToArray();
        if (all.Length == 0)
            return new StatisticInput(given, options);
        foreach (var column in all.Where(column => column.IsNumeric))
            if (column.Numbers.Any(number => Math.Abs(number) > Largest))
                throw Refused(CatalogueProblemKind.NumberTooLarge, column.Name, null, FormattableString.Invariant($"≤ {Largest:0E+0}"));
        var input = shape.IsAligned ? Aligned(shape, given, options, all) : Apart(given, options);
        ReferenceLevels.Require(input, [.. input.columns.Values.SelectMany(list => list)]);
        return input;
    }

    static StatisticInput Aligned(ColumnSet shape, Dictionary<string, IReadOnlyList<DataColumn>> given, Dictionary<string, object> options,
        DataColumn[] all)
    {
        var count = all[0].Count;
        if (all.FirstOrDefault(column => column.Count != count) is { } other)
            throw new CatalogueException(new CatalogueProblem(CatalogueProblemKind.UnequalRows, other.Name, $"{other.Count}", $"{count}"));
        var strict = shape.Roles.Where(role => !role.KeepsGaps && given.ContainsKey(role.Name)).SelectMany(role => given[role.Name]).ToArray();
        var chosen = Chosen(given, options, count);
        int[] complete = [.. Enumerable.Range(0, count).Where(row => !Array.Exists(strict, column => column.IsMissing(row)))];
        int[] kept = [.. complete.Where(row => chosen[row])];
        var input = new StatisticInput(Each(given, column => column.At(kept)), options)
        {
            Size = kept.Length, Dropped = count - complete.Length, Rows = Array.ConvertAll(kept, row => row + 1),
        };
        if (kept.Length < complete.Length)
            input.Fact("rows of other levels", $"{complete.Length - kept.Length}");
        return input;
    }

    /// <summary>Rows of the groups or arms that the option <c>levels</c> names; all when it names none, or one that is not there.</summary>
    static bool[] Chosen(Dictionary<string, IReadOnlyList<DataColumn>> given, Dictionary<string, object> options, int count)
    {
        var grouping = given.GetValueOrDefault("groups") ?? given.GetValueOrDefault("treated");
        return grouping is not null && options.GetValueOrDefault("levels") is string[] levels && !levels.Except(grouping[0].Levels()).Any()
            ? [.. grouping[0].Categories.Select(level => levels.Contains(level))]
            : [.. Enumerable.Repeat(true, count)];
    }

    static StatisticInput Apart(Dictionary<string, IReadOnlyList<DataColumn>> given, Dictionary<string, object> options)
    {
        var filled = Each(given, column => column.At([.. Enumerable.Range(0, column.Count).Where(row => !column.IsMissing(row))]));
        return new StatisticInput(filled, options)
        {
            Size = filled.Values.Sum(list => list.Sum(column => column.Count)),
            Dropped = given.Values.Sum(list => list.Sum(Gaps)),
        };
    }

    /// <summary>Columns of a table are as long as the longest: blank cells below the last value are no missing answers.</summary>
    static int Gaps(DataColumn column)
    {
        var (gaps, pending) = (0, 0);
        for (var row = 0; row < column.Count; row++)
        {
            if (column.IsMissing(row))
                pending++;
            else
                (gaps, pending) = (gaps + pending, 0);
        }
        return gaps;
    }

    static Dictionary<string,
        IReadOnlyList<DataColumn>> Each(Dictionary<string, IReadOnlyList<DataColumn>> given, Func<DataColumn, DataColumn> change) =>
        given.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<DataColumn>)[.. pair.Value.Select(change)], StringComparer.Ordinal);

    public bool Has(string role) => columns.ContainsKey(role);

    public DataColumn Column(string role) => columns[role][0];

    /// <summary>None when the role is not filled.</summary>
    public IReadOnlyList<DataColumn> List(string role) => columns.GetValueOrDefault(role) ?? [];

    public Sample Sample(string role) => new(Column(role).Numbers);

    public Sample[] Samples(string role) => [.. List(role).Select(column => new Sample(column.Numbers))];

    public string[] Names(string role) => [.. List(role).Select(column => column.Name)];

    public string[] Categories(string role) => [.. Column(role).Categories.Select(category => category!)];

    /// <summary>Rows of the columns of a role; NaN = missing.</summary>
    public double[][] Persons(string role)
    {
        var numbers = List(role).Select(column => column.Numbers).ToArray();
        return [.. Enumerable.Range(0, Size).Select(row => Array.ConvertAll(numbers, column => column[row]))];
    }

    public bool IsSet(string option) => options.ContainsKey(option);

    public double Number(string option) => (double)options[option];

    public int Whole(string option) => (int)options[option];

    public string Word(string option) => (string)options[option];

    public bool Flag(string option) => (bool)options[option];

    public double[] Numbers(string option) => (double[])options[option];

    /// <summary>None when the option was not given.</summary>
    public string[] Named(string option) => (string[]?)options.GetValueOrDefault(option) ?? [];

    public ConfidenceLevel Level => new(Number("confidence_level"));

    public int Resamples => Whole("resamples");

    public ulong Seed => (ulong)Whole("seed");

    public Alternative Alternative => Word("alternative") switch
    {
        "greater" => Alternative.Greater,
        "less" => Alternative.Less,
        _ => Alternative.TwoSided,
    };

    public static CatalogueException Refused(CatalogueProblemKind kind, string name, string? found = null, string? expected = null) =>
        new(new CatalogueProblem(kind, name, found, expected));
}
