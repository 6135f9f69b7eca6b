namespace ImpactEval.Statistics.Distributions;

/// <summary>Both tails of the beta distribution; those of Student's t, F and the binomial follow from it.</summary>
static class IncompleteBeta
{
    const double Tiny = 1e-300;
    const int MaximumTerms = 1_000_000;

    /// <summary><c>xᵃ yᵇ / B(a, b)</c> with y = 1 − x given apart, so that neither end loses digits.</summary>
    /// <remarks>Loader (2000), carried over to real parameters.</remarks>
    public static double Power(double a, double b, double x, double y)
    {
        if (x <= 0 || y <= 0)
            return 0;
        var n = a + b;
        var remainder = StirlingRemainder.Of(n) - StirlingRemainder.Of(a) - StirlingRemainder.Of(b);
        var deviance = StirlingRemainder.Deviance(a, n * x) + StirlingRemainder.Deviance(b, n * y);
        return Math.Sqrt(a / n * b / (2 * Math.PI)) * Math.Exp(remainder - deviance);
    }

    /// <summary><c>I_x(a, b)</c> and <c>I_y(b, a)</c>, the smaller one with full relative accuracy.</summary>
    public static (double Lower, double Upper) Tails(double a, double b, double x, double y)
    {
        if (x <= 0)
            return (0, 1);
        if (y <= 0)
            return (1, 0);
        if (x <= a / (a + b))
        {
            var lower = Power(a, b, x, y) * Fraction(a, b, x, y);
            return (lower, 1 - lower);
        }
        var upper = Power(b, a, y, x) * Fraction(b, a, y, x);
        return (1 - upper, upper);
    }

    /// <summary><c>ln(x / y)</c> where <c>I_x(a, b) = lower</c>, for tails that add up to one.</summary>
    public static double LogOddsAt(double a, double b, double lower, double upper)
    {
        var target = Math.Log(Math.Min(lower, upper));
        return MonotoneRoot.Find(
            logOdds =>
            {
                var (x, y) = Split(logOdds);
                var tails = Tails(a, b, x, y);
                var power = Power(a, b, x, y);
                return lower <= upper
                    ? (Math.Log(tails.Lower) - target, power / tails.Lower)
                    : (target - Math.Log(tails.Upper), power / tails.Upper);
            },
            Math.Log(a / b), 1);
    }

    /// <summary>x and y = 1 − x from ln(x / y).</summary>
    public static (double X, double Y) Split(double logOdds)
    {
        var smaller = Math.Exp(-Math.Abs(logOdds));
        return logOdds < 0 ? (smaller / (1 + smaller), 1 / (1 + smaller)) : (1 / (1 + smaller), smaller / (1 + smaller));
    }

    /// <summary>Continued fraction for λ = a − (a + b)x ≥ 0, by Lentz's method.</summary>
    /// <remarks>Didonato and Morris (1992), Algorithm 708, ACM TOMS 18(3), 360–373, routine BFRAC. Nothing cancels in its terms.</remarks>
    static double Fraction(double a, double b, double x, double y)
    {
        var lambda = x <= 0.5 ? a - (a + b) * x : (a + b) * y - b;
        var fraction = NotZero(a / (a + 1) * (lambda + 1));
        var c = fraction;
        var d = 0.0;
        for (var n = 1; n < MaximumTerms; n++)
        {
            var alpha = (a + n - 1) / (a + 2 * n - 1) * ((a + b + n - 1) / (a + 2 * n - 1)) * (n * (b - n) * x * x);
            var beta = n + n * (b - n) * x / (a + 2 * n - 1) + (a + n) / (a + 2 * n + 1) * (lambda + 1 + n * (1 + y));
            d = 1 / NotZero(beta + alpha * d);
            c = NotZero(beta + alpha / c);
            fraction *= c * d;
            if (Math.Abs(c * d - 1) < 1e-16)
                break;
        }
        return 1 / fraction;
    }

    static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
