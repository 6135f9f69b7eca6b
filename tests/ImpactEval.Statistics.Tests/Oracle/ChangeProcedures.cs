using ImpactEval.Statistics.Categorical;
using ImpactEval.Statistics.Change;
using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Missing;
using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found ShapiroWilks(OracleEntry entry)
    {
        var test = ShapiroWilk.Of(entry.Sample("values"));
        return new Found { ["W"] = test.Statistic, ["p"] = test.PValue };
    }

    static Found? VarianceHomogeneity(OracleEntry entry)
    {
        if (!entry.Text("method").StartsWith("levene", StringComparison.Ordinal))
            return null;
        var groups = entry.Vector("values").Zip(entry.Cells("groups")).GroupBy(pair => pair.Second, pair => pair.First).Select(group => new Sample(group)).ToArray();
        var test = LeveneTest.Of(groups, entry.Text("method") == "levene_mean" ? LeveneCentre.Mean : LeveneCentre.Median);
        return new Found { ["F"] = test.F, ["df1"] = test.DegreesOfFreedom1, ["df2"] = test.DegreesOfFreedom2, ["p"] = test.PValue };
    }

    static IncompleteScores Scores(OracleEntry entry)
    {
        var columns = entry.Vectors("columns");
        return new IncompleteScores([.. Enumerable.Range(0, columns[0].Length).Select(person => Array.ConvertAll(columns, column => column[person]))]);
    }

    static Found LittleMcar(OracleEntry entry)
    {
        var scores = Scores(entry);
        var (likelihood, unbiased) = (LittleMcarTest.Of(scores, McarCovariance.MaximumLikelihood), LittleMcarTest.Of(scores, McarCovariance.Unbiased));
        return new Found
        {
            ["n"] = NormalByEm.Of(scores).Persons, ["patterns"] = scores.Patterns.Count(pattern => pattern.Answered.Count > 0), ["df"] = likelihood.DegreesOfFreedom,
            ["chi2_ml_covariance"] = likelihood.Statistic, ["p_ml_covariance"] = likelihood.PValue,
            ["chi2_unbiased_covariance"] = unbiased.Statistic, ["p_unbiased_covariance"] = unbiased.PValue,
        };
    }

    static Found EmNormal(OracleEntry entry)
    {
        var normal = NormalByEm.Of(Scores(entry));
        return new Found
        {
            ["variables"] = entry.Raw("columns").EnumerateArray().Select(column => column.GetProperty("column").GetString()).ToArray(),
            ["means"] = normal.Mean.ToArray(), ["cov"] = normal.Covariance.EnumerateRows().Select(row => row.ToArray()).ToArray(),
        };
    }

    static Found MissingPatterns(OracleEntry entry)
    {
        var scores = Scores(entry);
        return new Found
        {
            ["cells_missing"] = scores.MissingOfItem.Sum(), ["complete_rows"] = scores.CompletePersons,
            ["missing_per_item"] = scores.MissingOfItem, ["n_patterns"] = scores.Patterns.Count,
        };
    }

    static Found Mahalanobis(OracleEntry entry)
    {
        var distances = MahalanobisDistance.Squared([.. entry.Vectors("columns").Select(column => new Sample(column))]);
        return new Found
        {
            ["first10"] = distances.Take(10).ToArray(), ["max"] = distances.Max(), ["sum"] = distances.Sum(),
            ["which_max_1based"] = distances.ToList().IndexOf(distances.Max()) + 1,
        };
    }

    static Found ReliableChanges(OracleEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var change = ReliableChange.Of(pre, post, entry.Number("reliability"), ConfidenceLevel.Percent95, entry.Number("critical_value"));
        var (risen, fallen) = ((int)Math.Round(change.Risen.Value * pre.Size), (int)Math.Round(change.Fallen.Value * pre.Size));
        var better = entry.Flag("higher_is_better");
        return new Found
        {
            ["sem"] = change.StandardErrorOfMeasurement, ["s_diff"] = change.Threshold / entry.Number("critical_value"), ["threshold_raw"] = change.Threshold,
            ["rci_first5"] = change.Indices.Take(5).ToArray(), ["n_improved"] = better ? risen : fallen, ["n_deteriorated"] = better ? fallen : risen,
            ["n_unchanged"] = pre.Size - risen - fallen, ["n"] = pre.Size,
        };
    }

    static Found NormalisedGains(OracleEntry entry)
    {
        var ((pre, post), maximum) = (entry.Pairs(), entry.Number("maximum"));
        var individual = NormalisedGain.OfIndividuals(pre, post, maximum);
        return new Found
        {
            ["class_gain"] = NormalisedGain.OfClass(PairedSummary.Of(pre, post), maximum),
            ["mean_individual_gain"] = individual.Mean, ["n_used_individual"] = individual.Size, ["n_at_ceiling_pre"] = pre.Size - individual.Size,
            ["normalised_change"] = NormalisedGain.Change(pre, post, 0, maximum).Mean,
        };
    }

    static Found DistributionBasedMid(OracleEntry entry)
    {
        var (sample, reliability) = (entry.Sample("values"), entry.Number("reliability"));
        return new Found
        {
            ["half_sd"] = MinimalDifference.ShareOfDeviation(sample, 0.5), ["fifth_sd"] = MinimalDifference.ShareOfDeviation(sample, 0.2),
            [$"one_sem_rxx_{reliability}"] = MinimalDifference.StandardErrorOfMeasurement(sample, reliability),
            [$"mdc95_rxx_{reliability}"] = MinimalDifference.SmallestDetectable(sample, reliability),
        };
    }

    static Found Tost(OracleEntry entry)
    {
        var (low, high, level) = (entry.Number("low"), entry.Number("high"), new ConfidenceLevel(1 - 2 * entry.Number("alpha")));
        Equivalence result;
        if (entry.Text("design") == "paired")
        {
            var (pre, post) = entry.Pairs();
            var unit = entry.Text("bounds") == "raw" ? 1 : PairedSummary.Of(pre, post).SdOfGain;
            result = Equivalence.Paired(pre, post, low * unit, high * unit, level);
        }
        else
            result = Equivalence.Independent(entry.Sample("first"), entry.Sample("second"), low, high, level);
        return new Found
        {
            ["estimate"] = result.Difference.Value, ["se"] = result.Difference.StandardError, ["df"] = result.Difference.DegreesOfFreedom,
            ["t_lower"] = result.AboveLow.Statistic, ["p_lower"] = result.AboveLow.PValue, ["t_upper"] = result.BelowHigh.Statistic,
            ["p_upper"] = result.BelowHigh.PValue, ["p_tost"] = result.PValue,
            ["ci90_lower"] = result.Difference.Intervals.Primary.Lower, ["ci90_upper"] = result.Difference.Intervals.Primary.Upper,
        };
    }

    static Found McNemar(OracleEntry entry)
    {
        var outcomes = entry.Has("pre") ? FromScores(entry) : FromCounts(entry);
        TestResult Test(McNemarMethod method) => McNemarTest.Of(outcomes, method);
        var (plain, edwards) = (Test(McNemarMethod.Asymptotic), Test(McNemarMethod.Edwards));
        var shown = entry.Text("correction") == "edwards" ? edwards : plain;
        var found = new Found
        {
            ["b"] = outcomes.Gained, ["c"] = outcomes.Lost, ["n"] = outcomes.Size, ["p_pre"] = outcomes.ShareBefore, ["p_post"] = outcomes.ShareAfter,
            ["chi2"] = shown.Statistic, ["p"] = shown.PValue, ["p_asymptotic"] = plain.PValue, ["chi2_edwards"] = edwards.Statistic, ["p_edwards"] = edwards.PValue,
            ["p_exact"] = Test(McNemarMethod.Exact).PValue, ["p_mid"] = Test(McNemarMethod.MidP).PValue, ["discordant"] = outcomes.Changed,
            ["cohens_g"] = PairedShareEffects.CohensG(outcomes), ["cohens_h"] = PairedShareEffects.CohensH(outcomes.ShareAfter, outcomes.ShareBefore),
        };
        if (outcomes.Lost > 0)
        {
            var odds = PairedShareEffects.OddsRatio(outcomes, ConfidenceLevel.Percent95);
            found["odds_ratio"] = odds.Value;
            found["or_ci_exact"] = Limits(odds.Intervals.Primary);
            found["or_ci_log_wald"] = Limits(odds.Intervals.By(IntervalMethod.LogWald));
        }
        return found;
    }

    static PairedOutcomes FromScores(OracleEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var pass = entry.Raw("pass");
        return PairedOutcomes.Of(pre, post, pass.TryGetProperty("at_least", out var least) ? least.GetDouble() : Math.BitIncrement(pass.GetProperty("greater_than").GetDouble()));
    }

    static PairedOutcomes FromCounts(OracleEntry entry)
    {
        var (gained, lost) = ((int)entry.Number("fail_to_pass"), (int)entry.Number("pass_to_fail"));
        return new PairedOutcomes(0, gained, lost, (int)entry.Number("n") - gained - lost);
    }

    static Found PairedProportionDifference(OracleEntry entry)
    {
        int Count(string name) => (int)entry.Number(name);
        // The entry is first minus second; ours is after minus before.
        var estimate = PairedShareEffects.Difference(new PairedOutcomes(Count("both"), Count("first_only"), Count("second_only"), Count("neither")), entry.Level);
        return new Found { ["diff"] = estimate.Value, ["lower"] = estimate.Intervals.Primary.Lower, ["upper"] = estimate.Intervals.Primary.Upper };
    }

    static Found CochranQs(OracleEntry entry)
    {
        var mark = entry.Raw("success").GetProperty("at_least").GetDouble();
        var test = CochranQ.Of([.. entry.Vectors("measures").Select(wave => Array.ConvertAll(wave, score => score >= mark))]);
        return new Found { ["Q"] = test.Statistic, ["df"] = test.DegreesOfFreedom, ["p"] = test.PValue };
    }

    static Found MarginalHomogeneities(OracleEntry entry)
    {
        var levels = entry.Raw("levels").EnumerateArray().Select(level => level.GetString()!).ToList();
        var counts = new int[levels.Count, levels.Count];
        foreach (var (first, second) in entry.Cells("first").Zip(entry.Cells("second")))
            counts[levels.IndexOf(first), levels.IndexOf(second)]++;
        var (margins, symmetry) = (MarginalHomogeneity.StuartMaxwell(counts), MarginalHomogeneity.Bowker(counts));
        return new Found
        {
            ["stuart_maxwell_chi2"] = margins.Statistic, ["df"] = margins.DegreesOfFreedom, ["p"] = margins.PValue,
            ["bowker_chi2"] = symmetry.Statistic, ["bowker_df"] = symmetry.DegreesOfFreedom, ["bowker_p"] = symmetry.PValue,
        };
    }

    static Found CliffsDeltas(OracleEntry entry)
    {
        var (first, second) = (entry.Sample("first"), entry.Sample("second"));
        var delta = CliffsDelta.Of(first, second, entry.Level);
        var normal = MannWhitney.Approximate(first, second, ContinuityCorrection.None, Alternative.TwoSided);
        return new Found
        {
            ["delta"] = delta.Value, ["var_consistent_unbiased"] = delta.StandardError * delta.StandardError,
            ["lower_asym"] = delta.Intervals.Primary.Lower, ["upper_asym"] = delta.Intervals.Primary.Upper, ["prob_superiority"] = (delta.Value + 1) / 2,
            ["hodges_lehmann_shift"] = ShiftOfGroups.Of(first, second), ["mean_diff"] = Moments.Of(first).Mean - Moments.Of(second).Mean,
            ["akp"] = entry.Has("trim") ? RobustEffectSize.Of(first, second, entry.Number("trim")) : null,
            ["mw_p"] = normal.PValue, ["mw_p_tie_corrected_no_cc"] = normal.PValue,
        };
    }

    static Found MannWhitneys(OracleEntry entry)
    {
        var (first, second) = (entry.Sample("first"), entry.Sample("second"));
        var test = entry.Text("method") == "exact_conditional"
            ? MannWhitney.Exact(first, second, entry.Alternative)
            : MannWhitney.Approximate(first, second, entry.Flag("correction") ? ContinuityCorrection.Half : ContinuityCorrection.None, entry.Alternative);
        return new Found { ["W"] = MannWhitney.PairsAbove(first, second), ["z"] = test.Statistic, ["p"] = test.PValue };
    }

    static Found Yuen(OracleEntry entry)
    {
        var trim = entry.Number("trim");
        var paired = entry.Text("design") == "paired";
        var (one, other) = paired ? entry.Pairs("post", "pre") : (entry.Sample("first"), entry.Sample("second"));
        var difference = paired ? YuenTest.Paired(other, one, trim, entry.Level) : YuenTest.Independent(one, other, trim, entry.Level);
        var test = YuenTest.Test(difference, Alternative.TwoSided);
        return new Found
        {
            ["trim1"] = TrimmedMean.Of(one, trim), ["trim2"] = TrimmedMean.Of(other, trim), ["diff"] = difference.Value, ["se"] = difference.StandardError,
            ["t"] = test.Statistic, ["df"] = test.DegreesOfFreedom, ["p"] = test.PValue,
            ["lower"] = difference.Intervals.Primary.Lower, ["upper"] = difference.Intervals.Primary.Upper,
        };
    }
}
