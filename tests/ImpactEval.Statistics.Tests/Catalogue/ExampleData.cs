using ImpactEval.Statistics.Catalogue;

namespace ImpactEval.Statistics.Tests.Catalogue;

/// <summary>Twenty people at three waves, drawn with a fixed seed, and for every role of the catalogue the columns that can play it.</summary>
static class ExampleData
{
    const int People = 20, Waves = 3, Rows = People * Waves;

    static readonly RandomStream Chance = new(20, 1);

    static readonly double[] Level = [.. Enumerable.Range(0, People).Select(_ => 50 + 8 * Normal())];

    static readonly Dictionary<string, DataColumn> Columns = Named(
    [
        Numbers("pre", row => Math.Round(Level[row / Waves] + 4 * Normal())),
        Numbers("post", row => Math.Round(Level[row / Waves] + 6 + 3 * (row % Waves) + 4 * Normal())),
        Numbers("follow_up", row => Math.Round(Level[row / Waves] + 4 + 4 * Normal())),
        Numbers("x", _ => Math.Round(10 * Normal(), 2)),
        .. Enumerable.Range(1, 5).Select(item => Numbers($"q{item}", row => Likert(3 + (Level[row / Waves] - 50) / 10 + 0.7 * Normal()))),
        .. Enumerable.Range(1, 3).Select(item => Numbers($"need{item}", _ => Likert(4 - 0.3 * item + 0.8 * Normal()))),
        .. Enumerable.Range(1, 3).Select(item => Numbers($"skill{item}", _ => Likert(2.5 + 0.3 * item + 0.8 * Normal()))),
        Numbers("gap", row => row % 7 == 3 ? double.NaN : Math.Round(Level[row / Waves] + 5 * Normal())),
        Numbers("yes", row => row % 5 is 0 or 2 ? 1 : row % 11 == 4 ? 1 : 0),
        Numbers("came", row => row % 9 == 2 || row % 13 == 5 ? 0 : 1),
        Numbers("vi", row => 20 + row % 7),
        Numbers("p", row => (row + 1) / 100.0),
        Numbers("count1", row => row % 4), Numbers("count2", row => 3 - row % 4),
        Numbers("then", row => Math.Round(Level[row / Waves] - 3 + 4 * Normal())), Numbers("month", row => row % Waves),
        Numbers("size1", row => 20 + row % 9), Numbers("size2", row => 25 + row % 4), Numbers("sd1", row => 8 + row % 3), Numbers("sd2", row => 9 + row % 4),
        Numbers("r1", row => 0.5 + row % 4 / 10.0), Numbers("r2", row => 0.4 + row % 5 / 10.0),
        Numbers("events1", row => 3 + row % 5), Numbers("events2", row => 5 + row % 4), Numbers("years", row => 1 + row % 3),
        Numbers("least", _ => 0.3), Numbers("likely", row => 0.5 + row % 2 / 10.0), Numbers("most", _ => 0.8), Numbers("dear", row => 30 + row % 4),
        Words("arm", row => row / Waves % 2 == 0 ? "control" : "treated"),
        Words("group3", row => $"g{row / Waves % 3 + 1}"),
        Words("class", row => $"c{row / Waves % 8 + 1}"),
        Words("person", row => $"p{row / Waves + 1}"),
        Words("wave", row => $"w{row % Waves + 1}"),
        Words("row", row => $"r{row + 1}"),
        Words("rater1", row => "abc"[row % 3].ToString()),
        Words("rater2", row => "abc"[row % 10 == 0 ? 1 : row % 3].ToString()),
        Words("imputation", row => $"m{row / 20 + 1}"),
        Words("step", _ => "low,mid,top".Split(',')[(int)Likert(3 + Normal()) / 2 % 3]),
    ]);

