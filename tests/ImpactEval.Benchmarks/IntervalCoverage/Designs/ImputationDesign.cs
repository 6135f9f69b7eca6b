using ImpactEval.Statistics;
using ImpactEval.Statistics.Missing;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>People of whom a score is missing.</summary>
static class ImputationDesign
{
    const double Gain = 0.5;

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static IntervalCoverage.Design Design { get; } = new(
        "imputation", "Gaps filled by multiple imputation",
        "n people before and after, 20 imputations; those below the middle before lack the score after in 40 % of cases, the others in 10 %. A third "
        + "score of the same people correlates .65 and is never missing.",
        IntervalCoverage.Design.UsualSizes, IntervalCoverage.Design.FewTrials, Population.All, population =>
        {
            var crowd = Crowd.Of(2, (draws, scores) => PairedDesign.Person(population, draws, scores));
            var truth = PairedSummary.Of(crowd[0], crowd[1]);
            return trial =>
            {
                var scores = Incomplete(population, trial);
                foreach (var model in Enum.GetValues<ImputationModel>())
                    Claim(trial, scores, model, truth);
            };
        });

    static IncompleteScores Incomplete(Population population, Trial trial)
    {
        var rows = new double[trial.Size][];
        for (var i = 0; i < rows.Length; i++)
        {
            var hidden = trial.Draws.Normal();
            var post = population.Score(trial.Draws.Like(hidden, PairedDesign.Correlation), Gain);
            var third = population.Score(trial.Draws.Like(hidden, PairedDesign.Correlation), 0);
            rows[i] = [population.Score(hidden, 0), trial.Draws.Happens(hidden < 0 ? 0.4 : 0.1) ? double.NaN : post, third];
        }
        return new IncompleteScores(rows);
    }

    static void Claim(Trial trial, IncompleteScores scores, ImputationModel model, PairedSummary truth)
    {
        var words = model == ImputationModel.Normal ? "normal" : "predictive mean matching";
        PooledEstimate Pooled(Func<PairedSummary, Estimate> effect) => RubinPooling.Of(
            MultipleImputation.Of(scores, model, seed: trial.Seed),
            people => effect(PairedSummary.Of(new Sample(people.Select(row => row[0])), new Sample(people.Select(row => row[1])))),
            trial.Size - 1, Level);
        trial.Claim($"mean gain, {words}", truth.MeanGain, () => Pooled(pairs => MeanGain.Of(pairs, Level)).Estimate);
        trial.Claim($"d_av, {words}", CohensDav.Value(truth), () => Pooled(pairs => CohensDav.Of(pairs, Level)).Estimate);
    }
}
