using ImpactEval.Statistics;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>Several studies of one kind.</summary>
static class PoolingDesign
{
    const double Mean = 0.5, BetweenSd = 0.2, Slope = 0.3;

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    static readonly int[] Sizes = [5, 10, 19];

    /// <summary>True effects around ½ with SD 0.2; a skewed population has the same SD and skewness 2.</summary>
    static readonly Population[] Effects =
    [
        new("normal", 0, (hidden, _) => Mean + BetweenSd * hidden),
        new("skewed", 0, (hidden, _) => Mean + BetweenSd * (Population.Skewed.Score(hidden, 0) - 1)),
    ];

    public static Design Studies { get; } = new(
        "pooling", "Several studies",
        "k studies in place of n; true effects with mean ½ and SD 0.2, known sampling variances from 0.01 to 0.06; moderator and subgroup make 0.3. "
        + "*5-point*: each study is a group of 20 to 60 people before and after, its effect Glass's g by the SD before with Becker's variance.",
        Sizes, Design.FewTrials, [.. Effects, Population.Likert], population =>
        {
            var source = population == Population.Likert ? StudySource.OfPeople(Mean, BetweenSd) : OfEffects(population);
            return trial =>
            {
                var drawn = Enumerable.Range(0, trial.Size).Select(_ => source.Next(trial.Draws)).ToArray();
                var studies = Pooled(drawn, 0);
                ClaimMean(trial, studies, source.Mean);
                ClaimNewStudy(trial, studies, source.Next(trial.Draws).True);
                trial.Claim("variance between studies", "q_profile", source.Variance, () =>
                {
                    var limits = HeterogeneityLimits.Of(studies, Level).Variance;
                    return (limits.Lower, limits.Upper);
                });
                ClaimModerated(trial, drawn, source.Mean);
            };
        });

    public static Design Nested { get; } = new(
        "three-level", "Several effects of each of several sites",
        "k sites in place of n, each with 2 to 5 effects; SD 0.2 between sites and 0.1 within, known sampling variances.",
        Sizes, Design.FewTrials, Effects, population => trial =>
        {
            var (effects, variances, sites) = (new List<double>(), new List<double>(), new List<string>());
            for (var site = 0; site < trial.Size; site++)
            {
                var (truth, count) = (population.Score(trial.Draws.Normal(), 0), 2 + (int)(4 * trial.Draws.Uniform()));
                for (var i = 0; i < count; i++)
                {
                    var variance = Variance(trial.Draws);
                    effects.Add(truth + Math.Sqrt(variance + BetweenSd * BetweenSd / 4) * trial.Draws.Normal());
                    variances.Add(variance);
                    sites.Add($"{site}");
                }
            }
            var nesting = new Nesting(sites, [.. Enumerable.Range(0, sites.Count).Select(effect => $"{effect}")]);
            var studies = new StudyEffects(new Sample(effects), new Sample(variances));
            ThreeLevelCoefficient Fit() => ThreeLevelModel.Of(studies, nesting, [], Level).Coefficients[0];
            trial.Claim("mean of three levels, model-based", Mean, () => Fit().ModelBased);
            trial.Claim("mean of three levels, CR2", Mean, () => Fit().Robust);
        });

    static StudySource OfEffects(Population population) => new(Mean, BetweenSd * BetweenSd, draws =>
    {
        var (truth, variance) = (population.Score(draws.Normal(), 0), Variance(draws));
        return new StudyResult(truth, truth + Math.Sqrt(variance) * draws.Normal(), variance);
    });

    static double Variance(Draws draws) => 0.01 + 0.05 * draws.Uniform();

    /// <summary>With the slope on every second study.</summary>
    static StudyEffects Pooled(StudyResult[] drawn, double slope) =>
        new(new Sample(drawn.Select((study, i) => study.Found + slope * (i % 2))), new Sample(drawn.Select(study => study.Variance)));