    static readonly Dictionary<string, string[]> ByRole = new()
    {
        ["pre"] = ["pre"], ["post"] = ["post"], ["follow_up"] = ["follow_up"], ["values"] = ["post"], ["first"] = ["pre"], ["second"] = ["follow_up"],
        ["x"] = ["pre"], ["y"] = ["post"], ["columns"] = ["pre", "gap", "post"], ["items"] = ["q1", "q2", "q3", "q4", "q5"], ["ratings"] = ["q1", "q2", "q3"],
        ["first_half"] = ["q1", "q2"], ["second_half"] = ["q3", "q4"], ["counts"] = ["count1", "count2"], ["measures"] = ["pre", "post", "follow_up"],
        ["groups"] = ["arm"], ["treated"] = ["arm"], ["cluster"] = ["class"], ["outcome"] = ["post"], ["response"] = ["post"], ["factor"] = ["group3"],
        ["covariates"] = ["pre", "q1"], ["predictor"] = ["pre", "group3"], ["after"] = ["wave"], ["subject"] = ["person"], ["wave"] = ["wave"], ["slope"] = ["x"],
        ["within"] = ["wave"], ["between"] = ["arm"], ["yi"] = ["post"], ["vi"] = ["vi"], ["study"] = ["row"], ["moderators"] = ["x", "group3"],
        ["outer"] = ["class"], ["inner"] = ["row"], ["estimates"] = ["post"], ["variances"] = ["vi"], ["imputation"] = ["imputation"], ["observed"] = ["came"],
        ["auxiliary"] = ["q1"], ["importance"] = ["need1", "need2", "need3"], ["competence"] = ["skill1", "skill2", "skill3"],
        ["performance"] = ["skill1", "skill2", "skill3"], ["p"] = ["p"], ["label"] = ["row"],
        ["then"] = ["then"], ["anchor"] = ["q2"], ["time"] = ["month"], ["added"] = ["x"], ["added_slope"] = [], ["stratum"] = ["arm"], ["order"] = ["x"],
        ["replicates"] = ["post"], ["left_out"] = ["follow_up"], ["standard_errors"] = ["sd1"], ["df"] = ["size1"],
        ["n"] = ["size1"], ["r"] = ["r1"], ["mean_pre"] = ["pre"], ["mean_post"] = ["post"], ["sd_pre"] = ["sd1"], ["sd_post"] = ["sd2"],
        ["n_treated"] = ["size1"], ["r_treated"] = ["r1"], ["mean_pre_treated"] = ["pre"], ["mean_post_treated"] = ["post"], ["sd_pre_treated"] = ["sd1"],
        ["sd_post_treated"] = ["sd2"], ["n_control"] = ["size2"], ["r_control"] = ["r2"], ["mean_pre_control"] = ["pre"],
        ["mean_post_control"] = ["follow_up"], ["sd_pre_control"] = ["sd2"], ["sd_post_control"] = ["sd1"],
        ["n_first"] = ["size1"], ["mean_first"] = ["post"], ["sd_first"] = ["sd1"], ["n_second"] = ["size2"], ["mean_second"] = ["pre"], ["sd_second"] = ["sd2"],
        ["events_first"] = ["events1"], ["events_second"] = ["events2"], ["years"] = ["years"],
        ["amount"] = ["vi"], ["amount_low"] = ["sd1"], ["amount_high"] = ["dear"], ["isolation"] = ["likely"], ["isolation_low"] = ["least"],
        ["isolation_high"] = ["most"], ["confidence"] = ["likely"], ["confidence_low"] = ["least"], ["confidence_high"] = ["most"],
    };

    /// <summary>Columns of a role that must be of another kind in this one statistic.</summary>
    static readonly Dictionary<string, string[]> Special = new()
    {
        ["logistic_regression.outcome"] = ["yes"], ["ordinal_regression.outcome"] = ["step"], ["proportion_limits.values"] = ["yes"], ["clustered_share.values"] = ["yes"],
        ["cohen_kappa.first"] = ["rater1"], ["cohen_kappa.second"] = ["rater2"], ["gwet_ac1.first"] = ["rater1"], ["gwet_ac1.second"] = ["rater2"],
        ["marginal_homogeneity.first"] = ["rater1"], ["marginal_homogeneity.second"] = ["rater2"], ["mahalanobis.columns"] = ["pre", "post"],
        ["one_way_anova.groups"] = ["group3"], ["kruskal_wallis.groups"] = ["group3"], ["pairwise_t_tests.groups"] = ["group3"],
        ["variance_homogeneity.groups"] = ["group3"], ["multiple_imputation.post"] = ["gap"], ["lee_bounds.outcome"] = ["gap"], ["attrition_weighting.outcome"] = ["gap"],
        ["attrition_weighting.predictor"] = ["pre", "x"], ["difference_in_differences.after"] = ["came"], ["mixed_model.predictor"] = ["wave", "arm"],
        ["mixed_model_anova.predictor"] = ["wave", "arm"], ["marginal_model.predictor"] = ["wave", "arm"], ["mixed_model.slope"] = [], ["mixed_model_anova.slope"] = [],
        ["krippendorff_alpha.ratings"] = ["q1", "q2", "q3"], ["lee_bounds.observed"] = [], ["rm_anova.measures"] = ["pre", "post", "follow_up"],
        ["two_proportions.first"] = ["yes"], ["two_proportions.second"] = ["came"], ["two_proportions.values"] = ["yes"],
        ["contrast_of_means.groups"] = ["group3"], ["polychoric_correlation.x"] = ["q1"], ["polychoric_correlation.y"] = ["q2"],
        ["ordinal_mixed_model.outcome"] = ["q1"], ["ordinal_mixed_model.predictor"] = ["wave"], ["mixed_model_effect_size.predictor"] = ["wave", "arm"],
        ["mixed_model_effect_size.slope"] = [], ["mixed_model_comparison.predictor"] = ["wave"], ["mixed_model_comparison.slope"] = [],
        ["ordinal_reliability.items"] = ["q1", "q2", "q3", "q4"], ["wild_cluster_bootstrap.predictor"] = ["arm", "pre"],
        ["mcnemar_test.pre"] = ["pre"], ["mixed_model.cluster"] = ["class"], ["fleiss_kappa.ratings"] = ["rater1", "rater2", "step"],
    };

