using MathNet.Numerics.Integration;

namespace ImpactEval.Statistics.Distributions;

/// <summary>Two standard normal variables that correlate.</summary>
/// <remarks>Genz (2004), Numerical computation of rectangular bivariate and trivariate normal and t probabilities, Statistics and Computing 14,
/// 251–260: Drezner and Wesolowsky's formula in the angle of the correlation, by 20 Gauss–Legendre nodes; near ±1 the integrand without
/// its singular part. Absolute error below 1e-14.</remarks>
public static class BivariateNormal
{
    /// <summary>From here on the singular part is taken apart.</summary>
    const double NearOne = 0.925;

    /// <summary>A logarithm below minus this adds nothing.</summary>
    const double Negligible = 100;

    static readonly GaussLegendreRule Rule = new(-1, 1, 20);

    /// <summary>P(X ≤ x, Y ≤ y).</summary>
    /// <param name="x">Any number, also infinite.</param>
    /// <param name="y">Any number, also infinite.</param>
    /// <param name="correlation">−1 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">NaN, or not a correlation.</exception>
    public static double Cdf(double x, double y, double correlation)
    {
        if (!(correlation is >= -1 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "A correlation lies between −1 and 1.");
        DegreesOfFreedom.RequireNumber(x, nameof(x));
        DegreesOfFreedom.RequireNumber(y, nameof(y));
        if (double.IsInfinity(x) || double.IsInfinity(y))
            return StandardNormal.Cdf(Math.Min(x, y)) * (double.IsNegativeInfinity(Math.Min(x, y)) ? 0 : 1);
        var upper = Math.Abs(correlation) < NearOne ? Smooth(-x, -y, correlation) : Steep(-x, -y, correlation);
        return Math.Clamp(upper, 0, 1);
    }

    /// <summary>Height of the density.</summary>
    public static double Density(double x, double y, double correlation)
    {
        if (double.IsInfinity(x) || double.IsInfinity(y))
            return 0;
        var free = (1 - correlation) * (1 + correlation);
        return Math.Exp(-(x * x - 2 * correlation * x * y + y * y) / (2 * free)) / (2 * Math.PI * Math.Sqrt(free));
    }

    /// <summary>P(X &gt; h, Y &gt; k).</summary>
    static double Smooth(double h, double k, double r)
    {
        var (product, half, angle, sum) = (h * k, (h * h + k * k) / 2, Math.Asin(r), 0.0);
        for (var i = 0; i < Rule.Order; i++)
        {
            var sine = Math.Sin(angle * (Rule.GetAbscissa(i) + 1) / 2);
            sum += Rule.GetWeight(i) * Math.Exp((sine * product - half) / (1 - sine * sine));
        }
        return sum * angle / (4 * Math.PI) + StandardNormal.Cdf(-h) * StandardNormal.Cdf(-k);
    }

    static double Steep(double h, double k, double r)
    {
        // At r = −1 the mirrored k makes it the case of +1.
        var mirrored = r < 0 ? -k : k;
        var sum = Math.Abs(r) < 1 ? Rest(h, mirrored, r) : 0;
        return r > 0
            ? sum + StandardNormal.Cdf(-Math.Max(h, mirrored))
            : Math.Max(0, StandardNormal.Cdf(mirrored) - StandardNormal.Cdf(h)) - sum;
    }

    static double Rest(double h, double k, double r)
    {
        var (product, square) = (h * k, (1 - r) * (1 + r));
        var (a, distance) = (Math.Sqrt(square), (h - k) * (h - k));
        var (c, d) = ((4 - product) / 8, (12 - product) / 16);
        var sum = 0.0;
        var exponent = -(distance / square + product) / 2;
        if (exponent > -Negligible)
            sum = a * Math.Exp(exponent) * (1 - c * (distance - square) * (1 - d * distance / 5) / 3 + c * d * square * square / 5);
        if (-product < Negligible)
        {
            var b = Math.Sqrt(distance);
            sum -= Math.Exp(-product / 2) * Math.Sqrt(2 * Math.PI) * StandardNormal.Cdf(-b / a) * b * (1 - c * distance * (1 - d * distance / 5) / 3);
        }
        for (var i = 0; i < Rule.Order; i++)
        {
            var x = Math.Pow(a / 2 * (Rule.GetAbscissa(i) + 1), 2);
            exponent = -(distance / x + product) / 2;
            if (!(exponent > -Negligible))
                continue;
            var root = Math.Sqrt(1 - x);
            sum += a / 2 * Rule.GetWeight(i) * Math.Exp(exponent)
                * (Math.Exp(-product * x / (2 * (1 + root) * (1 + root))) / root - (1 + c * x * (1 + d * x)));
        }
        return -sum / (2 * Math.PI);
    }
}
