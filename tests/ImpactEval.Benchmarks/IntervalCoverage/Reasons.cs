namespace ImpactEval.Benchmarks.IntervalCoverage;

/// <summary>All reasons, in the order in which they are asked; the first that explains a cell counts.</summary>
static class Reasons
{
    public static IReadOnlyList<Reason> All { get; } =
    [
        .. ReasonsOfScores.OfShares, .. ReasonsOfScores.OfGroups, .. ReasonsOfScores.OfEffects,
        .. ReasonsOfModels.OfArms, .. ReasonsOfModels.OfGaps, .. ReasonsOfScores.OfMeans, .. ReasonsOfModels.OfStudies, .. ReasonsOfModels.OfScales,
        new("chance", "less than two Monte Carlo errors outside the band; another seed may find it inside.", cell => cell.WithinMonteCarloError),
    ];
}
