using ImpactEval.Statistics.Controlled;
using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Resampling;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    /// <summary>Any seed: the limits are held against a tolerance for Monte Carlo error.</summary>
    const ulong Seed = 1;

    /// <summary>An entry that enumerates more is refused rather than answered by chance.</summary>
    const long MostArrangements = 1L << 28;

    static Found BootstrapLimitsFromReplicates(ConformanceEntry entry)
    {
        var ((pre, post), statistic) = (entry.Pairs(), StatisticOf(entry));
        double Of(IEnumerable<int> people) => statistic(Chosen(pre, people), Chosen(post, people));
        int[] everybody = [.. Enumerable.Range(0, pre.Size)];
        var leftOut = everybody.Select(person => Of(everybody.Where(other => other != person))).ToArray();
        var (observed, drawn) = (Of(everybody), entry.Vector("replicates"));
        var replicates = new BootstrapReplicates(observed, drawn, leftOut, TiedReplicates.CountNone);
        double[] tails = [(1 - entry.Level.Value) / 2, (1 + entry.Level.Value) / 2];
        var percentile = Array.ConvertAll(tails, p => OnNormalScale(drawn, p));
        return new Found
        {
            ["t0"] = observed, ["replicates"] = drawn, ["se"] = replicates.StandardError, ["bias"] = replicates.Bias, ["z0"] = replicates.BiasCorrection,
            ["acceleration_jackknife"] = replicates.Acceleration, ["normal"] = Limits(replicates.Normal(entry.Level)),
            ["basic"] = (double[])[2 * observed - percentile[1], 2 * observed - percentile[0]],
            ["percentile"] = percentile, ["percentile_type6"] = Limits(replicates.Percentile(entry.Level)),
            ["percentile_type7"] = Array.ConvertAll(tails, p => Quantile.Of(new Sample(drawn), p)),
            ["bca_jackknife_acceleration_type6"] = Limits(replicates.Bca(entry.Level)),
        };
    }

    /// <summary>The (R + 1)p-th replicate, between two of them by the normal quantiles of their ranks.</summary>
    /// <remarks>Davison and Hinkley (1997), Bootstrap methods and their application, equation 5.8: what R's boot prints. Ours are of type 6.</remarks>
    static double OnNormalScale(double[] replicates, double probability)
    {
        double[] sorted = [.. replicates.Order()];
        var rank = (sorted.Length + 1) * probability;
        var below = (int)Math.Floor(rank);
        if (below < 1 || below >= sorted.Length)
            return below < 1 ? sorted[0] : sorted[^1];
        double At(double k) => StandardNormal.Quantile(k / (sorted.Length + 1));
        return sorted[below - 1] + (At(rank) - At(below)) / (At(below + 1) - At(below)) * (sorted[below] - sorted[below - 1]);
    }

    static Found BootstrapLimits(ConformanceEntry entry)
    {
        Require(entry, "resample", "pairs", "pairs_within_group");
        // Many more than the reference drew, so that chance is the reference's alone.
        var resamples = 20 * (int)entry.Number("replicates");
        var replicates = entry.Text("statistic") == "d_ppc2_exact" ? OfArms(entry, resamples) : OfPairs(entry, resamples);
        return new Found
        {
            ["t0"] = replicates.Observed, ["se"] = replicates.StandardError, ["percentile"] = Limits(replicates.Percentile(entry.Level)),
            ["z0"] = replicates.BiasCorrection, ["acceleration_jackknife"] = replicates.Acceleration, ["bca"] = Limits(replicates.Bca(entry.Level)),
        };
    }

    static BootstrapReplicates OfPairs(ConformanceEntry entry, int resamples)
    {
        var (pre, post) = entry.Pairs();
        return entry.Text("statistic") switch
        {
            "d_z" => PairedBootstrap.Of(pre, post, resamples, Seed).Of(CohensDz.Value),
            "d_av" => PairedBootstrap.Of(pre, post, resamples, Seed).Of(CohensDav.Value),
            "mean_change" => PairedBootstrap.Of(pre, post, resamples, Seed).Of(pairs => pairs.MeanGain),
            _ => Bootstrap.Of(pre.Size, people => StatisticOf(entry)(Chosen(pre, people.ToArray()), Chosen(post, people.ToArray())), resamples, Seed),
        };
    }

    static BootstrapReplicates OfArms(ConformanceEntry entry, int resamples)
    {
        var (treatedPre, treatedPost) = entry.PairsOf("treated");
        var (controlPre, controlPost) = entry.PairsOf("control");
        var bootstrap = ArmsBootstrap.Of(treatedPre, treatedPost, controlPre, controlPost, resamples, Seed);
        return bootstrap.Of(PrePostControl.D2Value);
    }

    static Func<Sample, Sample, double> StatisticOf(ConformanceEntry entry) => entry.Text("statistic") switch
    {
        "d_z" => (pre, post) => CohensDz.Value(PairedSummary.Of(pre, post)),
        "d_av" => (pre, post) => CohensDav.Value(PairedSummary.Of(pre, post)),
        "mean_change" => (pre, post) => Moments.Of(new Sample(Gains.Of(pre, post))).Mean,
        "median_change" => (pre, post) => Median.Of(new Sample(Gains.Of(pre, post))),
        var other => throw new NotSupportedException($"statistic {other}"),
    };

    static Sample Chosen(Sample sample, IEnumerable<int> people)
    {
        var values = sample.Values.ToArray();
        return new Sample(people.Select(person => values[person]));
    }

    static Found Permutations(ConformanceEntry entry)
    {
        Require(entry, "design", "paired", "independent");
        Require(entry, "statistic", "mean_difference");
        Require(entry, "enumeration", "all");
        var paired = entry.Text("design") == "paired";
        var (one, other) = paired ? entry.Pairs() : (entry.Sample("first"), entry.Sample("second"));
        PermutationTest Test(Alternative alternative) =>
            paired ? PermutationTest.Paired(one, other, alternative, 1, Seed, MostArrangements) : PermutationTest.Independent(one, other, alternative, 1, Seed, MostArrangements);
        var test = Test(Alternative.TwoSided);
        if (!test.Exact)
            throw new NotSupportedException("so many arrangements");
        return new Found
        {
            ["n_permutations"] = test.Arrangements, ["observed"] = test.Test.Statistic, ["p_two_sided"] = test.Test.PValue,
            ["p_greater"] = Test(Alternative.Greater).Test.PValue,
        };
    }
}
