using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Multiplicity;
using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found IndependentTTests(OracleEntry entry)
    {
        var (first, second) = (entry.Sample("first"), entry.Sample("second"));
        var groups = TwoGroups.Of(first, second);
        var student = entry.Flag("equal_variances");
        var test = student ? StudentTTest.Of(first, second, entry.Alternative) : WelchTTest.Of(first, second, entry.Alternative);
        // A one-sided interval at 95 % has the one limit of the two-sided interval at 90 %.
        var tail = (1 - entry.Level.Value) * (entry.Alternative == Alternative.TwoSided ? 1 : 2);
        var level = new ConfidenceLevel(1 - tail);
        var difference = student ? MeanDifference.Student(groups, level) : MeanDifference.Welch(groups, level);
        var interval = difference.Intervals.Primary;
        return new Found
        {
            ["t"] = test.Statistic, ["df"] = test.DegreesOfFreedom, ["p"] = test.PValue, ["mean1"] = groups.FirstMean, ["mean2"] = groups.SecondMean,
            ["se"] = difference.StandardError,
            ["ci95"] = Limits(entry.Alternative switch
            {
                Alternative.Greater => interval with { Upper = null },
                Alternative.Less => interval with { Lower = null },
                _ => interval,
            }),
        };
    }

    static Found DifferenceInMeans(OracleEntry entry)
    {
        var difference = MeanDifference.Welch(entry.Sample("first"), entry.Sample("second"), entry.Level);
        return Columns([], [difference]).ToDictionary(pair => pair.Key, pair => Single(pair.Value));
    }

    static Found IndependentEffects(OracleEntry entry)
    {
        var (first, second, level) = (entry.Sample("first"), entry.Sample("second"), entry.Level);
        var (groups, turned) = (TwoGroups.Of(first, second), TwoGroups.Of(second, first));
        var (d, g) = (StandardisedDifference.CohensD(groups, level), StandardisedDifference.HedgesG(groups, level));
        var average = StandardisedDifference.AverageVariance(groups, level);
        var (glass, df) = (StandardisedDifference.GlassDelta(groups, level), groups.PooledDegreesOfFreedom);
        return new Found
        {
            ["n1"] = groups.FirstSize, ["n2"] = groups.SecondSize, ["diff"] = groups.Difference, ["sd_pooled"] = Math.Sqrt(groups.PooledVariance),
            ["d_s"] = d.Value, ["d_s_ci_nct"] = Limits(d.Intervals.Primary),
            ["J_exact"] = HedgesCorrection.J(df), ["J_approx"] = 1 - 3 / (4 * df - 1),
            ["g_s"] = g.Value, ["g_s_approx_J"] = d.Value * (1 - 3 / (4 * df - 1)), ["g_s_ci_nct_times_J"] = Limits(g.Intervals.Primary),
            ["d_average_variance"] = average.Value, ["df_delacre"] = StandardisedDifference.StarDegreesOfFreedom(groups),
            ["g_star_delacre"] = StandardisedDifference.HedgesGStar(groups, level).Value,
            ["glass_delta_sd2"] = glass.Value, ["glass_g_sd2"] = HedgesCorrection.Apply(glass, groups.SecondSize - 1).Value,
            ["glass_delta_sd1"] = -StandardisedDifference.GlassDelta(turned, level).Value,
            ["d_maximum_likelihood_sd"] = d.Value * Math.Sqrt(groups.Size / df),
            ["cles_normal_pooled"] = NormalOverlap.CommonLanguage(d).Value,
            ["cles_mcgraw_wong_unequal_var"] = NormalOverlap.CommonLanguage(average).Value,
            ["cohens_u3"] = NormalOverlap.CohensU3(d).Value, ["overlap"] = NormalOverlap.Overlap(d).Value,
            ["var_ratio"] = VarianceRatio.Of(groups, level).Value, ["ln_var_ratio_bias_corrected"] = VarianceRatio.Log(groups, level).Value,
            ["akp_robust_d"] = RobustEffectSize.Of(first, second, entry.Number("trim")),
        };
    }

    static Found CohensDIndependent(OracleEntry entry)
    {
        var groups = TwoGroups.Of(entry.Sample("first"), entry.Sample("second"));
        var corrected = entry.Text("correction") == "hedges_exact";
        var (name, effect) = (entry.Text("standardizer"), corrected) switch
        {
            ("pooled", false) => ("d", StandardisedDifference.CohensD(groups, entry.Level)),
            ("pooled", true) => ("g", StandardisedDifference.HedgesG(groups, entry.Level)),
            ("average_variance", false) => ("d", StandardisedDifference.AverageVariance(groups, entry.Level)),
            ("average_variance", true) => ("g", StandardisedDifference.HedgesGStar(groups, entry.Level)),
            _ => ("delta", StandardisedDifference.GlassDelta(groups, entry.Level)),
        };
        return new Found { [name] = effect.Value, ["ci_low"] = effect.Intervals.Primary.Lower, ["ci_high"] = effect.Intervals.Primary.Upper };
    }

    static Found? IndependentEscalc(OracleEntry entry)
    {
        if (!entry.Has("first"))
            return null;
        var groups = TwoGroups.Of(entry.Sample("first"), entry.Sample("second"));
        switch (entry.Text("measure"))
        {
            case "MD":
                return new Found { ["yi"] = groups.Difference, ["vi"] = groups.WelchError * groups.WelchError };
            case "SMD" when entry.Text("variance_type") == "LS":
                var g = StandardisedDifference.HedgesG(groups, ConfidenceLevel.Percent95).Value;
                return new Found { ["yi"] = g, ["vi"] = StandardisedDifference.SamplingVariance(g, groups) };
            case "VR":
                var ratio = VarianceRatio.Log(groups, ConfidenceLevel.Percent95);
                return new Found { ["yi"] = ratio.Value, ["vi"] = ratio.StandardError * ratio.StandardError };
            default:
                return null;
        }
    }

    static Found OneWayAnovas(OracleEntry entry)
    {
        var groups = Groups(entry);
        if (!entry.Flag("equal_variances"))
            return VarianceTest(WelchAnova.Of(groups));
        var anova = OneWayAnova.Of(groups);
        var eta = anova.EtaSquaredEstimate(entry.Level);
        var (df1, df2) = (anova.Test.DegreesOfFreedom1, anova.Test.DegreesOfFreedom2);
        var limits = NoncentralF.Limits(anova.Test.F, df1, df2, entry.Level);
        return Merged(VarianceTest(anova.Test), new Found
        {
            ["ss_between"] = anova.BetweenSumOfSquares, ["ss_within"] = anova.WithinSumOfSquares,
            ["eta2"] = eta.Value, ["omega2"] = anova.OmegaSquared,
            ["epsilon2"] = anova.EpsilonSquared, ["cohens_f"] = anova.CohensF, ["ncp_ci90"] = (double[])[limits.Lower, limits.Upper],
            ["eta2_ci90_ncp_over_ncp_plus_N"] = Limits(eta.Intervals.Primary),
            ["eta2_ci90_ncp_over_ncp_plus_df2"] = (double[])[limits.Lower / (limits.Lower + df2), limits.Upper / (limits.Upper + df2)],
        });
    }

    static Found KruskalWallises(OracleEntry entry)
    {
        var result = KruskalWallis.Of(Groups(entry));
        return new Found
        {
            ["H"] = result.Test.Statistic, ["df"] = result.Test.DegreesOfFreedom, ["p"] = result.Test.PValue,
            ["epsilon2"] = result.EpsilonSquared, ["eta2_H"] = result.EtaSquared,
        };
    }

    static Found BrunnerMunzels(OracleEntry entry)
    {
        var chance = BrunnerMunzel.Of(entry.Sample("first"), entry.Sample("second"), entry.Level);
        var test = BrunnerMunzel.Test(chance, Alternative.TwoSided);
        return new Found
        {
            ["statistic"] = test.Statistic, ["df"] = test.DegreesOfFreedom, ["p"] = test.PValue, ["p_y_greater"] = chance.Value,
            ["lower"] = chance.Intervals.Primary.Lower, ["upper"] = chance.Intervals.Primary.Upper,
        };
    }

    static Found PairwiseTTests(OracleEntry entry)
    {
        var groups = Groups(entry);
        var comparisons = entry.Flag("pooled_sd")
            ? PairwiseComparisons.PooledSd(groups, ConfidenceLevel.Percent95)
            : PairwiseComparisons.Welch(groups, ConfidenceLevel.Percent95);
        var adjusted = Adjusted(entry.Text("p_adjust"), [.. comparisons.Select(comparison => (double?)comparison.Test.PValue)]);
        string[] levels = [.. entry.Raw("levels").EnumerateArray().Select(level => level.ToString())];
        double? At(int later, int earlier) =>
            comparisons.Zip(adjusted).FirstOrDefault(pair => pair.First.Later == later && pair.First.Earlier == earlier).Second;
        return new Found
        {
            ["rows"] = levels[1..], ["cols"] = levels[..^1],
            ["p"] = Enumerable.Range(1, levels.Length - 1).Select(later => Enumerable.Range(0, levels.Length - 1).Select(earlier => At(later, earlier))).ToArray(),
        };
    }

    static Found SubgroupGains(OracleEntry entry)
    {
        var found = new Found();
        var gains = new List<Sample>();
        foreach (var group in entry.Raw("groups").EnumerateObject())
        {
            var (pre, post) = (new Sample(entry.Vector(group.Value.GetProperty("pre"))), new Sample(entry.Vector(group.Value.GetProperty("post"))));
            var pairs = PairedSummary.Of(pre, post);
            var d = CohensDz.Of(pairs, ConfidenceLevel.Percent95);
            gains.Add(new Sample(post.Values.ToArray().Zip(pre.Values.ToArray(), (after, before) => after - before)));
            found[group.Name] = new Found
            {
                ["n"] = pairs.Size, ["mean_diff"] = pairs.MeanGain, ["sd_diff"] = pairs.SdOfGain, ["d_z"] = d.Value,
                ["g_z"] = HedgesCorrection.Apply(d, pairs.DegreesOfFreedom).Value, ["d_av"] = CohensDav.Value(pairs),
            };
        }
        var test = WelchTTest.Of(gains[0], gains[1], Alternative.TwoSided);
        return Merged(found, new Found { ["welch_t"] = test.Statistic, ["welch_df"] = test.DegreesOfFreedom, ["p"] = test.PValue });
    }

    static IReadOnlyList<double?> Adjusted(string method, IReadOnlyList<double?> p) => method switch
    {
        "none" => p,
        "holm" => HolmAdjustment.Of(p),
        "bonferroni" => BonferroniAdjustment.Of(p),
        "BH" => BenjaminiHochbergAdjustment.Of(p),
        _ => throw new InvalidDataException($"Adjustment {method}."),
    };

    static Sample[] Groups(OracleEntry entry)
    {
        var (values, groups) = (entry.Vector("values"), entry.Cells("groups"));
        return [.. entry.Raw("levels").EnumerateArray().Select(level => new Sample(values.Where((_, i) => groups[i] == level.ToString())))];
    }

    static Found VarianceTest(VarianceRatioTest test) => new()
    {
        ["F"] = test.F, ["df1"] = test.DegreesOfFreedom1, ["df2"] = test.DegreesOfFreedom2, ["p"] = test.PValue,
    };
}
