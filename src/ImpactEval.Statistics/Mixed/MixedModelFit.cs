namespace ImpactEval.Statistics.Mixed;

/// <summary>The deviance of a mixed model, its minimum and what follows from it.</summary>
sealed class MixedModelFit
{
    /// <summary>Largest step of differences around the minimum, in scaled parameters.</summary>
    const double Step = 0.03;

    /// <summary>A standard deviation below this is set to zero when the deviance does not mind.</summary>
    const double Vanishing = 0.02, Indifferent = 1e-8;

    static readonly double[] Starts = [0.1, 0.5, 1, 2, 5];

    readonly MixedModelDesign design;
    readonly LikelihoodMethod method;
    readonly OrthogonalDesign columns;
    readonly RandomPart[] parts;
    readonly int[] order;
    readonly PenalisedLeastSquares solver;

    public MixedModelFit(MixedModelDesign design, LikelihoodMethod method)
    {
        (this.design, this.method) = (design, method);
        columns = new OrthogonalDesign(design.Outcome.Values, design.Columns);
        parts = [.. design.Random.Select(factor => new RandomPart(factor, columns.Rows))];
        foreach (var part in parts)
        {
            if (part.Levels < 2)
                throw new NotEstimableException(NotEstimableReason.TooFewObservations);
            if (part.Levels >= columns.Rows)
                throw new NotEstimableException(NotEstimableReason.SingularDesign);
        }
        order = [.. Enumerable.Range(0, parts.Length).OrderByDescending(i => parts[i].Levels * parts[i].Width)];
        solver = new(new BlockedProducts(columns, parts[order[0]], [.. order.Skip(1).Select(i => parts[i])]));
    }

    int Freedom => method == LikelihoodMethod.Restricted ? columns.Rows - columns.Parameters : columns.Rows;

    public MixedModel Result(ConfidenceLevel level)
    {
        var parameters = Snapped(SmoothMinimum.Of(Deviance, Start()));
        var fit = solver.At(parameters);
        var variance = fit.ResidualSum / Freedom;
        string[] terms = ["(Intercept)", .. design.Columns.Select(column => column.Name)];
        var effects = new FixedEffects(terms, columns.Coefficients(fit.Coefficients), Satterthwaite(parameters, variance), (columns.Rows, level));
        var residual = variance * columns.Unit * columns.Unit;
        return new(
            effects,
            Components(parameters, residual),
            residual,
            new(-0.5 * OriginalDeviance(parameters), terms.Length + parameters.Length + 1, columns.Rows),
            parts.ToDictionary(part => part.Name, part => part.Levels));
    }

    /// <summary>Profiled over σ², for residuals of mean square one and orthogonal columns.</summary>
    double Deviance(double[] parameters)
    {
        var fit = solver.At(parameters);
        return fit.LogDeterminant + FixedPart(fit) + (Freedom * (1 + Math.Log(2 * Math.PI * fit.ResidualSum / Freedom)));
    }

    double FixedPart(PenalisedFit fit) => method == LikelihoodMethod.Restricted ? fit.FixedLogDeterminant : 0;

    double OriginalDeviance(double[] parameters) => Deviance(parameters)
        + (2 * Freedom * Math.Log(columns.Unit))
        + (method == LikelihoodMethod.Restricted ? columns.LogDeterminant : 0);

    double[] Start()
    {
        var diagonal = order.SelectMany(i => parts[i].Diagonal()).ToArray();
        return Starts.Select(size => diagonal.Select(own => own ? size : 0).ToArray()).MinBy(Deviance)!;
    }

    /// <summary>Puts a random term on the border where it is as good there.</summary>
    double[] Snapped(double[] parameters)
    {
        var (first, lowest) = (0, Deviance(parameters));
        foreach (var part in order.Select(i => parts[i]))
        {
            for (var column = 0; column < part.Width; column++)
            {
                var length = part.Correlated ? part.Width - column : 1;
                var zeroed = (double[])parameters.Clone();
                Array.Clear(zeroed, first, length);
                if (parameters.AsSpan(first, length).ToArray().All(value => Math.Abs(value) < Vanishing) && Deviance(zeroed) <= lowest + Indifferent)
                    parameters = zeroed;
                first += length;
            }
        }
        return parameters;
    }

    VarianceComponent[] Components(double[] parameters, double residual)
    {
        var byPart = new VarianceComponent[parts.Length][];
        var next = 0;
        foreach (var place in order)
        {
            var part = parts[place];
            var factor = part.Factor(parameters.AsSpan(next, part.Parameters));
            next += part.Parameters;
            double Covariance(int row, int column) =>
                residual * Enumerable.Range(0, part.Width).Sum(inner => factor[row, inner] * factor[column, inner]) / (part.Scales[row] * part.Scales[column]);
            var pairs = Enumerable.Range(0, part.Width).SelectMany(row => Enumerable.Range(0, part.Correlated ? row : 0).Select(column => (row, column)));
            byPart[place] =
            [
                .. part.Terms.Select((term, k) => new VarianceComponent(part.Name, term, null, Covariance(k, k))),
                .. pairs.Select(pair => new VarianceComponent(part.Name, part.Terms[pair.column], part.Terms[pair.row], Covariance(pair.row, pair.column))),
            ];
        }
        return [.. byPart.SelectMany(components => components)];
    }

    /// <summary>
    /// Variance parameters are the scaled Λ and ln σ². With <c>D = ν ln 2πσ² + ln|…| + S/σ²</c> the curvature in ln σ² is S/σ² = ν, mixed with
    /// Λ it is −∂S/∂Λ/σ²; only derivatives in Λ are taken numerically.
    /// </summary>
    SatterthwaiteFreedom Satterthwaite(double[] parameters, double variance)
    {
        var size = parameters.Length;
        var inner = RichardsonDerivatives.Hessian(point =>
        {
            var fit = solver.At(point);
            return fit.LogDeterminant + FixedPart(fit) + (fit.ResidualSum / variance);
        }, parameters, Step);
        var slopes = RichardsonDerivatives.Jacobian(point =>
        {
            var fit = solver.At(point);
            return [fit.ResidualSum, .. fit.Covariance.Cast<double>()];
        }, parameters, Step);

        var curvature = new double[size + 1, size + 1];
        curvature[size, size] = Freedom;
        for (var i = 0; i < size; i++)
        {
            curvature[i, size] = curvature[size, i] = -slopes[i][0] / variance;
            for (var j = 0; j < size; j++)
                curvature[i, j] = inner[i, j];
        }
        var covariance = Scaled(solver.At(parameters).Covariance.Cast<double>(), variance);
        return new(covariance, [.. slopes.Select(slope => Scaled(slope.Skip(1), variance)), covariance], curvature);
    }

    /// <summary>Covariance of the coefficients in units of the outcome.</summary>
    double[,] Scaled(IEnumerable<double> ofBasis, double variance)
    {
        var matrix = new double[columns.Parameters, columns.Parameters];
        var place = 0;
        foreach (var value in ofBasis)
        {
            matrix[place / columns.Parameters, place % columns.Parameters] = variance * value;
            place++;
        }
        return columns.Covariance(matrix);
    }
}
