using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Descriptives;

/// <summary>How far each person lies from the centre of all, in several scores at once: flags, never a reason to drop anybody.</summary>
public static class MahalanobisDistance
{
    /// <summary><c>(x − x̄)ᵀ S⁻¹ (x − x̄)</c> with the sample covariance (n − 1).</summary>
    /// <param name="scores">Two or more scores of the same people in the same order; more people than scores.</param>
    /// <returns>Squared distances in the order of the people; about chi-square with as many degrees of freedom as scores when these are
    /// normal.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Too few people, or a score follows from the others.</exception>
    /// <remarks>Mahalanobis (1936), On the generalised distance in statistics, Proceedings of the National Institute of Sciences of India 2,
    /// 49–55.</remarks>
    public static IReadOnlyList<double> Squared(IReadOnlyList<Sample> scores)
    {
        var n = scores.Count == 0 ? 0 : scores[0].Size;
        if (scores.Any(score => score.Size != n))
            throw new ArgumentException("The scores are not of the same people.", nameof(scores));
        if (n <= scores.Count || scores.Count == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);

        var centred = Matrix<double>.Build.Dense(n, scores.Count);
        for (var j = 0; j < scores.Count; j++)
        {
            var mean = Moments.Of(scores[j]).Mean;
            for (var i = 0; i < n; i++)
                centred[i, j] = scores[j].Values[i] - mean;
        }
        // With Q the orthogonal part of the centred scores, the distance is (n − 1) times the squared length of a row of Q.
        var qr = centred.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        if (!qr.IsFullRank || RelativeRank(qr.R) < 1e-10)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        return [.. qr.Q.EnumerateRows().Select(row => (n - 1) * row.DotProduct(row))];
    }

    static double RelativeRank(Matrix<double> r) => r.Diagonal().PointwiseAbs().Minimum() / r.Diagonal().PointwiseAbs().Maximum();
}
