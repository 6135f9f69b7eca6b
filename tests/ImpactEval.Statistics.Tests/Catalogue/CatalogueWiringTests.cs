using ImpactEval.Statistics.Catalogue;
using ImpactEval.Statistics.Catalogue.Families;

namespace ImpactEval.Statistics.Tests.Catalogue;

/// <summary>That roles and options reach the right places: published numbers, or the same answer by another way.</summary>
[TestClass]
public sealed class CatalogueWiringTests
{
    // Hours of sleep gained under two drugs: Student (1908), Biometrika 6(1), p. 20; data set `sleep` of R.
    static readonly double[] First = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    static readonly double[] Second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    // Six classes, three of them treated, as in the tests of the statistics for few clusters.
    static readonly double[] Scores = [2.1, 3.4, 2.8, 5.0, 4.1, 4.9, 6.2, 1.0, 2.2, 1.9, 3.3, 2.7, 4.0, 3.8, 5.5, 6.1, 4.7, 2.0, 1.4, 2.6];
    static readonly double[] Before = [1, 2, 1, 3, 2, 2, 4, 1, 2, 2, 3, 1, 2, 4, 3, 4, 2, 2, 1, 3];
    static readonly double[] Classes = [1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6, 6];
    static readonly double[] Treated = [.. Classes.Select(one => one is 2 or 4 or 5 ? 1.0 : 0)];

    [TestMethod]
    public void Two_proportions_have_the_limits_that_Newcombe_prints()
    {
        // Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10: 56/70 and 48/80 give 0.0524 to 0.3339.
        var row = Row(Run("two_proportions", "x1=56;n1=70;x2=48;n2=80"), "risk_difference");
        Assert.AreEqual(0.2, row.Value!.Value, 1e-12);
        Assert.AreEqual(0.0524, row.Intervals!.Primary.Lower!.Value, 5e-5);
        Assert.AreEqual(0.3339, row.Intervals.Primary.Upper!.Value, 5e-5);
    }

    [TestMethod]
    public void Columns_of_zero_and_one_count_what_counts_given_say()
    {
        double[] one = [1, 1, 1, 0, 0], other = [1, 0, 0, 0, 0, 0];
        var given = Run("two_proportions", "x1=3;n1=5;x2=1;n2=6").Rows;
        CollectionAssert.AreEqual(given.Select(row => row.Value).ToArray(),
            Run("two_proportions", "", ("first", one), ("second", other)).Rows.Select(row => row.Value).ToArray());
    }

    [TestMethod]
    [DataRow("SMCR")]
    [DataRow("SMCC")]
    [DataRow("MC")]
    public void Summaries_of_pairs_have_the_effects_of_the_people(string measure)
    {
        var people = Run("escalc", $"measure={measure}", ("pre", First), ("post", Second));
        var effects = Run("paired_effects", "", ("pre", First), ("post", Second));
        double Of(string term) => Row(effects, term).Value!.Value;
        (string, double[])[] summaries =
        [
            ("n", [10]), ("mean_pre", [Of("mean_pre")]), ("mean_post", [Of("mean_post")]), ("sd_pre", [Of("sd_pre")]), ("sd_post", [Of("sd_post")]), ("r", [Of("r")]),
        ];
        var summarised = Run("escalc", $"measure={measure}", summaries);
        foreach (var term in new[] { "yi", "vi" })
            Assert.AreEqual(Row(people, term).Value!.Value, Row(summarised, term).Value!.Value, 1e-12, term);
        var d = Row(Run("effects_from_summaries", "", summaries), "d_av").Intervals!.Primary;
        Assert.AreEqual(Row(effects, "d_av").Intervals!.Primary.Lower!.Value, d.Lower!.Value, 1e-9);
    }

