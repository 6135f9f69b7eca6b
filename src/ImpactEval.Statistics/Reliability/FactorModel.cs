using ImpactEval.Statistics.Descriptives;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Reliability;

/// <summary>One common factor behind all items: <c>Σ = λλᵀ + Ψ</c>, the variance of the factor being 1.</summary>
/// <param name="Loadings">λ in points of each item; their sum is not negative.</param>
/// <param name="ResidualVariances">Diagonal of Ψ, all positive.</param>
/// <param name="Persons">People the model was fitted to.</param>
/// <param name="Discrepancy">F of maximum likelihood at its minimum.</param>
/// <param name="Covariance">What the model was fitted to, divided by n.</param>
/// <param name="Information">Expected information of one person about (λ, Ψ).</param>
public sealed record FactorModel(
    Vector<double> Loadings, Vector<double> ResidualVariances, int Persons, double Discrepancy, Matrix<double> Covariance, Matrix<double> Information)
{
    const int MostSteps = 500;

    /// <summary>Steps of the standardised parameters below which nothing moves any more.</summary>
    const double Converged = 1e-10;

    const double RoundingOfMisfit = 1e-12, ShortestShare = 1e-9;

    /// <summary>A residual share of variance this small on the way to zero is a Heywood case, and no item is that exact.</summary>
    const double Improper = 1e-3;

    /// <summary>Maximum likelihood by Fisher scoring on the correlations, which has the same solution up to the units of the items.</summary>
    /// <param name="scores">n &gt; k people, k ≥ 3 items (with two the loadings are not identified).</param>
    /// <exception cref="NotEstimableException">Too few people or items, an item that does not vary or follows from the others, no convergence, or
    /// an improper solution (a residual variance that is not positive).</exception>
    /// <remarks>Jöreskog (1969), A general approach to confirmatory maximum likelihood factor analysis, Psychometrika 34, 183–202; Lawley and
    /// Maxwell (1971), Factor analysis as a statistical method, chapter 7.</remarks>
    public static FactorModel Fit(ScoreMatrix scores)
    {
        if (scores.Items < 3)
            throw new NotEstimableException(NotEstimableReason.TooFewItems);
        if (scores.Persons <= scores.Items)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        return Of(CovarianceOf(scores), scores.Persons);
    }

    /// <summary>The same model of any covariances, or correlations, of three or more items.</summary>
    internal static FactorModel Of(Matrix<double> covariance, int persons)
    {
        var items = covariance.RowCount;
        var deviations = covariance.Diagonal().PointwiseSqrt();
        if (deviations.Any(deviation => deviation == 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var correlations = Matrix<double>.Build.Dense(items, items, (i, j) => covariance[i, j] / (deviations[i] * deviations[j]));
        if (!(LogDeterminant(correlations) > Math.Log(1e-14)))
            throw new NotEstimableException(NotEstimableReason.NoVariation);

        var (loadings, residuals) = Maximise(correlations);
        var sign = loadings.Sum() < 0 ? -1 : 1;
        var inPoints = sign * loadings.PointwiseMultiply(deviations);
        var ofItems = residuals.PointwiseMultiply(covariance.Diagonal());
        return new FactorModel(
            inPoints, ofItems, persons, Misfit(correlations, loadings, residuals) - LogDeterminant(correlations) - items, covariance,
            InformationOf(Inverse(inPoints, ofItems), inPoints));
    }

    /// <summary>λλᵀ + Ψ.</summary>
    public Matrix<double> Implied => Loadings.OuterProduct(Loadings) + Matrix<double>.Build.DenseOfDiagonalVector(ResidualVariances);

    static (Vector<double> Loadings, Vector<double> Residuals) Maximise(Matrix<double> correlations)
    {
        var (loadings, residuals) = Start(correlations);
        var discrepancy = Misfit(correlations, loadings, residuals);
        for (var step = 0; step < MostSteps; step++)
        {
            var direction = Direction(correlations, loadings, residuals);
            (loadings, residuals, discrepancy) = Along(direction, correlations, loadings, residuals, discrepancy);
            if (residuals.Minimum() < Improper)
                throw new NotEstimableException(NotEstimableReason.ImproperSolution);
            if (direction.AbsoluteMaximum() < Converged)
                return (loadings, residuals);
        }
        throw new NotEstimableException(NotEstimableReason.NotConverged);
    }

    /// <summary>The whole step, or the longest of its halves that does not make the fit worse.</summary>
    static (Vector<double> Loadings, Vector<double> Residuals, double Discrepancy) Along(
        Vector<double> direction, Matrix<double> correlations, Vector<double> loadings, Vector<double> residuals, double discrepancy)
    {
        var k = loadings.Count;
        for (var share = 1.0; ; share /= 2)
        {
            var (nextLoadings, nextResiduals) = (loadings + share * direction.SubVector(0, k), residuals + share * direction.SubVector(k, k));
            var next = Misfit(correlations, nextLoadings, nextResiduals);
            if (next <= discrepancy + RoundingOfMisfit || share < ShortestShare)
                return (nextLoadings, nextResiduals, next);
        }
    }

    /// <summary>Half of each item's variance, spread along the first principal component.</summary>
    static (Vector<double> Loadings, Vector<double> Residuals) Start(Matrix<double> correlations)
    {
        var eigen = correlations.Evd(Symmetricity.Symmetric);
        var last = correlations.RowCount - 1;
        var component = eigen.EigenVectors.Column(last) * Math.Sqrt(eigen.EigenValues[last].Real);
        var loadings = component.Map(loading => Math.Clamp(loading, -0.9, 0.9) * 0.9);
        return (loadings, loadings.Map(loading => 1 - loading * loading));
    }

    /// <summary>Information⁻¹ · gradient.</summary>
    static Vector<double> Direction(Matrix<double> sample, Vector<double> loadings, Vector<double> residuals)
    {
        var k = loadings.Count;
        var inverse = Inverse(loadings, residuals);
        var implied = loadings.OuterProduct(loadings) + Matrix<double>.Build.DenseOfDiagonalVector(residuals);
        var pull = inverse * (sample - implied) * inverse;
        var gradient = Vector<double>.Build.Dense(2 * k);
        gradient.SetSubVector(0, k, pull * loadings);
        gradient.SetSubVector(k, k, pull.Diagonal() / 2);
        return InformationOf(inverse, loadings).LU().Solve(gradient);
    }

    /// <summary><c>½ tr(Σ⁻¹ ∂Σ/∂a Σ⁻¹ ∂Σ/∂b)</c>, loadings first.</summary>
    static Matrix<double> InformationOf(Matrix<double> inverse, Vector<double> loadings)
    {
        var k = loadings.Count;
        var v = inverse * loadings;
        var q = loadings.DotProduct(v);
        return Matrix<double>.Build.Dense(2 * k, 2 * k, (a, b) => (a < k, b < k) switch
        {
            (true, true) => inverse[a, b] * q + v[a] * v[b],
            (true, false) => inverse[a, b - k] * v[b - k],
            (false, true) => inverse[a - k, b] * v[a - k],
            _ => inverse[a - k, b - k] * inverse[a - k, b - k] / 2,
        });
    }

    /// <summary>(λλᵀ + Ψ)⁻¹ by the formula of Sherman and Morrison.</summary>
    static Matrix<double> Inverse(Vector<double> loadings, Vector<double> residuals)
    {
        var scaled = loadings.PointwiseDivide(residuals);
        return Matrix<double>.Build.DenseOfDiagonalVector(1 / residuals) - scaled.OuterProduct(scaled) / (1 + loadings.DotProduct(scaled));
    }

    /// <summary><c>ln|Σ| + tr(SΣ⁻¹)</c>, F but for a constant; infinite where Σ is no covariance matrix.</summary>
    static double Misfit(Matrix<double> sample, Vector<double> loadings, Vector<double> residuals)
    {
        if (residuals.Any(variance => !(variance > 0)))
            return double.PositiveInfinity;
        var common = 1 + loadings.DotProduct(loadings.PointwiseDivide(residuals));
        var trace = (Inverse(loadings, residuals).PointwiseMultiply(sample)).RowSums().Sum();
        return residuals.Sum(Math.Log) + Math.Log(common) + trace;
    }

    internal static double LogDeterminant(Matrix<double> symmetric)
    {
        var eigen = symmetric.Evd(Symmetricity.Symmetric).EigenValues;
        return eigen.Any(value => !(value.Real > 0)) ? double.NegativeInfinity : eigen.Sum(value => Math.Log(value.Real));
    }

    static Matrix<double> CovarianceOf(ScoreMatrix scores)
    {
        var centred = Enumerable.Range(0, scores.Items).Select(item =>
        {
            var answers = scores.Item(item).ToArray();
            var mean = Moments.SumOf(answers) / answers.Length;
            return Vector<double>.Build.Dense(answers.Length, person => answers[person] - mean);
        }).ToArray();
        return Matrix<double>.Build.Dense(scores.Items, scores.Items, (i, j) => centred[i].DotProduct(centred[j]) / scores.Persons);
    }
}
