using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>Two waves set against each other: later − earlier in the sense of <paramref name="Kind"/>.</summary>
public sealed record Comparison(ChangeKind Kind, string From, string To)
{
    static readonly (ChangeKind Kind, WaveKind From, WaveKind To)[] Known =
    [
        (ChangeKind.Gain, WaveKind.Pre, WaveKind.Post),
        (ChangeKind.FollowUpGain, WaveKind.Pre, WaveKind.FollowUp),
        (ChangeKind.Retention, WaveKind.Post, WaveKind.FollowUp),
        (ChangeKind.RetrospectiveGain, WaveKind.RetrospectivePre, WaveKind.Post),
        (ChangeKind.ResponseShift, WaveKind.Pre, WaveKind.RetrospectivePre),
    ];

    /// <summary>All comparisons that the waves at hand allow, the main one first.</summary>
    public static IReadOnlyList<Comparison> Among(IReadOnlyList<Wave> waves) =>
    [
        .. from known in Known
           from earlier in waves.Where(wave => wave.Kind == known.From).OrderBy(wave => wave.Order)
           from later in waves.Where(wave => wave.Kind == known.To).OrderBy(wave => wave.Order)
           select new Comparison(known.Kind, earlier.Code, later.Code),
    ];
}
