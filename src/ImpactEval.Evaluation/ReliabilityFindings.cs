using ImpactEval.Statistics;
using ImpactEval.Statistics.Reliability;
using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>Cronbach's alpha of every outcome at every wave, from the people who answered all of its items.</summary>
static class ReliabilityFindings
{
    public static IReadOnlyList<ReliabilityFinding> Of(StudyDataset dataset, ScoreTable scores, ILookup<string, string> waves) =>
    [
        .. from outcome in dataset.Study.Outcomes()
           where outcome.Instrument.Level != KirkpatrickLevel.Reaction || outcome.Positions.Count > 1
           from wave in dataset.Study.Waves
           where waves[outcome.Instrument.Code].Contains(wave.Code)
           select Of(outcome, wave.Code, scores.Items(outcome.Instrument.Code, wave.Code), dataset.Study),
    ];

    static ReliabilityFinding Of(Outcome outcome, string wave, IReadOnlyList<double[]?> rows, Study study)
    {
        var complete = rows.OfType<double[]>().Select(row => ItemScores(outcome, row)).Where(row => !row.Any(double.IsNaN)).ToArray();
        var finding = new ReliabilityFinding(outcome.Code, wave, outcome.Positions.Count, null, null, complete.Length < study.Privacy.SmallestCell);
        try
        {
            return finding with { Alpha = CronbachAlpha.Of(ScoreMatrix.Listwise(complete), new ConfidenceLevel(study.Analysis.ConfidenceLevel)) };
        }
        catch (NotEstimableException refusal)
        {
            return finding with { Reason = refusal.Reason };
        }
    }

    static double[] ItemScores(Outcome outcome, double[] row) =>
    [
        .. outcome.Positions.Select(position =>
        {
            var score = double.IsNaN(row[position]) && outcome.Instrument.Scoring.Missing == MissingItemRule.CountAsLowest
                ? outcome.Instrument.Scale.Low
                : row[position];
            return outcome.Instrument.Items[position].Reversed ? outcome.Instrument.Scale.Reverse(score) : score;
        }),
    ];
}
