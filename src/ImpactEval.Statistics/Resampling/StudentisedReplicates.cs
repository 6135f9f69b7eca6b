using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Resampling;

/// <summary>A statistic and its standard error.</summary>
public readonly record struct StudentisedValue(double Estimate, double StandardError);

/// <summary>What <c>(θ* − θ)/SE*</c> became in the resamples, and the limits that follow from it. No random number is drawn here.</summary>
/// <remarks>Davison and Hinkley (1997), Bootstrap methods and their application, chapter 5.</remarks>
public sealed class StudentisedReplicates
{
    /// <summary>More resamples than this share without a value, and the rest no longer stands for all.</summary>
    const double LargestUndefinedShare = 0.05;

    readonly double[] sorted;

    /// <param name="observed">Of the data; the error is positive.</param>
    /// <param name="replicates">Of the resamples; those whose ratio is not finite are set aside and counted.</param>
    /// <exception cref="NotEstimableException">No standard error in the data, or none in more than 5 % of the resamples.</exception>
    public StudentisedReplicates(StudentisedValue observed, IReadOnlyList<StudentisedValue> replicates)
    {
        ArgumentNullException.ThrowIfNull(replicates);
        sorted = [.. replicates.Select(one => (one.Estimate - observed.Estimate) / one.StandardError).Where(Sample.IsInRange)];
        Undefined = replicates.Count - sorted.Length;
        if (!Sample.IsInRange(observed.Estimate) || !(observed.StandardError > 0 && Sample.IsInRange(observed.StandardError)))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        if (sorted.Length < 2 || Undefined > LargestUndefinedShare * replicates.Count)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        Observed = observed;
        Array.Sort(sorted);
    }

    public StudentisedValue Observed { get; }

    /// <summary>Resamples without a standard error, e.g. everybody drawn gained the same.</summary>
    public int Undefined { get; }

    /// <summary>Resamples that count.</summary>
    public int Size => sorted.Length;

    /// <summary><c>[θ − t*(1−α/2)·SE, θ − t*(α/2)·SE]</c>: the upper quantile makes the lower limit.</summary>
    public ConfidenceInterval Interval(ConfidenceLevel level)
    {
        var tail = (1 - level.Value) / 2;
        return new ConfidenceInterval(IntervalMethod.StudentisedBootstrap, Limit(1 - tail), Limit(tail), level.Value);
    }

    /// <summary>Type 6 of Hyndman and Fan, the (R + 1)p-th replicate, as the bootstrap literature defines it.</summary>
    double Limit(double probability) =>
        Observed.Estimate - Quantile.OfSorted(sorted, probability, QuantileType.Weibull) * Observed.StandardError;
}