    static void ClaimMean(Trial trial, StudyEffects studies, double truth)
    {
        void Claim(HeterogeneityMethod method, PooledTest test, string words) =>
            trial.Claim($"pooled mean, {words}", truth, () => MetaAnalysis.Of(studies, new PoolingModel(method, test, Level)).Mean);
        Claim(HeterogeneityMethod.Restricted, PooledTest.HartungKnappGuarded, "REML, Hartung–Knapp with guard");
        Claim(HeterogeneityMethod.Restricted, PooledTest.HartungKnapp, "REML, Hartung–Knapp");
        Claim(HeterogeneityMethod.Restricted, PooledTest.Normal, "REML, Wald");
        foreach (var method in Enum.GetValues<HeterogeneityMethod>().Except([HeterogeneityMethod.Restricted]))
        {
            Claim(method, PooledTest.HartungKnapp, $"{Words(method)}, Hartung–Knapp");
            Claim(method, PooledTest.Normal, $"{Words(method)}, Wald");
        }
    }

    static void ClaimNewStudy(Trial trial, StudyEffects studies, double truth)
    {
        foreach (var convention in Enum.GetValues<PredictionConvention>())
            trial.Claim($"effect of a new study, {Words(convention)}", truth, () =>
                PredictionInterval.Of(studies, HeterogeneityMethod.Restricted, convention, Level));
    }

    static void ClaimModerated(Trial trial, StudyResult[] drawn, double mean)
    {
        var (studies, second) = (Pooled(drawn, Slope), new Sample(drawn.Select((_, i) => (double)(i % 2))));
        string[] groups = [.. drawn.Select((_, i) => i % 2 == 0 ? "one" : "other")];
        foreach (var test in Enum.GetValues<PooledTest>())
        {
            var model = new PoolingModel(HeterogeneityMethod.Restricted, test, Level);
            trial.Claim($"slope of a meta-regression, {Words(test)}", Slope,
                () => MetaRegression.Of(studies, [new Moderator("second", second)], model).Coefficients[1].Estimate);
        }
        foreach (var heterogeneity in Enum.GetValues<SubgroupHeterogeneity>())
            trial.Claim($"mean of a subgroup, {heterogeneity.ToString().ToLowerInvariant()} τ²", mean,
                () => SubgroupAnalysis.Of(studies, groups, heterogeneity, PoolingModel.Default).Subgroups[0].Mean);
        var unmoderated = Pooled(drawn, 0);
        trial.Claim("Egger's limit, classical", mean, () => EggerTest.Classical(unmoderated, Level).Limit);
        trial.Claim("Egger's limit, mixed effects", mean, () => EggerTest.MixedEffects(unmoderated, PoolingModel.Default).Limit);
    }

    static string Words(HeterogeneityMethod method) => method switch
    {
        HeterogeneityMethod.EqualEffects => "equal effects",
        HeterogeneityMethod.DerSimonianLaird => "DerSimonian–Laird",
        HeterogeneityMethod.HedgesOlkin => "Hedges–Olkin",
        HeterogeneityMethod.PauleMandel => "Paule–Mandel",
        HeterogeneityMethod.MaximumLikelihood => "ML",
        HeterogeneityMethod.SidikJonkman => "Sidik–Jonkman",
        HeterogeneityMethod.EmpiricalBayes => "empirical Bayes",
        HeterogeneityMethod.HunterSchmidt => "Hunter–Schmidt",
        _ => "REML",
    };

    static string Words(PooledTest test) => test switch
    {
        PooledTest.Normal => "Wald",
        PooledTest.HartungKnapp => "Hartung–Knapp",
        _ => "Hartung–Knapp with guard",
    };

    static string Words(PredictionConvention convention) => convention switch
    {
        PredictionConvention.Normal => "normal",
        PredictionConvention.StudentTKMinus2 => "t with k − 2",
        PredictionConvention.StudentTKMinus1 => "t with k − 1",
        PredictionConvention.HartungKnapp => "Hartung–Knapp",
        _ => "Hartung–Knapp with guard",
    };
}
