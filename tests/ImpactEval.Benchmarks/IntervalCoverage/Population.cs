using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Benchmarks.IntervalCoverage;

/// <summary>What scores look like: a standard normal number, hidden in the person, and a gain become a score.</summary>
/// <param name="Maximum">Where the scale ends, or is said to end, for statistics that ask.</param>
/// <param name="Score">Rises with the hidden number and with the gain, so that joint normal numbers make a Gaussian copula.</param>
sealed record Population(string Name, double Maximum, Func<double, double, double> Score)
{
    /// <summary>Four steps of the Likert scale on the hidden scale: 7, 16, 30, 31 and 16 % before the training.</summary>
    public static IReadOnlyList<double> Steps { get; } = [-1.5, -0.75, 0.1, 1.0];

    /// <summary>N(gain, 1).</summary>
    public static Population Normal { get; } = new("normal", 4, (hidden, gain) => hidden + gain);

    /// <summary>Exponential with mean 1 + gain: skewness 2, and people who gain spread more.</summary>
    public static Population Skewed { get; } = new("skewed", 12, (hidden, gain) => -(1 + gain) * Math.Log(StandardNormal.Upper(hidden)));

    /// <summary>1 to 5; a gain of one half takes 31 % to the ceiling.</summary>
    public static Population Likert { get; } = new("5-point", 5, (hidden, gain) => 1 + Steps.Count(step => hidden + gain > step));

    public static IReadOnlyList<Population> All { get; } = [Normal, Skewed, Likert];

    /// <summary>Mean score at this gain, over a million evenly spaced quantiles.</summary>
    public double Mean(double gain) => MeanOf(hidden => Score(hidden, gain));

    /// <summary>Mean of a function of the hidden number, over a million evenly spaced quantiles.</summary>
    public static double MeanOf(Func<double, double> function)
    {
        const int Points = 1_000_000;
        var sum = 0.0;
        for (var i = 0; i < Points; i++)
            sum += function(StandardNormal.Quantile((i + 0.5) / Points));
        return sum / Points;
    }
}
