namespace ImpactEval.Statistics.Distributions;

/// <summary>Both tails of the gamma distribution; those of chi-square follow from it.</summary>
static class IncompleteGamma
{
    const double Tiny = 1e-300;
    const int MaximumTerms = 1_000_000;

    /// <summary><c>xᵃ e⁻ˣ / Γ(a)</c>.</summary>
    /// <remarks>Loader (2000).</remarks>
    public static double Power(double a, double x) =>
        x <= 0 ? 0 : Math.Sqrt(a / (2 * Math.PI)) * Math.Exp(-StirlingRemainder.Of(a) - StirlingRemainder.Deviance(a, x));

    /// <summary><c>P(a, x)</c> and <c>Q(a, x)</c>, the smaller one with full relative accuracy.</summary>
    public static (double Lower, double Upper) Tails(double a, double x)
    {
        if (x <= 0)
            return (0, 1);
        if (double.IsPositiveInfinity(x))
            return (1, 0);
        if (x < a + 1)
        {
            var lower = Power(a, x) * Series(a, x);
            return (lower, 1 - lower);
        }
        var upper = Power(a, x) * Fraction(a, x);
        return (1 - upper, upper);
    }

    /// <summary><c>ln x</c> where <c>P(a, x) = lower</c>, for tails that add up to one.</summary>
    public static double LogAt(double a, double lower, double upper)
    {
        var target = Math.Log(Math.Min(lower, upper));
        return MonotoneRoot.Find(
            logX =>
            {
                var x = Math.Exp(logX);
                var tails = Tails(a, x);
                var power = Power(a, x);
                return lower <= upper
                    ? (Math.Log(tails.Lower) - target, power / tails.Lower)
                    : (target - Math.Log(tails.Upper), power / tails.Upper);
            },
            Math.Log(a), 1);
    }

    /// <remarks>NIST Digital Library of Mathematical Functions, 8.11.4.</remarks>
    static double Series(double a, double x)
    {
        var term = 1 / a;
        var sum = term;
        for (var n = 1; n < MaximumTerms && term > sum * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    /// <remarks>NIST Digital Library of Mathematical Functions, 8.9.2, by Lentz's method.</remarks>
    static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var fraction = d;
        for (var n = 1; n < MaximumTerms; n++)
        {
            var numerator = -n * (n - a);
            b += 2;
            d = 1 / NotZero(numerator * d + b);
            c = NotZero(b + numerator / c);
            fraction *= d * c;
            if (Math.Abs(d * c - 1) < 1e-16)
                break;
        }
        return fraction;
    }

    static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
