namespace ImpactEval.Statistics.Mixed;

/// <summary>Rows of a model for repeated measures: who was measured when.</summary>
public sealed class MarginalDesign
{
    /// <param name="outcome">One per row; a missed wave has no row.</param>
    /// <param name="columns">Fixed part without the intercept, usually group, wave and their product.</param>
    /// <param name="subjects">Person of each row.</param>
    /// <param name="waves">Wave of each row, counted from 0 in order of time; a person has at most one row per wave.</param>
    /// <exception cref="ArgumentException">Sizes differ, a wave is negative, or a person has two rows of one wave.</exception>
    public MarginalDesign(Sample outcome, IReadOnlyList<ModelColumn> columns, IReadOnlyList<string> subjects, IReadOnlyList<int> waves)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(subjects);
        ArgumentNullException.ThrowIfNull(waves);
        foreach (var column in columns)
            MixedModelDesign.RequireRows(column.Name, column.Values.Size, outcome.Size);
        MixedModelDesign.RequireRows(nameof(subjects), subjects.Count, outcome.Size);
        MixedModelDesign.RequireRows(nameof(waves), waves.Count, outcome.Size);
        if (waves.Any(wave => wave < 0))
            throw new ArgumentException("Waves are counted from 0.", nameof(waves));
        var seen = new HashSet<(string, int)>();
        for (var row = 0; row < waves.Count; row++)
            if (!seen.Add((subjects[row], waves[row])))
                throw new ArgumentException($"Row {row} repeats wave {waves[row]} of its subject.", nameof(waves));
        (Outcome, Columns, Subjects, Waves) = (outcome, columns, subjects, waves);
    }

    public Sample Outcome { get; }
    public IReadOnlyList<ModelColumn> Columns { get; }
    public IReadOnlyList<string> Subjects { get; }
    public IReadOnlyList<int> Waves { get; }
}

/// <summary>
/// Mixed model for repeated measures (MMRM): generalised least squares with an unstructured covariance between the waves, from all rows of all
/// people, also those who missed a wave.
/// </summary>
/// <param name="Covariance">Between waves, in order of time; squared units of the outcome.</param>
public sealed record MarginalModel(FixedEffects Effects, IReadOnlyList<IReadOnlyList<double>> Covariance, ModelFit Fit, int Subjects)
{
    /// <summary>The largest number of waves; more need a structure.</summary>
    public const int MostWaves = 8;

    /// <summary>
    /// Minimises the deviance over autoregressions and innovation variances of the waves, <c>Σ⁻¹ = TᵀD⁻¹T</c>; degrees of freedom are
    /// Satterthwaite's.
    /// </summary>
    /// <param name="design">At least two waves, every two of them seen together in at least two people more than there are waves.</param>
    /// <exception cref="NotEstimableException">
    /// Too few rows or people for the covariances; dependent columns; no variation around the fixed part; no convergence.
    /// </exception>
    /// <exception cref="ArgumentException">More than eight waves.</exception>
    /// <remarks>
    /// Mallinckrodt, Lane, Schnell, Peng, Mancuso (2008), Drug Information Journal 42, 303–319; parameters: Pourahmadi (1999), Biometrika 86, 677–690.
    /// </remarks>
    public static MarginalModel Of(MarginalDesign design, LikelihoodMethod method, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (design.Waves.Count > 0 && design.Waves.Max() >= MostWaves)
            throw new ArgumentException($"At most {MostWaves} waves have an unstructured covariance.", nameof(design));
        return new MarginalModelFit(design, method).Result(level);
    }
}
