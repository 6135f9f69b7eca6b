using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Pooling;

/// <summary>Whether every subgroup has a τ² of its own.</summary>
public enum SubgroupHeterogeneity
{
    /// <summary>Each subgroup is pooled by itself; needs some studies in each.</summary>
    Separate,
    /// <summary>One τ² for all; to be preferred with fewer than five studies in a subgroup (Borenstein et al. 2009, ch. 19).</summary>
    Common,
}

/// <summary>The pooled effect of one subgroup.</summary>
/// <param name="Q">Cochran's Q within the subgroup; null for a single study.</param>
public sealed record Subgroup(string Name, Estimate Mean, double HeterogeneityVariance, TestResult? Q);

/// <summary>Pooled effects by subgroup and the test that they are equal.</summary>
/// <param name="Subgroups">In order of first appearance.</param>
/// <param name="Between">Chi-square on groups − 1, or F under Hartung–Knapp with common τ².</param>
/// <param name="Residual">What is left when the subgroups are told apart, with common τ²; null with separate ones.</param>
public sealed record SubgroupAnalysis(IReadOnlyList<Subgroup> Subgroups, ModeratorTest Between, HeterogeneitySummary? Residual)
{
    /// <summary>
    /// Separate: <c>Q_B = Σ (μ̂_g − μ̂)²/SE_g²</c> about the mean weighted by 1/SE². Common: Wald's test that the group means of one
    /// mixed-effects model are equal.
    /// </summary>
    /// <param name="studies">At least one study in each group, two with separate τ²; more studies than groups.</param>
    /// <param name="groups">The group of each study; at least two different.</param>
    /// <exception cref="ArgumentException">Groups and studies differ in number.</exception>
    /// <exception cref="NotEstimableException">One group only, too few studies, or no convergence.</exception>
    /// <remarks>Borenstein, Hedges, Higgins, Rothstein (2009), Introduction to Meta-Analysis, chapters 19 and 21.</remarks>
    public static SubgroupAnalysis Of(
        StudyEffects studies, IReadOnlyList<string> groups, SubgroupHeterogeneity heterogeneity, PoolingModel model)
    {
        ArgumentNullException.ThrowIfNull(studies);
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count != studies.Count)
            throw new ArgumentException($"{groups.Count} groups for {studies.Count} studies.", nameof(groups));
        var members = groups.Select((name, place) => (name, place)).GroupBy(pair => pair.name, pair => pair.place, StringComparer.Ordinal).ToArray();
        if (members.Length < 2)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        return heterogeneity == SubgroupHeterogeneity.Separate ? Apart(studies, members, model) : Together(studies, members, model);
    }

    static SubgroupAnalysis Apart(StudyEffects studies, IGrouping<string, int>[] members, PoolingModel model)
    {
        var subgroups = members.Select(group =>
        {
            var pooled = MetaAnalysis.Of(studies.At(group), model);
            return new Subgroup(group.Key, pooled.Mean, pooled.Heterogeneity.Variance, pooled.Heterogeneity.Q);
        }).ToArray();
        var means = new StudyEffects(
            new Sample(subgroups.Select(group => group.Mean.Value)),
            new Sample(subgroups.Select(group => group.Mean.StandardError!.Value * group.Mean.StandardError!.Value)));
        var between = MetaAnalysis.Of(means, model with { Heterogeneity = HeterogeneityMethod.EqualEffects, Test = PooledTest.Normal });
        var q = between.Heterogeneity.Q;
        return new(subgroups, new(q.Statistic, q.DegreesOfFreedom!.Value, null, q.PValue), null);
    }

    static SubgroupAnalysis Together(StudyEffects studies, IGrouping<string, int>[] members, PoolingModel model)
    {
        var indicators = members.Select(group => Indicator(studies.Count, group)).ToArray();
        var fit = PoolingFit.Of(studies, indicators, model);
        var subgroups = members.Select((group, i) =>
        {
            var (mean, size) = (fit.EstimateOf(i), group.Count());
            return new Subgroup(group.Key, mean with { Size = size }, fit.Heterogeneity.Variance, size < 2 ? null : QWithin(studies.At(group), model));
        }).ToArray();

        // Group means are independent given τ², so the contrasts with the first have the covariance s₀² + diag(s²).
        var contrasts = fit.Coefficients.Skip(1).Select(mean => mean - fit.Coefficients[0]).ToArray();
        var covariance = new double[contrasts.Length, contrasts.Length];
        for (var i = 0; i < contrasts.Length; i++)
            for (var j = 0; j < contrasts.Length; j++)
                covariance[i, j] = fit.Covariance[0, 0] + (i == j ? fit.Covariance[i + 1, i + 1] : 0);
        var wald = WaldStatistic.Of(contrasts, covariance, offset: 0);
        return new(subgroups, MetaRegression.Judged(wald, contrasts.Length, fit.DegreesOfFreedom), fit.Heterogeneity);
    }

    static TestResult QWithin(StudyEffects studies, PoolingModel model) =>
        MetaAnalysis.Of(studies, model with { Heterogeneity = HeterogeneityMethod.EqualEffects, Test = PooledTest.Normal }).Heterogeneity.Q;

    static double[] Indicator(int count, IEnumerable<int> places)
    {
        var column = new double[count];
        foreach (var place in places)
            column[place] = 1;
        return column;
    }
}
