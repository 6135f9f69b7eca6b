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
