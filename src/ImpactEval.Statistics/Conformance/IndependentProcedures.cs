using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Multiplicity;
using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    static Found IndependentTTests(ConformanceEntry entry)
    {
        var (first, second) = (entry.Sample("first"), entry.Sample("second"));
        var groups = TwoGroups.Of(first, second);
        var student = entry.Flag("equal_variances");
        var test = student ? StudentTTest.Of(first, second, entry.Alternative) : WelchTTest.Of(first, second, entry.Alternative);
        Estimate Difference(ConfidenceLevel level) => student ? MeanDifference.Student(groups, level) : MeanDifference.Welch(groups, level);
        return new Found
        {
            ["t"] = test.Statistic, ["df"] = test.DegreesOfFreedom, ["p"] = test.PValue, ["mean1"] = groups.FirstMean, ["mean2"] = groups.SecondMean,
            ["se"] = Difference(entry.Level).StandardError,
            ["ci95"] = Limits(level => Difference(level).Intervals.Primary, entry.Level, entry.Alternative),
        };
    }

    static Found DifferenceInMeans(ConformanceEntry entry) => Columns(["difference"], [MeanDifference.Welch(entry.Sample("first"), entry.Sample("second"), entry.Level)]);

    static Found IndependentEffects(ConformanceEntry entry)
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
            ["J_exact"] = HedgesCorrection.J(df), ["J_approx"] = ApproximateJ(df),
            ["g_s"] = g.Value, ["g_s_approx_J"] = d.Value * ApproximateJ(df), ["g_s_ci_nct_times_J"] = Limits(g.Intervals.Primary),
            ["d_average_variance"] = average.Value, ["df_delacre"] = StandardisedDifference.StarDegreesOfFreedom(groups),
            ["g_star_delacre"] = StandardisedDifference.HedgesGStar(groups, level).Value,
            ["glass_delta_sd2"] = glass.Value, ["glass_g_sd2"] = HedgesCorrection.Apply(glass, groups.SecondSize - 1).Value,
            ["glass_delta_sd1"] = -StandardisedDifference.GlassDelta(turned, level).Value,
            ["d_maximum_likelihood_sd"] = d.Value * Math.Sqrt(groups.Size / df),
            ["cles_normal_pooled"] = NormalOverlap.CommonLanguage(d).Value,
            ["cles_mcgraw_wong_unequal_var"] = NormalOverlap.CommonLanguage(average).Value,
            ["cohens_u3"] = NormalOverlap.CohensU3(d).Value, ["overlap"] = NormalOverlap.Overlap(d).Value,
            ["var_ratio"] = VarianceRatio.Of(groups, level).Value, ["ln_var_ratio_bias_corrected"] = VarianceRatio.Log(groups, level).Value,
            ["akp_robust_d"] = new OnDemand(() => RobustEffectSize.Of(first, second, entry.Number("trim", UsualTrim))),
        };
    }

    /// <summary>Algina, Keselman and Penfield (2005) trim a fifth from each end.</summary>
    const double UsualTrim = 0.2;

    static Found CohensDIndependent(ConformanceEntry entry)
    {
        Require(entry, "standardizer", "pooled", "average_variance", "second_group");
        Require(entry, "correction", "none", "hedges_exact");
        var (groups, level) = (TwoGroups.Of(entry.Sample("first"), entry.Sample("second")), entry.Level);
        var (name, effect) = (entry.Text("standardizer", "pooled"), entry.Text("correction", "none") == "hedges_exact") switch
        {
            ("pooled", false) => ("d", StandardisedDifference.CohensD(groups, level)),
            ("pooled", true) => ("g", StandardisedDifference.HedgesG(groups, level)),
            ("average_variance", false) => ("d", StandardisedDifference.AverageVariance(groups, level)),
            ("average_variance", true) => ("g", StandardisedDifference.HedgesGStar(groups, level)),
            (_, false) => ("delta", StandardisedDifference.GlassDelta(groups, level)),
            (_, true) => ("g", HedgesCorrection.Apply(StandardisedDifference.GlassDelta(groups, level), groups.SecondSize - 1)),
        };
        return new Found { [name] = effect.Value, ["ci_low"] = effect.Intervals.Primary.Lower, ["ci_high"] = effect.Intervals.Primary.Upper };
    }

    static Found OneWayAnovas(ConformanceEntry entry)
    {
        var groups = Groups(entry);
        if (!entry.Flag("equal_variances", otherwise: true))
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

    static Found KruskalWallises(ConformanceEntry entry)
    {
        var result = KruskalWallis.Of(Groups(entry));
        return new Found
        {
            ["H"] = result.Test.Statistic, ["df"] = result.Test.DegreesOfFreedom, ["p"] = result.Test.PValue,
            ["epsilon2"] = result.EpsilonSquared, ["eta2_H"] = result.EtaSquared,
        };
    }

    static Found BrunnerMunzels(ConformanceEntry entry)
    {
        var chance = BrunnerMunzel.Of(entry.Sample("first"), entry.Sample("second"), entry.Level);
        var test = BrunnerMunzel.Test(chance, entry.Alternative);
        return new Found
        {
            ["statistic"] = test.Statistic, ["df"] = test.DegreesOfFreedom, ["p"] = test.PValue, ["p_y_greater"] = chance.Value,
            ["lower"] = chance.Intervals.Primary.Lower, ["upper"] = chance.Intervals.Primary.Upper,
        };
    }

    static Found PairwiseTTests(ConformanceEntry entry)
    {
        var groups = Groups(entry);
        var comparisons = entry.Flag("pooled_sd", otherwise: true)
            ? PairwiseComparisons.PooledSd(groups, ConfidenceLevel.Percent95)
            : PairwiseComparisons.Welch(groups, ConfidenceLevel.Percent95);
        var adjusted = Adjusted(entry.Text("p_adjust"), [.. comparisons.Select(comparison => (double?)comparison.Test.PValue)]);
        var levels = entry.Texts("levels");
        double? At(int later, int earlier) =>
            comparisons.Zip(adjusted).FirstOrDefault(pair => pair.First.Later == later && pair.First.Earlier == earlier).Second;
        return new Found
        {
            ["rows"] = levels[1..], ["cols"] = levels[..^1],
            ["p"] = Enumerable.Range(1, levels.Length - 1).Select(later => Enumerable.Range(0, levels.Length - 1).Select(earlier => At(later, earlier)).ToArray()).ToArray(),
        };
    }

    static Found SubgroupGains(ConformanceEntry entry)
    {
        var (found, gains) = (new Found(), new List<Sample>());
        foreach (var group in entry.Raw("groups").EnumerateObject())
        {
            var (pre, post) = entry.Pairs(group.Value.GetProperty("pre"), group.Value.GetProperty("post"));
            var pairs = PairedSummary.Of(pre, post);
            var d = CohensDz.Of(pairs, ConfidenceLevel.Percent95);
            gains.Add(new Sample(Gains.Of(pre, post)));
            found[group.Name] = new Found
            {
                ["n"] = pairs.Size, ["mean_diff"] = pairs.MeanGain, ["sd_diff"] = pairs.SdOfGain, ["d_z"] = d.Value,
                ["g_z"] = HedgesCorrection.Apply(d, pairs.DegreesOfFreedom).Value, ["d_av"] = CohensDav.Value(pairs),
            };
        }
        var test = WelchTTest.Of(gains[0], gains[1], Alternative.TwoSided);
        return Merged(found, new Found { ["welch_t"] = test.Statistic, ["welch_df"] = test.DegreesOfFreedom, ["p"] = test.PValue });
    }

    static Found CliffsDeltas(ConformanceEntry entry)
    {
        var (first, second) = (entry.Sample("first"), entry.Sample("second"));
        var delta = CliffsDelta.Of(first, second, entry.Level);
        var normal = MannWhitney.Approximate(first, second, ContinuityCorrection.None, Alternative.TwoSided);
        return new Found
        {
            ["delta"] = delta.Value, ["var_consistent_unbiased"] = delta.StandardError * delta.StandardError,
            ["lower_asym"] = delta.Intervals.Primary.Lower, ["upper_asym"] = delta.Intervals.Primary.Upper, ["prob_superiority"] = (delta.Value + 1) / 2,
            ["hodges_lehmann_shift"] = ShiftOfGroups.Of(first, second), ["mean_diff"] = Moments.Of(first).Mean - Moments.Of(second).Mean,
            ["akp"] = new OnDemand(() => RobustEffectSize.Of(first, second, entry.Number("trim", UsualTrim))),
            ["mw_p"] = normal.PValue, ["mw_p_tie_corrected_no_cc"] = normal.PValue, ["brunner_munzel"] = new OnDemand(() => BrunnerMunzels(entry)),
        };
    }

    static Found MannWhitneys(ConformanceEntry entry)
    {
        Require(entry, "method", "normal_approximation", "exact_conditional");
        var (first, second) = (entry.Sample("first"), entry.Sample("second"));
        var test = entry.Text("method") == "exact_conditional"
            ? MannWhitney.Exact(first, second, entry.Alternative)
            : MannWhitney.Approximate(first, second, Correction(entry), entry.Alternative);
        return new Found { ["W"] = MannWhitney.PairsAbove(first, second), ["z"] = test.Statistic, ["p"] = test.PValue };
    }

    static Found Yuen(ConformanceEntry entry)
    {
        Require(entry, "design", "paired", "independent");
        var trim = entry.Number("trim", UsualTrim);
        var paired = entry.Text("design") == "paired";
        // The paired entry is post − pre.
        var (one, other) = paired ? entry.Pairs(entry.Raw("post"), entry.Raw("pre")) : (entry.Sample("first"), entry.Sample("second"));
        var difference = paired ? YuenTest.Paired(other, one, trim, entry.Level) : YuenTest.Independent(one, other, trim, entry.Level);
        var test = YuenTest.Test(difference, Alternative.TwoSided);
        return new Found
        {
            ["trim1"] = TrimmedMean.Of(one, trim), ["trim2"] = TrimmedMean.Of(other, trim), ["diff"] = difference.Value, ["se"] = difference.StandardError,
            ["t"] = test.Statistic, ["df"] = test.DegreesOfFreedom, ["p"] = test.PValue,
            ["lower"] = difference.Intervals.Primary.Lower, ["upper"] = difference.Intervals.Primary.Upper,
        };
    }

    static IReadOnlyList<double?> Adjusted(string method, IReadOnlyList<double?> p) => method switch
    {
        "none" => p,
        "holm" => HolmAdjustment.Of(p),
        "bonferroni" => BonferroniAdjustment.Of(p),
        "hochberg" => HochbergAdjustment.Of(p),
        "hommel" => HommelAdjustment.Of(p),
        "BH" or "fdr" or "benjamini_hochberg" => BenjaminiHochbergAdjustment.Of(p),
        "BY" or "benjamini_yekutieli" => BenjaminiYekutieliAdjustment.Of(p),
        "sidak" or "sidak_single_step" => SidakAdjustment.Of(p),
        "holm_sidak" => HolmSidakAdjustment.Of(p),
        _ => throw new NotSupportedException($"p_adjust {method}"),
    };

    /// <summary>Values by group, in the order of <c>levels</c> or else of the rows; rows with a gap are left out.</summary>
    static Sample[] Groups(ConformanceEntry entry)
    {
        var (values, groups) = (entry.Vector("values"), entry.Cells("groups"));
        Sample Of(Func<string, bool> belongs) => new(values.Where((value, row) => !double.IsNaN(value) && belongs(groups[row])));
        return entry.Has("levels")
            ? [.. ConformanceEntry.Items(entry.Raw("levels")).Select(level => Of(cell => DataTable.Same(cell, level)))]
            : [.. groups.Where(cell => cell.Length > 0).Distinct(StringComparer.Ordinal).Select(group => Of(cell => cell == group))];
    }

    static Found VarianceTest(VarianceRatioTest test) => new()
    {
        ["F"] = test.F, ["df1"] = test.DegreesOfFreedom1, ["df2"] = test.DegreesOfFreedom2, ["p"] = test.PValue,
    };
}
