namespace ImpactEval.Statistics.Distributions;

/// <summary>Student's t; the degrees of freedom may be any positive number, also infinite (the normal distribution).</summary>
/// <remarks>Tails through the incomplete beta function: Abramowitz and Stegun (1964), 26.7.1.</remarks>
public static class StudentT
{
    /// <summary>So many degrees of freedom leave the normal distribution to fourteen digits, in every tail that a double can hold.</summary>
    const double NoLongerFinite = 1e20;

    /// <summary>P(|T| &gt; t) is about t^−ν where ν is next to nothing; beyond this exponent t is no double, and a continued fraction would take
    /// minutes to say so.</summary>
    const double LargestExponent = 750;

    /// <summary>P(T ≤ t), with full relative accuracy in the lower tail.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Degrees of freedom not positive, or t no number.</exception>
    public static double Cdf(double t, double degreesOfFreedom)
    {
        DegreesOfFreedom.Require(degreesOfFreedom);
        DegreesOfFreedom.RequireNumber(t, nameof(t));
        if (degreesOfFreedom > NoLongerFinite)
            return StandardNormal.Cdf(t);
        var beyond = Beyond(t, degreesOfFreedom);
        return t < 0 ? beyond / 2 : 1 - beyond / 2;
    }

    /// <summary>P(T &gt; t), with full relative accuracy in the upper tail.</summary>
    public static double Upper(double t, double degreesOfFreedom) => Cdf(-t, degreesOfFreedom);

    /// <summary>t with P(T ≤ t) = <paramref name="p"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a probability, or degrees of freedom not positive, or so few that t is larger than any
    /// double.</exception>
    public static double Quantile(double p, double degreesOfFreedom)
    {
        Probability.Require(p, nameof(p));
        DegreesOfFreedom.Require(degreesOfFreedom);
        if (degreesOfFreedom > NoLongerFinite || p is 0 or 0.5 or 1)
            return StandardNormal.Quantile(p);
        var beyond = 2 * Math.Min(p, 1 - p);
        if (-Math.Log(beyond) > LargestExponent * degreesOfFreedom)
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "So few degrees of freedom that t is larger than any number.");
        var logOdds = IncompleteBeta.LogOddsAt(0.5, degreesOfFreedom / 2, 1 - beyond, beyond);
        return Math.Sign(p - 0.5) * Math.Sqrt(degreesOfFreedom * Math.Exp(logOdds));
    }

    /// <summary>t of a two-sided interval: P(|T| ≤ t) = level.</summary>
    public static double TwoSided(ConfidenceLevel level, double degreesOfFreedom) => -Quantile((1 - level.Value) / 2, degreesOfFreedom);

    /// <summary>The p value of an observed t.</summary>
    public static double PValue(double t, double degreesOfFreedom, Alternative alternative) => alternative switch
    {
        Alternative.Greater => Upper(t, degreesOfFreedom),
        Alternative.Less => Cdf(t, degreesOfFreedom),
        _ => 2 * Cdf(-Math.Abs(t), degreesOfFreedom),
    };

    /// <summary>P(|T| &gt; |t|).</summary>
    static double Beyond(double t, double degreesOfFreedom)
    {
        if (double.IsInfinity(t))
            return 0;
        var sum = degreesOfFreedom + t * t;
        return IncompleteBeta.Tails(0.5, degreesOfFreedom / 2, t * t / sum, degreesOfFreedom / sum).Upper;
    }
}
