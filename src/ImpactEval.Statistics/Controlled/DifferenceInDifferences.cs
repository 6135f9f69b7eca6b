using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Controlled;

/// <summary>How much more the treated changed than the comparison group did: impact when, untreated, both would have changed alike.</summary>
public static class DifferenceInDifferences
{
    /// <summary>Column of the effect: treated after the training.</summary>
    const string Effect = "treated:after";

    /// <summary><c>(ȳ_T1 − ȳ_T0) − (ȳ_C1 − ȳ_C0)</c> of the same people in both waves: Welch's comparison of their gains.</summary>
    /// <param name="treatedPre">Treated people before, n_T ≥ 2.</param>
    /// <param name="treatedPost">The same after, same order.</param>
    /// <param name="comparisonPre">Comparison people before, n_C ≥ 2.</param>
    /// <param name="comparisonPost">The same after, same order.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>In score points; positive means the treated gained more.</returns>
    /// <exception cref="ArgumentException">Waves of a group differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two people in a group, or no gain varies within its group.</exception>
    /// <remarks>Ashenfelter and Card (1985), Review of Economics and Statistics 67, 648–660. With both waves complete this equals the CR2 error
    /// clustered by person of the regression on group, wave and their product.</remarks>
    public static Estimate OfPairs(Sample treatedPre, Sample treatedPost, Sample comparisonPre, Sample comparisonPost, ConfidenceLevel level) =>
        MeanDifference.Welch(Groups(treatedPre, treatedPost, comparisonPre, comparisonPost), level);

    /// <summary>The gains of both groups, for the other effect sizes and Student's comparison.</summary>
    /// <inheritdoc cref="OfPairs"/>
    public static TwoGroups Groups(Sample treatedPre, Sample treatedPost, Sample comparisonPre, Sample comparisonPost) =>
        TwoGroups.Of(new Sample(Gains.Of(treatedPre, treatedPost)), new Sample(Gains.Of(comparisonPre, comparisonPost)));

    /// <summary>
    /// The product of group and wave in <c>y = α + β·treated + γ·after + δ·treated·after + e</c>, CR2 errors with Satterthwaite degrees of freedom
    /// at the unit of assignment; people of the waves may differ.
    /// </summary>
    /// <param name="scores">One per person and wave.</param>
    /// <param name="treated">Group of the row.</param>
    /// <param name="after">Wave of the row.</param>
    /// <param name="clusters">Unit of assignment of the row (class, office; the person when people were assigned one by one).</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>δ in score points; positive means the treated gained more.</returns>
    /// <exception cref="ArgumentException">Lists of different length.</exception>
    /// <exception cref="NotEstimableException">An empty cell of group and wave, or fewer than two clusters in a group.</exception>
    /// <remarks>Bertrand, Duflo and Mullainathan (2004), QJE 119, 249–275; Pustejovsky and Tipton (2018).</remarks>
    public static Estimate Clustered(
        Sample scores, IReadOnlyList<bool> treated, IReadOnlyList<bool> after, IReadOnlyList<int> clusters, ConfidenceLevel level)
    {
        if (treated.Count != scores.Size || after.Count != scores.Size || clusters.Count != scores.Size)
            throw new ArgumentException("Scores, groups, waves and clusters differ in length.", nameof(scores));
        if (treated.Zip(after).Distinct().Count() < 4)
            throw new NotEstimableException(NotEstimableReason.EmptyCell);
        foreach (var arm in new[] { true, false })
            if (clusters.Where((_, row) => treated[row] == arm).Distinct().Count() < 2)
                throw new NotEstimableException(NotEstimableReason.TooFewClusters);
        var (group, wave) = (AnalysisOfCovariance.Arm(treated, "treated"), AnalysisOfCovariance.Arm(after, "after"));
        var design = new Design(scores.Size, group, wave, new DesignTerm(group.Parts[0], wave.Parts[0]));
        return ClusterCovariance.Of(LinearModel.Fit(design, scores), clusters, ClusterKind.CR2).Of(Effect, level);
    }
}
