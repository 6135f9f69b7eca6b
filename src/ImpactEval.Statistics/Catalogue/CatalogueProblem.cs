namespace ImpactEval.Statistics.Catalogue;

/// <summary>What was wrong about a question to the catalogue.</summary>
public enum CatalogueProblemKind
{
    UnknownStatistic,
    UnknownRole,
    MissingRole,
    RepeatedRole,
    UnequalRows,
    ColumnNotNumeric,
    NumberTooLarge,
    NotTwoLevels,
    UnknownLevel,
    NotZeroOrOne,
    NotACount,
    UnknownOption,
    MissingOption,
    OptionNotANumber,
    OptionNotWhole,
    OptionOffRange,
    OptionWordUnknown,
    /// <summary>The statistic refuses these data or options; <see cref="CatalogueProblem.Found"/> says why, in English.</summary>
    Refused,
}

/// <param name="Name">The statistic, role, column or option it is about.</param>
/// <param name="Found">What was found instead.</param>
/// <param name="Expected">What may stand there.</param>
/// <param name="Known">The known words of which one was probably meant.</param>
public sealed record CatalogueProblem(CatalogueProblemKind Kind, string Name, string? Found = null, string? Expected = null,
    params IReadOnlyList<string> Known);

/// <summary>The question was not understood, or does not fit the data; nothing was computed.</summary>
public sealed class CatalogueException(CatalogueProblem problem)
    : Exception($"{problem.Kind}: {problem.Name} '{problem.Found}', expected {problem.Expected}.")
{
    public CatalogueProblem Problem { get; } = problem;
}
