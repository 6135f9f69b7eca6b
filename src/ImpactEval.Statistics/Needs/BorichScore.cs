namespace ImpactEval.Statistics.Needs;

/// <summary>The need for training in one competence: how far competence lies below importance, weighted by importance to the group.</summary>
/// <param name="MeanWeightedDiscrepancy">In squared points of the scale; larger means greater need, negative means none.</param>
/// <param name="MeanDiscrepancy">Mean of importance − competence, in points.</param>
/// <param name="Size">Number of people who rated both.</param>
public sealed record BorichScore(
    double MeanWeightedDiscrepancy, double MeanDiscrepancy, double MeanImportance, double MeanCompetence, int Size)
{
    /// <summary><c>MWDS = (1/n) Σ (Iᵢ − Cᵢ) · Ī</c>: weighted by the mean importance of the group, not by each person's own.</summary>
    /// <param name="importance">Rated importance, one per person; n ≥ 1.</param>
    /// <param name="competence">Rated competence on the same scale, same people in the same order.</param>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Nobody rated both.</exception>
    /// <remarks>Borich (1980), A needs assessment model for conducting follow-up studies, Journal of Teacher Education 31(3), 39–42.</remarks>
    public static BorichScore Of(Sample importance, Sample competence)
    {
        ArgumentNullException.ThrowIfNull(importance);
        ArgumentNullException.ThrowIfNull(competence);
        RequirePairs(importance, competence);
        var (meanImportance, meanCompetence) = (Mean(importance), Mean(competence));
        var discrepancy = meanImportance - meanCompetence;
        return new(discrepancy * meanImportance, discrepancy, meanImportance, meanCompetence, importance.Size);
    }

    internal static void RequirePairs(Sample importance, Sample competence)
    {
        if (competence.Size != importance.Size)
            throw new ArgumentException($"{competence.Size} ratings of competence for {importance.Size} of importance.", nameof(competence));
        if (importance.Size == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
    }

    internal static double Mean(Sample sample)
    {
        var sum = 0.0;
        foreach (var value in sample.Values)
            sum += value;
        return sum / sample.Size;
    }
}
