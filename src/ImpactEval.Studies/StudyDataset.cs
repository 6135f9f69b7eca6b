using System.Text.Json.Serialization;

namespace ImpactEval.Studies;

/// <summary>The stable number that stands for a person everywhere outside the vault.</summary>
public readonly record struct ParticipantId(long Value);

/// <summary>A person in the study, without identity. <paramref name="Groups"/>: group code → value code, the cohort among them.</summary>
public sealed record Participant(ParticipantId Id, string Cohort, IReadOnlyDictionary<string, string> Groups);

/// <summary>One person's scores on one instrument at one wave: a number per item, missing = NaN.</summary>
public sealed record Assessment(ParticipantId Participant, string Instrument, string Wave, DateOnly? TakenOn, double[] Scores);

/// <summary>One open answer, personal data already redacted.</summary>
public sealed record Answer(ParticipantId Participant, string Question, string Wave, int Number, DateOnly? GivenOn, string Text);

/// <summary>What became of one file: rows read, taken and refused, by reason.</summary>
public sealed record SourceSummary(
    string SourceCode,
    string FileName,
    string Sha256,
    FileLayout Layout,
    int RowsRead,
    int RowsAccepted,
    int RowsRejected,
    IReadOnlyList<ProblemCount> Problems)
{
    /// <summary>Made from the rest, so it is not written beside it.</summary>
    [JsonIgnore]
    public FileStamp Stamp => new(SourceCode, FileName, Sha256);
}

public sealed record ProblemCount(RowProblemKind Kind, bool Rejects, int Count);

/// <summary>
/// All that an evaluation may know. Everything stands in the order of source file and row, never of a key,
/// so that the same files give the same bytes on every machine.
/// </summary>
/// <param name="NotOnRoster">Assessments and answers left out because their person is on no roster of the study.</param>
public sealed record StudyDataset(
    Study Study,
    IReadOnlyList<Participant> Participants,
    IReadOnlyList<Assessment> Assessments,
    IReadOnlyList<Answer> Answers,
    IReadOnlyList<SourceSummary> Sources,
    int NotOnRoster = 0)
{
    /// <summary>Pairs of people under two codes: linked ones are one participant here, doubtful ones two.</summary>
    public IReadOnlyList<MatchedPair> Matches { get; init; } = [];

    /// <summary>People whose code stood in some file in another spelling.</summary>
    public IReadOnlySet<ParticipantId> NormalisedIds { get; init; } = new HashSet<ParticipantId>();

    /// <summary>Fingerprint of the rows of erased people; null when nobody was erased.</summary>
    public string? ErasedRows { get; init; }
}