    static readonly Dictionary<string, string> Values = new()
    {
        ["reliability"] = "0.8", ["maximum"] = "120", ["low"] = "-10", ["high"] = "10", ["top_from"] = "55", ["at_least"] = "55", ["x"] = "1", ["df"] = "10",
        ["df1"] = "3", ["df2"] = "20", ["F"] = "4", ["t"] = "2.5", ["n"] = "20", ["n1"] = "20", ["k"] = "3", ["f"] = "0.25", ["J"] = "30", ["m"] = "20", ["icc"] = "0.1",
        ["rho"] = "0.3,0.7", ["p_post"] = "0.6", ["p_pre"] = "0.4", ["d"] = "0.5", ["both"] = "10", ["first_only"] = "3", ["second_only"] = "8", ["neither"] = "5",
        ["values"] = "0.01,0.2,0.03", ["resamples"] = "200", ["draws"] = "500",
        ["x1"] = "5", ["x2"] = "9", ["p1"] = "0.6", ["p2"] = "0.4", ["r"] = "0.3", ["r1"] = "0.3", ["r2"] = "0.6", ["little_better"] = "3", ["observed"] = "52",
        ["cost"] = "500",
        // For one statistic, or for the shape that begins with one role.
        ["correlation_difference.n2"] = "30", ["two_proportions.n2"] = "30", ["contrast_of_means.weights"] = "1,-0.5,-0.5", ["ordinal_reliability.resamples"] = "100",
        ["pre.measure"] = "SMCR", ["first.measure"] = "SMD", ["values.measure"] = "MD", ["n.measure"] = "SMCC", ["n_first.measure"] = "VR",
        ["events_first.measure"] = "OR", ["r.measure"] = "ZCOR",
    };

    /// <summary>The shape's roles filled; every option that has no default is given where it makes sense.</summary>
    public static StatisticResult Run(CatalogueEntry entry, ColumnSet shape) => Run(entry, shape, column => column);

    /// <summary>The same with every column changed, to see what bad data do.</summary>
    public static StatisticResult Run(CatalogueEntry entry, ColumnSet shape, Func<DataColumn, DataColumn> change) => entry.Run(
        shape.Roles.Select(role => (role.Name, Columns: Special.GetValueOrDefault($"{entry.Name}.{role.Name}") ?? ByRole[role.Name]))
            .Where(role => role.Columns.Length > 0)
            .ToDictionary(role => role.Name, role => (IReadOnlyList<DataColumn>)[.. role.Columns.Select(name => change(Columns[name]))]),
        Options(entry, shape).ToDictionary(option => option.Option, option => option.Value));

    static IEnumerable<(string Option, string Value)> Options(CatalogueEntry entry, ColumnSet shape) =>
        entry.Options.Where(option => option.IsRequired || shape.Roles.Count == 0 || option.Name is "resamples" or "draws" or "at_least")
            .Select(option => (option.Name, Value: Values.GetValueOrDefault($"{entry.Name}.{option.Name}")
                ?? Values.GetValueOrDefault($"{(shape.Roles.Count > 0 ? shape.Roles[0].Name : "")}.{option.Name}") ?? Values.GetValueOrDefault(option.Name)))
            .Where(option => option.Value is not null).Select(option => (option.Name, option.Value!));

    static DataColumn Numbers(string name, Func<int, double> value) => DataColumn.OfNumbers(name, Enumerable.Range(0, Rows).Select(value));

    static DataColumn Words(string name, Func<int, string> value) => DataColumn.OfCategories(name, Enumerable.Range(0, Rows).Select(value));

    static Dictionary<string, DataColumn> Named(IEnumerable<DataColumn> columns) => columns.ToDictionary(column => column.Name);

    static double Likert(double value) => Math.Clamp(Math.Round(value), 1, 5);

    static double Normal() => Statistics.Distributions.StandardNormal.Quantile(Chance.NextDouble() * 0.999 + 0.0005);
}
