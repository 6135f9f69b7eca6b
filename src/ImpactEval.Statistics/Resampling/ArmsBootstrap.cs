using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Resampling;

/// <summary>A statistic of the paired scores of the treated and of the comparison group; not finite where it has no value.</summary>
public delegate double StatisticOfArms(PairedSummary treated, PairedSummary comparison);

/// <summary>
/// The bootstrap of two arms with paired scores: people are drawn with replacement within their arm, both waves together, so that every resample
/// has as many treated and comparison people as the study.
/// </summary>
/// <remarks>Davison and Hinkley (1997), Bootstrap methods and their application, 3.2 (several samples); Efron and Tibshirani (1993), An
/// introduction to the bootstrap, chapter 8.</remarks>
public sealed class ArmsBootstrap
{
    readonly PairedBootstrap treated;
    readonly PairedBootstrap comparison;

    ArmsBootstrap(PairedBootstrap treated, PairedBootstrap comparison) => (this.treated, this.comparison) = (treated, comparison);

    /// <param name="treatedPre">Treated people before, n_T ≥ 2.</param>
    /// <param name="treatedPost">The same after, same order.</param>
    /// <param name="comparisonPre">Comparison people before, n_C ≥ 2.</param>
    /// <param name="comparisonPost">The same after, same order.</param>
    /// <param name="resamples">At least 2; 9,999 for limits that are printed.</param>
    /// <param name="seed">Same seed, same replicates, on any machine and number of threads; the comparison arm draws with its complement.</param>
    /// <exception cref="ArgumentException">Waves of an arm differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than two pairs in an arm.</exception>
    public static ArmsBootstrap Of(
        Sample treatedPre, Sample treatedPost, Sample comparisonPre, Sample comparisonPost, int resamples, ulong seed) =>
        new(PairedBootstrap.Of(treatedPre, treatedPost, resamples, seed), PairedBootstrap.Of(comparisonPre, comparisonPost, resamples, ~seed));

    /// <summary>What a statistic becomes in these resamples; one person is left out of one arm at a time for the acceleration.</summary>
    /// <param name="statistic">For instance <see cref="Controlled.PrePostControl.D2Value"/>.</param>
    /// <exception cref="NotEstimableException">The statistic has no value in more than 5 % of the resamples.</exception>
    public BootstrapReplicates Of(StatisticOfArms statistic)
    {
        double[] replicates = [.. treated.Drawn.Zip(comparison.Drawn, statistic.Invoke)];
        double[] leftOut =
        [
            .. Centred([.. treated.LeftOut.Select(without => statistic(without, comparison.All))]),
            .. Centred([.. comparison.LeftOut.Select(without => statistic(treated.All, without))]),
        ];
        return new BootstrapReplicates(statistic(treated.All, comparison.All), replicates, leftOut);
    }

    /// <summary>Jackknife influences of an arm, <c>(n − 1)/n·(θᵢ − θ̄)</c>, about their own mean: a larger arm weighs each person less.</summary>
    /// <remarks>Davison and Hinkley (1997), chapter 5: the acceleration of several samples.</remarks>
    static IEnumerable<double> Centred(double[] leftOut)
    {
        double[] finite = [.. leftOut.Where(double.IsFinite)];
        var mean = finite.Length == 0 ? 0 : finite.Sum() / finite.Length;
        return finite.Select(value => (finite.Length - 1.0) / finite.Length * (value - mean));
    }
}
