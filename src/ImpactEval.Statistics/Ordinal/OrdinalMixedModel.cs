using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Mixed;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Ordinal;

/// <summary>
/// Cumulative logit model of ordered answers with an intercept of its own for each person: the ordinal check of a gain in Likert scores, waves as
/// rows, without taking the steps of the scale for equal distances.
/// </summary>
/// <param name="Coefficients">β: log odds of a higher answer of the same person per unit of each predictor.</param>
/// <param name="Thresholds">ζ of the steps from each answer to the next, rising.</param>
/// <param name="InterceptVariance">σ² of the intercepts, in squared log odds.</param>
/// <param name="LogLikelihood">At its maximum.</param>
/// <param name="Clusters">People.</param>
public sealed record OrdinalMixedModel(
    IReadOnlyList<Estimate> Coefficients, IReadOnlyList<double> Thresholds, double InterceptVariance, double LogLikelihood, int Clusters)
{
    /// <summary>An intercept that spreads less than this is none; more log odds than the other no answers can show.</summary>
    const double LeastDeviation = 1e-3, LargestDeviation = 50;

    /// <summary>A standard error of so many log odds per standard deviation means that the odds grow without end.</summary>
    const double LargestError = 100;

    /// <summary><c>logit P(Y ≤ j | u) = ζⱼ − xᵀβ − u</c>, u normal; maximum likelihood by adaptive Gauss–Hermite quadrature with 25 nodes, standard
    /// errors from the observed information.</summary>
    /// <param name="answers">0, 1, … in order, one per row; every one from 0 to the highest occurs.</param>
    /// <param name="predictors">One column per predictor, such as the wave as 0 and 1, in the order of the rows; at least one.</param>
    /// <param name="clusters">Person of each row, any numbers; more rows than people.</param>
    /// <param name="level">Coverage of the two-sided intervals (normal).</param>
    /// <exception cref="ArgumentException">A negative answer, no predictor, or columns of other rows.</exception>
    /// <exception cref="NotEstimableException">As of <see cref="OrdinalLogit"/>; one row per person; intercepts that do not vary or vary without
    /// bound; no convergence.</exception>
    /// <remarks>Hedeker and Gibbons (1994), A random-effects ordinal regression model for multilevel analysis, Biometrics 50, 933–944; quadrature:
    /// Pinheiro and Bates (1995), J. of Computational and Graphical Statistics 4, 12–35.</remarks>
    public static OrdinalMixedModel Of(
        IReadOnlyList<int> answers, IReadOnlyList<Sample> predictors, IReadOnlyList<int> clusters, ConfidenceLevel level)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        if (predictors.Count == 0 || clusters.Count != answers.Count)
            throw new ArgumentException($"{predictors.Count} predictors and {clusters.Count} clusters for {answers.Count} answers.", nameof(clusters));
        // Refuses what cannot be fitted without intercepts either, and tells where to begin.
        var plain = OrdinalLogit.Of(answers, predictors, level);
        var spreads = predictors.Select(column => Moments.Of(column).StandardDeviation!.Value).ToArray();
        var likelihood = Likelihood(answers, predictors, clusters, spreads, plain.Thresholds.Count);
        var parameters = SmoothMinimum.Of(likelihood.Deviance, Start(plain, spreads));
        var sigma = Math.Exp(parameters[^1]);
        if (sigma < LeastDeviation)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        if (sigma > LargestDeviation)
            throw new NotEstimableException(NotEstimableReason.Separation);

        var information = Matrix<double>.Build.DenseOfArray(RichardsonDerivatives.Hessian(likelihood.Deviance, parameters, 0.05)) / 2;
        var errors = Errors(information);
        var z = StandardNormal.TwoSided(level);
        return new OrdinalMixedModel(
            [.. spreads.Select((spread, i) =>
            {
                var (value, error) = (parameters[i] / spread, errors[i] / spread);
                return new Estimate(value, error, null, answers.Count, NamedIntervals.Of(IntervalMethod.Normal, value - z * error, value + z * error, level));
            })],
            likelihood.Thresholds(parameters), sigma * sigma, -likelihood.Deviance(parameters) / 2, clusters.Distinct().Count());
    }

    static OrdinalMixedLikelihood Likelihood(
        IReadOnlyList<int> answers, IReadOnlyList<Sample> predictors, IReadOnlyList<int> clusters, double[] spreads, int highest)
    {
        var groups = Enumerable.Range(0, clusters.Count).GroupBy(row => clusters[row]).Select(group => group.ToArray()).ToArray();
        if (groups.Length < 2 || groups.Length == clusters.Count)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        return new OrdinalMixedLikelihood(
            Array.ConvertAll(groups, rows => new OrdinalCluster(
                Array.ConvertAll(rows, row => answers[row]),
                Array.ConvertAll(rows, row => predictors.Select((column, i) => column.Values[row] / spreads[i]).ToArray()))),
            predictors.Count, highest);
    }

    static double[] Start(OrdinalLogit plain, double[] spreads)
    {
        var thresholds = plain.Thresholds.Select(threshold => threshold.Value).ToArray();
        return
        [
            .. plain.Coefficients.Select((coefficient, i) => coefficient.Value * spreads[i]), thresholds[0],
            .. thresholds.Skip(1).Select((threshold, j) => Math.Log(threshold - thresholds[j])), 0,
        ];
    }

    static double[] Errors(Matrix<double> information)
    {
        var eigen = information.Evd(Symmetricity.Symmetric);
        if (!(eigen.EigenValues.Min(value => value.Real) > 0))
            throw new NotEstimableException(NotEstimableReason.NotConverged);
        var errors = information.Inverse().Diagonal().PointwiseSqrt().ToArray();
        return errors.All(error => error < LargestError) ? errors : throw new NotEstimableException(NotEstimableReason.Separation);
    }
}
