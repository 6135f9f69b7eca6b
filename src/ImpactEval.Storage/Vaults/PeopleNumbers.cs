using ImpactEval.Studies;

namespace ImpactEval.Storage.Vaults;

/// <summary>Gives the people of a file their numbers, batch by batch.</summary>
sealed class PeopleNumbers(VaultKey key, string organisation)
{
    /// <summary>People remembered so that they are not sent again; of a larger file some are, and the database leaves them as they are.</summary>
    const int MostRemembered = 1_000_000;

    readonly HashSet<long> known = [];

    public NumberedBatch Of(FileBatch batch)
    {
        var people = new Dictionary<string, PersonNumber>(StringComparer.Ordinal);
        foreach (var code in Codes(batch))
        {
            if (!people.ContainsKey(code))
                people.Add(code, key.NumberOf(organisation, code));
        }
        var newcomers = people.Where(person => IsNew(person.Value.Id.Value)).OrderBy(person => person.Value.Id.Value);
        return new NumberedBatch(batch, people, [.. newcomers]);
    }

    bool IsNew(long person) => known.Count < MostRemembered ? known.Add(person) : !known.Contains(person);

    static IEnumerable<string> Codes(FileBatch batch) =>
        batch.People.Select(person => person.Code)
            .Concat(batch.Assessments.Select(assessment => assessment.Person))
            .Concat(batch.Answers.Select(answer => answer.Person));
}
