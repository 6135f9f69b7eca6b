using ImpactEval.Statistics.Catalogue;

namespace ImpactEval.Statistics.Tests.Catalogue;

[TestClass]
public sealed class CatalogueEntryTests
{
    // Hours of sleep gained under two drugs: Student (1908), Biometrika 6(1), p. 20; data set `sleep` of R.
    static readonly DataColumn First = DataColumn.OfNumbers("drug1", [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]);
    static readonly DataColumn Second = DataColumn.OfNumbers("drug2", [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
    static readonly DataColumn Both = DataColumn.OfNumbers("hours", [.. First.Numbers, .. Second.Numbers]);
    static readonly DataColumn Drug = DataColumn.OfCategories("drug", [.. First.Numbers.Select(_ => "one"), .. Second.Numbers.Select(_ => "two")]);

    [TestMethod]
    [DataRow("cohens_d_paired", "d_z", 1.2845575625910546, 0.4146277563801441, 2.1180165139770675)]
    [DataRow("d_av", "d_av", 0.8321810813495397, 0.2686102863043194, 1.372124787745882)]
    [DataRow("d_rm", "d_rm", 0.8221766383863095, 0.3633108972705508, 1.2810423795020682)]
    public void Effect_sizes_of_Students_sleep_data_agree_with_R(string name, string term, double value, double lower, double upper)
    {
        // Values of R: effectsize 0.8.3, psych and own root search, as in the tests of the paired effects.
        var row = Row(Paired(name), term);
        Assert.AreEqual(value, row.Value!.Value, 1e-9);
        Assert.AreEqual(lower, row.Intervals!.Primary.Lower!.Value, 1e-7);
        Assert.AreEqual(upper, row.Intervals.Primary.Upper!.Value, 1e-7);
        Assert.AreEqual(10, row.Size);
    }

    [TestMethod]
    public void The_paired_t_test_has_the_numbers_that_R_prints()
    {
        // t.test(extra ~ group, data = sleep, paired = TRUE): t = 4.0621, df = 9, p-value = 0.002833, 95 % limits 0.7001142 2.4598858
        var row = Row(Paired("paired_t_test"), "mean_diff");
        Assert.AreEqual(4.0621, row.Statistic!.Value, 5e-5);
        Assert.AreEqual(0.002833, row.PValue!.Value, 5e-7);
        Assert.AreEqual(0.7001142, row.Intervals!.Primary.Lower!.Value, 5e-8);
    }

    [TestMethod]
    public void A_one_sided_test_has_an_interval_that_is_open_on_the_other_side()
    {
        var interval = Row(Paired("paired_t_test", ("alternative", "greater")), "mean_diff").Intervals!.Primary;
        Assert.IsNull(interval.Upper);
        Assert.IsTrue(interval.Unbounded);
        Assert.AreEqual(0.95, interval.Level);
        // t.test(…, alternative = "greater")$conf.int: 1.58 − t(9; 0.95)·0.38896
        Assert.AreEqual(1.58 - 1.8331129327 * 0.3889587, interval.Lower!.Value, 1e-6);
    }

    [TestMethod]
    public void Two_columns_and_one_column_with_a_grouping_are_the_same_data()
    {
        var columns = Row(Run("independent_t_test", [], ("first", First), ("second", Second)), "difference");
        var grouped = Run("independent_t_test", [], ("values", Both), ("group", Drug));
        Assert.AreEqual(columns with { }, Row(grouped, "difference") with { Intervals = columns.Intervals });
        CollectionAssert.Contains(grouped.Facts.ToArray(), new ResultFact("first", "one"));
    }

    [TestMethod]
    public void The_order_of_the_levels_turns_the_sign()
    {
        var turned = Row(Run("independent_t_test", [("levels", "two,one")], ("values", Both), ("groups", Drug)), "difference");
        Assert.AreEqual(1.58, turned.Value!.Value, 1e-12);
    }

    [TestMethod]
    public void Stated_levels_choose_two_arms_of_three_and_say_how_many_rows_they_leave_out()
    {
        var arm = DataColumn.OfCategories("arm", ["a", "b", "c", "a", "b", "c", "a", "b", "c", "a"]);
        var result = Run("pre_post_control", [("levels", "b,a")], ("pre", First), ("post", Second), ("treated", arm));
        Assert.AreEqual(7, result.Size);
        CollectionAssert.IsSubsetOf(new[] { new ResultFact("rows of other levels", "3"), new ResultFact("treated", "b"), new ResultFact("reference arm", "a") }, result.Facts.ToArray());
    }

    [TestMethod]
    public void Another_reference_turns_the_sign_of_an_impact()
    {
        var arm = DataColumn.OfCategories("arm", ["a", "b", "a", "b", "a", "b", "a", "b", "a", "b"]);
        double Impact(string reference) =>
            Row(Run("ancova", [("reference", reference)], ("outcome", Second), ("treated", arm), ("covariates", First)), "impact").Value!.Value;
        Assert.AreEqual(Impact("a"), -Impact("b"), 1e-12);
    }

    [TestMethod]
    public void A_gap_drops_the_pair_and_the_drop_is_counted()
    {
        var gaps = DataColumn.OfNumbers("drug1", [double.NaN, .. First.Numbers.Skip(1)]);
        var result = Run("mean_gain", [], ("pre", gaps), ("post", Second));
        Assert.AreEqual((9, 1), (result.Size, result.Dropped));
        Assert.AreEqual(9, result.Rows[0].Size);
    }

    [TestMethod]
    public void Blank_cells_below_a_shorter_sample_are_no_gaps()
    {
        var shorter = DataColumn.OfNumbers("a", [1, double.NaN, 3, 5, double.NaN, double.NaN]);
        var longer = DataColumn.OfNumbers("b", [2, 4, 4, 5, 6, 9]);
        var result = Run("independent_t_test", [], ("first", shorter), ("second", longer));
        Assert.AreEqual((9, 1), (result.Size, result.Dropped));
    }

    [TestMethod]
    public void Wide_and_long_data_have_the_same_repeated_measures_analysis()
    {
        var third = DataColumn.OfNumbers("drug3", First.Numbers.Select((hours, row) => hours + row % 3));
        var wide = Run("rm_anova", [], ("measures", First), ("measures", Second), ("measures", third));
        var people = DataColumn.OfNumbers("id", Enumerable.Range(0, 30).Select(row => (double)(row % 10)));
        var waves = DataColumn.OfCategories("wave", Enumerable.Range(0, 30).Select(row => $"w{row / 10}"));
        var stacked = DataColumn.OfNumbers("hours", [.. First.Numbers, .. Second.Numbers, .. third.Numbers]);
        var tall = Run("rm_anova", [], ("response", stacked), ("subject", people), ("within", waves));
        Assert.AreEqual(Row(wide, "F").Statistic!.Value, Row(tall, "F").Statistic!.Value, 1e-12);
        Assert.AreEqual(10, Row(tall, "F").Size);
    }

    [TestMethod]
    public void The_same_seed_gives_the_same_limits_and_another_one_others()
    {
        double Lower(string seed) => Row(Paired("bootstrap_limits", ("resamples", "500"), ("seed", seed)), "d_av").Intervals!.Primary.Lower!.Value;
        Assert.AreEqual(Lower("7"), Lower("7"));
        Assert.AreNotEqual(Lower("7"), Lower("8"));
    }

    [TestMethod]
    public void A_line_that_cannot_be_estimated_says_why_and_leaves_the_others_alone()
    {
        var result = Run("paired_effects", [], ("pre", First), ("post", DataColumn.OfNumbers("same", First.Numbers.Select(hours => hours + 1))));
        Assert.AreEqual(NotEstimableReason.NoVariation, Row(result, "d_z").NotEstimable);
        Assert.AreEqual(1, Row(result, "mean_diff").Value!.Value, 1e-12);
    }

    [TestMethod]
    public void When_no_line_can_be_estimated_there_is_no_result() =>
        Assert.ThrowsExactly<NotEstimableException>(() => Run("d_av", [], ("pre", First), ("post", First)));

    [TestMethod]
    [DataRow("d_av", "pre:first;pst:second", "", CatalogueProblemKind.UnknownRole, "pst")]
    [DataRow("d_av", "pre:first", "", CatalogueProblemKind.MissingRole, "post")]
    [DataRow("d_av", "pre:first;pre:second;post:second", "", CatalogueProblemKind.RepeatedRole, "pre")]
    [DataRow("d_av", "pre:first;post:short", "", CatalogueProblemKind.UnequalRows, "short")]
    [DataRow("d_av", "pre:first;post:drug", "", CatalogueProblemKind.ColumnNotNumeric, "drug")]
    [DataRow("d_av", "pre:first;post:huge", "", CatalogueProblemKind.NumberTooLarge, "huge")]
    [DataRow("d_av", "pre:first;post:second", "level=0.9", CatalogueProblemKind.UnknownOption, "level")]
    [DataRow("d_av", "pre:first;post:second", "confidence_level=1", CatalogueProblemKind.OptionOffRange, "confidence_level")]
    [DataRow("d_av", "pre:first;post:second", "confidence_level=0,9", CatalogueProblemKind.OptionNotANumber, "confidence_level")]
    [DataRow("cohens_d_paired", "pre:first;post:second", "correction=hedges", CatalogueProblemKind.OptionWordUnknown, "correction")]
    [DataRow("bootstrap_limits", "pre:first;post:second", "seed=1.5", CatalogueProblemKind.OptionNotWhole, "seed")]
    [DataRow("reliable_change", "pre:first;post:second", "", CatalogueProblemKind.MissingOption, "reliability")]
    [DataRow("normalised_gain", "pre:first;post:second", "maximum=2", CatalogueProblemKind.Refused, "normalised_gain")]
    [DataRow("independent_t_test", "values:first;groups:three", "", CatalogueProblemKind.NotTwoLevels, "three")]
    [DataRow("independent_t_test", "values:first;groups:three", "levels=a,x", CatalogueProblemKind.UnknownLevel, "three")]
    [DataRow("linear_model", "outcome:first;predictor:three", "reference=x", CatalogueProblemKind.UnknownLevel, "reference")]
    [DataRow("logistic_regression", "outcome:first;predictor:second", "", CatalogueProblemKind.NotZeroOrOne, "drug1")]
    [DataRow("fleiss_kappa", "counts:first;counts:second", "", CatalogueProblemKind.NotACount, "drug1")]
    public void A_question_that_does_not_fit_is_refused_with_its_kind_and_name(string name, string roles, string option, CatalogueProblemKind kind, string about)
    {
        (string, string)[] options = option.Length == 0 ? [] : [(option.Split('=')[0], option.Split('=')[1])];
        var columns = roles.Split(';').Select(role => role.Split(':')).Select(role => (role[0], Named(role[1]))).ToArray();
        var refused = Assert.ThrowsExactly<CatalogueException>(() => Run(name, options, columns));
        Assert.AreEqual((kind, about), (refused.Problem.Kind, refused.Problem.Name));
    }

    [TestMethod]
    public void An_unknown_statistic_is_refused_with_the_known_ones()
    {
        var refused = Assert.ThrowsExactly<CatalogueException>(() => StatisticsCatalogue.Find("d_average"));
        CollectionAssert.Contains(refused.Problem.Known.ToArray(), "d_av");
    }

    [TestMethod]
    public void A_person_with_two_rows_of_one_wave_is_refused()
    {
        var twice = DataColumn.OfCategories("wave", Enumerable.Repeat("w", 9).Append("v"));
        Assert.ThrowsExactly<CatalogueException>(() => Run("rm_anova", [], ("response", First), ("subject", DataColumn.OfCategories("id", Enumerable.Repeat("p", 10))), ("within", twice)));
    }

    static DataColumn Named(string name) => name switch
    {
        "first" => First,
        "second" => Second,
        "drug" => DataColumn.OfCategories("drug", First.Numbers.Select(_ => "one")),
        "huge" => DataColumn.OfNumbers("huge", First.Numbers.Select(hours => 1e200 * hours)),
        "short" => DataColumn.OfNumbers("short", [1, 2, 3]),
        _ => DataColumn.OfCategories("three", ["a", "b", "c", "a", "b", "c", "a", "b", "c", "a"]),
    };

    static StatisticResult Paired(string name, params (string, string)[] options) => Run(name, options, ("pre", First), ("post", Second));

    static StatisticResult Run(string name, (string Name, string Value)[] options, params (string Role, DataColumn Column)[] columns) => StatisticsCatalogue.Find(name).Run(
        columns.GroupBy(pair => pair.Role, pair => pair.Column).ToDictionary(role => role.Key, role => (IReadOnlyList<DataColumn>)[.. role]),
        options.ToDictionary(option => option.Name, option => option.Value));

    static ResultRow Row(StatisticResult result, string term) => result.Rows.First(row => row.Term == term);
}
