using ImpactEval.Studies;

namespace ImpactEval.Storage.Vaults;

/// <summary>The records of a file as rows of the vault.</summary>
sealed class VaultRows(long importId, IReadOnlyDictionary<string, PersonNumber> people)
{
    /// <summary>Codes that were written in another way, as the reader reported them for rows that were taken.</summary>
    public IEnumerable<object?[]> Aliases(FileRecords file)
    {
        var codes = file.People.Select(person => (person.SourceRow, person.Code))
            .Concat(file.Assessments.Select(assessment => (assessment.SourceRow, Code: assessment.Person)))
            .Concat(file.Answers.Select(answer => (answer.SourceRow, Code: answer.Person)))
            .ToLookup(row => row.SourceRow, row => row.Code);
        return file.Problems
            .Where(problem => problem is { Kind: RowProblemKind.IdVariant, Rejects: false })
            .SelectMany(problem => codes[problem.Row].Take(1).Select(code => (Id(code), problem.Found)))
            .Distinct()
            .Select(alias => new object?[] { alias.Item1, alias.Found });
    }

    public IEnumerable<object?[]> Identities(FileRecords file) => file.People
        .Select((person, number) => new object?[] { importId, number, Id(person.Code), CanonicalJson.Of(person.Identity) });

    public IEnumerable<object?[]> Answers(FileRecords file) => file.Answers
        .Select((answer, number) => new object?[] { importId, number, Id(answer.Person), answer.Text });

    public IEnumerable<object?[]> Quarantined(FileRecords file) => file.Problems
        .Select((problem, number) => new object?[] { importId, number, problem.Found });

    long Id(string code) => people[code].Id.Value;
}
