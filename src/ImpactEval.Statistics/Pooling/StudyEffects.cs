namespace ImpactEval.Statistics.Pooling;

/// <summary>
/// Effects of k studies (cohorts, sites) with their sampling variances, in the order given. Effects carry any unit, the same for all;
/// variances carry its square.
/// </summary>
public sealed class StudyEffects
{
    readonly double[] variances;

    /// <param name="effects">One effect per study.</param>
    /// <param name="variances">Its sampling variance, taken as known; positive.</param>
    /// <exception cref="ArgumentException">The samples differ in size, or a variance is not positive.</exception>
    public StudyEffects(Sample effects, Sample variances)
    {
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentNullException.ThrowIfNull(variances);
        if (effects.Size != variances.Size)
            throw new ArgumentException($"{variances.Size} variances for {effects.Size} effects.", nameof(variances));
        if (variances.Values.ContainsAnyInRange(double.NegativeInfinity, 0))
            throw new ArgumentException("A sampling variance is positive.", nameof(variances));
        Effects = effects;
        Variances = variances;
        this.variances = variances.Values.ToArray();
    }

    /// <summary>Of estimates that each come with a standard error: cohorts, sites, or the differences in differences of cohorts that started at
    /// different times, each against its own comparison group, which one regression over all of them would mix up.</summary>
    /// <param name="estimates">In the same unit, of different people.</param>
    /// <exception cref="ArgumentException">An estimate without a positive standard error.</exception>
    /// <remarks>Goodman-Bacon (2021), Difference-in-differences with variation in treatment timing, J. of Econometrics 225, 254–277.</remarks>
    public static StudyEffects Of(IReadOnlyList<Estimate> estimates)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        return estimates.All(estimate => estimate.StandardError > 0)
            ? new(new Sample(estimates.Select(estimate => estimate.Value)), new Sample(estimates.Select(estimate => estimate.StandardError!.Value * estimate.StandardError.Value)))
            : throw new ArgumentException("Only estimates with a standard error can be pooled.", nameof(estimates));
    }

    public Sample Effects { get; }
    public Sample Variances { get; }

    /// <summary>Number of studies, k.</summary>
    public int Count => Effects.Size;

    /// <summary>The studies at these places, in this order.</summary>
    public StudyEffects At(IEnumerable<int> places)
    {
        int[] chosen = [.. places];
        return new(new Sample(chosen.Select(i => Effects.Values[i])), new Sample(chosen.Select(i => variances[i])));
    }
}
