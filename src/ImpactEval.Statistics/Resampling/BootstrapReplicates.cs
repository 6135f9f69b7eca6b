using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Resampling;

/// <summary>How replicates equal to the observed value enter the bias correction.</summary>
public enum TiedReplicates
{
    /// <summary>Each half below, half above: what discrete statistics need, and SciPy does.</summary>
    CountHalf,
    /// <summary>Strictly smaller ones only, as R's boot does.</summary>
    CountNone,
}

/// <summary>What a statistic became in the resamples, and the limits that follow from it. No random number is drawn here.</summary>
/// <remarks>Efron (1987), Better bootstrap confidence intervals, JASA 82, 171–185; Davison and Hinkley (1997), Bootstrap methods and their
/// application, chapter 5.</remarks>
public sealed class BootstrapReplicates
{
    /// <summary>More resamples than this share without a value, and the rest no longer stands for all.</summary>
    const double LargestUndefinedShare = 0.05;

    readonly double[] values;
    readonly double[] leftOut;
    readonly TiedReplicates ties;
    readonly Lazy<Moments> moments;

    /// <param name="observed">The statistic of the data.</param>
    /// <param name="replicates">Of the resamples; those that are not finite (or beyond any score) are set aside and counted.</param>
    /// <param name="leftOut">The statistic without each person (or each of equal groups of people) in turn; for the acceleration.</param>
    /// <param name="ties">How replicates equal to the observed value enter the bias correction.</param>
    /// <exception cref="NotEstimableException">The statistic is undefined in more than 5 % of the resamples.</exception>
    public BootstrapReplicates(
        double observed, IReadOnlyList<double> replicates, IReadOnlyList<double> leftOut, TiedReplicates ties = TiedReplicates.CountHalf)
    {
        this.ties = ties;
        Observed = observed;
        values = InRange(replicates);
        Undefined = replicates.Count - values.Length;
        if (values.Length < 2 || Undefined > LargestUndefinedShare * replicates.Count || !Sample.IsInRange(observed))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        moments = new Lazy<Moments>(() => Moments.Of(Sample.TakingOver(values)));
        this.leftOut = InRange(leftOut);
    }

    public double Observed { get; }

    /// <summary>Standard deviation of the replicates.</summary>
    public double StandardError => moments.Value.StandardDeviation!.Value;

    /// <summary>Mean of the replicates − observed.</summary>
    public double Bias => moments.Value.Mean - Observed;

    /// <summary>Resamples in which the statistic had no value, e.g. everybody drawn gained the same.</summary>
    public int Undefined { get; }

    /// <summary>Resamples that count.</summary>
    public int Size => values.Length;

    /// <summary>z of the share of replicates below the observed value; at most what so many replicates can show.</summary>
    public double BiasCorrection
    {
        get
        {
            var (below, equal) = (0, 0);
            foreach (var value in values)
            {
                below += value < Observed ? 1 : 0;
                equal += value == Observed ? 1 : 0;
            }
            var share = (below + (ties == TiedReplicates.CountHalf ? equal / 2.0 : 0)) / Size;
            return StandardNormal.Quantile(Math.Clamp(share, 1 / (Size + 1.0), Size / (Size + 1.0)));
        }
    }

    /// <summary><c>a = Σ(m − θᵢ)³ / (6 (Σ(m − θᵢ)²)^{3/2})</c> over the values with one person left out; 0 when leaving out changes
    /// nothing.</summary>
    public double Acceleration
    {
        get
        {
            if (leftOut.Length == 0)
                return 0;
            var mean = Moments.SumOf(leftOut) / leftOut.Length;
            var (squares, cubes) = (0.0, 0.0);
            foreach (var value in leftOut)
            {
                var difference = mean - value;
                squares += difference * difference;
                cubes += difference * difference * difference;
            }
            return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : 0;
        }
    }

    /// <summary>Quantiles of the replicates.</summary>
    public ConfidenceInterval Percentile(ConfidenceLevel level)
    {
        var tail = (1 - level.Value) / 2;
        return Between(IntervalMethod.Percentile, tail, 1 - tail, level);
    }

    /// <summary>Bias-corrected and accelerated: quantiles at <c>Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z)))</c>.</summary>
    public ConfidenceInterval Bca(ConfidenceLevel level)
    {
        var (z0, a, z) = (BiasCorrection, Acceleration, StandardNormal.TwoSided(level));
        double Adjusted(double at) => StandardNormal.Cdf(z0 + (z0 + at) / Math.Max(0, 1 - a * (z0 + at)));
        return Between(IntervalMethod.Bca, Adjusted(-z), Adjusted(z), level);
    }

    /// <summary>Quantiles mirrored at the observed value: <c>2θ − θ*</c>.</summary>
    public ConfidenceInterval Basic(ConfidenceLevel level)
    {
        var percentile = Percentile(level);
        return Interval(IntervalMethod.BasicBootstrap, 2 * Observed - percentile.Upper!.Value, 2 * Observed - percentile.Lower!.Value, level);
    }

    /// <summary>Observed − bias ± z times the standard error.</summary>
    public ConfidenceInterval Normal(ConfidenceLevel level)
    {
        var margin = StandardNormal.TwoSided(level) * StandardError;
        return Interval(IntervalMethod.NormalBootstrap, Observed - Bias - margin, Observed - Bias + margin, level);
    }

    /// <summary>Type 6 of Hyndman and Fan, the (R + 1)p-th replicate, as the bootstrap literature defines it.</summary>
    ConfidenceInterval Between(IntervalMethod method, double lower, double upper, ConfidenceLevel level)
    {
        var ordering = values.AsSpan().ToArray();
        return Interval(method, At(ordering, lower), At(ordering, upper), level);
    }

    static double At(Span<double> replicates, double probability) => Quantile.OfUnsorted(replicates, probability, QuantileType.Weibull);

    static double[] InRange(IReadOnlyList<double> replicates)
    {
        var kept = new double[replicates.Count];
        var count = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            kept[count] = replicates[i];
            count += Sample.IsInRange(kept[count]) ? 1 : 0;
        }
        return count == kept.Length ? kept : kept[..count];
    }

    static ConfidenceInterval Interval(IntervalMethod method, double lower, double upper, ConfidenceLevel level) => new(method, lower, upper, level.Value);
}
