using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>What a row says of a person, as one text: two rows that say the same have the same.</summary>
static class PersonFacts
{
    public static string TextOf(PersonRecord person)
    {
        var facts = person.Groups.Concat(person.Identity)
            .Select(fact => $"{fact.Key}\u0001{fact.Value}");
        return string.Join('\u0000', [person.Code, person.Cohort ?? "", .. facts]);
    }
}
