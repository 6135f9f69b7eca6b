using ImpactEval.Statistics.Descriptives;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Missing;

/// <summary>Means and covariances of normal scores by maximum likelihood, people with gaps included.</summary>
/// <param name="Persons">People with at least one answer.</param>
/// <param name="Covariance">Divided by n, as maximum likelihood does.</param>
public sealed record NormalByEm(int Persons, Vector<double> Mean, Matrix<double> Covariance)
{
    const int MostSteps = 50_000;

    /// <summary>Relative change of every mean and covariance below which nothing moves any more.</summary>
    const double Converged = 1e-14;

    /// <exception cref="NotEstimableException">An item has fewer than two answers or does not vary, or the likelihood has no maximum.</exception>
    /// <remarks>Dempster, Laird and Rubin (1977), JRSS B 39, 1–38; Little and Rubin (2002), Statistical analysis with missing data, 2nd ed.,
    /// chapter 11.</remarks>
    public static NormalByEm Of(IncompleteScores scores)
    {
        if (scores.Items == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var patterns = scores.Patterns.Where(pattern => pattern.Answered.Count > 0).ToArray();
        var persons = patterns.Sum(pattern => pattern.Rows.Count);
        if (persons == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var start = Enumerable.Range(0, scores.Items).Select(item => Start(scores.AnswersTo(item))).ToArray();
        var mean = Vector<double>.Build.Dense(scores.Items, item => start[item].Mean);
        var covariance = Matrix<double>.Build.DenseDiagonal(scores.Items, scores.Items, item => start[item].Variance!.Value);

        for (var step = 0; step < MostSteps; step++)
        {
            var (sum, squares) = (Vector<double>.Build.Dense(scores.Items), Matrix<double>.Build.Dense(scores.Items, scores.Items));
            foreach (var pattern in patterns)
                AddExpected(pattern, mean, covariance, sum, squares);
            var (nextMean, nextCovariance) = (sum / persons, squares / persons);
            nextCovariance -= nextMean.OuterProduct(nextMean);
            var change = Math.Max(
                (nextMean - mean).PointwiseAbs().PointwiseDivide(mean.PointwiseAbs() + 1).Maximum(),
                (nextCovariance - covariance).PointwiseAbs().PointwiseDivide(covariance.PointwiseAbs() + 1).Enumerate().Max());
            (mean, covariance) = (nextMean, nextCovariance);
            if (change < Converged)
                return new NormalByEm(persons, mean, covariance);
        }
        throw new NotEstimableException(NotEstimableReason.NotConverged);
    }

    static Moments Start(Sample answers)
    {
        if (answers.Size < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var moments = Moments.Of(answers);
        return moments.Variance > 0 ? moments : throw new NotEstimableException(NotEstimableReason.NoVariation);
    }

    /// <summary>Sums of x and x xᵀ, gaps filled with what the other answers let expect, plus the spread that is left.</summary>
    static void AddExpected(MissingPattern pattern, Vector<double> mean, Matrix<double> covariance, Vector<double> sum, Matrix<double> squares)
    {
        int[] answered = [.. pattern.Answered], gaps = [.. Enumerable.Range(0, mean.Count).Except(pattern.Answered)];
        var regression = gaps.Length == 0 ? null : Part(covariance, answered, answered).Cholesky().Solve(Part(covariance, answered, gaps)).Transpose();
        foreach (var row in pattern.Rows)
        {
            var filled = Vector<double>.Build.Dense([.. row]);
            if (regression is not null)
            {
                var expected = regression * Vector<double>.Build.Dense(answered.Length, i => row[answered[i]] - mean[answered[i]]);
                for (var i = 0; i < gaps.Length; i++)
                    filled[gaps[i]] = mean[gaps[i]] + expected[i];
            }
            sum.Add(filled, sum);
            squares.Add(filled.OuterProduct(filled), squares);
        }
        if (regression is null)
            return;
        var left = Part(covariance, gaps, gaps) - regression * Part(covariance, answered, gaps);
        for (var i = 0; i < gaps.Length; i++)
            for (var j = 0; j < gaps.Length; j++)
                squares[gaps[i], gaps[j]] += pattern.Rows.Count * left[i, j];
    }

    internal static Matrix<double> Part(Matrix<double> matrix, IReadOnlyList<int> rows, IReadOnlyList<int> columns) =>
        Matrix<double>.Build.Dense(rows.Count, columns.Count, (i, j) => matrix[rows[i], columns[j]]);
}
