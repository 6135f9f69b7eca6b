namespace ImpactEval.Ingestion.Matching;

/// <summary>A person's facts made ready to be compared with many others.</summary>
sealed record ComparedPerson(NameForm Name, BirthForm Birth, char? Sex, UnitForm Unit)
{
    public static ComparedPerson Of(PersonFacts facts) =>
        new(NameForm.Of(facts.Name), BirthForm.Of(facts.Birth), SexForm.Of(facts.Sex), UnitForm.Of(facts.Unit));

    /// <summary>How far both agree in every fact, as one number (<see cref="AgreementPattern"/>).</summary>
    public int Compare(ComparedPerson other) => AgreementPattern.Of(
        Name.Compare(other.Name), Birth.Compare(other.Birth), SexForm.Compare(Sex, other.Sex), Unit.Compare(other.Unit));
}
