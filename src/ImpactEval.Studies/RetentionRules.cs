namespace ImpactEval.Studies;

/// <summary>How many months after the last measurement the store lets go: of who people are first, of their answers later. Null: kept.</summary>
public sealed record RetentionRules(int? IdentityMonths, int? AnswerMonths)
{
    /// <summary>The first day on which identities are no longer kept.</summary>
    public DateOnly? IdentitiesDue(DateOnly lastWave) => IdentityMonths is { } months ? lastWave.AddMonths(months).AddDays(1) : null;

    /// <summary>The first day on which answers are no longer kept.</summary>
    public DateOnly? AnswersDue(DateOnly lastWave) => AnswerMonths is { } months ? lastWave.AddMonths(months).AddDays(1) : null;
}
