using ImpactEval.Studies;

namespace ImpactEval.Storage.Vaults;

/// <summary>Gives the people of a file their numbers, batch by batch.</summary>
sealed class PeopleNumbers(VaultKey key, string organisation)
{
    readonly HashSet<long> known = [];

    public NumberedBatch Of(FileBatch batch)
    {
        var people = new Dictionary<string, PersonNumber>(StringComparer.Ordinal);
        foreach (var code in Codes(batch))
        {
            if (!people.ContainsKey(code))
                people.Add(code, key.NumberOf(organisation, code));
        }
        var newcomers = people.Where(person => known.Add(person.Value.Id.Value)).OrderBy(person => person.Value.Id.Value);
        return new NumberedBatch(batch, people, [.. newcomers]);
    }

    static IEnumerable<string> Codes(FileBatch batch) =>
        batch.People.Select(person => person.Code)
            .Concat(batch.Assessments.Select(assessment => assessment.Person))
            .Concat(batch.Answers.Select(answer => answer.Person));
}
