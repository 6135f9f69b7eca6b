using MathNet.Numerics.Distributions;

namespace ImpactEval.App.Tests.LearningSheet;

/// <summary>The statistics of a paired change by their textbook formulas and plain numerical integration: slow, short, independent of the product.</summary>
static class ByHand
{
    public static double Mean(double[] values) => values.Sum() / values.Length;

    public static double Deviation(double[] values)
    {
        var mean = Mean(values);
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    public static double[] Gains(double[] before, double[] after) => [.. after.Zip(before, (later, earlier) => later - earlier)];

    /// <summary>Half the width of Student's 95 % interval of the mean gain.</summary>
    public static double Margin(double[] gains) => StudentT.InvCDF(0, 1, gains.Length - 1, 0.975) * Deviation(gains) / Math.Sqrt(gains.Length);

    public static double T(double[] gains) => Mean(gains) / (Deviation(gains) / Math.Sqrt(gains.Length));

    public static double PValue(double[] gains) => 2 * StudentT.CDF(0, 1, gains.Length - 1, -Math.Abs(T(gains)));

    /// <summary>Cumming (2012): mean gain over the root of the mean variance.</summary>
    public static double DAv(double[] before, double[] after) => Mean(Gains(before, after)) / Standardiser(before, after);

    /// <summary>Algina and Keselman (2003): limits of the noncentrality of t, times s_d/(√n·s_av).</summary>
    public static (double Lower, double Upper) AlginaKeselman(double[] before, double[] after)
    {
        var gains = Gains(before, after);
        var factor = Deviation(gains) / Math.Sqrt(gains.Length) / Standardiser(before, after);
        var (t, df) = (T(gains), gains.Length - 1);
        return (factor * Noncentrality(t, df, 0.975), factor * Noncentrality(t, df, 0.025));
    }

    /// <summary>Holm (1979).</summary>
    public static double[] Holm(double[] pValues)
    {
        var order = Enumerable.Range(0, pValues.Length).OrderBy(i => pValues[i]).ToArray();
        var adjusted = new double[pValues.Length];
        var running = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            running = Math.Max(running, Math.Min(1, (order.Length - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = running;
        }
        return adjusted;
    }

    static double Standardiser(double[] before, double[] after) => Math.Sqrt((Deviation(before) * Deviation(before) + Deviation(after) * Deviation(after)) / 2);

    /// <summary>The noncentrality at which P(T ≤ t) is <paramref name="probability"/>, by halving.</summary>
    static double Noncentrality(double t, int df, double probability)
    {
        var (low, high) = (t - 40.0, t + 40.0);
        for (var step = 0; step < 80; step++)
        {
            var middle = (low + high) / 2;
            // The probability falls as the noncentrality rises.
            if (NoncentralT(t, df, middle) > probability)
                low = middle;
            else
                high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary><c>P(T ≤ t) = ∫ Φ(t·s − δ) f(s) ds</c> with s = √(χ²/df), by Simpson's rule over ten standard deviations of s.</summary>
    static double NoncentralT(double t, int df, double noncentrality)
    {
        const int Steps = 2000;
        var spread = 1 / Math.Sqrt(2.0 * df);
        var (from, to) = (Math.Max(0, 1 - 10 * spread), 1 + 10 * spread);
        var width = (to - from) / Steps;
        var sum = 0.0;
        for (var step = 0; step <= Steps; step++)
        {
            var s = from + step * width;
            var weight = step is 0 or Steps ? 1 : step % 2 == 1 ? 4 : 2;
            sum += weight * Normal.CDF(0, 1, t * s - noncentrality) * 2 * df * s * ChiSquared.PDF(df, df * s * s);
        }
        return sum * width / 3;
    }
}
