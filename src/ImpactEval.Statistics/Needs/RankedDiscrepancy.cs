namespace ImpactEval.Statistics.Needs;

/// <summary>The ordinal counterpart of Borich's score: it only counts who rates competence below, at or above importance.</summary>
/// <param name="Score">Share above − share below, from −1 (everybody needs training) to 1.</param>
/// <param name="Below">Share of people (0–1) whose competence lies below importance: negative ranks.</param>
/// <param name="Equal">Share with both equal: ties.</param>
/// <param name="Above">Share whose competence lies above importance: positive ranks.</param>
/// <param name="Size">Number of people who rated both.</param>
public sealed record RankedDiscrepancy(double Score, double Below, double Equal, double Above, int Size)
{
    /// <summary><c>RDS = (−1)·below + 0·equal + 1·above</c>; the authors print it times 100.</summary>
    /// <param name="importance">Rated importance, one per person; n ≥ 1.</param>
    /// <param name="competence">Rated competence on the same scale, same people in the same order.</param>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Nobody rated both.</exception>
    /// <remarks>
    /// Narine, Harder (2021), Comparing the Borich model with the Ranked Discrepancy Model for competency assessment: a novel approach,
    /// Advancements in Agricultural Development 2(3), 96–111.
    /// </remarks>
    public static RankedDiscrepancy Of(Sample importance, Sample competence)
    {
        ArgumentNullException.ThrowIfNull(importance);
        ArgumentNullException.ThrowIfNull(competence);
        BorichScore.RequirePairs(importance, competence);
        var (below, above, size) = (0, 0, importance.Size);
        for (var i = 0; i < size; i++)
        {
            if (competence.Values[i] < importance.Values[i])
                below++;
            else if (competence.Values[i] > importance.Values[i])
                above++;
        }
        return new((double)(above - below) / size, (double)below / size, (double)(size - below - above) / size, (double)above / size, size);
    }
}
