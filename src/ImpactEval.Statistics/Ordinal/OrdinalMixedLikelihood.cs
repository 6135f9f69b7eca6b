using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Ordinal;

/// <summary>The answers of one person (or office) and what explains them.</summary>
sealed record OrdinalCluster(int[] Answers, double[][] Rows);

/// <summary>
/// Likelihood of the cumulative logit model with a normal intercept of each cluster, the integral by adaptive Gauss–Hermite quadrature.
/// Parameters: β, first threshold, logarithms of the steps to the next ones, ln σ.
/// </summary>
sealed class OrdinalMixedLikelihood(OrdinalCluster[] clusters, int predictors, int highest)
{
    const int MostSteps = 60;

    public int Predictors => predictors;

    public int Highest => highest;

    /// <summary>−2 log-likelihood.</summary>
    public double Deviance(double[] parameters)
    {
        var (thresholds, sigma) = (Thresholds(parameters), Math.Exp(parameters[^1]));
        var parts = new double[clusters.Length];
        Parallel.For(0, clusters.Length, i => parts[i] = LogMarginal(clusters[i], parameters, thresholds, sigma));
        var sum = 0.0;
        foreach (var part in parts)
            sum += part;
        return double.IsNaN(sum) ? double.PositiveInfinity : -2 * sum;
    }

    public double[] Thresholds(double[] parameters)
    {
        var thresholds = new double[highest];
        for (var j = 0; j < highest; j++)
            thresholds[j] = j == 0 ? parameters[predictors] : thresholds[j - 1] + Math.Exp(parameters[predictors + j]);
        return thresholds;
    }

    /// <summary><c>ln ∫ Π P(y | u) φ(u) du</c> over the standardised intercept u, with nodes placed around its mode.</summary>
    static double LogMarginal(OrdinalCluster cluster, double[] parameters, double[] thresholds, double sigma)
    {
        var predicted = Array.ConvertAll(cluster.Rows, row => row.Select((value, i) => value * parameters[i]).Sum());
        (double Value, double Slope, double Curvature) At(double u)
        {
            var (value, slope, curvature) = (-u * u / 2, -u, -1.0);
            for (var i = 0; i < predicted.Length; i++)
            {
                var one = OrdinalAnswer.At(cluster.Answers[i], thresholds, predicted[i] + sigma * u);
                (value, slope, curvature) = (value + one.Log, slope + sigma * one.Slope, curvature + sigma * sigma * one.Curvature);
            }
            return (value, slope, curvature);
        }
        var (mode, spread) = Mode(At);
        var (largest, terms) = (double.NegativeInfinity, new double[HermiteRule.Nodes.Length]);
        for (var i = 0; i < terms.Length; i++)
        {
            var node = HermiteRule.Nodes[i];
            terms[i] = At(mode + Math.Sqrt(2) * spread * node).Value + node * node + HermiteRule.LogWeights[i];
            largest = Math.Max(largest, terms[i]);
        }
        // √2·spread of the substitution over √(2π) of the density.
        return largest + Math.Log(terms.Sum(term => Math.Exp(term - largest)) * spread / Math.Sqrt(Math.PI));
    }

    /// <summary>Newton's method; the integrand is log-concave.</summary>
    static (double Mode, double Spread) Mode(Func<double, (double Value, double Slope, double Curvature)> at)
    {
        var (u, here) = (0.0, at(0));
        for (var step = 0; step < MostSteps; step++)
        {
            var move = -here.Slope / here.Curvature;
            var next = at(u + move);
            for (var halving = 0; halving < MostSteps && !(next.Value >= here.Value - 1e-12 * Math.Abs(here.Value)); halving++)
            {
                move /= 2;
                next = at(u + move);
            }
            (u, here) = (u + move, next);
            if (Math.Abs(move) < 1e-10)
                break;
        }
        return (u, 1 / Math.Sqrt(-here.Curvature));
    }
}

/// <summary>ln P of one answer under the cumulative logit model and its derivatives in the linear predictor η.</summary>
readonly record struct OrdinalAnswer(double Log, double Slope, double Curvature)
{
    public static OrdinalAnswer At(int answer, double[] thresholds, double predicted)
    {
        double? upper = answer < thresholds.Length ? thresholds[answer] - predicted : null, lower = answer > 0 ? thresholds[answer - 1] - predicted : null;
        // P = F(u)·(1 − F(l))·(1 − e^(l − u)); only the first two factors move with η.
        var gap = upper is { } u && lower is { } l ? Math.Log(-Accurate.ExponentialMinusOne(l - u)) : 0;
        var (logUpper, beyondUpper) = upper is { } top ? (-Accurate.LogOnePlus(Math.Exp(-top)), Logistic(-top)) : (0.0, 0.0);
        var (logLower, beyondLower) = lower is { } bottom ? (-Accurate.LogOnePlus(Math.Exp(bottom)), Logistic(bottom)) : (0.0, 0.0);
        return new OrdinalAnswer(Safe(logUpper, upper) + Safe(logLower, -lower) + gap, beyondLower - beyondUpper,
            -beyondUpper * (1 - beyondUpper) - beyondLower * (1 - beyondLower));
    }

    /// <summary>ln F(x) is x itself where e^(−x) is infinite.</summary>
    static double Safe(double log, double? x) => double.IsFinite(log) ? log : x ?? 0;

    static double Logistic(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));
}
