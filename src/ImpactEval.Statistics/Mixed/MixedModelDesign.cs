namespace ImpactEval.Statistics.Mixed;

/// <summary>A column of the fixed part: a number per row; categories enter as 0/1 columns.</summary>
public sealed record ModelColumn(string Name, Sample Values);

/// <summary>How a likelihood treats the fixed effects.</summary>
public enum LikelihoodMethod
{
    /// <summary>REML: variances are not biased by the fixed effects; the default.</summary>
    Restricted,
    /// <summary>ML: for comparing models that differ in their fixed effects.</summary>
    Maximum,
}

/// <summary>
/// Random effects of one grouping: an intercept and slopes for each of its levels. Groupings may be nested (give the inner one names that are
/// unique over the outer one) or crossed.
/// </summary>
/// <param name="Name">Of the grouping, such as <c>person</c>.</param>
/// <param name="Levels">Level of each row.</param>
/// <param name="Slopes">Columns whose effect varies between levels; empty for a random intercept alone.</param>
/// <param name="Correlated">Whether intercept and slopes covary; without, only variances are estimated.</param>
public sealed record RandomFactor(string Name, IReadOnlyList<string> Levels, IReadOnlyList<ModelColumn> Slopes, bool Correlated)
{
    /// <summary>A random intercept.</summary>
    public RandomFactor(string name, IReadOnlyList<string> levels) : this(name, levels, [], true)
    {
    }
}

/// <summary>Rows of a linear mixed model; the fixed part has an intercept always.</summary>
public sealed class MixedModelDesign
{
    /// <param name="outcome">One per row.</param>
    /// <param name="columns">Fixed part without the intercept, in the order of the rows.</param>
    /// <param name="random">At least one grouping.</param>
    /// <exception cref="ArgumentException">No grouping, or columns, levels and outcome differ in size.</exception>
    public MixedModelDesign(Sample outcome, IReadOnlyList<ModelColumn> columns, IReadOnlyList<RandomFactor> random)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(random);
        if (random.Count == 0)
            throw new ArgumentException("A mixed model has at least one grouping.", nameof(random));
        foreach (var column in columns.Concat(random.SelectMany(factor => factor.Slopes)))
            RequireRows(column.Name, column.Values.Size, outcome.Size);
        foreach (var factor in random)
            RequireRows(factor.Name, factor.Levels.Count, outcome.Size);
        (Outcome, Columns, Random) = (outcome, columns, random);
    }

    public Sample Outcome { get; }
    public IReadOnlyList<ModelColumn> Columns { get; }
    public IReadOnlyList<RandomFactor> Random { get; }

    internal static void RequireRows(string name, int found, int rows)
    {
        if (found != rows)
            throw new ArgumentException($"{found} values of {name} for {rows} rows.", nameof(found));
    }
}
