using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Matching;

/// <summary>How one covariate differs between the groups. Standard deviations are those before any weighting or matching.</summary>
/// <param name="Difference">Mean of the treated − mean of the comparison group, with Welch's interval (HC2 with weights); in units of the
/// covariate.</param>
public sealed record CovariateBalance(
    string Covariate, double MeanTreated, double MeanComparison, double SdTreated, double SdComparison, Estimate Difference)
{
    /// <summary>By the treated group's standard deviation, as for the impact on the treated; null when that is 0.</summary>
    public double? ByTreatedSd => Over(SdTreated);

    /// <summary>By the comparison group's standard deviation.</summary>
    public double? ByComparisonSd => Over(SdComparison);

    /// <summary>By the root of the mean variance: our default; beyond ±0.1 (±0.25) groups are no longer alike.</summary>
    /// <remarks>Imbens and Rubin (2015), Causal inference for statistics, social, and biomedical sciences, chapter 14; Austin (2009), Statistics in
    /// Medicine 28, 3083–3107.</remarks>
    public double? ByAverageVariance => Over(Math.Sqrt((SdTreated * SdTreated + SdComparison * SdComparison) / 2));

    /// <summary>By the root of the sum of the variances.</summary>
    /// <remarks>Imbens and Wooldridge (2009), J. of Economic Literature 47, 5–86.</remarks>
    public double? BySumOfVariances => Over(Math.Sqrt(SdTreated * SdTreated + SdComparison * SdComparison));

    /// <summary>Treated over comparison; null when the comparison group does not vary.</summary>
    public double? VarianceRatio => SdComparison > 0 ? SdTreated * SdTreated / (SdComparison * SdComparison) : null;

    /// <summary><c>ln(s_T/s_C)</c>; null when a group does not vary.</summary>
    public double? LogSdRatio => SdTreated > 0 && SdComparison > 0 ? Math.Log(SdTreated / SdComparison) : null;

    double? Over(double deviation) => deviation > 0 ? Difference.Value / deviation : null;
}

/// <summary>Are treated and comparison people alike in what was known before? Sizes of differences first, tests beside them.</summary>
public static class BalanceTable
{
    /// <summary>Each covariate by itself.</summary>
    /// <param name="covariates">Numbers with their names; 0/1 for a level of a factor.</param>
    /// <param name="treated">Same order.</param>
    /// <param name="level">Coverage of the intervals of the differences.</param>
    /// <exception cref="ArgumentException">Lists of different length.</exception>
    /// <exception cref="NotEstimableException">Fewer than two people in a group, or a covariate that does not vary within groups.</exception>
    public static IReadOnlyList<CovariateBalance> Of(
        IReadOnlyList<(string Name, Sample Values)> covariates, IReadOnlyList<bool> treated, ConfidenceLevel level) =>
        [.. covariates.Select(covariate =>
        {
            var groups = Split(covariate.Values, treated);
            return new CovariateBalance(covariate.Name, groups.FirstMean, groups.SecondMean, Math.Sqrt(groups.FirstVariance),
                Math.Sqrt(groups.SecondVariance), MeanDifference.Welch(groups, level));
        })];

    /// <summary>The same with weighted means; the denominators stay those of the people as they were.</summary>
    /// <param name="weights">That balance the groups.</param>
    /// <inheritdoc cref="Of(IReadOnlyList{ValueTuple{string, Sample}}, IReadOnlyList{bool}, ConfidenceLevel)"/>
    public static IReadOnlyList<CovariateBalance> Of(
        IReadOnlyList<(string Name, Sample Values)> covariates, BalancingWeights weights, ConfidenceLevel level) =>
        [.. covariates.Select(covariate =>
        {
            var groups = Split(covariate.Values, weights.Treated);
            return new CovariateBalance(covariate.Name, Mean(covariate.Values, weights, true), Mean(covariate.Values, weights, false),
                Math.Sqrt(groups.FirstVariance), Math.Sqrt(groups.SecondVariance), weights.Impact(covariate.Values, level));
        })];

    /// <summary>Do all covariates together tell who was treated? F of the linear regression of treatment on them.</summary>
    /// <param name="covariates">Known before.</param>
    /// <param name="treated">Same order.</param>
    /// <exception cref="NotEstimableException">Too few people, a covariate follows from others, or they tell it without error.</exception>
    public static VarianceRatioTest JointTest(Design covariates, IReadOnlyList<bool> treated) =>
        LinearModel.Fit(covariates, new Sample(treated.Select(one => one ? 1.0 : 0))).OverallTest();

    static TwoGroups Split(Sample values, IReadOnlyList<bool> treated)
    {
        if (treated.Count != values.Size)
            throw new ArgumentException($"{treated.Count} groups for {values.Size} people.", nameof(treated));
        var all = values.Values.ToArray();
        return TwoGroups.Of(new Sample(all.Where((_, row) => treated[row])), new Sample(all.Where((_, row) => !treated[row])));
    }

    static double Mean(Sample values, BalancingWeights weights, bool group)
    {
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < values.Size; i++)
            if (weights.Treated[i] == group)
                (sum, total) = (sum + weights.Weights[i] * values.Values[i], total + weights.Weights[i]);
        return sum / total;
    }
}
