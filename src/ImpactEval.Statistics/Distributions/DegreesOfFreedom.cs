namespace ImpactEval.Statistics.Distributions;

/// <summary>Parameters of distributions that must be positive.</summary>
static class DegreesOfFreedom
{
    /// <exception cref="ArgumentOutOfRangeException">Not a positive number.</exception>
    public static void Require(params ReadOnlySpan<double> parameters)
    {
        foreach (var parameter in parameters)
            if (!(parameter > 0))
                throw new ArgumentOutOfRangeException(nameof(parameters), parameter, "Degrees of freedom and shapes are positive.");
    }

    /// <exception cref="ArgumentOutOfRangeException">Outside 10⁻⁶ to 10¹⁰, where the series still converge.</exception>
    public static void RequireUsual(params ReadOnlySpan<double> parameters)
    {
        foreach (var parameter in parameters)
            if (!(parameter >= 1e-6 && parameter <= 1e10))
                throw new ArgumentOutOfRangeException(nameof(parameters), parameter, "Degrees of freedom and shapes lie between 10⁻⁶ and 10¹⁰.");
    }

    /// <exception cref="ArgumentOutOfRangeException">NaN.</exception>
    public static void RequireNumber(double value, string name)
    {
        if (double.IsNaN(value))
            throw new ArgumentOutOfRangeException(name, value, "The statistic is not a number.");
    }
}
