using ImpactEval.Statistics;
using ImpactEval.Statistics.Matching;
using ImpactEval.Studies;
using MatchedPair = ImpactEval.Studies.MatchedPair;

namespace ImpactEval.Evaluation;

/// <summary>Counts the people measured before by how they were found again.</summary>
static class MatchingSummary
{
    /// <returns>Null when the study did not measure both before and after.</returns>
    public static MatchingQuality? Of(StudyDataset dataset)
    {
        var at = dataset.Assessments.ToLookup(assessment => assessment.Wave, assessment => assessment.Participant);
        var before = dataset.Study.Waves.FirstOrDefault(wave => wave.Kind == WaveKind.Pre && at.Contains(wave.Code));
        var after = dataset.Study.Waves.FirstOrDefault(wave => wave.Kind == WaveKind.Post && at.Contains(wave.Code))
            ?? dataset.Study.Waves.FirstOrDefault(wave => wave.Kind == WaveKind.FollowUp && at.Contains(wave.Code));
        if (before is null || after is null)
            return null;
        var (first, again) = (at[before.Code].ToHashSet(), at[after.Code].ToHashSet());
        var linked = dataset.Matches.Where(pair => pair.IsLinked).ToArray();
        return new MatchingQuality(
            before.Code, after.Code, Methods(dataset, first, again, linked),
            new Count(dataset.Matches.Count - linked.Length), linked.Sum(pair => pair.FalseMatch), Baseline(dataset, before, again));
    }

    static IReadOnlyList<MatchShare> Methods(StudyDataset dataset, HashSet<ParticipantId> first, HashSet<ParticipantId> again, MatchedPair[] linked)
    {
        var method = linked.GroupBy(pair => pair.First).ToDictionary(pairs => pairs.Key, pairs => pairs.Max(pair => pair.Method));
        MatchMethod? How(ParticipantId person) => !again.Contains(person) ? null
            : method.TryGetValue(person, out var how) ? how
            : dataset.NormalisedIds.Contains(person) ? MatchMethod.NormalisedId : MatchMethod.ExactId;
        return
        [
            .. first.GroupBy(How).OrderBy(people => people.Key is null).ThenBy(people => people.Key)
                .Select(people => new MatchShare(people.Key, new Count(people.Count()))),
        ];
    }

    static IReadOnlyList<BaselineContrast> Baseline(StudyDataset dataset, Wave before, HashSet<ParticipantId> again)
    {
        var scores = new ScoreTable(dataset);
        return
        [
            .. dataset.Study.Outcomes().Where(outcome => outcome.Code == outcome.Instrument.Code)
                .Select(outcome => Contrast(dataset, outcome.Code, scores.Of(outcome, before.Code), again)).OfType<BaselineContrast>(),
        ];
    }

    static BaselineContrast? Contrast(StudyDataset dataset, string outcome, double[] scores, HashSet<ParticipantId> again)
    {
        var people = dataset.Participants.Select((person, place) => (Score: scores[place], Again: again.Contains(person.Id)))
            .Where(person => !double.IsNaN(person.Score)).ToArray();
        if (people.Length == 0)
            return null;
        var matched = people.Count(person => person.Again);
        var counted = new BaselineContrast(outcome, new Count(matched), null, null, new Count(people.Length - matched), null, null, null, Suppressed: false);
        try
        {
            var balance = BalanceTable.Of(
                [(outcome, new Sample(people.Select(person => person.Score)))], [.. people.Select(person => person.Again)],
                new ConfidenceLevel(dataset.Study.Analysis.ConfidenceLevel))[0];
            return counted with
            {
                MatchedMean = balance.MeanTreated, MatchedDeviation = balance.SdTreated,
                UnmatchedMean = balance.MeanComparison, UnmatchedDeviation = balance.SdComparison, StandardisedDifference = balance.ByAverageVariance,
            };
        }
        catch (NotEstimableException)
        {
            // Fewer than two on a side, or nobody differs: the counts say so.
            return counted;
        }
    }
}
