using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Ordinal;

/// <summary>How the answers of the same people to one ordered question moved, without taking its steps for equal distances.</summary>
/// <param name="Up">People who moved up.</param>
/// <param name="Same">People who stayed.</param>
/// <param name="Down">People who moved down.</param>
/// <param name="TopBefore">Share with an answer at or above the mark before.</param>
/// <param name="TopAfter">The same after.</param>
/// <param name="SignTest">Exact, without those who stayed; null when all did.</param>
public sealed record OrdinalChange(int Up, int Same, int Down, double TopBefore, double TopAfter, TestResult? SignTest)
{
    public int Size => Up + Same + Down;

    /// <summary>Share that moved up minus share that moved down, −1 to 1.</summary>
    public double NetShift => (Up - Down) / (double)Size;

    /// <summary>Share that moved up plus half of those who stayed. Grissom and Kim (2012), Effect sizes for research, 2nd ed., chapter 5.</summary>
    public double ProbabilityOfSuperiority => (Up + Same / 2.0) / Size;

    /// <param name="pre">Answers before, n ≥ 1.</param>
    /// <param name="post">Answers after, same people in the same order.</param>
    /// <param name="topFrom">Smallest answer that counts as top, such as 4 of 5.</param>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Nobody answered.</exception>
    /// <remarks>Sign test: Conover (1999), Practical nonparametric statistics, 3rd ed., chapter 3.</remarks>
    public static OrdinalChange Of(Sample pre, Sample post, double topFrom)
    {
        if (pre.Size != post.Size)
            throw new ArgumentException($"{post.Size} answers after for {pre.Size} before.", nameof(post));
        if (pre.Size == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var (up, down, before, after) = (0, 0, 0, 0);
        for (var i = 0; i < pre.Size; i++)
        {
            up += post.Values[i] > pre.Values[i] ? 1 : 0;
            down += post.Values[i] < pre.Values[i] ? 1 : 0;
            before += pre.Values[i] >= topFrom ? 1 : 0;
            after += post.Values[i] >= topFrom ? 1 : 0;
        }
        var moved = up + down;
        var p = Math.Min(1, 2 * Binomial.HalfAtMost(Math.Min(up, down), moved));
        var test = moved == 0 ? null : new TestResult(up, null, p, Alternative.TwoSided);
        return new OrdinalChange(up, pre.Size - moved, down, before / (double)pre.Size, after / (double)pre.Size, test);
    }

    /// <summary>Net shift with a normal interval.</summary>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>−1 to 1; its variance is that of a difference of two shares of the same people.</returns>
    /// <remarks>Agresti (2002), Categorical data analysis, 2nd ed., chapter 10.</remarks>
    public Estimate Net(ConfidenceLevel level)
    {
        var n = (double)Size;
        var standardError = Math.Sqrt(((Up + Down) / n - NetShift * NetShift) / n);
        var margin = StandardNormal.TwoSided(level) * standardError;
        return new Estimate(NetShift, standardError, null, Size,
            NamedIntervals.Of(IntervalMethod.Normal, Math.Max(-1, NetShift - margin), Math.Min(1, NetShift + margin), level));
    }
}
