namespace ImpactEval.Statistics.Mixed;

/// <summary>
/// Derivatives by central differences at three step sizes, extrapolated to step zero: the error falls with the sixth power of the step, so
/// steps may be large enough to keep rounding out.
/// </summary>
/// <remarks>Richardson (1911), Phil. Trans. R. Soc. A 210, 307–357; Dahlquist, Björck (2008), Numerical Methods in Scientific Computing I.</remarks>
static class RichardsonDerivatives
{
    const int Levels = 3;

    /// <summary>First derivatives of several functions: one row per parameter.</summary>
    /// <param name="function">Smooth within <paramref name="step"/> around the point.</param>
    /// <param name="step">Largest step, in units of the parameters.</param>
    public static double[][] Jacobian(Func<double[], double[]> function, double[] at, double step) =>
        [.. Enumerable.Range(0, at.Length).Select(i => Extrapolated(h =>
        {
            var (above, below) = (function(Moved(at, i, h)), function(Moved(at, i, -h)));
            return above.Zip(below, (up, down) => (up - down) / (2 * h)).ToArray();
        }, step))];

    public static double[] Gradient(Func<double[], double> function, double[] at, double step) =>
        [.. Jacobian(point => [function(point)], at, step).Select(row => row[0])];

    /// <summary>Symmetric matrix of second derivatives.</summary>
    public static double[,] Hessian(Func<double[], double> function, double[] at, double step)
    {
        var hessian = new double[at.Length, at.Length];
        var centre = function(at);
        for (var i = 0; i < at.Length; i++)
        {
            hessian[i, i] = Extrapolated(h => [(function(Moved(at, i, h)) - (2 * centre) + function(Moved(at, i, -h))) / (h * h)], step)[0];
            for (var j = 0; j < i; j++)
                hessian[i, j] = hessian[j, i] = Extrapolated(h => [Mixed(function, at, i, j, h)], step)[0];
        }
        return hessian;
    }

    static double Mixed(Func<double[], double> function, double[] at, int i, int j, double h)
    {
        double At(double first, double second) => function(Moved(Moved(at, i, first), j, second));
        return (At(h, h) - At(h, -h) - At(-h, h) + At(-h, -h)) / (4 * h * h);
    }

    static double[] Extrapolated(Func<double, double[]> difference, double step)
    {
        var table = Enumerable.Range(0, Levels).Select(level => difference(step / (1 << level))).ToArray();
        for (var order = 1; order < Levels; order++)
        {
            var power = Math.Pow(4, order);
            for (var level = 0; level < Levels - order; level++)
                table[level] = [.. table[level].Zip(table[level + 1], (coarse, fine) => ((power * fine) - coarse) / (power - 1))];
        }
        return table[0];
    }

    static double[] Moved(double[] at, int place, double by)
    {
        var moved = (double[])at.Clone();
        moved[place] += by;
        return moved;
    }
}
