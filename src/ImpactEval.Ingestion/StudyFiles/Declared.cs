namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>The codes a study file declares, in its order: what references may name.</summary>
sealed class Declared
{
    public List<string> Groups { get; } = [];

    /// <summary>Kinds of identity that any source has a column of (<c>name</c>, <c>email</c> …).</summary>
    public HashSet<string> Identities { get; } = new(StringComparer.Ordinal);

    public List<string> Waves { get; } = [];

    /// <summary>Instrument code → its scale's ends, for words that stand for scores.</summary>
    public Dictionary<string, (double Low, double High)> Instruments { get; } = new(StringComparer.Ordinal);

    /// <summary>Instruments and their parts (<c>knowledge</c>, <c>knowledge.urban</c>).</summary>
    public List<string> Outcomes { get; } = [];

    public List<string> Questions { get; } = [];

    /// <summary>What results can be broken down by: the declared groups, and always the cohort.</summary>
    public IReadOnlyCollection<string> Breakdowns() => [.. Groups, CohortGroup];

    public const string CohortGroup = "cohort";
}
