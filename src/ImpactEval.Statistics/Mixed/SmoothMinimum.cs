using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Mixed;

/// <summary>The lowest point of a smooth function of a few parameters, by Newton's method along directions that always lead down.</summary>
/// <remarks>
/// Curvatures are taken by absolute value, so that saddles repel: Nocedal, Wright (2006), Numerical Optimization, chapter 3. Parameters are
/// scaled so that the function bends over a distance of about one.
/// </remarks>
static class SmoothMinimum
{
    const int MostSteps = 200, MostHalvings = 40;

    /// <summary>Steps of the differences: the gradient must be exact, the curvature only good.</summary>
    const double GradientStep = 0.03, CurvatureStep = 0.01;

    /// <summary>A Newton step that promises less than this leaves an error of the order of its square.</summary>
    const double Settled = 1e-11;

    const double LongestStep = 3;

    /// <exception cref="NotEstimableException">No minimum was reached.</exception>
    public static double[] Of(Func<double[], double> function, double[] start)
    {
        var (at, height) = (start, function(start));
        for (var step = 0; step < MostSteps; step++)
        {
            var gradient = Vector<double>.Build.DenseOfArray(RichardsonDerivatives.Gradient(function, at, GradientStep));
            var move = Direction(Curvature(function, at, height), gradient);
            var promise = -0.5 * (gradient * move);
            var rounding = 1e-13 * (1 + Math.Abs(height));
            var (next, reached) = Descend(function, (at, height), move.ToArray(), rounding);
            (at, height) = (next, reached);
            if (promise <= Settled + rounding)
                return at;
        }
        throw new NotEstimableException(NotEstimableReason.NotConverged);
    }

    static Matrix<double> Curvature(Func<double[], double> function, double[] at, double height)
    {
        var size = at.Length;
        var curvature = Matrix<double>.Build.Dense(size, size);
        double At(int i, double first, int j, double second)
        {
            var moved = (double[])at.Clone();
            moved[i] += first;
            moved[j] += second;
            return function(moved);
        }
        const double H = CurvatureStep;
        for (var i = 0; i < size; i++)
        {
            curvature[i, i] = (At(i, H, i, 0) - (2 * height) + At(i, -H, i, 0)) / (H * H);
            for (var j = 0; j < i; j++)
                curvature[i, j] = curvature[j, i] = (At(i, H, j, H) - At(i, H, j, -H) - At(i, -H, j, H) + At(i, -H, j, -H)) / (4 * H * H);
        }
        return curvature;
    }

    static Vector<double> Direction(Matrix<double> curvature, Vector<double> gradient)
    {
        var eigen = curvature.Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Real().PointwiseAbs();
        var floor = Math.Max(1e-8 * values.Maximum(), double.Epsilon);
        var along = eigen.EigenVectors.TransposeThisAndMultiply(gradient).PointwiseDivide(values.PointwiseMaximum(floor));
        var move = -(eigen.EigenVectors * along);
        var length = move.L2Norm();
        return length > LongestStep ? move * (LongestStep / length) : move;
    }

    static (double[] At, double Height) Descend(Func<double[], double> function, (double[] At, double Height) from, double[] move, double rounding)
    {
        for (var halving = 0; halving < MostHalvings; halving++)
        {
            double[] candidate = [.. from.At.Zip(move, (value, along) => value + along)];
            var reached = function(candidate);
            if (reached <= from.Height + rounding)
                return (candidate, reached);
            move = [.. move.Select(along => along / 2)];
        }
        return from;
    }
}
