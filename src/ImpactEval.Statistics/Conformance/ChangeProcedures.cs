using System.Globalization;
using System.Text.Json;
using ImpactEval.Statistics.Categorical;
using ImpactEval.Statistics.Change;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    static Found ReliableChanges(ConformanceEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var critical = entry.Number("critical_value", ReliableChange.UsualCriticalValue);
        var change = ReliableChange.Of(pre, post, entry.Number("reliability"), entry.Level, critical);
        var (risen, fallen) = ((int)Math.Round(change.Risen.Value * pre.Size), (int)Math.Round(change.Fallen.Value * pre.Size));
        var better = entry.Flag("higher_is_better", otherwise: true);
        return new Found
        {
            ["sem"] = change.StandardErrorOfMeasurement, ["s_diff"] = change.Threshold / critical, ["threshold_raw"] = change.Threshold,
            ["rci_first5"] = change.Indices.Take(5).ToArray(), ["n_improved"] = better ? risen : fallen, ["n_deteriorated"] = better ? fallen : risen,
            ["n_unchanged"] = pre.Size - risen - fallen, ["n"] = pre.Size,
        };
    }

    static Found NormalisedGains(ConformanceEntry entry)
    {
        var ((pre, post), maximum) = (entry.Pairs(), entry.Number("maximum"));
        var individual = NormalisedGain.OfIndividuals(pre, post, maximum);
        return new Found
        {
            ["class_gain"] = new OnDemand(() => NormalisedGain.OfClass(PairedSummary.Of(pre, post), maximum)),
            ["mean_individual_gain"] = individual.Mean, ["n_used_individual"] = individual.Size, ["n_at_ceiling_pre"] = pre.Size - individual.Size,
            ["normalised_change"] = new OnDemand(() => NormalisedGain.Change(pre, post, 0, maximum).Mean),
        };
    }

    static Found ImprovedShare(ConformanceEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var improved = entry.Flag("higher_is_better", otherwise: true) ? ChangedShare.Improved(pre, post, entry.Level) : ChangedShare.Worsened(pre, post, entry.Level);
        var successes = (int)Math.Round(improved.Value * improved.Size);
        return new Found
        {
            ["x"] = successes, ["n"] = improved.Size, ["share"] = improved.Value, ["wilson95"] = Limits(improved.Intervals.Primary),
            ["clopper_pearson95"] = Limits(ShareEstimate.ClopperPearson(successes, improved.Size, entry.Level).Intervals.Primary),
        };
    }

    static Found ProportionLimits(ConformanceEntry entry)
    {
        var (x, n) = (entry.Vector("x"), entry.Vector("n"));
        return new Found
        {
            ["x"] = x, ["n"] = n,
            ["wilson"] = x.Zip(n, (successes, size) => Limits(ShareEstimate.Wilson(successes, (int)size, entry.Level).Intervals.Primary)).ToArray(),
            ["clopper_pearson"] = x.Zip(n, (successes, size) => Limits(ShareEstimate.ClopperPearson((int)successes, (int)size, entry.Level).Intervals.Primary)).ToArray(),
        };
    }

    static Found DistributionBasedMid(ConformanceEntry entry)
    {
        var (sample, reliability) = (entry.Sample("values"), entry.Number("reliability"));
        var shown = reliability.ToString("R", CultureInfo.InvariantCulture);
        return new Found
        {
            ["half_sd"] = MinimalDifference.ShareOfDeviation(sample, 0.5), ["fifth_sd"] = MinimalDifference.ShareOfDeviation(sample, 0.2),
            [$"one_sem_rxx_{shown}"] = MinimalDifference.StandardErrorOfMeasurement(sample, reliability),
            [$"mdc95_rxx_{shown}"] = MinimalDifference.SmallestDetectable(sample, reliability),
        };
    }

    static Found Tost(ConformanceEntry entry)
    {
        Require(entry, "design", "paired", "independent_welch");
        Require(entry, "bounds", "raw", "standardised_by_sd_of_differences");
        var (low, high, level) = (entry.Number("low"), entry.Number("high"), new ConfidenceLevel(1 - 2 * entry.Number("alpha", 0.05)));
        var raw = entry.Text("bounds", "raw") == "raw";
        Equivalence result;
        if (entry.Text("design") == "paired")
        {
            var (pre, post) = entry.Pairs();
            var unit = raw ? 1 : PairedSummary.Of(pre, post).SdOfGain;
            result = Equivalence.Paired(pre, post, low * unit, high * unit, level);
        }
        else
            result = raw ? Equivalence.Independent(entry.Sample("first"), entry.Sample("second"), low, high, level) : throw new NotSupportedException("bounds in SD of differences without pairs");
        return new Found
        {
            ["estimate"] = result.Difference.Value, ["se"] = result.Difference.StandardError, ["df"] = result.Difference.DegreesOfFreedom,
            ["t_lower"] = result.AboveLow.Statistic, ["p_lower"] = result.AboveLow.PValue, ["t_upper"] = result.BelowHigh.Statistic,
            ["p_upper"] = result.BelowHigh.PValue, ["p_tost"] = result.PValue,
            ["ci90_lower"] = result.Difference.Intervals.Primary.Lower, ["ci90_upper"] = result.Difference.Intervals.Primary.Upper,
        };
    }

    static Found McNemar(ConformanceEntry entry)
    {
        Require(entry, "correction", "none", "edwards");
        var outcomes = entry.Has("pre") ? FromScores(entry) : FromCounts(entry);
        TestResult Test(McNemarMethod method) => McNemarTest.Of(outcomes, method);
        var (plain, edwards) = (Test(McNemarMethod.Asymptotic), Test(McNemarMethod.Edwards));
        var shown = entry.Text("correction", "none") == "edwards" ? edwards : plain;
        var found = new Found
        {
            ["b"] = outcomes.Gained, ["c"] = outcomes.Lost, ["n"] = outcomes.Size, ["p_pre"] = outcomes.ShareBefore, ["p_post"] = outcomes.ShareAfter,
            ["chi2"] = shown.Statistic, ["p"] = shown.PValue, ["p_asymptotic"] = plain.PValue, ["chi2_edwards"] = edwards.Statistic, ["p_edwards"] = edwards.PValue,
            ["p_exact"] = Test(McNemarMethod.Exact).PValue, ["p_mid"] = Test(McNemarMethod.MidP).PValue, ["discordant"] = outcomes.Changed,
            ["cohens_g"] = PairedShareEffects.CohensG(outcomes), ["cohens_h"] = PairedShareEffects.CohensH(outcomes.ShareAfter, outcomes.ShareBefore),
        };
        if (outcomes.Lost == 0)
        {
            // Nobody lost: our engine refuses infinite odds; what the entry can hold is that they are infinite, and the exact lower limit.
            var share = ShareEstimate.ClopperPearson(outcomes.Gained, outcomes.Changed, entry.Level).Intervals.Primary.Lower!.Value;
            return Merged(found, new Found { ["odds_ratio"] = double.PositiveInfinity, ["or_ci_exact"] = (double[])[share / (1 - share), double.PositiveInfinity] });
        }
        var odds = PairedShareEffects.OddsRatio(outcomes, entry.Level);
        return Merged(found, new Found
        {
            ["odds_ratio"] = odds.Value, ["or_ci_exact"] = Limits(odds.Intervals.Primary), ["or_ci_log_wald"] = Limits(odds.Intervals.By(IntervalMethod.LogWald)),
        });
    }

    static PairedOutcomes FromScores(ConformanceEntry entry)
    {
        var (pre, post) = entry.Pairs();
        return PairedOutcomes.Of(pre, post, Mark(entry.Raw("pass")));
    }

    /// <summary>The least score that passes.</summary>
    static double Mark(JsonElement rule) => rule.TryGetProperty("at_least", out var least)
        ? least.GetDouble()
        : rule.TryGetProperty("greater_than", out var more) ? Math.BitIncrement(more.GetDouble()) : throw new NotSupportedException($"rule {rule}");

    static PairedOutcomes FromCounts(ConformanceEntry entry)
    {
        var (gained, lost) = ((int)entry.Number("fail_to_pass"), (int)entry.Number("pass_to_fail"));
        // The counts do not say who passed both times; the shares of both waves are not asked for then.
        return new PairedOutcomes(0, gained, lost, (int)entry.Number("n") - gained - lost);
    }

    static Found PairedProportionDifference(ConformanceEntry entry)
    {
        Require(entry, "method", "newcombe_10");
        int Count(string name) => (int)entry.Number(name);
        // The entry is first minus second; ours is after minus before, so "first only" counts as gained.
        var estimate = PairedShareEffects.Difference(new PairedOutcomes(Count("both"), Count("first_only"), Count("second_only"), Count("neither")), entry.Level);
        return new Found { ["diff"] = estimate.Value, ["lower"] = estimate.Intervals.Primary.Lower, ["upper"] = estimate.Intervals.Primary.Upper };
    }

    static Found TwoProportions(ConformanceEntry entry)
    {
        int Count(string name) => (int)entry.Number(name);
        var (shares, level) = (new TwoShares(Count("x1"), Count("n1"), Count("x2"), Count("n2")), entry.Level);
        var difference = shares.Difference(level);
        OnDemand OfRatio(Func<Estimate, object?> value) => new(() => value(shares.Ratio(level)));
        OnDemand OfOdds(Func<Estimate, object?> value) => new(() => value(shares.OddsRatio(level)));
        return new Found
        {
            ["x1"] = shares.FirstSuccesses, ["n1"] = shares.FirstSize, ["x2"] = shares.SecondSuccesses, ["n2"] = shares.SecondSize,
            ["risk_difference"] = difference.Value, ["newcombe95"] = Limits(difference.Intervals.Primary),
            ["wald95"] = Limits(difference.Intervals.By(IntervalMethod.Normal)), ["nnt"] = 1 / difference.Value,
            ["risk_ratio"] = OfRatio(ratio => ratio.Value), ["rr_ci_log"] = OfRatio(ratio => Limits(ratio.Intervals.Primary)),
            ["odds_ratio"] = OfOdds(odds => odds.Value), ["or_ci_woolf"] = OfOdds(odds => Limits(odds.Intervals.Primary)),
            ["fisher_p"] = shares.FisherTest().PValue, ["chi2"] = shares.ChiSquareTest().Statistic, ["chi2_p"] = shares.ChiSquareTest().PValue,
            ["chi2_yates"] = shares.YatesTest().Statistic, ["phi"] = Math.Abs(shares.Phi()), ["cohens_h"] = PairedShareEffects.CohensH(shares.First, shares.Second),
            ["wilson1"] = Limits(ShareEstimate.Wilson(shares.FirstSuccesses, shares.FirstSize, level).Intervals.Primary),
            ["wilson2"] = Limits(ShareEstimate.Wilson(shares.SecondSuccesses, shares.SecondSize, level).Intervals.Primary),
        };
    }

    static Found MarginalHomogeneities(ConformanceEntry entry)
    {
        var counts = Crossed(entry, "first", "second", "levels", "levels");
        var (margins, symmetry) = (MarginalHomogeneity.StuartMaxwell(counts), MarginalHomogeneity.Bowker(counts));
        return new Found
        {
            ["stuart_maxwell_chi2"] = margins.Statistic, ["df"] = margins.DegreesOfFreedom, ["p"] = margins.PValue,
            ["bowker_chi2"] = symmetry.Statistic, ["bowker_df"] = symmetry.DegreesOfFreedom, ["bowker_p"] = symmetry.PValue,
        };
    }
}
