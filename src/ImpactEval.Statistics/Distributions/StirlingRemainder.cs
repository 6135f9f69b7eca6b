using MathNet.Numerics;

namespace ImpactEval.Statistics.Distributions;

/// <summary>The two small quantities that keep powers over gamma functions exact however large the parameters are.</summary>
/// <remarks>Loader (2000), Fast and accurate computation of binomial probabilities.</remarks>
static class StirlingRemainder
{
    /// <summary>From here on seven terms of the series leave less than 3e-17.</summary>
    const double SeriesFrom = 10;

    static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary><c>δ(z) = ln Γ(z) − (z − ½) ln z + z − ½ ln 2π</c> for z &gt; 0.</summary>
    public static double Of(double z)
    {
        if (z < SeriesFrom)
            return SpecialFunctions.GammaLn(z) - (z - 0.5) * Math.Log(z) + z - HalfLogTwoPi;

        // Abramowitz and Stegun (1964), 6.1.41.
        var w = 1 / (z * z);
        return (1.0 / 12 - w * (1.0 / 360 - w * (1.0 / 1260 - w * (1.0 / 1680 - w * (1.0 / 1188 - w * (691.0 / 360360 - w / 156)))))) / z;
    }

    /// <summary><c>x ln(x/m) + m − x</c> without loss of digits when x is near m; both positive.</summary>
    public static double Deviance(double x, double m)
    {
        var difference = x - m;
        if (Math.Abs(difference) >= 0.1 * (x + m))
            return x * Math.Log(x / m) + m - x;

        var v = difference / (x + m);
        var sum = difference * v;
        var power = 2 * x * v;
        for (var j = 3; ; j += 2)
        {
            power *= v * v;
            var next = sum + power / j;
            // NaN equals nothing, not even itself.
            if (next == sum || double.IsNaN(next))
                return next;
            sum = next;
        }
    }
}
