using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ImpactEval.Statistics;
using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Resampling;
using ImpactEval.Statistics.Shares;
using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>Answers one <see cref="ChangeQuestion"/> from the people who have both scores.</summary>
sealed class ChangeEvaluation(AnalysisPlan plan, ScoreTable scores)
{
    readonly ConfidenceLevel level = new(plan.ConfidenceLevel);

    public ChangeFinding Answer(ChangeQuestion question)
    {
        var (outcome, comparison, group) = (question.Outcome, question.Comparison, question.Members.Group);
        var (counts, before, after) = Pairs(question);
        var unanswered = new ChangeFinding(
            outcome.Code, comparison.Kind, comparison.From, comparison.To, group, question.Primary, Family: null, counts,
            Before: null, After: null, MeanChange: null, StandardDeviationOfChange: null, Correlation: null,
            EffectSizes: [], Shares: null, Test: null, AdjustedPValue: null, Reason: null, Suppressed: false);
        try
        {
            return Answered(unanswered, question, before, after);
        }
        catch (NotEstimableException refusal)
        {
            return unanswered with { Reason = refusal.Reason };
        }
    }

    ChangeFinding Answered(ChangeFinding unanswered, ChangeQuestion question, Sample before, Sample after)
    {
        var pairs = PairedSummary.Of(before, after).RequireVaryingScores();
        var seed = SeedOf(question);
        var bootstrap = PairedBootstrap.Of(before, after, plan.Resamples, seed);
        Estimate WithBca(Estimate estimate, Func<PairedSummary, double> statistic) =>
            Estimable(() => bootstrap.Of(statistic).Bca(level)) is { } bca ? estimate with { Intervals = estimate.Intervals.And(bca) } : estimate;
        var dAv = WithBca(CohensDav.Of(pairs, level), CohensDav.Value);
        EffectSize?[] effects =
        [
            new(EffectSizeKind.DAv, dAv),
            // Every resample has the same n, so the limits of g are those of d times the same correction.
            Estimable(() => HedgesCorrection.Apply(dAv, pairs.DegreesOfFreedom)) is { } gAv ? new(EffectSizeKind.GAv, gAv) : null,
            new(EffectSizeKind.DZ, CohensDz.Of(pairs, level)),
            new(EffectSizeKind.DRm, CohensDrm.Of(pairs, level)),
            Estimable(() => MatchedRankBiserial.Of(before, after, ZeroRule.Pratt, level, plan.Resamples, seed)) is { } biserial
                ? new(EffectSizeKind.MatchedRankBiserial, biserial)
                : null,
            new(EffectSizeKind.ProbabilityOfSuperiority, ProbabilityOfSuperiority.Of(before, after, level)),
        ];

        return unanswered with
        {
            Before = WaveScoresOf(before, pairs.MeanPre, pairs.SdPre, question.Outcome.Scale),
            After = WaveScoresOf(after, pairs.MeanPost, pairs.SdPost, question.Outcome.Scale),
            MeanChange = WithBca(MeanGain.Of(pairs, level), resampled => resampled.MeanGain),
            StandardDeviationOfChange = pairs.SdOfGain,
            Correlation = pairs.Correlation,
            EffectSizes = [.. effects.OfType<EffectSize>()],
            Shares = SharesOf(before, after, question.Outcome.Code),
            Test = PairedTTest.Of(pairs, Alternative.TwoSided),
        };
    }

    /// <summary>A group of a few people can have a mean and no bootstrap limits: then the one stands without the other.</summary>
    static T? Estimable<T>(Func<T?> estimate) where T : class
    {
        try
        {
            return estimate();
        }
        catch (NotEstimableException)
        {
            return null;
        }
    }

    /// <summary>Only people with both scores are compared; how many had one is kept.</summary>
    (PairCounts Counts, Sample Before, Sample After) Pairs(ChangeQuestion question)
    {
        var (earlier, later) = (scores.Of(question.Outcome, question.Comparison.From), scores.Of(question.Outcome, question.Comparison.To));
        var people = question.Members.Places;
        var both = people.Where(place => !double.IsNaN(earlier[place]) && !double.IsNaN(later[place])).ToArray();
        var counts = new PairCounts(
            people.Count,
            people.Count(place => !double.IsNaN(earlier[place])),
            people.Count(place => !double.IsNaN(later[place])),
            both.Length);
        return (counts, new Sample(both.Select(place => earlier[place])), new Sample(both.Select(place => later[place])));
    }

    static WaveScores WaveScoresOf(Sample sample, double mean, double deviation, ScoreScale scale)
    {
        var (floor, ceiling) = (0, 0);
        foreach (var score in sample.Values)
        {
            floor += score <= scale.Low ? 1 : 0;
            ceiling += score >= scale.High ? 1 : 0;
        }
        return new WaveScores(mean, deviation, (double)floor / sample.Size, (double)ceiling / sample.Size);
    }

    ChangeShares SharesOf(Sample before, Sample after, string outcome)
    {
        var important = plan.SmallestImportantDifferences.TryGetValue(outcome, out var difference)
            ? ChangedShare.ImprovedByAtLeast(before, after, difference, level)
            : null;
        return new ChangeShares(
            ChangedShare.Improved(before, after, level),
            ChangedShare.Unchanged(before, after, level).Value,
            ChangedShare.Worsened(before, after, level).Value,
            important);
    }

    /// <summary>The plan's seed and the question's name, so that another outcome or group in the study moves no number of this one.</summary>
    ulong SeedOf(ChangeQuestion question)
    {
        var group = question.Members.Group is { } key ? $"{key.Dimension}={key.Value}" : "";
        var name = $"{plan.Seed}\n{question.Outcome.Code}\n{question.Comparison.From}\n{question.Comparison.To}\n{group}";
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
    }
}
