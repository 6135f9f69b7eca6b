namespace ImpactEval.Statistics.Repeated;

/// <summary>A factor that every person goes through at all its levels, such as wave or hour.</summary>
/// <param name="Levels">At least two.</param>
public sealed record WithinFactor(string Name, int Levels);

/// <summary>A factor that divides people, such as arm or sex.</summary>
/// <param name="OfPerson">The level of each person, from 0 without gaps, in the order of the responses.</param>
public sealed record BetweenFactor(string Name, IReadOnlyList<int> OfPerson)
{
    public int Levels => OfPerson.Count == 0 ? 0 : OfPerson.Max() + 1;
}

/// <summary>Scores of people who were all measured in every cell of the within factors.</summary>
public sealed class RepeatedDesign
{
    /// <param name="responses">One row per person: a score for each cell, the last within factor running fastest.</param>
    /// <param name="between">Factors that divide people; may be empty.</param>
    /// <param name="within">Factors that people go through; at least one.</param>
    /// <exception cref="ArgumentException">Rows of the wrong length, a missing or infinite score, or a factor that does not fit the
    /// people.</exception>
    public RepeatedDesign(IReadOnlyList<double[]> responses, IReadOnlyList<BetweenFactor> between, IReadOnlyList<WithinFactor> within)
    {
        if (within.Count == 0 || within.Any(factor => factor.Levels < 2))
            throw new ArgumentException("There must be a within factor, and each needs two levels.", nameof(within));
        Cells = within.Aggregate(1, (cells, factor) => cells * factor.Levels);
        if (responses.Any(row => row.Length != Cells || row.Any(score => !Sample.IsInRange(score))))
            throw new ArgumentException($"Every person needs {Cells} finite scores.", nameof(responses));
        foreach (var factor in between)
        {
            if (factor.OfPerson.Count != responses.Count || factor.OfPerson.Any(level => level < 0))
                throw new ArgumentException($"Factor {factor.Name} needs one level for each of {responses.Count} people.", nameof(between));
        }
        (Responses, Between, Within) = (responses, between, within);
    }

    public IReadOnlyList<double[]> Responses { get; }

    public IReadOnlyList<BetweenFactor> Between { get; }

    public IReadOnlyList<WithinFactor> Within { get; }

    public int Persons => Responses.Count;

    public int Cells { get; }
}
