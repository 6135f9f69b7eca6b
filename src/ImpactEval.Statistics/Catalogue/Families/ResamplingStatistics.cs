using ImpactEval.Statistics.Regression;
using ImpactEval.Statistics.Resampling;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>Tests from how people or clusters were assigned, and from signs given to clusters.</summary>
static class ResamplingStatistics
{
    static readonly StatisticOption Draws = Options.Whole("draws", 99_999, new NumberRange(1, 10_000_000));

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        new("permutation_test", StatisticFamily.Resampling, "Pitman (1937), JRSS Supplement 4, 119–130; "
            + "Phipson and Smyth (2010), SAGMB 9, article 39", PairsOrGroups,
            [Options.Alternative, Draws, Options.Seed, Options.Levels], Permuted),
        new("cluster_randomisation", StatisticFamily.Resampling, "Gail et al. (1996), Statistics in Medicine 15, 1069–1092; "
            + "Ernst (2004), Statistical Science 19, 676–685",
            [new ColumnSet(Numeric("outcome").Or("response", "values"), Treated, Category("cluster"))],
            [Draws, Options.Seed, Options.Levels, Options.Reference, Options.Level], Randomised),
        new("wild_cluster_bootstrap", StatisticFamily.Resampling, "Cameron, Gelbach and Miller (2008), Review of Economics and Statistics 90, "
            + "414–427; Webb (2023), Canadian J. of Economics 56, 839–858",
            [new ColumnSet(Numeric("outcome").Or("response"), Predictors, Category("cluster"))],
            [
                Options.Names("coefficients"), Options.Word("weights", "rademacher", "webb"),
                Options.Whole("draws", 9_999, new NumberRange(100, 1_000_000)),
                Options.Seed, Options.Reference, ModelTerms.Factors, ModelTerms.Interactions, Options.Level,
            ],
            Wild),
    ];

    static void Permuted(StatisticInput input, ResultRows rows)
    {
        PermutationTest found;
        if (input.Has("pre"))
            found = PermutationTest.Paired(input.Sample("pre"), input.Sample("post"), input.Alternative, input.Whole("draws"), input.Seed);
        else
        {
            var (first, second) = input.TwoSamples();
            found = PermutationTest.Independent(first, second, input.Alternative, input.Whole("draws"), input.Seed);
        }
        rows.Add("mean_difference", found.Test);
        rows.Add("n_permutations", found.Arrangements);
        rows.Fact("enumeration", found.Exact ? "all" : "drawn");
    }

    static void Randomised(StatisticInput input, ResultRows rows)
    {
        var found = ClusterRandomisation.Of(
            input.Sample("outcome"), input.Arms(), input.Places("cluster"), input.Level, input.Whole("draws"), input.Seed);
        rows.Add("mean_difference", found.Effect, found.Test.Test);
        rows.Add("clusters_treated", found.TreatedClusters);
        rows.Add("clusters_comparison", found.ComparisonClusters);
        rows.Add("n_permutations", found.Test.Arrangements);
        rows.Fact("enumeration", found.Test.Exact ? "all" : "drawn");
    }

    /// <summary>Every coefficient but the intercept, or those that are named.</summary>
    static void Wild(StatisticInput input, ResultRows rows)
    {
        var model = LinearModel.Fit(input.Design("predictor"), input.Sample("outcome"));
        var (known, chosen) = (model.Design.Labels.Where(label => label != Design.InterceptLabel).ToArray(), input.Named("coefficients"));
        if (chosen.FirstOrDefault(label => !known.Contains(label)) is { } unknown)
            throw StatisticInput.Refused(CatalogueProblemKind.UnknownLevel, "coefficients", unknown, string.Join(", ", known));
        var (clusters, weights) = (input.Places("cluster"), input.Word("weights") == "webb" ? WildWeights.Webb : WildWeights.Rademacher);
        foreach (var label in chosen.Length > 0 ? chosen : known)
        {
            var wild = WildClusterBootstrap.Of(model, clusters, label, weights, input.Level, input.Whole("draws"), input.Seed);
            rows.Add("coefficient", wild.Effect, wild.Test, label);
            rows.Fact("clusters", $"{wild.Clusters}");
            rows.Fact("samples", $"{wild.Samples}");
        }
    }
}
