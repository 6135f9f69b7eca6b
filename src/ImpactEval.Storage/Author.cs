namespace ImpactEval.Storage;

/// <summary>In whose name the store is changed, and by which clock: what the audit log says of every change.</summary>
public sealed record Author(string Name, TimeProvider Clock)
{
    /// <summary>The account that runs this process, by the machine's clock.</summary>
    public static Author OfThisProcess { get; } = new(Environment.UserName, TimeProvider.System);

    internal DateTime Now => Clock.GetUtcNow().UtcDateTime;

    internal DateOnly Today => DateOnly.FromDateTime(Now);
}
