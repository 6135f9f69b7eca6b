using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Multiplicity;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Reliability;
using ImpactEval.Statistics.Resampling;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found Describe(OracleEntry entry)
    {
        var sample = entry.Sample("values");
        var (moments, mean) = (Moments.Of(sample), SampleMean.Of(sample, entry.Level));
        var winsorised = Moments.Of(TrimmedMean.Winsorised(sample, 0.2));
        var found = new Found
        {
            ["n"] = moments.Size, ["sum"] = moments.Sum, ["mean"] = moments.Mean, ["variance"] = moments.Variance, ["sd"] = moments.StandardDeviation,
            ["se_mean"] = mean.StandardError, ["mean_ci95"] = Limits(mean.Intervals.Primary),
            ["min"] = Quantile.Of(sample, 0), ["max"] = Quantile.Of(sample, 1), ["median"] = Median.Of(sample),
            ["mad_raw"] = Median.DeviationOf(sample), ["mad_scaled"] = Median.NormalConsistency * Median.DeviationOf(sample),
            ["iqr_type7"] = Quantile.Of(sample, 0.75) - Quantile.Of(sample, 0.25),
            ["trimmed_mean_10"] = TrimmedMean.Of(sample, 0.1), ["trimmed_mean_20"] = TrimmedMean.Of(sample, 0.2),
            ["winsorised_mean_20"] = winsorised.Mean, ["winsorised_sd_20"] = winsorised.StandardDeviation,
        };
        foreach (var type in Enum.GetValues<ShapeType>())
        {
            found[$"skewness_type{(int)type}"] = Shape.Skewness(sample, type);
            found[$"kurtosis_type{(int)type}"] = Shape.Kurtosis(sample, type);
        }
        return found;
    }

    static Found Quantiles(OracleEntry entry)
    {
        var (sample, probabilities) = (entry.Sample("values"), entry.Vector("probabilities"));
        return Enum.GetValues<QuantileType>().ToDictionary(
            type => $"type{(int)type}", type => (object?)Each(probabilities.Length, i => Quantile.Of(sample, probabilities[i], type)));
    }

    static Found Correlation(OracleEntry entry)
    {
        var (x, y) = entry.Pairs("x", "y");
        if (entry.Text("method") == "kendall")
        {
            var kendall = RankCorrelation.KendallTest(x, y, Alternative.TwoSided);
            return new Found { ["estimate"] = RankCorrelation.KendallTau(x, y), ["statistic"] = kendall.Statistic, ["p"] = kendall.PValue };
        }
        if (entry.Text("method") == "spearman")
        {
            var (rho, n) = (RankCorrelation.SpearmanRho(x, y), (double)x.Size);
            // R prints S, the sum of squared rank differences that would give this rho without ties.
            return new Found { ["estimate"] = rho, ["statistic"] = n * (n * n - 1) * (1 - rho) / 6, ["p"] = RankCorrelation.SpearmanTest(x, y, Alternative.TwoSided).PValue };
        }
        var (estimate, test) = (PearsonCorrelation.Of(x, y, entry.Level), PearsonCorrelation.Test(x, y, Alternative.TwoSided));
        return new Found { ["estimate"] = estimate.Value, ["statistic"] = test.Statistic, ["p"] = test.PValue, ["ci95"] = Limits(estimate.Intervals.Primary) };
    }

    static Found CronbachAlphas(OracleEntry entry)
    {
        var items = entry.Vectors("items");
        var scores = ScoreMatrix.Listwise([.. Enumerable.Range(0, items[0].Length).Select(person => Array.ConvertAll(items, item => item[person]))]);
        var (alpha, analysis) = (CronbachAlpha.Of(scores, entry.Level), ItemAnalysis.Of(scores));
        return new Found
        {
            ["n"] = scores.Persons, ["k"] = scores.Items, ["raw_alpha"] = alpha.Value, ["std_alpha"] = CronbachAlpha.Standardised(scores),
            ["average_r"] = CronbachAlpha.MeanInterItemCorrelation(scores), ["sem"] = CronbachAlpha.StandardErrorOfMeasurement(scores),
            ["feldt_ci95"] = new Found { ["lower"] = alpha.Intervals.Primary.Lower, ["upper"] = alpha.Intervals.Primary.Upper },
            ["alpha_if_item_dropped"] = analysis.Select(item => item.AlphaWithout).ToArray(),
            ["r_item_rest"] = analysis.Select(item => item.RestCorrelation).ToArray(), ["r_item_total"] = analysis.Select(item => item.TotalCorrelation).ToArray(),
            ["item_mean"] = analysis.Select(item => item.Mean).ToArray(), ["item_sd"] = analysis.Select(item => item.StandardDeviation).ToArray(),
            ["n_negative_item_rest"] = analysis.Count(item => item.RunsAgainstTheScale),
        };
    }

    static Found AdjustedP(OracleEntry entry)
    {
        double?[] family = [.. entry.Vector("p").Select(p => double.IsNaN(p) ? (double?)null : p)];
        return new Found
        {
            ["bonferroni"] = BonferroniAdjustment.Of(family), ["holm"] = HolmAdjustment.Of(family), ["hochberg"] = HochbergAdjustment.Of(family),
            ["hommel"] = HommelAdjustment.Of(family), ["BH"] = BenjaminiHochbergAdjustment.Of(family), ["BY"] = BenjaminiYekutieliAdjustment.Of(family),
            ["sidak_single_step"] = SidakAdjustment.Of(family), ["holm_sidak"] = HolmSidakAdjustment.Of(family),
        };
    }

    static Found ImprovedShare(OracleEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var improved = ChangedShare.Improved(pre, post, entry.Level);
        var successes = (int)Math.Round(improved.Value * improved.Size);
        return new Found
        {
            ["x"] = successes, ["n"] = improved.Size, ["share"] = improved.Value, ["wilson95"] = Limits(improved.Intervals.Primary),
            ["clopper_pearson95"] = Limits(ShareEstimate.ClopperPearson(successes, improved.Size, entry.Level).Intervals.Primary),
        };
    }

    static Found ProportionLimits(OracleEntry entry)
    {
        var (x, n) = (entry.Vector("x"), entry.Vector("n"));
        return new Found
        {
            ["x"] = x, ["n"] = n,
            ["wilson"] = x.Zip(n, (successes, size) => Limits(ShareEstimate.Wilson(successes, (int)size, entry.Level).Intervals.Primary)).ToArray(),
            ["clopper_pearson"] = x.Zip(n, (successes, size) => Limits(ShareEstimate.ClopperPearson((int)successes, (int)size, entry.Level).Intervals.Primary)).ToArray(),
        };
    }

    static Found BootstrapLimitsFromReplicates(OracleEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var all = PairedSummary.Of(pre, post);
        var leftOut = Enumerable.Range(0, pre.Size).Select(person => CohensDz.Value(PairedSummary.Of(Without(pre, person), Without(post, person)))).ToArray();
        var drawn = entry.Vector("replicates");
        var replicates = new BootstrapReplicates(CohensDz.Value(all), drawn, leftOut, TiedReplicates.CountNone);
        return new Found
        {
            ["t0"] = replicates.Observed, ["replicates"] = drawn, ["se"] = replicates.StandardError, ["bias"] = replicates.Bias, ["z0"] = replicates.BiasCorrection,
            ["acceleration_jackknife"] = replicates.Acceleration, ["normal"] = Limits(replicates.Normal(entry.Level)), ["basic"] = Limits(replicates.Basic(entry.Level)),
            ["percentile"] = Limits(replicates.Percentile(entry.Level)), ["percentile_type6"] = Limits(replicates.Percentile(entry.Level)),
            ["percentile_type7"] = new[] { 0.025, 0.975 }.Select(p => Quantile.Of(new Sample(drawn), p)).ToArray(),
            ["bca_jackknife_acceleration_type6"] = Limits(replicates.Bca(entry.Level)),
        };
    }

    static Found? BootstrapLimits(OracleEntry entry)
    {
        if (!entry.Has("pre"))
            return null;
        var (pre, post) = entry.Pairs();
        const int resamples = 200_000;
        var replicates = entry.Text("statistic") switch
        {
            "d_z" => PairedBootstrap.Of(pre, post, resamples, seed: 1).Of(CohensDz.Value),
            "d_av" => PairedBootstrap.Of(pre, post, resamples, seed: 1).Of(CohensDav.Value),
            "mean_change" => PairedBootstrap.Of(pre, post, resamples, seed: 1).Of(pairs => pairs.MeanGain),
            "median_change" => Bootstrap.Of(pre.Size, people => MedianGain(pre, post, people), resamples, seed: 1),
            _ => null,
        };
        return replicates is null ? null : new Found
        {
            ["t0"] = replicates.Observed, ["se"] = replicates.StandardError, ["percentile"] = Limits(replicates.Percentile(entry.Level)),
            ["z0"] = replicates.BiasCorrection, ["acceleration_jackknife"] = replicates.Acceleration, ["bca"] = Limits(replicates.Bca(entry.Level)),
        };
    }

    static Found Permutations(OracleEntry entry)
    {
        var paired = entry.Text("design") == "paired";
        var (one, other) = paired ? entry.Pairs() : (entry.Sample("first"), entry.Sample("second"));
        PermutationTest Test(Alternative alternative) =>
            paired ? PermutationTest.Paired(one, other, alternative, 1, 1) : PermutationTest.Independent(one, other, alternative, 1, 1);
        var test = Test(Alternative.TwoSided);
        return new Found
        {
            ["n_permutations"] = test.Arrangements, ["observed"] = test.Test.Statistic, ["p_two_sided"] = test.Test.PValue,
            ["p_greater"] = Test(Alternative.Greater).Test.PValue,
        };
    }

    static double MedianGain(Sample pre, Sample post, ReadOnlySpan<int> people)
    {
        var gains = new double[people.Length];
        for (var i = 0; i < gains.Length; i++)
            gains[i] = post.Values[people[i]] - pre.Values[people[i]];
        return Median.Of(new Sample(gains));
    }

    static Sample Without(Sample sample, int person) => new(sample.Values.ToArray().Where((_, i) => i != person));
}
