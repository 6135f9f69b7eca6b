namespace ImpactEval.Studies;

/// <summary>The range of a score, both ends possible.</summary>
public sealed record ScoreScale
{
    /// <exception cref="ArgumentException">The ends are not finite or low is not below high.</exception>
    public ScoreScale(double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || low >= high)
            throw new ArgumentException($"A scale needs a finite low below its high, not {low} to {high}.", nameof(low));
        Low = low;
        High = high;
    }

    public double Low { get; }
    public double High { get; }

    public bool Contains(double score) => score >= Low && score <= High;

    /// <summary>The score seen from the other end, for items worded the other way round.</summary>
    public double Reverse(double score) => Low + High - score;
}
