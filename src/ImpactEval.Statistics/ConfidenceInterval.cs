namespace ImpactEval.Statistics;

/// <summary>How an interval was made; the word a reader finds beside it.</summary>
public enum IntervalMethod
{
    StudentT, NoncentralT, AlginaKeselman, Normal, Bca, Percentile, Wilson, Feldt,
    ClopperPearson, ClusterRobust, FisherZ, BasicBootstrap, NormalBootstrap, Newcombe, ExactConditional, LogWald, ConsistentVariance,
    ExactF, McGrawWong, Delta, Fieller, ImbensManski,
    HeteroscedasticityRobust, NoncentralF, FisherF, StudentisedBootstrap, RankInversion, RandomisationInversion, WildBootstrap,
}

/// <summary>Lower and upper limit; null means unbounded on that side, and so does a limit at infinity.</summary>
/// <exception cref="NotEstimableException">A limit is NaN, or infinite on the wrong side.</exception>
public sealed record ConfidenceInterval(IntervalMethod Method, double? Lower, double? Upper, double Level)
{
    // All are written out, so that properties keep the order of the parameters, which is that of the published findings.
    public IntervalMethod Method { get; init; } = Method;

    public double? Lower { get; init => field = Bound(value, double.NegativeInfinity); } = Bound(Lower, double.NegativeInfinity);

    public double? Upper { get; init => field = Bound(value, double.PositiveInfinity); } = Bound(Upper, double.PositiveInfinity);

    public double Level { get; init; } = Level;

    public bool Unbounded => Lower is null || Upper is null;

    static double? Bound(double? limit, double unbounded) => limit == unbounded ? null : Finite.Require(limit);
}

/// <summary>The intervals of one estimate, one of them primary.</summary>
public sealed record NamedIntervals(ConfidenceInterval Primary, IReadOnlyList<ConfidenceInterval> Others)
{
    public static NamedIntervals Of(IntervalMethod method, double? lower, double? upper, ConfidenceLevel level) =>
        new(new ConfidenceInterval(method, lower, upper, level.Value), []);

    public static NamedIntervals Of(ConfidenceInterval primary) => new(primary, []);

    public NamedIntervals And(ConfidenceInterval interval) => this with { Others = [.. Others, interval] };

    public NamedIntervals And(IntervalMethod method, double? lower, double? upper, ConfidenceLevel level) =>
        And(new ConfidenceInterval(method, lower, upper, level.Value));

    /// <returns>The interval made by <paramref name="method"/>, or null when there is none.</returns>
    public ConfidenceInterval? By(IntervalMethod method) =>
        Primary.Method == method ? Primary : Others.FirstOrDefault(interval => interval.Method == method);
}
