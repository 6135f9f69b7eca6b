using System.Runtime.InteropServices;
using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Independent;

/// <summary>All that the effect sizes of two groups of different people are functions of, in score points (variances: squared).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TwoGroups(
    int FirstSize, int SecondSize, double FirstMean, double SecondMean, double FirstVariance, double SecondVariance)
{
    /// <summary>Scores that differ by less than this share of the largest one do so by the rounding of decimals only.</summary>
    const double RoundingShare = 8 * 2.220446049250313e-16;

    public int Size => FirstSize + SecondSize;

    /// <summary>First − second; positive means the first lie above.</summary>
    public double Difference => FirstMean - SecondMean;

    public double PooledDegreesOfFreedom => Size - 2;

    public double PooledVariance => ((FirstSize - 1) * FirstVariance + (SecondSize - 1) * SecondVariance) / PooledDegreesOfFreedom;

    /// <summary>Standard error of the difference when both groups spread alike.</summary>
    public double StudentError => Math.Sqrt(PooledVariance * (1.0 / FirstSize + 1.0 / SecondSize));

    /// <summary>Standard error of the difference without that assumption.</summary>
    public double WelchError => Math.Sqrt(FirstVariance / FirstSize + SecondVariance / SecondSize);

    /// <summary><c>(v₁ + v₂)²/(v₁²/(n₁−1) + v₂²/(n₂−1))</c>, v the squared errors of both means.</summary>
    public double WelchDegreesOfFreedom
    {
        get
        {
            var (one, other) = (FirstVariance / FirstSize, SecondVariance / SecondSize);
            return (one + other) * (one + other) / (one * one / (FirstSize - 1) + other * other / (SecondSize - 1));
        }
    }

    /// <param name="first">Scores of one group, n₁ ≥ 2.</param>
    /// <param name="second">Scores of other people, n₂ ≥ 2.</param>
    /// <exception cref="NotEstimableException">Fewer than two people in a group, or no score varies within its group.</exception>
    public static TwoGroups Of(Sample first, Sample second)
    {
        if (first.Size < 2 || second.Size < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var groups = new TwoGroups(first.Size, second.Size, Moments.Of(first).Mean, Moments.Of(second).Mean, Variance(first), Variance(second));
        return groups.PooledVariance > 0 ? groups : throw new NotEstimableException(NotEstimableReason.NoVariation);
    }

    static double Variance(Sample sample)
    {
        var rounding = RoundingShare * sample.Values.ToArray().Max(Math.Abs);
        var variance = Moments.Of(sample).Variance!.Value;
        return variance > rounding * rounding ? variance : 0;
    }
}
