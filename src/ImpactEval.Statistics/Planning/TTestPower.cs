using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Planning;

/// <summary>How likely a t test finds an effect that is there, and what it takes to find it.</summary>
/// <remarks>
/// Exact by the noncentral t. The two-sided test counts both tails, also the one that points the wrong way (as pwr and G*Power do). Cohen (1988),
/// Statistical power analysis for the behavioral sciences, 2nd ed., chapter 2.
/// </remarks>
public sealed record TTestPower
{
    /// <summary>Largest sample the search for a size goes to.</summary>
    const double MostPeople = 1e9;

    readonly TTestDesign design;
    readonly double alpha;
    readonly Alternative alternative;

    /// <param name="design">Paired, or two groups of equal or given size.</param>
    /// <param name="alpha">Level of the test, strictly between 0 and 1.</param>
    /// <param name="alternative">Greater: only a positive effect counts; Less: only a negative one.</param>
    /// <exception cref="ArgumentOutOfRangeException">Alpha is not strictly between 0 and 1.</exception>
    public TTestPower(TTestDesign design, double alpha, Alternative alternative)
    {
        RequireShare(alpha, nameof(alpha));
        (this.design, this.alpha, this.alternative) = (design, alpha, alternative);
    }

    /// <summary>P(the test rejects) at an effect of d.</summary>
    /// <param name="effect">Standardised effect: d_z of pairs, d of two groups.</param>
    /// <param name="size">People who are measured twice, or people in each group; more than one degree of freedom must be left.</param>
    /// <exception cref="NotEstimableException">Fewer than one degree of freedom.</exception>
    public double At(double effect, double size) => design == TTestDesign.Paired
        ? Power(effect * Math.Sqrt(size), size - 1)
        : Power(effect * Math.Sqrt(size / 2), 2 * size - 2);

    /// <summary>P(the test rejects) with two groups of different size.</summary>
    /// <param name="effect">d, first minus second group.</param>
    /// <param name="first">People in the first group.</param>
    /// <param name="second">People in the second group.</param>
    /// <exception cref="InvalidOperationException">The design is paired.</exception>
    /// <exception cref="NotEstimableException">Fewer than one degree of freedom.</exception>
    public double At(double effect, double first, double second) => design == TTestDesign.Independent
        ? Power(effect * Math.Sqrt(first * second / (first + second)), first + second - 2)
        : throw new InvalidOperationException("Pairs have one size.");

    /// <summary>Smallest size with at least this power; not yet rounded up to whole people.</summary>
    /// <param name="effect">Standardised effect in the direction of the alternative.</param>
    /// <param name="power">Above the level of the test and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Power not between alpha and 1.</exception>
    /// <exception cref="NotEstimableException">No size up to 10⁹ reaches it: the effect is 0, tiny or points the wrong way.</exception>
    public double Size(double effect, double power)
    {
        RequirePower(power);
        var least = design == TTestDesign.Paired ? 2.0 : 1.5;
        if (At(effect, least) >= power)
            return least;
        if (!(At(effect, MostPeople) >= power))
            throw new NotEstimableException(NotEstimableReason.NotConverged);
        return Math.Exp(Bisection(logSize => At(effect, Math.Exp(logSize)) - power, Math.Log(least), Math.Log(MostPeople)));
    }

    /// <summary>Smallest effect that is found with this power: the minimum detectable effect, to be printed beside every null result.</summary>
    /// <param name="size">People who are measured twice, or people in each group.</param>
    /// <param name="power">Above the level of the test and below 1; 0.8 by custom.</param>
    /// <returns>In standard deviations, positive; for the alternative Less, how far below zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Power not between alpha and 1.</exception>
    /// <exception cref="NotEstimableException">Fewer than one degree of freedom.</exception>
    /// <remarks>Bloom (1995), Minimum detectable effects, Evaluation Review 19, 547–556.</remarks>
    public double SmallestDetectable(double size, double power)
    {
        RequirePower(power);
        var sign = alternative == Alternative.Less ? -1 : 1;
        var high = 1.0;
        while (At(sign * high, size) < power)
            high *= 2;
        return Bisection(effect => At(sign * effect, size) - power, 0, high);
    }

    double Power(double noncentrality, double df)
    {
        if (!(df >= 1))
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        if (alternative == Alternative.TwoSided)
        {
            var critical = -StudentT.Quantile(alpha / 2, df);
            return NoncentralT.Upper(critical, df, noncentrality) + NoncentralT.Cdf(-critical, df, noncentrality);
        }
        return NoncentralT.Upper(-StudentT.Quantile(alpha, df), df, alternative == Alternative.Greater ? noncentrality : -noncentrality);
    }

    void RequirePower(double power)
    {
        if (!(power > alpha && power < 1))
            throw new ArgumentOutOfRangeException(nameof(power), power, "Power lies above the level of the test and below 1.");
    }

    internal static void RequireShare(double share, string name)
    {
        if (!(share > 0 && share < 1))
            throw new ArgumentOutOfRangeException(name, share, "Must lie strictly between 0 and 1.");
    }

    /// <summary>Root of an increasing function, to the last digits.</summary>
    static double Bisection(Func<double, double> function, double low, double high)
    {
        while (high - low > 1e-13 * Math.Max(1, Math.Abs(high)))
        {
            var middle = low + (high - low) / 2;
            if (function(middle) < 0)
                low = middle;
            else
                high = middle;
        }
        return low + (high - low) / 2;
    }
}

/// <summary>Who is compared with whom.</summary>
public enum TTestDesign
{
    /// <summary>The same people before and after; effects are d_z.</summary>
    Paired,
    /// <summary>Two groups with equal variances.</summary>
    Independent,
}
