using ImpactEval.Statistics;
using ImpactEval.Statistics.Mixed;
using ImpactEval.Statistics.Repeated;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>The same people before, after and at a follow-up.</summary>
static class WavesDesign
{
    const double Gain = 0.6, LaterGain = 0.45;

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static Design Design { get; } = new(
        "waves", "Three waves",
        "n people; gains of 0.6 at the end and 0.45 at the follow-up, correlation of any two waves about .6. The models also see people who stayed "
        + "away from the follow-up: the more so, the lower their score after (a quarter in all).",
        IntervalCoverage.Design.UsualSizes, IntervalCoverage.Design.FewTrials, Population.All, population =>
        {
            var crowd = Crowd.Of(3, (draws, scores) => Person(population, draws, scores));
            var means = Array.ConvertAll(crowd, wave => Statistics.Descriptives.Moments.Of(wave).Mean);
            var (ratio, later, w) = ((means[2] - means[0]) / (means[1] - means[0]), means[2] - means[0], FriedmanTest.Of(crowd).KendallW);
            return trial =>
            {
                var people = new double[trial.Size][];
                for (var i = 0; i < people.Length; i++)
                    Person(population, trial.Draws, people[i] = new double[3]);
                Sample[] waves = [.. Enumerable.Range(0, 3).Select(wave => new Sample(people.Select(person => person[wave])))];
                trial.Claim("retention", ratio, () => Retention.Of(waves[0], waves[1], waves[2], Level).Ratio);
                trial.Claim("decay", later - (means[1] - means[0]), () => Retention.Of(waves[0], waves[1], waves[2], Level).Decay);
                trial.Claim("Kendall's W", w, () => FriedmanTest.Concordance(waves, Level, Trial.Resamples, trial.Seed));
                ClaimModels(trial, Rows(trial, population, people), later);
            };
        });

    static void Person(Population population, Draws draws, double[] scores)
    {
        var own = draws.Normal();
        double[] gains = [0, Gain, LaterGain];
        for (var wave = 0; wave < 3; wave++)
            scores[wave] = population.Score(draws.Like(own, Math.Sqrt(PairedDesign.Correlation)), gains[wave]);
    }

    sealed record Row(int Person, int Wave, double Score);

    /// <summary>Without those follow-ups that were missed.</summary>
    static Row[] Rows(Trial trial, Population population, double[][] people)
    {
        var middle = population.Score(0, Gain);
        return [.. people.SelectMany((scores, person) =>
        {
            var waves = trial.Draws.Happens(scores[1] < middle ? 0.4 : 0.1) ? 2 : 3;
            return Enumerable.Range(0, waves).Select(wave => new Row(person, wave, scores[wave]));
        })];
    }

    static void ClaimModels(Trial trial, Row[] rows, double later)
    {
        var outcome = new Sample(rows.Select(row => row.Score));
        ModelColumn Wave(string name, int wave) => new(name, new Sample(rows.Select(row => row.Wave == wave ? 1.0 : 0)));
        ModelColumn[] columns = [Wave("after", 1), Wave("later", 2)];
        string[] people = [.. rows.Select(row => $"{row.Person}")];
        var mixed = new MixedModelDesign(outcome, columns, [new RandomFactor("person", people)]);
        var marginal = new MarginalDesign(outcome, columns, people, [.. rows.Select(row => row.Wave)]);
        void Claim(string model, Func<FixedEffects> effects) =>
            trial.Claim($"gain until the follow-up, {model}", later, () => effects().Coefficients[2].Estimate);
        Claim("mixed model (REML)", () => MixedModel.Of(mixed, LikelihoodMethod.Restricted, Level).Effects);
        Claim("MMRM (REML)", () => MarginalModel.Of(marginal, LikelihoodMethod.Restricted, Level).Effects);
        Claim("MMRM (ML)", () => MarginalModel.Of(marginal, LikelihoodMethod.Maximum, Level).Effects);
    }
}
