using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>
/// Puts the rows of several files together. Where two files speak of the same person, instrument and wave, the first file in order counts and
/// the other's record is told as a duplicate of that other file. With a roster among the sources, only who is on it takes part;
/// without one, everybody who was measured does.
/// </summary>
sealed class DatasetAssembly(Study study, DatasetRows rows)
{
    const string CohortGroup = "cohort";

    readonly bool hasRoster = study.Sources.Any(source => source.Kind == SourceKind.Participants);
    readonly List<Participant> participants = [];
    readonly Dictionary<long, EnrolmentRow?> enrolled = [];
    readonly Dictionary<(long, string, string), AssessmentRow> assessed = [];
    readonly Dictionary<(long, string, string), Dictionary<int, string>> answered = [];
    readonly List<Assessment> assessments = [];
    readonly List<Answer> answers = [];
    readonly Dictionary<(long Import, RowProblemKind Kind), int> duplicates = [];
    int notOnRoster;

    /// <param name="imports">The files that count, in order.</param>
    public StudyDataset Of(IReadOnlyList<ImportRow> imports)
    {
        var rosters = study.Sources.Where(source => !hasRoster || source.Kind == SourceKind.Participants).Select(source => source.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var row in imports.Where(import => rosters.Contains(import.SourceCode)).SelectMany(import => rows.Enrolments[import.ImportId]))
            Enrol(row);
        foreach (var import in imports)
        {
            foreach (var row in rows.Assessments[import.ImportId].Where(row => TakesPart(row.ParticipantId)))
                Take(row);
            foreach (var row in rows.Answers[import.ImportId].Where(row => TakesPart(row.ParticipantId)))
                Take(row);
        }
        return new StudyDataset(study, participants, assessments, answers, [.. imports.Select(Summary)], notOnRoster)
        {
            NormalisedIds = rows.NormalisedIds(imports.Select(import => import.ImportId)),
            ErasedRows = ErasedRows(imports),
        };
    }

    /// <summary>The same files give other numbers once a person was erased from them, so the run's stamp must tell.</summary>
    string? ErasedRows(IReadOnlyList<ImportRow> imports)
    {
        var erased = imports.SelectMany(import => rows.ErasedRows[import.ImportId].Select(row => new { import.SourceCode, import.FileName, Row = row })).ToList();
        return erased.Count == 0 ? null : Fingerprint.Of(erased);
    }

    void Enrol(EnrolmentRow row)
    {
        if (enrolled.TryGetValue(row.ParticipantId, out var first))
        {
            // A study without a roster names its people in every file; only a roster that does so twice is told.
            if (hasRoster)
                TellDuplicate(row.ImportId, first is not null && first.Cohort == row.Cohort && first.Groups == row.Groups);
            return;
        }
        AddParticipant(row.ParticipantId, row);
    }

    bool TakesPart(long person)
    {
        if (enrolled.ContainsKey(person))
            return true;
        if (hasRoster)
            notOnRoster++;
        else
            AddParticipant(person, null);
        return !hasRoster;
    }

    void AddParticipant(long person, EnrolmentRow? row)
    {
        enrolled.Add(person, row);
        var cohort = row?.Cohort ?? (study.Cohorts.Count == 1 ? study.Cohorts[0].Code : "");
        var groups = row is null ? [] : CanonicalJson.Read<Dictionary<string, string>>(row.Groups);
        if (cohort.Length > 0)
            groups[CohortGroup] = cohort;
        participants.Add(new Participant(new ParticipantId(person), cohort, groups));
    }

    void Take(AssessmentRow row)
    {
        if (assessed.TryAdd((row.ParticipantId, row.Instrument, row.Wave), row))
            assessments.Add(row.ToAssessment());
        else
            TellDuplicate(row.ImportId, assessed[(row.ParticipantId, row.Instrument, row.Wave)].Scores.SequenceEqual(row.Scores));
    }

    /// <summary>The same words a second time count once; other words to the same question are kept and numbered on.</summary>
    void Take(AnswerRow row)
    {
        var question = (row.ParticipantId, row.Question, row.Wave);
        if (!answered.TryGetValue(question, out var turns))
            answered.Add(question, turns = []);
        if (turns.TryGetValue(row.Turn, out var earlier) && earlier == row.Body)
        {
            TellDuplicate(row.ImportId, identical: true);
            return;
        }
        var turn = turns.ContainsKey(row.Turn) ? turns.Keys.Max() + 1 : row.Turn;
        turns.Add(turn, row.Body);
        answers.Add(row.ToAnswer() with { Number = turn });
    }

    void TellDuplicate(long import, bool identical)
    {
        var problem = (import, identical ? RowProblemKind.DuplicateIdentical : RowProblemKind.DuplicateConflicting);
        duplicates[problem] = duplicates.GetValueOrDefault(problem) + 1;
    }

    SourceSummary Summary(ImportRow import)
    {
        var found = rows.Problems[import.ImportId].Select(row => row.ToCount());
        var across = duplicates.Where(entry => entry.Key.Import == import.ImportId).Select(entry => new ProblemCount(entry.Key.Kind, Rejects: false, entry.Value));
        var problems = found.Concat(across)
            .GroupBy(problem => (problem.Kind, problem.Rejects), problem => problem.Count)
            .Select(group => new ProblemCount(group.Key.Kind, group.Key.Rejects, group.Sum()))
            .OrderBy(problem => problem.Kind).ThenBy(problem => problem.Rejects);
        return import.ToSummary([.. problems]);
    }
}
