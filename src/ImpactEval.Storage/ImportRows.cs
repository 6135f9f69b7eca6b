using System.Globalization;
using ImpactEval.Storage.Databases;
using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>The records of a file as rows of the store, batch after batch, numbered through the file.</summary>
sealed class ImportRows(Session session, Import import) : IBatchRows, IDisposable
{
    static readonly Target Participant = new("participant", "participant_id");
    static readonly Target Quarantine = new("quarantine", "import_id", "number", "source_row", "column_name", "kind", "rejects");
    static readonly Target Enrolment = new("enrolment", "import_id", "number", "participant_id", "source_row", "cohort", "groups");
    static readonly Target Assessment =
        new("assessment", "import_id", "number", "participant_id", "source_row", "version_id", "wave", "taken_on", "scores");
    static readonly Target AnswerText =
        new("answer_text", "import_id", "number", "participant_id", "source_row", "question", "wave", "turn", "given_on", "body");
    static readonly Target[] OfImport = [Quarantine, Enrolment, Assessment, AnswerText];

    readonly long id = import.Id;
    readonly MissingRows<long> participants = new(session, Participant, "participant_id", static (row, person) => row.Add(person));
    readonly DeclaredRows declared = new(session, import);
    readonly AnswersFingerprint answers = new();
    int problemsSoFar, peopleSoFar, assessmentsSoFar, answersSoFar;

    /// <summary>Of the answers as they were stored.</summary>
    public string AnswersSha256 => answers.Value;

    public static async Task RemoveAsync(Session session, long importId)
    {
        foreach (var target in OfImport)
            await session.ExecuteAsync($"DELETE FROM {target.Table} WHERE import_id = @importId", new { importId });
    }

    public async Task AddAsync(NumberedBatch batch)
    {
        var records = batch.Records;
        await participants.AddAsync([.. batch.Newcomers.Select(person => person.Value.Id.Value)]);
        await BulkInsert.AddAsync(session, Quarantine, records.Problems, (row, problem) => row
            .Add(id).Add(problemsSoFar++).Add(problem.Row).Add(problem.Column).Add(Word.Of(problem.Kind)).Add(problem.Rejects ? 1 : 0));
        await BulkInsert.AddAsync(session, Enrolment, records.People, (row, person) => row
            .Add(id).Add(peopleSoFar++).Add(batch.Id(person.Code)).Add(person.SourceRow).Add(person.Cohort).Add(CanonicalJson.Of(person.Groups)));
        var versions = await declared.VersionsAsync(records.Assessments);
        await BulkInsert.AddAsync(session, Assessment, records.Assessments, (row, taken) => row
            .Add(id).Add(assessmentsSoFar++).Add(batch.Id(taken.Person)).Add(taken.SourceRow)
            .Add(versions[taken.Instrument]).Add(taken.Wave).Add(taken.TakenOn).Add(taken.Scores));
        await BulkInsert.AddAsync(session, AnswerText, records.Answers, (row, answer) => row
            .Add(id).Add(answersSoFar++).Add(batch.Id(answer.Person)).Add(answer.SourceRow)
            .Add(answer.Question).Add(answer.Wave).Add(answer.Number).Add(answer.GivenOn).Add(Redacted(answer.Text)));
    }

    public Task CompleteAsync() => participants.MergeAsync();

    public void Dispose() => answers.Dispose();

    string Redacted(string text)
    {
        var redacted = import.Redact(text);
        answers.Add(redacted);
        return redacted;
    }
}

/// <summary>The declared words that rows refer to: the study and its instruments, each content once.</summary>
sealed class DeclaredRows(Session session, Import import)
{
    static readonly Target Study = new("study", "study_id", "code");
    static readonly Target Version = new("instrument_version", "version_id", "study_id", "code", "low", "high");
    static readonly Target Item = new("item", "version_id", "position", "code", "text", "reversed");

    readonly Dictionary<string, long> versions = new(StringComparer.Ordinal);

    public static Task AddStudyAsync(Session session, string code) =>
        BulkInsert.AddMissingAsync(session, Study, "study_id", [[Import.IdOfStudy(code), code]]);

    /// <returns>The number of each instrument's content, by code; those that were not used before are added.</returns>
    /// <exception cref="ArgumentException">Scores do not fit their instrument.</exception>
    public async Task<IReadOnlyDictionary<string, long>> VersionsAsync(IReadOnlyList<AssessmentRecord> assessments)
    {
        foreach (var code in assessments.Select(taken => taken.Instrument).Distinct().Where(code => !versions.ContainsKey(code)))
            versions.Add(code, await AddAsync(import.Study.Instrument(code)));
        foreach (var taken in assessments)
        {
            var items = import.Study.Instrument(taken.Instrument).Items.Count;
            if (taken.Scores.Length != items)
                throw new ArgumentException($"Row {taken.SourceRow}: {taken.Scores.Length} scores for {items} items of {taken.Instrument}.", nameof(assessments));
        }
        return versions;
    }

    async Task<long> AddAsync(Instrument instrument)
    {
        var study = import.StudyId.ToString(CultureInfo.InvariantCulture);
        var version = Fingerprint.NumberOf("instrument", study, Fingerprint.Of(MappingFingerprint.Content(instrument)));
        await BulkInsert.AddMissingAsync(session, Version, "version_id",
            [[version, import.StudyId, instrument.Code, instrument.Scale.Low, instrument.Scale.High]]);
        await BulkInsert.AddMissingAsync(session, Item, "version_id, position",
            [.. instrument.Items.Select((item, position) => new object?[] { version, position, item.Code, CanonicalJson.Of(item.Text), item.Reversed ? 1 : 0 })]);
        return version;
    }
}
