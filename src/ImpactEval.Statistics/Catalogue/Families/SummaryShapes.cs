using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Shares;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>Data of which only sizes, means and standard deviations are known, as papers and older reports print them: a row is one study.</summary>
static class SummaryShapes
{
    static ColumnRole Study { get; } = Category("study").Or("label").Optional;

    static IEnumerable<ColumnRole> PairRoles(string suffix) =>
    [
        Numeric($"n{suffix}"), Numeric($"mean_pre{suffix}"), Numeric($"mean_post{suffix}"), Numeric($"sd_pre{suffix}"), Numeric($"sd_post{suffix}"),
        Numeric($"r{suffix}"),
    ];

    public static ColumnSet Pairs { get; } = new([.. PairRoles(""), Study]);

    public static ColumnSet Arms { get; } = new([.. PairRoles("_treated"), .. PairRoles("_control"), Study]);

    public static ColumnSet Groups { get; } = new(
        Numeric("n_first"), Numeric("mean_first"), Numeric("sd_first"), Numeric("n_second"), Numeric("mean_second"), Numeric("sd_second"), Study);

    public static ColumnSet Counts { get; } = new(
        Numeric("events_first"), Numeric("n_first"), Numeric("events_second"), Numeric("n_second"), Study);

    public static ColumnSet Correlations { get; } = new(Numeric("r"), Numeric("n"), Study);

    /// <summary>Both waves of one group in each study, from sizes, means, standard deviations and the correlation of the waves.</summary>
    /// <exception cref="ArgumentException">A negative standard deviation, or a correlation off −1 … 1.</exception>
    /// <exception cref="NotEstimableException">Fewer than two people in a study.</exception>
    public static PairedSummary[] PairsOf(StatisticInput input, string suffix = "")
    {
        var (sizes, correlations) = (Sizes(input, $"n{suffix}"), input.Sample($"r{suffix}"));
        var (meanPre, meanPost) = (input.Sample($"mean_pre{suffix}"), input.Sample($"mean_post{suffix}"));
        var (sdPre, sdPost) = (Deviations(input, $"sd_pre{suffix}"), Deviations(input, $"sd_post{suffix}"));
        if (correlations.Values.ToArray().Any(r => r is < -1 or > 1))
            throw new ArgumentException("A correlation lies between −1 and 1.", nameof(input));
        return [.. Enumerable.Range(0, sizes.Length).Select(study =>
        {
            var (before, after) = (sdPre.Values[study], sdPost.Values[study]);
            // Of scores that move together by the same amount rounding must not leave a negative variance.
            var ofGain = Math.Max(0, before * before + after * after - 2 * correlations.Values[study] * before * after);
            return new PairedSummary(sizes[study], meanPre.Values[study], meanPost.Values[study], before * before, after * after, ofGain);
        })];
    }

    /// <summary>Two groups in each study.</summary>
    /// <exception cref="ArgumentException">A negative standard deviation.</exception>
    /// <exception cref="NotEstimableException">Fewer than two people in a group, or no spread in a study.</exception>
    public static TwoGroups[] GroupsOf(StatisticInput input)
    {
        var (firstSizes, secondSizes) = (Sizes(input, "n_first"), Sizes(input, "n_second"));
        var (firstMeans, secondMeans) = (input.Sample("mean_first"), input.Sample("mean_second"));
        var (firstSds, secondSds) = (Deviations(input, "sd_first"), Deviations(input, "sd_second"));
        TwoGroups[] groups = [.. Enumerable.Range(0, firstSizes.Length).Select(study => new TwoGroups(
            firstSizes[study], secondSizes[study], firstMeans.Values[study], secondMeans.Values[study],
            firstSds.Values[study] * firstSds.Values[study], secondSds.Values[study] * secondSds.Values[study]))];
        return Array.TrueForAll(groups, group => group.PooledVariance > 0) ? groups : throw new NotEstimableException(NotEstimableReason.NoVariation);
    }

    /// <summary>Two shares in each study.</summary>
    public static TwoShares[] SharesOf(StatisticInput input)
    {
        int[] Of(string role) => InputGroups.Counts(input.Column(role));
        var (firstEvents, firstSizes, secondEvents, secondSizes) = (Of("events_first"), Of("n_first"), Of("events_second"), Of("n_second"));
        return [.. Enumerable.Range(0, input.Size)
            .Select(study => new TwoShares(firstEvents[study], firstSizes[study], secondEvents[study], secondSizes[study]))];
    }

    static int[] Sizes(StatisticInput input, string role)
    {
        var sizes = InputGroups.Counts(input.Column(role));
        return Array.TrueForAll(sizes, size => size > 1) ? sizes : throw new NotEstimableException(NotEstimableReason.TooFewObservations);
    }

    static Sample Deviations(StatisticInput input, string role)
    {
        var deviations = input.Sample(role);
        return deviations.Values.ToArray().Any(deviation => deviation < 0)
            ? throw new ArgumentException("A standard deviation is not negative.", nameof(input)) : deviations;
    }
}
