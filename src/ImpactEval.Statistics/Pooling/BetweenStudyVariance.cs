namespace ImpactEval.Statistics.Pooling;

/// <summary>τ² by moments or likelihood, cut at zero, with its large-sample standard error.</summary>
/// <remarks>
/// Viechtbauer (2005), Bias and efficiency of meta-analytic variance estimators in the random-effects model, J. Educ. Behav. Stat. 30,
/// 261–293; Viechtbauer, López-López, Sánchez-Meca, Marín-Martínez (2015), Psychological Methods 20, 360–374, for designs with moderators.
/// </remarks>
sealed record BetweenStudyVariance(double Value, double? StandardError)
{
    /// <summary>Leaves <paramref name="fit"/> at some other weights than it had.</summary>
    /// <exception cref="NotEstimableException">No degree of freedom is left, the design is singular, or the likelihood has no top.</exception>
    public static BetweenStudyVariance Of(StudyEffects studies, WeightedFit fit, HeterogeneityMethod method)
    {
        var variances = studies.Variances.Values;
        switch (method)
        {
            case HeterogeneityMethod.EqualEffects:
                return new(0, null);
            case HeterogeneityMethod.HedgesOlkin:
                return OfUnitWeights(fit, variances);
            case HeterogeneityMethod.SidikJonkman:
                return OfSidikJonkman(studies, fit);
            case HeterogeneityMethod.DerSimonianLaird:
                fit.SetWeights(Inverse(variances, 0));
                var trace = TraceOfProjection(fit);
                return Moments(fit, variances, (fit.ResidualSum - FreedomOf(fit)) / trace, 1 / trace);
            case HeterogeneityMethod.HunterSchmidt:
                fit.SetWeights(Inverse(variances, 0));
                var total = Sum(fit.Weights);
                return Moments(fit, variances, (fit.ResidualSum - fit.Count) / total, 1 / total);
            case HeterogeneityMethod.PauleMandel or HeterogeneityMethod.EmpiricalBayes:
                var root = GeneralisedQ.Root(fit, variances, FreedomOf(fit));
                fit.SetWeights(Inverse(variances, root));
                return new(root, Math.Sqrt(2.0 * fit.Count * fit.Count / FreedomOf(fit)) / Sum(fit.Weights));
            case HeterogeneityMethod.Restricted or HeterogeneityMethod.MaximumLikelihood:
                return new HeterogeneityLikelihood(fit, variances, restricted: method == HeterogeneityMethod.Restricted).Maximum();
            default:
                throw new ArgumentOutOfRangeException(nameof(method), method, "Not a heterogeneity estimator.");
        }
    }

    /// <summary><c>1/(vᵢ + τ²)</c>.</summary>
    public static double[] Inverse(ReadOnlySpan<double> variances, double between)
    {
        var weights = new double[variances.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = 1 / (variances[i] + between);
        return weights;
    }

    public static int FreedomOf(WeightedFit fit) => fit.Count - fit.Parameters;

    /// <summary>tr P.</summary>
    public static double TraceOfProjection(WeightedFit fit)
    {
        var ones = new double[fit.Count];
        Array.Fill(ones, 1);
        return fit.Trace(ones);
    }

    static BetweenStudyVariance OfUnitWeights(WeightedFit fit, ReadOnlySpan<double> variances)
    {
        var ones = new double[fit.Count];
        Array.Fill(ones, 1);
        fit.SetWeights(ones);
        return Moments(fit, variances, (fit.ResidualSum - fit.Trace(variances)) / FreedomOf(fit), 1.0 / FreedomOf(fit));
    }

    static BetweenStudyVariance OfSidikJonkman(StudyEffects studies, WeightedFit fit)
    {
        var effects = studies.Effects.Values;
        var mean = Sum(effects) / effects.Length;
        var crude = 0.0;
        foreach (var effect in effects)
            crude += (effect - mean) * (effect - mean) / effects.Length;
        if (crude == 0)
            return new(0, null);
        var variances = studies.Variances.Values;
        fit.SetWeights(Inverse(variances, crude));
        return Moments(fit, variances, crude * fit.ResidualSum / FreedomOf(fit), crude / FreedomOf(fit));
    }

    /// <summary>Standard error of <c>c·yᵀPy</c> under normality: <c>c √(2 tr(PΣPΣ))</c> with <c>Σ = diag(vᵢ + τ²)</c>.</summary>
    static BetweenStudyVariance Moments(WeightedFit fit, ReadOnlySpan<double> variances, double value, double scale)
    {
        var between = Math.Max(0, value);
        var marginal = variances.ToArray();
        for (var i = 0; i < marginal.Length; i++)
            marginal[i] += between;
        return new(between, scale * Math.Sqrt(2 * fit.TraceOfSquare(marginal)));
    }

    static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}