    [TestMethod]
    public void Counts_and_correlations_of_studies_have_the_effects_that_metafor_prints()
    {
        // BCG vaccine, trial 1: Colditz et al. (1994); escalc(measure = "RR", ai = 4, n1i = 123, ci = 11, n2i = 139) prints -0.8893 0.3256.
        (string, double[])[] counts = [("events_first", [4]), ("n_first", [123]), ("events_second", [11]), ("n_second", [139])];
        var ratio = Run("escalc", "measure=RR", counts);
        Assert.AreEqual(-0.8893, Row(ratio, "yi").Value!.Value, 5e-5);
        Assert.AreEqual(0.3256, Row(ratio, "vi").Value!.Value, 5e-5);
        // escalc(measure = "ZCOR", ri = .5, ni = 28): artanh(0.5) and 1/25.
        var z = Run("escalc", "measure=ZCOR", ("r", [0.5]), ("n", [28]));
        Assert.AreEqual(0.549306144334055, Row(z, "yi").Value!.Value, 1e-14);
        Assert.AreEqual(0.04, Row(z, "vi").Value!.Value, 1e-15);
    }

    [TestMethod]
    public void A_measure_that_does_not_fit_the_columns_is_refused_with_those_that_do()
    {
        var refused = Assert.ThrowsExactly<CatalogueException>(() => Run("escalc", "measure=RR", ("pre", First), ("post", Second)));
        Assert.AreEqual("SMCR|SMCC|MC", refused.Problem.Expected);
    }

    [TestMethod]
    public void Few_classes_have_the_p_values_that_R_counts()
    {
        // All 64 signs give .0625, all 20 arrangements .1: see FewClustersTests.
        var wild = Row(Run("wild_cluster_bootstrap", "coefficients=predictor 0", ("outcome", Scores), ("predictor", Treated), ("predictor", Before), ("cluster", Classes)), "coefficient");
        Assert.AreEqual(("predictor 0", 0.0625), (wild.Of, wild.PValue));
        var arrangements = Row(Run("cluster_randomisation", "", ("outcome", Scores), ("treated", Treated), ("cluster", Classes)), "mean_difference");
        Assert.AreEqual(0.1, arrangements.PValue!.Value, 1e-12);
        Assert.AreEqual(2.4888888888888894, arrangements.Value!.Value, 1e-12);
    }

    [TestMethod]
    public void A_model_nested_in_one_without_predictors_has_the_overall_F()
    {
        var nested = Row(Run("nested_model_f", "", ("outcome", Scores), ("added", Before), ("added", Treated)), "F");
        var overall = Row(Run("linear_model", "", ("outcome", Scores), ("predictor", Before), ("predictor", Treated)), "f");
        Assert.AreEqual(overall.Statistic!.Value, nested.Statistic!.Value, 1e-9);
        Assert.AreEqual((overall.DegreesOfFreedom, overall.ErrorDegreesOfFreedom), (nested.DegreesOfFreedom, nested.ErrorDegreesOfFreedom));
    }

    [TestMethod]
    [DataRow("nested_model_f")]
    [DataRow("mixed_model_comparison")]
    public void Two_models_without_a_difference_are_no_comparison(string name)
    {
        (string, double[])[] columns = name == "nested_model_f" ? [("outcome", Scores), ("predictor", Before)] : [("outcome", Scores), ("predictor", Before), ("subject", Classes)];
        Assert.AreEqual(CatalogueProblemKind.MissingRole, Assert.ThrowsExactly<CatalogueException>(() => Run(name, "", columns)).Problem.Kind);
    }

    [TestMethod]
    public void A_contrast_of_one_coefficient_is_that_coefficient()
    {
        var result = Run("mixed_model", "contrast=0,1", ("outcome", Scores), ("predictor", Before), ("subject", Classes));
        var (coefficient, contrast) = (result.Rows.Single(row => row.Of == "predictor 0" && row.Term == "coefficient"), Row(result, "contrast"));
        Assert.AreEqual(coefficient.Value!.Value, contrast.Value!.Value, 1e-12);
        Assert.AreEqual(coefficient.PValue!.Value, contrast.PValue!.Value, 1e-9);
    }

    [TestMethod]
    public void An_added_variable_that_explains_much_fits_better_and_has_the_likelihoods_of_both_models()
    {
        var compared = Run("mixed_model_comparison", "", ("outcome", Scores), ("subject", Classes), ("added", Before));
        var full = Row(Run("mixed_model", "method=ML", ("outcome", Scores), ("subject", Classes), ("predictor", Before)), "loglik");
        double Of(string model) => compared.Rows.Single(row => row.Term == "loglik" && row.Of == model).Value!.Value;
        Assert.AreEqual(full.Value!.Value, Of("full"), 1e-9);
        Assert.AreEqual(2 * (Of("full") - Of("restricted")), Row(compared, "chi2").Statistic!.Value, 1e-12);
    }

