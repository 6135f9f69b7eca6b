using ImpactEval.Statistics.Ordinal;
using ImpactEval.Statistics.Resampling;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Reliability;

/// <summary>
/// Reliability of the sum of the normal traits behind ordered answers. It is that of the latent responses, not of the sum score anybody computes,
/// and usually higher: show it beside alpha or omega, never instead.
/// </summary>
/// <remarks>Chalmers (2018), On misconceptions and the limited usefulness of ordinal alpha, Educational and Psychological Measurement 78,
/// 1056–1071.</remarks>
public static class OrdinalReliability
{
    /// <summary><c>α = k·r̄/(1 + (k−1)·r̄)</c>, r̄ the mean polychoric correlation of two items; percentile interval over people.</summary>
    /// <param name="scores">n ≥ 3 people, k ≥ 2 items with ordered answers, reversed items already turned.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <param name="resamples">At least 2; 999 for limits that are printed.</param>
    /// <param name="seed">Same seed, same limits.</param>
    /// <returns>At most 1, no unit.</returns>
    /// <exception cref="NotEstimableException">Too few people or items, or a polychoric correlation that does not exist, also in more than 5 % of the
    /// resamples.</exception>
    /// <remarks>Zumbo, Gadermann and Zeisser (2007), Ordinal versions of coefficients alpha and theta for Likert rating scales, J. of Modern Applied
    /// Statistical Methods 6, 21–29.</remarks>
    public static Estimate Alpha(ScoreMatrix scores, ConfidenceLevel level, int resamples, ulong seed) =>
        WithBootstrap(scores, AlphaOf, level, resamples, seed);

    /// <summary><c>ω = (Σλ)²/((Σλ)² + Σψ)</c> of one factor behind the polychoric correlations; percentile interval over people.</summary>
    /// <param name="scores">n ≥ 3 people, k ≥ 3 items with ordered answers, reversed items already turned.</param>
    /// <exception cref="NotEstimableException">As for alpha, or the factor model cannot be fitted.</exception>
    /// <remarks>Gadermann, Guhn and Zumbo (2012), Estimating ordinal reliability for Likert-type and ordinal item response data, Practical
    /// Assessment, Research, and Evaluation 17, 3. Loadings by maximum likelihood.</remarks>
    /// <inheritdoc cref="Alpha"/>
    public static Estimate Omega(ScoreMatrix scores, ConfidenceLevel level, int resamples, ulong seed) =>
        scores.Items < 3 ? throw new NotEstimableException(NotEstimableReason.TooFewItems) : WithBootstrap(scores, OmegaOf, level, resamples, seed);

    static Estimate WithBootstrap(ScoreMatrix scores, Func<Matrix<double>, int, double> statistic, ConfidenceLevel level, int resamples, ulong seed)
    {
        CronbachAlpha.Require(scores);
        // Refuses with its reason where a resample would only lack a value.
        var value = statistic(Correlations(scores, level), scores.Persons);
        var replicates = Bootstrap.Of(scores.Persons, people => OrNaN(scores.OfPeople(people), statistic), resamples, seed);
        return new Estimate(value, replicates.StandardError, null, scores.Persons, NamedIntervals.Of(replicates.Percentile(level)));
    }

    static double OrNaN(ScoreMatrix resample, Func<Matrix<double>, int, double> statistic)
    {
        try
        {
            return statistic(Correlations(resample, ConfidenceLevel.Percent95), resample.Persons);
        }
        catch (NotEstimableException)
        {
            return double.NaN;
        }
    }

    static Matrix<double> Correlations(ScoreMatrix scores, ConfidenceLevel level)
    {
        var items = Enumerable.Range(0, scores.Items).Select(item => new Sample(scores.Item(item).ToArray())).ToArray();
        var correlations = Matrix<double>.Build.DenseIdentity(items.Length);
        for (var i = 0; i < items.Length; i++)
            for (var j = 0; j < i; j++)
                correlations[i, j] = correlations[j, i] = PolychoricCorrelation.Of(items[i], items[j], level).Value;
        return correlations;
    }

    static double AlphaOf(Matrix<double> correlations, int persons)
    {
        double k = correlations.RowCount, sum = correlations.RowSums().Sum();
        return sum > 0 ? k / (k - 1) * (1 - k / sum) : throw new NotEstimableException(NotEstimableReason.ZeroDenominator);
    }

    static double OmegaOf(Matrix<double> correlations, int persons)
    {
        var model = FactorModel.Of(correlations, persons);
        var loadings = model.Loadings.Sum();
        return loadings * loadings / (loadings * loadings + model.ResidualVariances.Sum());
    }
}
