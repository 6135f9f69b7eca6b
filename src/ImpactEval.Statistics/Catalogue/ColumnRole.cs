namespace ImpactEval.Statistics.Catalogue;

/// <summary>What a column must hold to play its role.</summary>
public enum ColumnKind
{
    Numeric,
    Category,
    /// <summary>Numbers, or categories where a cell is no number.</summary>
    Either,
}

/// <summary>The part that a column of the data plays in a statistic, such as <c>pre</c>.</summary>
public sealed record ColumnRole(string Name, ColumnKind Kind)
{
    public bool IsRequired { get; init; } = true;

    /// <summary>Several columns may play it: items, waves, predictors.</summary>
    public bool IsList { get; init; }

    /// <summary>A row stays when only this cell is missing; the statistic itself deals with gaps.</summary>
    public bool KeepsGaps { get; init; }

    /// <summary>Other names that are understood.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    internal ColumnRole Optional => this with { IsRequired = false };

    internal ColumnRole Several => this with { IsList = true };

    internal ColumnRole WithGaps => this with { KeepsGaps = true };

    internal ColumnRole Or(params string[] aliases) => this with { Aliases = aliases };

    internal bool IsNamed(string name) => Name == name || Aliases.Contains(name);
}

/// <summary>The roles that data in one shape have to fill; a statistic may take data in several shapes.</summary>
public sealed record ColumnSet(params IReadOnlyList<ColumnRole> Roles)
{
    /// <summary>The rows belong together: a gap in one column drops the row from all. Otherwise each column is a sample of its own.</summary>
    public bool IsAligned { get; init; } = true;
}
