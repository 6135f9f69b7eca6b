using ImpactEval.Storage.Databases;
using ImpactEval.Studies;

namespace ImpactEval.Storage.Vaults;

/// <summary>The records of a file as rows of the vault, batch after batch, numbered through the file.</summary>
sealed class VaultRows(Session session, long importId, string organisation) : IBatchRows
{
    static readonly Target Person = new("person", "participant_id", "key_check", "organisation", "code");
    static readonly Target Alias = new("person_alias", "participant_id", "code");
    static readonly Target Identity = new("identity", "import_id", "number", "participant_id", "body");
    static readonly Target AnswerOriginal = new("answer_original", "import_id", "number", "participant_id", "body");
    static readonly Target QuarantineRaw = new("quarantine_raw", "import_id", "number", "found");

    /// <summary>Tables whose rows go with their import.</summary>
    public static readonly Target[] OfImport = [Identity, AnswerOriginal, QuarantineRaw];

    // A second person on the same number breaks the key of the number: nothing is stored rather than two people mixed.
    readonly MissingRows<KeyValuePair<string, PersonNumber>> people = new(session, Person, "participant_id, key_check", (row, person) => row
        .Add(person.Value.Id.Value).Add(person.Value.KeyCheck).Add(organisation).Add(person.Key));
    readonly MissingRows<(long Person, string Code)> aliases = new(session, Alias, "participant_id, code", static (row, alias) => row
        .Add(alias.Person).Add(alias.Code));
    int peopleSoFar, answersSoFar, problemsSoFar;

    public static async Task RemoveAsync(Session session, long importId)
    {
        foreach (var target in OfImport)
            await session.ExecuteAsync($"DELETE FROM {target.Table} WHERE import_id = @importId", new { importId });
    }

    public async Task AddAsync(NumberedBatch batch)
    {
        var records = batch.Records;
        await people.AddAsync(batch.Newcomers);
        // What refers to people comes after them.
        if (records.People.Count > 0 || records.Answers.Count > 0)
            await people.MergeAsync();
        await aliases.AddAsync([.. Aliases(batch)]);
        await BulkInsert.AddAsync(session, Identity, records.People, (row, person) => row
            .Add(importId).Add(peopleSoFar++).Add(batch.Id(person.Code)).Add(CanonicalJson.Of(person.Identity)));
        await BulkInsert.AddAsync(session, AnswerOriginal, records.Answers, (row, answer) => row
            .Add(importId).Add(answersSoFar++).Add(batch.Id(answer.Person)).Add(answer.Text));
        await BulkInsert.AddAsync(session, QuarantineRaw, records.Problems, (row, problem) => row
            .Add(importId).Add(problemsSoFar++).Add(problem.Found));
    }

    public async Task CompleteAsync()
    {
        await people.MergeAsync();
        await aliases.MergeAsync();
    }

    /// <summary>Codes that were written in another way, as the reader reported them for rows that were taken.</summary>
    static IEnumerable<(long Person, string Code)> Aliases(NumberedBatch batch)
    {
        var written = batch.Records.Problems.Where(problem => problem is { Kind: RowProblemKind.IdVariant, Rejects: false }).ToList();
        if (written.Count == 0)
            return [];
        var codes = batch.Records.People.Select(person => (person.SourceRow, person.Code))
            .Concat(batch.Records.Assessments.Select(assessment => (assessment.SourceRow, Code: assessment.Person)))
            .Concat(batch.Records.Answers.Select(answer => (answer.SourceRow, Code: answer.Person)))
            .ToLookup(row => row.SourceRow, row => row.Code);
        return written.SelectMany(problem => codes[problem.Row].Take(1).Select(code => (batch.Id(code), problem.Found))).Distinct();
    }
}
