using ImpactEval.Statistics;
using ImpactEval.Statistics.Controlled;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>Treated and comparison people, drawn by lot, before and after.</summary>
static class ArmsDesign
{
    const double TreatedGain = 0.5, ComparisonGain = 0.1;

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static Design Design { get; } = new(
        "arms", "Two arms before and after", "n people in each arm, drawn by lot; gains of ½ and 0.1, correlation of the waves about .6.",
        IntervalCoverage.Design.UsualSizes, IntervalCoverage.Design.ManyTrials, Population.All, population =>
        {
            var people = Crowd.Of(3, (draws, scores) =>
            {
                var hidden = draws.Normal();
                var later = draws.Like(hidden, PairedDesign.Correlation);
                scores[0] = population.Score(hidden, 0);
                (scores[1], scores[2]) = (population.Score(later, TreatedGain), population.Score(later, ComparisonGain));
            });
            var (treated, comparison) = (PairedSummary.Of(people[0], people[1]), PairedSummary.Of(people[0], people[2]));
            return trial => Claims(trial, (Arm(population, trial, TreatedGain), Arm(population, trial, ComparisonGain)), treated, comparison);
        });

    sealed record Waves(Sample Pre, Sample Post)
    {
        public PairedSummary Summary => PairedSummary.Of(Pre, Post);
    }

    static Waves Arm(Population population, Trial trial, double gain)
    {
        var (pre, post) = (new double[trial.Size], new double[trial.Size]);
        for (var i = 0; i < trial.Size; i++)
        {
            var hidden = trial.Draws.Normal();
            (pre[i], post[i]) = (population.Score(hidden, 0), population.Score(trial.Draws.Like(hidden, PairedDesign.Correlation), gain));
        }
        return new Waves(new Sample(pre), new Sample(post));
    }

    static void Claims(Trial trial, (Waves Treated, Waves Comparison) arms, PairedSummary treated, PairedSummary comparison)
    {
        var (one, other) = arms;
        var impact = treated.MeanPost - comparison.MeanPost;
        trial.Claim("difference in differences", impact, () => DifferenceInDifferences.OfPairs(one.Pre, one.Post, other.Pre, other.Post, Level));
        trial.Claim("d_ppc1", impact / comparison.SdPre, () => PrePostControl.D1(one.Summary, other.Summary, Level));
        trial.Claim("d_ppc2", impact / comparison.SdPre, () => PrePostControl.D2(one.Summary, other.Summary, Level));

        var pre = Joined(one.Pre, other.Pre);
        var post = Joined(one.Post, other.Post);
        bool[] isTreated = [.. Enumerable.Repeat(true, trial.Size), .. Enumerable.Repeat(false, trial.Size)];
        var model = AnalysisOfCovariance.Model(post, isTreated, [new DesignTerm(Predictor.Numeric("pre", pre))]);
        Estimate Adjusted() => HeteroscedasticCovariance.Of(model, HeteroscedasticKind.HC2).Of(AnalysisOfCovariance.Treated, Level);
        trial.Claim("ANCOVA, classical errors", impact, () => CoefficientCovariance.Classical(model).Of(AnalysisOfCovariance.Treated, Level));
        foreach (var kind in Enum.GetValues<HeteroscedasticKind>())
            trial.Claim($"ANCOVA, {kind}", impact, () => HeteroscedasticCovariance.Of(model, kind).Of(AnalysisOfCovariance.Treated, Level));
        trial.Claim("ANCOVA with interaction (Lin), HC2", impact,
            () => LinEstimator.Of(post, isTreated, [("pre", pre)]).Of(AnalysisOfCovariance.Treated, Level));

        var within = Math.Sqrt((treated.VariancePost + comparison.VariancePost) / 2);
        trial.Claim("g of ANCOVA", impact / within,
            () => AdjustedEffectSize.HedgesG(Adjusted(), AdjustedEffectSize.WithinSd([one.Post, other.Post]), 2 * trial.Size - 2, Level));
        ClaimMean(trial, pre, post, treated.MeanPost);
    }

    static void ClaimMean(Trial trial, Sample pre, Sample post, double truth)
    {
        string[] names = [.. Enumerable.Repeat("treated", trial.Size), .. Enumerable.Repeat("comparison", trial.Size)];
        var arm = Predictor.Factor("arm", ["comparison", "treated"], names, FactorCoding.Treatment);
        var terms = new Statistics.Regression.Design(post.Size, new DesignTerm(arm), new DesignTerm(Predictor.Numeric("pre", pre)));
        var model = LinearModel.Fit(terms, post);
        trial.Claim("adjusted mean of the treated, HC2", truth,
            () => AdjustedMeans.Of(HeteroscedasticCovariance.Of(model, HeteroscedasticKind.HC2), "arm", Level)[1].Mean);
    }

    static Sample Joined(Sample one, Sample other) => new([.. one.Values, .. other.Values]);
}
