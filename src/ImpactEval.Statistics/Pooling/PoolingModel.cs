namespace ImpactEval.Statistics.Pooling;

/// <summary>How the variance τ² of the true effects between studies is estimated.</summary>
public enum HeterogeneityMethod
{
    /// <summary>One true effect for all studies: τ² = 0 by assumption.</summary>
    EqualEffects,
    /// <summary>DerSimonian &amp; Laird (1986).</summary>
    DerSimonianLaird,
    /// <summary>Hedges &amp; Olkin (1985): unweighted moments.</summary>
    HedgesOlkin,
    /// <summary>Paule &amp; Mandel (1982): generalised Q equal to its expectation.</summary>
    PauleMandel,
    /// <summary>Restricted maximum likelihood.</summary>
    Restricted,
    /// <summary>Maximum likelihood; biased downwards.</summary>
    MaximumLikelihood,
    /// <summary>Sidik &amp; Jonkman (2005), two steps; always positive when effects differ.</summary>
    SidikJonkman,
    /// <summary>Empirical Bayes of Morris (1983); the same root as Paule &amp; Mandel.</summary>
    EmpiricalBayes,
    /// <summary>Hunter &amp; Schmidt (2004).</summary>
    HunterSchmidt,
}

/// <summary>How pooled coefficients are tested and bounded.</summary>
public enum PooledTest
{
    /// <summary>Wald test with normal quantiles: too short when studies are few.</summary>
    Normal,
    /// <summary>Hartung &amp; Knapp (2001): variance scaled by q = residual mean square, t with k − p degrees of freedom.</summary>
    HartungKnapp,
    /// <summary>The same with max(1, q), so that the interval is never shorter than chance allows (Röver, Knapp, Friede 2015).</summary>
    HartungKnappGuarded,
}

/// <summary>Estimator, test and coverage of a pooling.</summary>
public sealed record PoolingModel(HeterogeneityMethod Heterogeneity, PooledTest Test, ConfidenceLevel Level)
{
    /// <summary>REML (Viechtbauer 2005) with guarded Hartung–Knapp intervals of 95 %.</summary>
    public static PoolingModel Default { get; } = new(HeterogeneityMethod.Restricted, PooledTest.HartungKnappGuarded, ConfidenceLevel.Percent95);
}