    [TestMethod]
    public void The_error_of_a_studentised_mean_is_that_of_the_units_drawn()
    {
        double Error(params (string, double[])[] columns) => Row(Run("studentised_bootstrap", "resamples=200", columns), columns[0].Item1 == "pre" ? "mean_change" : "mean").StandardError!.Value;
        // sd(second - first)/sqrt(10) of R's sleep data, as t.test has it.
        Assert.AreEqual(0.3889587, Error(("pre", First), ("post", Second)), 1e-7);
        var mean = Scores.Average();
        var squares = Scores.Zip(Classes).GroupBy(pair => pair.Second).Sum(group => Math.Pow(group.Sum(pair => pair.First - mean), 2));
        Assert.AreEqual(Math.Sqrt(6.0 / 5 * squares) / 20, Error(("values", Scores), ("cluster", Classes)), 1e-12);
    }

    [TestMethod]
    public void A_cluster_drawn_twice_is_two_units()
    {
        // Class one (1, 3) twice and class two (7, 9) once: mean 4, sums about it −4, −4 and 8, SE² = 3/2·96/36. As two units it would be 2·128/36.
        var drawn = new ResampledMean([1, 3, 7, 9], [0, 0, 1, 1]).Of([0, 1, 0, 1, 2, 3]);
        Assert.AreEqual(4, drawn.Estimate, 1e-12);
        Assert.AreEqual(2, drawn.StandardError, 1e-12);
    }

    [TestMethod]
    public void Drawing_classes_widens_the_interval_of_scores_that_classes_share()
    {
        double[] after = [.. Scores.Zip(Classes, (score, one) => score + one)];
        double Width(params (string, double[])[] more) =>
            Row(Run("bootstrap_limits", "statistic=mean_change;resamples=2000", [("pre", Scores), ("post", after), .. more]), "mean_change").StandardError!.Value;
        Assert.IsGreaterThan(1.5 * Width(), Width(("cluster", Classes)));
        Assert.AreEqual(0, Width(("stratum", Classes)), 1e-12);
    }

    [TestMethod]
    public void Replicates_given_have_the_limits_of_those_drawn()
    {
        // 999 replicates 1 … 999 about 500: quantiles of type 6 at 25 and 975, basic limits mirrored at 500.
        var row = Row(Run("bootstrap_limits_from_replicates", "observed=500", ("replicates", [.. Enumerable.Range(1, 999).Select(k => (double)k)])), "observed");
        Assert.AreEqual(25, row.Intervals!.By(IntervalMethod.Percentile)!.Lower!.Value, 1e-9);
        Assert.AreEqual(975, row.Intervals.By(IntervalMethod.BasicBootstrap)!.Upper!.Value, 1e-9);
        Assert.AreEqual(975, row.Intervals.Primary.Upper!.Value, 1e-6);
    }

    [TestMethod]
    public void Bonferroni_intervals_stand_beside_those_of_each_estimate_alone()
    {
        var row = Row(Run("simultaneous_intervals", "method=bonferroni", ("estimates", [1, 2]), ("standard_errors", [1, 1])), "estimate");
        // qnorm(1 - .025/2) = 2.241402728
        Assert.AreEqual(1 + 2.241402728, row.Intervals!.Primary.Upper!.Value, 1e-8);
        Assert.AreEqual(1 + 1.959963985, row.Intervals.Others[0].Upper!.Value, 1e-8);
    }

    [TestMethod]
    public void Only_what_the_false_discovery_rate_selects_is_shown_and_by_wider_intervals()
    {
        var result = Run("selected_intervals", "", ("estimates", [4, 0.5, 3]), ("standard_errors", [1, 1, 1]));
        CollectionAssert.AreEqual(new[] { "1", "3" }, result.Rows.Where(row => row.Term == "selected").Select(row => row.Of).ToArray());
        // R = 2 of m = 3: each at 1 − 2·0.05/3; qnorm(1 - .05/3) = 2.128045234
        Assert.AreEqual(4 - 2.128045234, Row(result, "selected").Intervals!.Primary.Lower!.Value, 1e-8);
    }

