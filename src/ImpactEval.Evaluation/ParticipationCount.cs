using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>Who was enrolled, measured at each wave, and measured both before and after.</summary>
static class ParticipationCount
{
    public static Participation Of(StudyDataset dataset)
    {
        var measured = dataset.Assessments.Select(assessment => (assessment.Participant, assessment.Wave)).ToHashSet();
        var waves = dataset.Study.Waves
            .Where(wave => wave.Kind != WaveKind.RetrospectivePre && measured.Any(pair => pair.Wave == wave.Code))
            .ToArray();
        var paired = Paired(dataset);
        var rows = GroupMembers.Of(dataset).Select(members => RowOf(members, dataset.Participants, waves, measured, paired));
        return new Participation([.. waves.Select(wave => wave.Code)], [.. rows]);
    }

    static ParticipationRow RowOf(
        GroupMembers members, IReadOnlyList<Participant> people, Wave[] waves, HashSet<(ParticipantId, string)> measured, HashSet<ParticipantId> paired)
    {
        var ids = members.Places.Select(place => people[place].Id).ToArray();
        Count At(Wave wave) => new(ids.Count(id => measured.Contains((id, wave.Code))));
        return new ParticipationRow(members.Group, new Count(ids.Length), [.. waves.Select(At)], new Count(ids.Count(paired.Contains)));
    }

    /// <summary>A superior's rating before and a participant's marks after are two measurements and no pair: the instrument must be the same.</summary>
    static HashSet<ParticipantId> Paired(StudyDataset dataset)
    {
        var kinds = dataset.Study.Waves.ToDictionary(wave => wave.Code, wave => wave.Kind);
        HashSet<(ParticipantId, string)> At(WaveKind kind) =>
            [.. dataset.Assessments.Where(row => kinds[row.Wave] == kind).Select(row => (row.Participant, row.Instrument))];
        var before = At(WaveKind.Pre);
        return [.. At(WaveKind.Post).Where(before.Contains).Select(pair => pair.Item1)];
    }
}
