namespace ImpactEval.Statistics.Catalogue;

/// <summary>Values of the people of one group.</summary>
sealed record NamedSample(string Name, Sample Values);

/// <summary>How input falls into groups, arms and clusters.</summary>
static class InputGroups
{
    /// <summary>Two samples, from two columns of their own or from values and a grouping; differences are first minus second.</summary>
    /// <exception cref="CatalogueException">The grouping has not two levels, and the option <c>levels</c> does not choose two.</exception>
    public static (Sample First, Sample Second) TwoSamples(this StatisticInput input)
    {
        if (input.Has("first"))
            return (input.Sample("first"), input.Sample("second"));
        var groups = input.Groups();
        if (groups.Length != 2)
            throw StatisticInput.Refused(CatalogueProblemKind.NotTwoLevels, input.Column("groups").Name,
                string.Join(", ", groups.Select(group => group.Name)), "levels=a,b");
        input.Fact("first", groups[0].Name);
        input.Fact("second", groups[1].Name);
        return (groups[0].Values, groups[1].Values);
    }

    /// <summary>Values by their grouping, in the order of the option <c>levels</c> or of the levels themselves.</summary>
    public static NamedSample[] Groups(this StatisticInput input)
    {
        var (values, groups) = (input.Column("values").Numbers, input.Categories("groups"));
        return [.. input.LevelsOf("groups").Select(level => new NamedSample(level, new Sample(values.Where((_, row) => groups[row] == level))))];
    }

    /// <summary>Levels of a role in the order of the option <c>levels</c>, which may leave some out, or in their own.</summary>
    /// <exception cref="CatalogueException">The option names a level that is not there.</exception>
    public static string[] LevelsOf(this StatisticInput input, string role)
    {
        var found = input.Column(role).Levels();
        var chosen = input.Named("levels");
        foreach (var level in chosen.Except(found, StringComparer.Ordinal))
            throw StatisticInput.Refused(CatalogueProblemKind.UnknownLevel, input.Column(role).Name, level, string.Join(", ", found));
        return chosen.Length > 0 ? chosen : found;
    }

    /// <summary>Who was treated: 1 of 0/1, else the level that is not the reference. Of stated levels the second is the reference.</summary>
    /// <exception cref="CatalogueException">Not two levels, and the option <c>levels</c> does not choose two.</exception>
    public static bool[] Arms(this StatisticInput input, string role = "treated")
    {
        var levels = input.Column(role).Levels();
        if (levels.Length != 2)
            throw StatisticInput.Refused(CatalogueProblemKind.NotTwoLevels, input.Column(role).Name, string.Join(", ", levels), "levels=a,b");
        var reference = ReferenceLevels.Of(input, input.Column(role),
            role == "treated" && input.IsSet("levels") ? input.LevelsOf(role)[1] : levels[0]);
        input.Fact(role, levels.First(level => level != reference));
        return [.. input.Categories(role).Select(level => level != reference)];
    }

    /// <summary>0/1 columns as no and yes.</summary>
    /// <exception cref="CatalogueException">Another number.</exception>
    public static bool[] YesNo(DataColumn column) =>
        [.. column.Numbers.Select(number => number is 0 or 1 ? number == 1
            : throw StatisticInput.Refused(CatalogueProblemKind.NotZeroOrOne, column.Name,
                number.ToString("R", System.Globalization.CultureInfo.InvariantCulture), "0, 1"))];

    /// <exception cref="CatalogueException">Not a whole number from 0.</exception>
    public static int[] Counts(DataColumn column) => Whole(column, 0, "0, 1, 2, …");

    /// <exception cref="CatalogueException">Not a whole number.</exception>
    public static int[] WholeNumbers(DataColumn column) => Whole(column, -int.MaxValue, "…, −1, 0, 1, 2, …");

    static int[] Whole(DataColumn column, int least, string expected) =>
        [.. column.Numbers.Select(number => number >= least && number <= int.MaxValue && Math.Floor(number) == number ? (int)number
            : throw StatisticInput.Refused(CatalogueProblemKind.NotACount, column.Name,
                number.ToString("R", System.Globalization.CultureInfo.InvariantCulture), expected))];

    /// <summary>Numbers for the levels of a column, in the order of their first row.</summary>
    public static int[] Places(this StatisticInput input, string role)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        return Array.ConvertAll(input.Categories(role), level => places.TryAdd(level, places.Count) ? places.Count - 1 : places[level]);
    }

    /// <summary>Studies without a name go by their row.</summary>
    public static string[] StudyNames(this StatisticInput input) =>
        input.Has("study") ? input.Categories("study") : Array.ConvertAll(input.Rows, row => $"{row}");

    /// <summary>How often each pair of levels occurs, levels of both columns in common order.</summary>
    public static int[,] CrossTable(this StatisticInput input, string first, string second)
    {
        var (rows, columns) = (input.Categories(first), input.Categories(second));
        var both = DataColumn.OfCategories(input.Column(first).Name, [.. rows, .. columns]);
        var levels = input.Named("levels") is { Length: > 0 } stated ? stated : both.Levels();
        foreach (var level in both.Levels().Except(levels, StringComparer.Ordinal))
            throw StatisticInput.Refused(CatalogueProblemKind.UnknownLevel, both.Name, level, string.Join(", ", levels));
        input.Fact("levels", string.Join(", ", levels));
        var counts = new int[levels.Length, levels.Length];
        for (var row = 0; row < rows.Length; row++)
            counts[Array.IndexOf(levels, rows[row]), Array.IndexOf(levels, columns[row])]++;
        return counts;
    }
}