    [TestMethod]
    public void One_certain_benefit_returns_what_a_pencil_finds()
    {
        // 1000 a year for two years, 80 % due to the training, 90 % sure, at no discount: 1440 for 1000.
        var result = Run("return_on_investment", "cost=1000", ("amount", [1000]), ("isolation", [0.8]), ("confidence", [0.9]), ("years", [2]));
        Assert.AreEqual(1.44, Row(result, "benefit_cost_ratio").Value!.Value, 1e-12);
        Assert.AreEqual(44, Row(result, "roi_percent").Value!.Value, 1e-9);
        Assert.AreEqual(1, Row(result, "share_above_zero").Value!.Value);
    }

    [TestMethod]
    public void The_bootstrap_of_d_ppc2_stands_around_its_value()
    {
        (string, double[])[] columns = [("pre", Before), ("post", Scores), ("treated", Treated)];
        var (drawn, exact) = (Row(Run("pre_post_control_bootstrap", "resamples=500", columns), "d_ppc2"), Row(Run("pre_post_control", "", columns), "d_ppc2"));
        Assert.AreEqual(exact.Value!.Value, drawn.Value!.Value, 1e-12);
        Assert.IsLessThan(exact.Value.Value, drawn.Intervals!.Primary.Lower!.Value);
    }

    [TestMethod]
    public void Studies_are_added_in_the_order_of_the_column()
    {
        double[] effects = [0.9, 0.1, 0.5, 0.3], variances = [0.02, 0.03, 0.01, 0.05], years = [2020, 2001, 2010, 2005];
        var result = Run("cumulative_meta", "", ("yi", effects), ("vi", variances), ("order", years));
        CollectionAssert.AreEqual(new[] { "4", "3", "1" }, result.Rows.Where(row => row.Term == "estimate").Select(row => row.Of).ToArray());
        Assert.AreEqual(Row(Run("random_effects_meta", "", ("yi", effects), ("vi", variances)), "estimate").Value!.Value,
            result.Rows.Last(row => row.Term == "estimate").Value!.Value, 1e-9);
    }

    [TestMethod]
    public void Flags_name_the_row_of_the_file()
    {
        // Row 3 has a gap and is left out; row 5 is far from the rest.
        var flags = Run("outlier_flags", "", ("columns", [1, 2, double.NaN, 3, 99, 2, 4, 3])).Rows;
        Assert.AreEqual(99, flags.Single(row => row.Term == "beyond_fences" && row.Of == "columns 0|5").Value);
        var careless = Run("careless_answers", "", ("items", [3, 1, 3]), ("items", [3, 2, 3]), ("items", [3, 3, 3])).Rows;
        Assert.AreEqual(3, careless.Single(row => row.Of == "3 = 1").Value);
    }

    [TestMethod]
    public void The_correlation_of_two_groups_is_compared_as_given_numbers_are()
    {
        var groups = Run("correlation_difference", "", ("x", Before), ("y", Scores), ("groups", Treated));
        double R(string term) => Row(groups, term).Value!.Value;
        var given = Run("correlation_difference", FormattableString.Invariant($"r1={R("r1"):R};n1={Row(groups, "r1").Size};r2={R("r2"):R};n2={Row(groups, "r2").Size}"));
        Assert.AreEqual(Row(given, "z").Statistic!.Value, Row(groups, "z").Statistic!.Value, 1e-12);
    }

    /// <summary>Columns are named for their role and its place: <c>predictor 0</c>; options as <c>a=1;b=2</c>.</summary>
    static StatisticResult Run(string name, string options, params (string Role, double[] Values)[] columns) => StatisticsCatalogue.Find(name).Run(
        columns.GroupBy(column => column.Role).ToDictionary(
            role => role.Key, role => (IReadOnlyList<DataColumn>)[.. role.Select((column, place) => DataColumn.OfNumbers($"{role.Key} {place}", column.Values))]),
        options.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(option => option.Split('=')).ToDictionary(option => option[0], option => option[1]));

    static ResultRow Row(StatisticResult result, string term) => result.Rows.First(row => row.Term == term);
}
