namespace ImpactEval.Statistics.Returns;

/// <summary>A number that is not known but bounded: least, likeliest and largest value, triangular between them.</summary>
public sealed record ThreePoint
{
    /// <param name="low">Least value.</param>
    /// <param name="likely">Likeliest value, not below the least.</param>
    /// <param name="high">Largest value, not below the likeliest.</param>
    /// <exception cref="ArgumentException">Not finite, or out of order.</exception>
    public ThreePoint(double low, double likely, double high)
    {
        if (!(Sample.IsInRange(low) && Sample.IsInRange(high) && low <= likely && likely <= high))
            throw new ArgumentException($"{low}, {likely}, {high} are not least, likeliest and largest value.", nameof(likely));
        (Low, Likely, High) = (low, likely, high);
    }

    public double Low { get; }
    public double Likely { get; }
    public double High { get; }

    /// <summary>A number known without error.</summary>
    public static ThreePoint Certain(double value) => new(value, value, value);

    /// <summary>The value below which this share lies.</summary>
    /// <param name="share">0–1.</param>
    /// <remarks>Johnson, Kotz and Balakrishnan (1995), Continuous univariate distributions 2, section 26.9.</remarks>
    internal double Quantile(double share)
    {
        var width = High - Low;
        if (width == 0)
            return Low;
        var peak = (Likely - Low) / width;
        return share < peak ? Low + width * Math.Sqrt(share * peak) : High - width * Math.Sqrt((1 - share) * (1 - peak));
    }
}
