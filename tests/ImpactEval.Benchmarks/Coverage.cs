using System.Globalization;
using ImpactEval.Evaluation;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Samples;
using ImpactEval.Statistics;
using ImpactEval.Studies;
using Participant = ImpactEval.Studies.Participant;
using SampleStudy = ImpactEval.Samples.SampleStudy;

namespace ImpactEval.Benchmarks;

/// <summary>
/// How often the nominal intervals of an evaluation hold the truth of a sample study: fresh samples of the same generator, evaluated as declared,
/// held against the estimands over a million simulated people.
/// </summary>
static class Coverage
{
    /// <summary>What one kind of interval did over all seeds.</summary>
    sealed class Tally
    {
        public int Held { get; set; }
        public int Made { get; set; }
        public double Share => (double)Held / Made;
    }

    public static int Print(string studyFolder, int seeds)
    {
        var study = StudyFile.Read(studyFolder) with { Topics = null };
        // By-group findings are left out: the generator states the truth for everybody.
        study = study with { Analysis = study.Analysis with { Groups = [] } };
        var truth = JicaYoungLeaders.Truth().Changes.ToDictionary(change => (change.Outcome, change.From, change.To), change => change.Moments);
        var tallies = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var findings = Evaluator.Evaluate(DatasetOf(study, JicaYoungLeaders.Generate((ulong)seed)), study.Design);
            foreach (var change in findings.Changes)
            {
                if (truth.TryGetValue((change.Outcome, change.From, change.To), out var moments))
                    Count(tallies, change, moments);
            }
        }
        Write(tallies, seeds);
        return tallies.Where(tally => tally.Key.StartsWith("all", StringComparison.Ordinal)).All(tally => tally.Value.Share is >= 0.91 and <= 0.98) ? 0 : 1;
    }

    static void Count(SortedDictionary<string, Tally> tallies, ChangeFinding change, PairMoments truth)
    {
        foreach (var (name, estimate, value) in Estimates(change, truth))
        {
            foreach (var interval in estimate.Intervals.Others.Prepend(estimate.Intervals.Primary))
            {
                var held = (interval.Lower ?? double.NegativeInfinity) <= value && value <= (interval.Upper ?? double.PositiveInfinity);
                foreach (var row in new[] { $"all | {name} | {Word.Of(interval.Method)}", $"{change.Outcome} {change.From}→{change.To} | {name} | {Word.Of(interval.Method)}" })
                {
                    if (!tallies.TryGetValue(row, out var tally))
                        tallies[row] = tally = new Tally();
                    tally.Made++;
                    tally.Held += held ? 1 : 0;
                }
            }
        }
    }

    static IEnumerable<(string Name, Estimate Estimate, double Truth)> Estimates(ChangeFinding change, PairMoments truth)
    {
        if (change.MeanChange is { } mean)
            yield return ("mean change", mean, truth.MeanChange);
        foreach (var effect in change.EffectSizes)
        {
            double? value = effect.Kind switch
            {
                EffectSizeKind.DZ => truth.DZ,
                EffectSizeKind.DAv or EffectSizeKind.GAv => truth.DAv,
                EffectSizeKind.DRm => truth.DRm,
                EffectSizeKind.ProbabilityOfSuperiority => truth.Improved + truth.Unchanged / 2,
                _ => null,
            };
            if (value is { } stated)
                yield return (Word.Of(effect.Kind), effect.Estimate, stated);
        }
        if (change.Shares is { } shares)
            yield return ("improved", shares.Improved, truth.Improved);
    }

    static StudyDataset DatasetOf(Study study, SampleStudy sample)
    {
        var ids = sample.Participants.Select((person, place) => (person.Code, new ParticipantId(place + 1))).ToDictionary();
        var people = sample.Participants.Select(person => new Participant(ids[person.Code], "", new Dictionary<string, string>()));
        var assessments = sample.Responses.Select(response =>
            new Assessment(ids[response.Participant.Code], response.Instrument.Code, response.Wave, response.Date, response.Values));
        return new StudyDataset(study, [.. people], [.. assessments], [], []);
    }

    static void Write(SortedDictionary<string, Tally> tallies, int seeds)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| Outcome and waves | Estimate | Interval | Seeds | Holds the truth |"));
        Console.WriteLine("|---|---|---|---:|---:|");
        foreach (var (row, tally) in tallies)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {row} | {seeds} | {100 * tally.Share:0.0} % |"));
    }
}
