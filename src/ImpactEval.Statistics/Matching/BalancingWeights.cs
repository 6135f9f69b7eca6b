using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Matching;

/// <summary>Whom the impact is meant for.</summary>
public enum Estimand
{
    /// <summary>Those who were treated.</summary>
    Treated,
    /// <summary>Everybody in both groups.</summary>
    Everybody,
}

/// <summary>Weights that make two groups comparable, with what they cost.</summary>
public sealed class BalancingWeights
{
    BalancingWeights(double[] weights, bool[] treated) => (Weights, Treated) = (weights, treated);

    /// <summary>Positive, one per person.</summary>
    public IReadOnlyList<double> Weights { get; }

    public IReadOnlyList<bool> Treated { get; }

    /// <summary>How many evenly weighted comparison people would tell as much: <c>(Σw)²/Σw²</c>.</summary>
    /// <remarks>Kish (1965), Survey sampling.</remarks>
    public double EffectiveComparison => Effective(false);

    /// <inheritdoc cref="EffectiveComparison"/>
    public double EffectiveTreated => Effective(true);

    public double Largest => Weights.Max();

    /// <summary>1 for the treated and p/(1−p) for the others; for everybody's impact 1/p and 1/(1−p).</summary>
    /// <param name="scores">Propensity p of each person, strictly between 0 and 1.</param>
    /// <param name="treated">Same order.</param>
    /// <param name="estimand">Whom the impact is meant for.</param>
    /// <exception cref="ArgumentException">Lists of different length, or a score that is no chance between 0 and 1.</exception>
    /// <exception cref="NotEstimableException">A group is empty.</exception>
    /// <remarks>Hirano, Imbens and Ridder (2003), Econometrica 71, 1161–1189; Austin and Stuart (2015), Statistics in Medicine 34,
    /// 3661–3679.</remarks>
    public static BalancingWeights InverseProbability(Sample scores, IReadOnlyList<bool> treated, Estimand estimand)
    {
        Require(scores.Size, treated);
        var weights = scores.Values.ToArray();
        for (var i = 0; i < weights.Length; i++)
        {
            var p = weights[i];
            if (!(p > 0 && p < 1))
                throw new ArgumentException($"The propensity of person {i} is {p}.", nameof(scores));
            weights[i] = (estimand, treated[i]) switch
            {
                (Estimand.Treated, true) => 1,
                (Estimand.Treated, false) => p / (1 - p),
                (_, true) => 1 / p,
                _ => 1 / (1 - p),
            };
        }
        return new BalancingWeights(weights, [.. treated]);
    }

    /// <summary>The most even weights of comparison people that give their covariates the means of the treated; those of a group sum to
    /// one.</summary>
    /// <param name="covariates">Numbers known before; 0/1 for a level of a factor.</param>
    /// <param name="treated">Same order.</param>
    /// <exception cref="ArgumentException">Lists of different length.</exception>
    /// <exception cref="NotEstimableException">A group is empty; a covariate follows from others among the comparison people; or no weights give
    /// these means, because the treated lie outside them.</exception>
    /// <remarks>Hainmueller (2012), Entropy balancing for causal effects, Political Analysis 20, 25–46, first moments.</remarks>
    public static BalancingWeights Entropy(IReadOnlyList<Sample> covariates, IReadOnlyList<bool> treated)
    {
        foreach (var covariate in covariates)
            Require(covariate.Size, treated);
        int[] comparison = [.. Enumerable.Range(0, treated.Count).Where(row => !treated[row])];
        var share = 1.0 / (treated.Count - comparison.Length);
        var found = EntropyBalance.Of([.. covariates.Select(covariate => EntropyBalance.Standardised(covariate, treated))]);
        double[] weights = [.. treated.Select(one => one ? share : 0)];
        for (var i = 0; i < comparison.Length; i++)
            weights[comparison[i]] = found[i];
        return new BalancingWeights(weights, [.. treated]);
    }

    /// <summary>Difference of the weighted means, with HC2 errors of the weighted regression on treatment.</summary>
    /// <param name="outcome">One per person, same order.</param>
    /// <param name="level">Coverage of the two-sided interval; the weights count as given.</param>
    /// <returns>In units of the outcome; positive means the treated lie above.</returns>
    /// <exception cref="ArgumentException">Another number of people.</exception>
    public Estimate Impact(Sample outcome, ConfidenceLevel level)
    {
        const string Label = "treated";
        var arm = new DesignTerm(Predictor.Numeric(Label, new Sample(Treated.Select(one => one ? 1.0 : 0))));
        var model = LinearModel.Fit(new Design(Treated.Count, arm), outcome, new Sample(Weights));
        return HeteroscedasticCovariance.Of(model, HeteroscedasticKind.HC2).Of(Label, level);
    }

    /// <summary>The same weights, when they leave enough people.</summary>
    /// <param name="leastShare">Of each group, 0–1; 0.2 is our rule.</param>
    /// <exception cref="NotEstimableException">In a group fewer people count than this share of it: the result would hang on a few.</exception>
    public BalancingWeights RequireEffective(double leastShare = 0.2)
    {
        var size = Treated.Count(one => one);
        if (EffectiveTreated < leastShare * size || EffectiveComparison < leastShare * (Treated.Count - size))
            throw new NotEstimableException(NotEstimableReason.NoOverlap);
        return this;
    }

    double Effective(bool group)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < Weights.Count; i++)
            if (Treated[i] == group)
                (sum, squares) = (sum + Weights[i], squares + Weights[i] * Weights[i]);
        return sum * sum / squares;
    }

    static void Require(int size, IReadOnlyList<bool> treated)
    {
        if (treated.Count != size)
            throw new ArgumentException($"{treated.Count} groups for {size} people.", nameof(treated));
        if (treated.All(one => one) || !treated.Any(one => one))
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
    }
}
