using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Pooling;

/// <summary>The top of the restricted likelihood of two variances that are not negative.</summary>
static class NestedMaximum
{
    const int MostSteps = 200, MostHalvings = 60;

    /// <summary>A Newton step that promises less than this leaves an error of the order of its square.</summary>
    const double Settled = 1e-16;

    /// <summary>Starting places: total variance as multiple of a guess, and the share of it that lies between outer units.</summary>
    static readonly double[] Totals = [0, 0.03, 0.3, 1, 3], Shares = [0, 0.1, 0.5, 0.9, 1];

    /// <summary>Newton steps on the free variances (Fisher's information where curvature is not positive definite) with halving.</summary>
    /// <param name="likelihood">Of outer and inner variance.</param>
    /// <param name="guess">Order of magnitude of the total variance between effects.</param>
    /// <exception cref="NotEstimableException">No top was reached, or the two variances cannot be told apart.</exception>
    public static NestedLikelihood.Fit Of(NestedLikelihood likelihood, double guess)
    {
        var fit = Start(likelihood, guess);
        for (var step = 0; step < MostSteps; step++)
        {
            var curvature = likelihood.At(fit);
            var move = Step(fit.Components, curvature);
            var promise = 0.5 * move.Zip(curvature.Slope, (along, slope) => along * slope).Sum();
            fit = Climb(likelihood, fit, move);
            if (promise <= Settled)
                return fit;
        }
        throw new NotEstimableException(NotEstimableReason.NotConverged);
    }

    static NestedLikelihood.Fit Start(NestedLikelihood likelihood, double guess) =>
        Totals.SelectMany(total => Shares.Select(share => likelihood.At([share * total * guess, (1 - share) * total * guess])))
            .MaxBy(fit => fit.LogLikelihood)!;

    static double[] Step(double[] components, NestedLikelihood.Curvature curvature)
    {
        int[] free = [.. Enumerable.Range(0, components.Length).Where(j => components[j] > 0 || curvature.Slope[j] > 0)];
        var step = new double[components.Length];
        if (free.Length == 0)
            return step;
        var slope = Vector<double>.Build.DenseOfEnumerable(free.Select(j => curvature.Slope[j]));
        var move = Solve(Block(curvature.Observed, free), slope) ?? Solve(Block(curvature.Expected, free), slope)
            ?? throw new NotEstimableException(NotEstimableReason.SingularDesign);
        for (var j = 0; j < free.Length; j++)
            step[free[j]] = move[j];
        return step;
    }

    static Matrix<double> Block(Matrix<double> matrix, int[] places) =>
        Matrix<double>.Build.Dense(places.Length, places.Length, (row, column) => matrix[places[row], places[column]]);

    /// <summary>Null when the matrix is not positive definite.</summary>
    static Vector<double>? Solve(Matrix<double> information, Vector<double> slope)
    {
        var eigen = information.Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Real();
        return values.Minimum() <= 1e-12 * values.Maximum()
            ? null
            : eigen.EigenVectors * eigen.EigenVectors.TransposeThisAndMultiply(slope).PointwiseDivide(values);
    }

    static NestedLikelihood.Fit Climb(NestedLikelihood likelihood, NestedLikelihood.Fit from, double[] step)
    {
        for (var halving = 0; halving < MostHalvings; halving++)
        {
            double[] candidate = [.. from.Components.Zip(step, (value, move) => Math.Max(0, value + move))];
            var reached = likelihood.At(candidate);
            if (reached.LogLikelihood >= from.LogLikelihood - (1e-13 * (1 + Math.Abs(from.LogLikelihood))))
                return reached;
            step = [.. step.Select(move => move / 2)];
        }
        return from;
    }
}
