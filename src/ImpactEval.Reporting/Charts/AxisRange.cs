namespace ImpactEval.Reporting.Charts;

/// <summary>Ends of an axis at round numbers, wide enough that no error bar is cut.</summary>
internal sealed record AxisRange(double Minimum, double Maximum)
{
    /// <summary>About this many steps between the ends keep labels apart.</summary>
    const int Steps = 6;

    static readonly double[] RoundSteps = [1, 2, 5, 10];

    /// <summary>The round ends around <paramref name="numbers"/> and zero.</summary>
    public static AxisRange WithZero(IEnumerable<double> numbers)
    {
        double[] all = [.. numbers, 0];
        var (lowest, highest) = (all.Min(), all.Max());
        if (lowest == highest)
            return new AxisRange(0, 1);
        var step = RoundStep((highest - lowest) / Steps);
        return new AxisRange(Math.Floor(lowest / step) * step, Math.Ceiling(highest / step) * step);
    }

    /// <summary>The least of 1, 2, 5 × 10ᵏ that is no less than <paramref name="least"/>.</summary>
    static double RoundStep(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return RoundSteps.First(step => step * power >= least * (1 - 1e-12)) * power;
    }
}
