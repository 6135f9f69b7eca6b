namespace ImpactEval.Statistics.Mixed;

/// <summary>The deviance of repeated measures, its minimum and what follows from it.</summary>
sealed class MarginalModelFit
{
    const double Step = 0.03;

    readonly MarginalDesign design;
    readonly LikelihoodMethod method;
    readonly OrthogonalDesign columns;
    readonly WavePatterns patterns;

    public MarginalModelFit(MarginalDesign design, LikelihoodMethod method)
    {
        (this.design, this.method) = (design, method);
        columns = new OrthogonalDesign(design.Outcome.Values, design.Columns);
        patterns = new WavePatterns(design, columns);
    }

    sealed record Fit(double Deviance, double[] Coefficients, double[,] Covariance);

    bool Restricted => method == LikelihoodMethod.Restricted;
    int Freedom => Restricted ? columns.Rows - columns.Parameters : columns.Rows;

    public MarginalModel Result(ConfidenceLevel level)
    {
        var start = new double[patterns.Waves * (patterns.Waves + 1) / 2];
        var parameters = SmoothMinimum.Of(point => At(point).Deviance, start);
        var fit = At(parameters);
        string[] terms = ["(Intercept)", .. design.Columns.Select(column => column.Name)];
        var gradients = RichardsonDerivatives.Jacobian(point => [.. At(point).Covariance.Cast<double>()], parameters, Step);
        var curvature = RichardsonDerivatives.Hessian(point => At(point).Deviance, parameters, Step);
        var freedom = new SatterthwaiteFreedom(columns.Covariance(fit.Covariance), gradients.Select(gradient => columns.Covariance(Square(gradient))), curvature);
        var unit = columns.Unit * columns.Unit;
        var covariance = CovarianceOf(parameters);
        var deviance = fit.Deviance + (Freedom * Math.Log(2 * Math.PI * unit)) + (Restricted ? columns.LogDeterminant : 0);
        return new(
            new FixedEffects(terms, columns.Coefficients(fit.Coefficients), freedom, (columns.Rows, level)),
            [.. Enumerable.Range(0, patterns.Waves).Select(row => Enumerable.Range(0, patterns.Waves).Select(column => unit * covariance[row, column]).ToArray())],
            new(-0.5 * deviance, terms.Length + parameters.Length, columns.Rows),
            patterns.People);
    }

    /// <summary>Wave by wave: coefficients on the earlier waves, then the logarithm of the innovation variance.</summary>
    double[,] CovarianceOf(double[] parameters)
    {
        var covariance = new double[patterns.Waves, patterns.Waves];
        var next = 0;
        for (var wave = 0; wave < patterns.Waves; wave++)
        {
            var regression = parameters.AsSpan(next, wave);
            next += wave + 1;
            for (var earlier = 0; earlier < wave; earlier++)
            {
                var sum = 0.0;
                for (var k = 0; k < wave; k++)
                    sum += regression[k] * covariance[k, earlier];
                covariance[wave, earlier] = covariance[earlier, wave] = sum;
            }
            covariance[wave, wave] = Math.Exp(parameters[next - 1]);
            for (var k = 0; k < wave; k++)
                covariance[wave, wave] += regression[k] * covariance[k, wave];
        }
        return covariance;
    }

    /// <summary>Without the constants <c>ν ln 2π</c>.</summary>
    Fit At(double[] parameters)
    {
        var covariance = CovarianceOf(parameters);
        var width = patterns.Width;
        var information = new double[width * width];
        var deviance = 0.0;
        foreach (var pattern in patterns.Patterns)
            deviance += pattern.People * Add(pattern, covariance, information);

        DenseCholesky.Factor(information, width);
        var last = information[(width * width) - 1];
        deviance += last * last;
        for (var j = 0; j < columns.Parameters && Restricted; j++)
            deviance += 2 * Math.Log(information[(j * width) + j]);
        return new(deviance, DenseCholesky.CoefficientsOf(information, width, 0, columns.Parameters), DenseCholesky.InverseOf(information, width, 0, columns.Parameters));
    }

    /// <summary>Adds the weighted products of a pattern; returns the logarithm of the determinant of its covariance.</summary>
    static double Add(WavePattern pattern, double[,] covariance, double[] information)
    {
        var size = pattern.Waves.Length;
        var factor = new double[size * size];
        for (var a = 0; a < size; a++)
            for (var b = 0; b < size; b++)
                factor[(a * size) + b] = covariance[pattern.Waves[a], pattern.Waves[b]];
        DenseCholesky.Factor(factor, size);
        var precision = DenseCholesky.InverseOf(factor, size, 0, size);
        for (var a = 0; a < size; a++)
            for (var b = 0; b < size; b++)
            {
                var (weight, products) = (precision[a, b], pattern.Products[(a * size) + b]);
                for (var i = 0; i < information.Length; i++)
                    information[i] += weight * products[i];
            }
        return Enumerable.Range(0, size).Sum(a => 2 * Math.Log(factor[(a * size) + a]));
    }

    double[,] Square(double[] values)
    {
        var matrix = new double[columns.Parameters, columns.Parameters];
        for (var i = 0; i < values.Length; i++)
            matrix[i / columns.Parameters, i % columns.Parameters] = values[i];
        return matrix;
    }
}
