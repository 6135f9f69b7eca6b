using ImpactEval.Statistics;
using ImpactEval.Statistics.Change;
using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Ordinal;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Resampling;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>The same people before and after a training.</summary>
static class PairedDesign
{
    /// <summary>Between the hidden numbers of the waves; .58 to .65 between the scores.</summary>
    public const double Correlation = 0.65;

    const double Gain = 0.5, Trim = 0.2, Reliability = 0.8;

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static Design Moments { get; } = new(
        "paired", "One group before and after", "n people, gain of half a standard deviation, correlation of the waves about .6.",
        Design.UsualSizes, Design.ManyTrials, Population.All, population =>
        {
            var people = Crowd.Of(2, (draws, scores) => Person(population, draws, scores));
            var truth = PairedSummary.Of(people[0], people[1]);
            return trial =>
            {
                var (pre, post) = Pairs(population, trial);
                ClaimMoments(trial, pre, post, truth);
                ClaimBootstrap(trial, pre, post, new Truths(truth, population.Maximum));
            };
        });

    public static Design Order { get; } = new(
        "ranks", "One group before and after: order, shares and trimmed means", "The same people.",
        Design.UsualSizes, Design.ManyTrials, Population.All, population =>
        {
            var people = Crowd.Of(2, (draws, scores) => Person(population, draws, scores));
            var (before, after) = (people[0], people[1]);
            var change = OrdinalChange.Of(before, after, population.Maximum);
            var truth = new OrderTruths(
                change.ProbabilityOfSuperiority, change.NetShift, change.Up / (double)change.Size,
                MatchedRankBiserial.Value(before, after, ZeroRule.Pratt), YuenTest.Paired(before, after, Trim, Level).Value,
                ReliableChange.Of(before, after, Reliability, Level).Risen.Value);
            return trial => ClaimOrder(trial, Pairs(population, trial), truth, population.Maximum);
        });

    sealed record Truths(PairedSummary Moments, double Maximum);

    sealed record OrderTruths(double Superiority, double NetShift, double Improved, double RankBiserial, double Trimmed, double ReliablyRisen);

    /// <summary>Scores before and after of one person.</summary>
    public static void Person(Population population, Draws draws, double[] scores)
    {
        var hidden = draws.Normal();
        (scores[0], scores[1]) = (population.Score(hidden, 0), population.Score(draws.Like(hidden, Correlation), Gain));
    }

    static (Sample Pre, Sample Post) Pairs(Population population, Trial trial)
    {
        var scores = new double[2];
        var (pre, post) = (new double[trial.Size], new double[trial.Size]);
        for (var i = 0; i < trial.Size; i++)
        {
            Person(population, trial.Draws, scores);
            (pre[i], post[i]) = (scores[0], scores[1]);
        }
        return (new Sample(pre), new Sample(post));
    }

    static void ClaimMoments(Trial trial, Sample pre, Sample post, PairedSummary truth)
    {
        var pairs = PairedSummary.Of(pre, post);
        trial.Claim("mean", truth.MeanPost, () => SampleMean.Of(post, Level));
        trial.Claim("mean gain", truth.MeanGain, () => MeanGain.Of(pairs, Level));
        trial.Claim("d_z", CohensDz.Value(truth), () => CohensDz.Of(pairs, Level));
        trial.Claim("d_av", CohensDav.Value(truth), () => CohensDav.Of(pairs, Level));
        trial.Claim("g_av", CohensDav.Value(truth), () => HedgesGav.Of(pairs, Level));
        trial.Claim("d_rm", CohensDrm.Value(truth), () => CohensDrm.Of(pairs, Level));
        trial.Claim("Glass's Δ by the SD before", truth.MeanGain / truth.SdPre, () => GlassDelta.ByPre(pairs, Level));
        trial.Claim("Glass's Δ by the SD after", truth.MeanGain / truth.SdPost, () => GlassDelta.ByPost(pairs, Level));
        trial.Claim("correlation", truth.Correlation, () => PearsonCorrelation.Of(pre, post, Level));
    }

    static void ClaimBootstrap(Trial trial, Sample pre, Sample post, Truths truth)
    {
        var bootstrap = PairedBootstrap.Of(pre, post, Trial.Resamples, trial.Seed);
        void Claim(string statistic, Func<PairedSummary, double> value) => trial.Claim(statistic, value(truth.Moments), () =>
        {
            var replicates = bootstrap.Of(value);
            return [replicates.Bca(Level), replicates.Percentile(Level), replicates.Basic(Level), replicates.Normal(Level)];
        });
        Claim("mean gain", pairs => pairs.MeanGain);
        Claim("d_z", CohensDz.Value);
        Claim("d_av", CohensDav.Value);
        trial.Claim("g_av", CohensDav.Value(truth.Moments), () => bootstrap.Of(HedgesGav.Value).Bca(Level));
        Claim("d_rm", CohensDrm.Value);
        Claim("Glass's Δ by the SD before", pairs => pairs.MeanGain / pairs.SdPre);
        Claim("Glass's Δ by the SD after", pairs => pairs.MeanGain / pairs.SdPost);
        Claim("correlation", pairs => pairs.Correlation);
        Claim("normalised gain of the class", pairs => NormalisedGain.OfClass(pairs, truth.Maximum));
    }

    static void ClaimOrder(Trial trial, (Sample Pre, Sample Post) pairs, OrderTruths truth, double top)
    {
        var (pre, post) = pairs;
        trial.Claim("share improved", truth.Improved, () => ChangedShare.Improved(pre, post, Level));
        trial.Claim("share reliably risen", truth.ReliablyRisen, () => ReliableChange.Of(pre, post, Reliability, Level).Risen);
        trial.Claim("probability of superiority", truth.Superiority, () => ProbabilityOfSuperiority.Of(pre, post, Level));
        trial.Claim("net shift", truth.NetShift, () => OrdinalChange.Of(pre, post, top).Net(Level));
        trial.Claim("matched rank-biserial (Pratt)", "bca", truth.RankBiserial,
            () => MatchedRankBiserial.Of(pre, post, ZeroRule.Pratt, Level, Trial.Resamples, trial.Seed));
        trial.Claim("difference of 20 % trimmed means (Yuen)", truth.Trimmed, () => YuenTest.Paired(pre, post, Trim, Level));
    }
}
