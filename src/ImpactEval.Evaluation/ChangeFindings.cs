using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>Every outcome × comparison for everybody, and the main comparison of every outcome by group.</summary>
static class ChangeFindings
{
    public static IReadOnlyList<ChangeFinding> Of(StudyDataset dataset, StudyDesign design, ScoreTable scores, ILookup<string, string> waves)
    {
        var groups = GroupMembers.Of(dataset);
        var questions = (
            from outcome in dataset.Study.Outcomes()
            let comparisons = Comparison.Among([.. dataset.Study.Waves.Where(wave => waves[outcome.Instrument.Code].Contains(wave.Code))])
            from comparison in comparisons
            from members in groups
            where members.Group is null || comparison == comparisons[0]
            select new ChangeQuestion(outcome, comparison, members, design.PrimaryOutcomes.Contains(outcome.Code))).ToArray();

        // Each question has a random stream of its own, so neither threads nor neighbours can change its answer.
        var findings = new ChangeFinding[questions.Length];
        var engine = new ChangeEvaluation(dataset.Study.Analysis, scores);
        Parallel.For(0, questions.Length, i => findings[i] = engine.Answer(questions[i]));
        return FamilyAdjustment.Adjust(findings, dataset.Study);
    }
}

/// <summary>One thing asked of the data: how this outcome changed between these waves for these people.</summary>
sealed record ChangeQuestion(Outcome Outcome, Comparison Comparison, GroupMembers Members, bool Primary);

/// <summary>The places (in the dataset's order) of everybody, or of the people of one group.</summary>
sealed record GroupMembers(GroupKey? Group, IReadOnlyList<int> Places)
{
    /// <summary>The built-in dimension that every study has.</summary>
    public const string Cohort = "cohort";

    /// <summary>Everybody, then each value of each dimension of the plan, as the study file lists them.</summary>
    public static IReadOnlyList<GroupMembers> Of(StudyDataset dataset)
    {
        List<GroupMembers> all = [new(null, [.. Enumerable.Range(0, dataset.Participants.Count)])];
        foreach (var dimension in dataset.Study.Analysis.Groups)
        {
            foreach (var value in ValuesOf(dataset.Study, dimension))
                all.Add(new(new GroupKey(dimension, value), PlacesOf(dataset.Participants, dimension, value)));
        }
        return all;
    }

    static IEnumerable<string> ValuesOf(Study study, string dimension) => dimension == Cohort
        ? study.Cohorts.Select(cohort => cohort.Code)
        : study.Groups.Single(group => group.Code == dimension).Values.Select(value => value.Code);

    static int[] PlacesOf(IReadOnlyList<Participant> people, string dimension, string value) =>
    [
        .. Enumerable.Range(0, people.Count).Where(place => dimension == Cohort
            ? people[place].Cohort == value
            : people[place].Groups.TryGetValue(dimension, out var held) && held == value),
    ];
}
