namespace ImpactEval.Evaluation;

/// <summary>Who took part: the first row is everybody, then every group.</summary>
public sealed record Participation(IReadOnlyList<string> Waves, IReadOnlyList<ParticipationRow> Rows);

/// <param name="Group">Null for everybody.</param>
/// <param name="Measured">People measured at each wave, in the order of <see cref="Participation.Waves"/>.</param>
/// <param name="Paired">People whom at least one instrument measured both before and after.</param>
public sealed record ParticipationRow(GroupKey? Group, Count Enrolled, IReadOnlyList<Count> Measured, Count Paired)
{
    /// <summary>Every count of the row from left to right.</summary>
    internal IReadOnlyList<Count> Columns => [Enrolled, .. Measured, Paired];
}

/// <summary>A number of people. Null when it may not leave.</summary>
public sealed record Count(int? Value)
{
    public bool Suppressed => Value is null;
}
