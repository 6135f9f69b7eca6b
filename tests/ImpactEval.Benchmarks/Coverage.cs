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
    sealed record Row(string Change, string Estimate, string Interval);

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
        var tallies = new Dictionary<Row, Tally>();
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
        return tallies.GroupBy(tally => (tally.Key.Estimate, tally.Key.Interval)).All(kind => ShareOf(kind.Select(tally => tally.Value)) is >= 0.91 and <= 0.98) ? 0 : 1;
    }

    static void Count(Dictionary<Row, Tally> tallies, ChangeFinding change, PairMoments truth)
    {
        foreach (var (name, estimate, value) in Estimates(change, truth))
        {
            foreach (var interval in estimate.Intervals.Others.Prepend(estimate.Intervals.Primary))
            {
                var held = (interval.Lower ?? double.NegativeInfinity) <= value && value <= (interval.Upper ?? double.PositiveInfinity);
                var row = new Row($"{change.Outcome} {change.From} → {change.To}", name, Word.Of(interval.Method));
                if (!tallies.TryGetValue(row, out var tally))
                    tallies[row] = tally = new Tally();
                tally.Made++;
                tally.Held += held ? 1 : 0;
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

    /// <summary>One line per kind of interval: all outcomes and comparisons together, then the one it served worst and the one it served best.</summary>
    static void Write(IReadOnlyDictionary<Row, Tally> tallies, int seeds)
    {
        Console.WriteLine($"{seeds} seeds");
        Console.WriteLine();
        Console.WriteLine("| Estimate | Interval | All | Lowest | Highest |");
        Console.WriteLine("|---|---|---:|---|---|");
        foreach (var kind in tallies.GroupBy(tally => (tally.Key.Estimate, tally.Key.Interval)).OrderBy(kind => kind.Key.Estimate, StringComparer.Ordinal).ThenBy(kind => kind.Key.Interval, StringComparer.Ordinal))
        {
            var ordered = kind.OrderBy(tally => tally.Value.Share).ThenBy(tally => tally.Key.Change, StringComparer.Ordinal).ToArray();
            string Told(KeyValuePair<Row, Tally> tally) => string.Create(CultureInfo.InvariantCulture, $"{100 * tally.Value.Share:0.0} % {tally.Key.Change}");
            var all = ShareOf(kind.Select(tally => tally.Value));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind.Key.Estimate} | {kind.Key.Interval} | {100 * all:0.0} % | {Told(ordered[0])} | {Told(ordered[^1])} |"));
        }
    }

    static double ShareOf(IEnumerable<Tally> tallies)
    {
        var all = tallies.ToArray();
        return all.Sum(tally => tally.Held) / (double)all.Sum(tally => tally.Made);
    }
}
