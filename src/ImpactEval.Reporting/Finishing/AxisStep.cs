namespace ImpactEval.Reporting.Finishing;

/// <summary>Steps of an axis that are easy to read and meet zero and both ends.</summary>
static class AxisStep
{
    const int FewestSteps = 4, MostSteps = 10;

    /// <summary>How far a quotient may be from a whole number and still count as one.</summary>
    const double Tolerance = 1e-6;

    static readonly double[] Leads = [5, 2, 1];

    /// <returns>The largest 1, 2 or 5 times a power of ten that divides both ends into 4 to 10 steps; null leaves the choice to the program.</returns>
    public static double? Between(double? minimum, double? maximum)
    {
        if (minimum is not { } low || maximum is not { } high || high <= low)
            return null;
        var power = Math.Floor(Math.Log10(high - low));
        foreach (var exponent in new[] { power, power - 1 })
        {
            foreach (var lead in Leads)
            {
                var step = exponent < 0 ? lead / Math.Pow(10, -exponent) : lead * Math.Pow(10, exponent);
                if ((high - low) / step is >= FewestSteps - Tolerance and <= MostSteps + Tolerance && Divides(step, low) && Divides(step, high))
                    return step;
            }
        }
        return null;
    }

    static bool Divides(double step, double end) => Math.Abs(end / step - Math.Round(end / step)) < Tolerance;
}
