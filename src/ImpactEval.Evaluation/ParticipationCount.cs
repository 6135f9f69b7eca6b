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
        var rows = GroupMembers.Of(dataset).Select(members => RowOf(members, dataset.Participants, waves, measured));
        return new Participation([.. waves.Select(wave => wave.Code)], [.. rows]);
    }

    static ParticipationRow RowOf(GroupMembers members, IReadOnlyList<Participant> people, Wave[] waves, HashSet<(ParticipantId, string)> measured)
    {
        var ids = members.Places.Select(place => people[place].Id).ToArray();
        Count At(Wave wave) => new(ids.Count(id => measured.Contains((id, wave.Code))));
        bool MeasuredAt(ParticipantId id, WaveKind kind) => waves.Any(wave => wave.Kind == kind && measured.Contains((id, wave.Code)));
        var paired = ids.Count(id => MeasuredAt(id, WaveKind.Pre) && MeasuredAt(id, WaveKind.Post));
        return new ParticipationRow(members.Group, new Count(ids.Length), [.. waves.Select(At)], new Count(paired));
    }
}
