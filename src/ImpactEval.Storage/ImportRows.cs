using System.Globalization;
using ImpactEval.Storage.Databases;
using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>The records of a file as rows of the store.</summary>
sealed class ImportRows(Import import, IReadOnlyDictionary<string, ParticipantId> people, IReadOnlyDictionary<string, long> versions)
{
    static readonly Target Participant = new("participant", "participant_id");
    static readonly Target Quarantine = new("quarantine", "import_id", "number", "source_row", "column_name", "kind", "rejects");
    static readonly Target Enrolment = new("enrolment", "import_id", "number", "participant_id", "source_row", "cohort", "groups");
    static readonly Target Assessment =
        new("assessment", "import_id", "number", "participant_id", "source_row", "version_id", "wave", "taken_on", "scores");
    static readonly Target AnswerText =
        new("answer_text", "import_id", "number", "participant_id", "source_row", "question", "wave", "turn", "given_on", "body");
    static readonly Target[] OfImport = [Quarantine, Enrolment, Assessment, AnswerText];

    public static async Task RemoveAsync(Session session, long importId)
    {
        foreach (var target in OfImport)
            await session.ExecuteAsync($"DELETE FROM {target.Table} WHERE import_id = @importId", new { importId });
    }

    public async Task AddAsync(Session session)
    {
        await BulkInsert.AddMissingAsync(session, Participant, "participant_id", people.Values.Select(person => new object?[] { person.Value }));
        await BulkInsert.AddAsync(session, Quarantine, import.File.Problems.Select((problem, number) => new object?[]
        {
            import.Id, number, problem.Row, problem.Column, Word.Of(problem.Kind), problem.Rejects ? 1 : 0,
        }));
        await BulkInsert.AddAsync(session, Enrolment, import.File.People.Select((person, number) => new object?[]
        {
            import.Id, number, Id(person.Code), person.SourceRow, person.Cohort, CanonicalJson.Of(person.Groups),
        }));
        await BulkInsert.AddAsync(session, Assessment, import.File.Assessments.Select((taken, number) => new object?[]
        {
            import.Id, number, Id(taken.Person), taken.SourceRow, versions[taken.Instrument], taken.Wave, taken.TakenOn, taken.Scores,
        }));
        await BulkInsert.AddAsync(session, AnswerText, import.File.Answers.Select((answer, number) => new object?[]
        {
            import.Id, number, Id(answer.Person), answer.SourceRow, answer.Question, answer.Wave, answer.Number, answer.GivenOn, import.RedactedAnswers[number],
        }));
    }

    long Id(string code) => people[code].Value;
}

/// <summary>The declared words that rows refer to: the study and its instruments, each content once.</summary>
static class DeclaredRows
{
    static readonly Target Study = new("study", "study_id", "code");
    static readonly Target Version = new("instrument_version", "version_id", "study_id", "code", "low", "high");
    static readonly Target Item = new("item", "version_id", "position", "code", "text", "reversed");

    public static Task AddStudyAsync(Session session, string code) =>
        BulkInsert.AddMissingAsync(session, Study, "study_id", [[Import.IdOfStudy(code), code]]);

    /// <returns>The number of each instrument's content, by code.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> AddInstrumentsAsync(Session session, Import import)
    {
        var study = import.StudyId.ToString(CultureInfo.InvariantCulture);
        var used = import.File.Assessments.Select(assessment => assessment.Instrument).Distinct()
            .Select(import.Study.Instrument)
            .Select(instrument => (Instrument: instrument, Id: Fingerprint.NumberOf("instrument", study, Fingerprint.Of(MappingFingerprint.Content(instrument)))))
            .ToList();
        await BulkInsert.AddMissingAsync(session, Version, "version_id", used.Select(version => new object?[]
        {
            version.Id, import.StudyId, version.Instrument.Code, version.Instrument.Scale.Low, version.Instrument.Scale.High,
        }));
        await BulkInsert.AddMissingAsync(session, Item, "version_id, position", used.SelectMany(version => version.Instrument.Items.Select((item, position) =>
            new object?[] { version.Id, position, item.Code, CanonicalJson.Of(item.Text), item.Reversed ? 1 : 0 })));
        return used.ToDictionary(version => version.Instrument.Code, version => version.Id);
    }
}
