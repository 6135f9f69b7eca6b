using ImpactEval.Statistics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Regression;

/// <summary>Chance of a yes as a function of what explains it: <c>ln(p/(1−p)) = Xβ</c>, by maximum likelihood.</summary>
public sealed class LogisticRegression
{
    const int MostSteps = 100;

    /// <summary>Largest change of a log odds at which Newton's steps, which converge quadratically, have reached the last digit.</summary>
    const double Converged = 1e-9;

    /// <summary>Log odds (a chance of 2 in 10⁹) from which on the direction of a step is looked at for separation.</summary>
    const double LargestLogOdds = 20;

    /// <summary>A step halved more often than this only follows rounding.</summary>
    const double LeastFactor = 1e-6;

    readonly OrthogonalFactors factors;
    readonly double[] logOdds;

    LogisticRegression(Design design, double[] coefficients, double[] logOdds, double deviance, double nullDeviance, OrthogonalFactors factors)
    {
        (Design, Coefficients, this.logOdds, this.factors) = (design, coefficients, logOdds, factors);
        // Beyond log odds of 37 a chance would round to 1, beyond −745 to 0.
        Probabilities = Array.ConvertAll(logOdds, one => Math.Clamp(Chance(one), double.Epsilon, Math.BitDecrement(1.0)));
        (Deviance, NullDeviance) = (deviance, nullDeviance);
    }

    public Design Design { get; }

    /// <summary>Log odds per unit of each column, in the order of <see cref="Design.Labels"/>.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>Fitted chance of a yes of each row, strictly between 0 and 1.</summary>
    public IReadOnlyList<double> Probabilities { get; }

    /// <summary>−2 log-likelihood.</summary>
    public double Deviance { get; }

    /// <summary>The same of a model with an intercept only.</summary>
    public double NullDeviance { get; }

    public double Aic => Deviance + 2 * Coefficients.Count;

    /// <summary>Share of the null deviance that the model takes away, 0–1.</summary>
    /// <remarks>McFadden (1974), in Zarembka (ed.), Frontiers in econometrics, 105–142.</remarks>
    public double McFadden => 1 - Deviance / NullDeviance;

    /// <summary>Newton's method (iteratively reweighted least squares), halving steps that raise the deviance.</summary>
    /// <param name="design">n rows, p columns; n &gt; p.</param>
    /// <param name="yes">The response of each row.</param>
    /// <exception cref="ArgumentException">Numbers of rows differ.</exception>
    /// <exception cref="NotEstimableException">
    /// Too few rows; all answers alike; a column follows from others; or separation: some weighted sum of the columns tells the yes from the no
    /// without error, so that the likelihood has no maximum.
    /// </exception>
    /// <remarks>McCullagh and Nelder (1989), Generalized linear models, 2nd ed., chapter 4; Albert and Anderson (1984), On the existence of maximum
    /// likelihood estimates in logistic regression models, Biometrika 71, 1–10.</remarks>
    public static LogisticRegression Fit(Design design, IReadOnlyList<bool> yes)
    {
        if (yes.Count != design.Rows)
            throw new ArgumentException($"{yes.Count} responses for {design.Rows} rows.", nameof(yes));
        if (design.Rows <= design.Labels.Count)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var share = yes.Count(one => one) / (double)yes.Count;
        if (share is 0 or 1)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var basis = OrthogonalFactors.Of(design.Columns);

        var (logOdds, coefficients) = (new double[design.Rows], new double[design.Labels.Count]);
        var deviance = DevianceOf(logOdds, yes);
        var nullDeviance = -2 * yes.Count * (share * Math.Log(share) + (1 - share) * Math.Log(1 - share));
        for (var step = 0; step < MostSteps; step++)
        {
            var (change, move) = Step(basis, logOdds, yes);
            (var factor, logOdds, deviance) = Downhill(logOdds, move, deviance, yes);
            ColumnArithmetic.AddScaled(coefficients, factor, change);
            if (Largest(move) <= Converged)
            {
                var weighted = OrthogonalFactors.Of(Weighted(design, logOdds));
                return new LogisticRegression(design, coefficients, logOdds, deviance, nullDeviance, weighted);
            }
            if (Largest(logOdds) > LargestLogOdds && Separates(move, yes))
                throw new NotEstimableException(NotEstimableReason.Separation);
        }
        throw new NotEstimableException(NotEstimableReason.NotConverged);
    }

    /// <summary>One coefficient with Wald's normal interval.</summary>
    /// <param name="label">Name of its column.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>Log odds; its exponential is an odds ratio.</returns>
    /// <exception cref="ArgumentException">No column has this name.</exception>
    public Estimate Of(string label, ConfidenceLevel level)
    {
        var position = Design.Position(label);
        var error = Error(position);
        var margin = StandardNormal.TwoSided(level) * error;
        var value = Coefficients[position];
        return new Estimate(value, error, null, Design.Rows, NamedIntervals.Of(IntervalMethod.Normal, value - margin, value + margin, level));
    }

    /// <summary>By how much the chance of a yes would rise on average if a 0/1 column went from 0 to 1 for everybody.</summary>
    /// <param name="label">Name of a 0/1 column.</param>
    /// <returns>Difference of chances, −1 … 1.</returns>
    /// <remarks>Bartus (2005), Estimation of marginal effects, Stata Journal 5, 309–329.</remarks>
    public double AverageEffect(string label)
    {
        var position = Design.Position(label);
        var (column, coefficient, sum) = (Design.Columns[position], Coefficients[position], 0.0);
        for (var i = 0; i < column.Length; i++)
        {
            var without = logOdds[i] - coefficient * column[i];
            sum += Chance(without + coefficient) - Chance(without);
        }
        return sum / column.Length;
    }

    double Error(int position)
    {
        var unit = new double[Coefficients.Count];
        unit[position] = 1;
        var turned = factors.SolveLower(unit);
        return Math.Sqrt(ColumnArithmetic.Dot(turned, turned));
    }

    /// <summary>Newton's step <c>(QᵀWQ)⁻¹Qᵀ(y − p)</c> in the orthonormal basis Q of the columns, where the matrix is as well conditioned as the
    /// weights p(1 − p) allow.</summary>
    /// <exception cref="NotEstimableException">The weights of some direction are lost in rounding.</exception>
    static (double[] Change, double[] Move) Step(OrthogonalFactors basis, double[] logOdds, IReadOnlyList<bool> yes)
    {
        var (residuals, weights) = (new double[logOdds.Length], new double[logOdds.Length]);
        for (var i = 0; i < residuals.Length; i++)
        {
            var smaller = Chance(-Math.Abs(logOdds[i]));
            weights[i] = smaller * (1 - smaller);
            residuals[i] = yes[i] == (logOdds[i] > 0) ? smaller : 1 - smaller;
            if (!yes[i])
                residuals[i] = -residuals[i];
        }
        var information = Matrix<double>.Build.Dense(basis.Count, basis.Count);
        for (var j = 0; j < basis.Count; j++)
        {
            var weighted = LinearModel.Times(basis.Q[j], weights);
            for (var k = 0; k <= j; k++)
                information[j, k] = information[k, j] = ColumnArithmetic.Dot(weighted, basis.Q[k]);
        }
        var step = information.LU().Solve(Vector<double>.Build.DenseOfArray(basis.Project(residuals))).ToArray();
        if (!Array.TrueForAll(step, double.IsFinite))
            throw new NotEstimableException(NotEstimableReason.NotConverged);
        var move = new double[logOdds.Length];
        for (var j = 0; j < step.Length; j++)
            ColumnArithmetic.AddScaled(move, step[j], basis.Q[j]);
        return (basis.SolveUpper(step), move);
    }

    /// <summary>The last step goes up for every yes and down for every no: a direction along which the likelihood rises for ever.</summary>
    static bool Separates(double[] move, IReadOnlyList<bool> yes)
    {
        var tolerance = 1e-6 * Largest(move);
        for (var i = 0; i < move.Length; i++)
            if ((yes[i] ? move[i] : -move[i]) < -tolerance)
                return false;
        return true;
    }

    static double[][] Weighted(Design design, double[] logOdds)
    {
        var roots = Array.ConvertAll(logOdds, RootWeight);
        return Array.ConvertAll(design.Columns, column => LinearModel.Times(column, roots));
    }

    /// <summary>The step, halved until the deviance no longer rises.</summary>
    static (double Factor, double[] LogOdds, double Deviance) Downhill(double[] logOdds, double[] move, double deviance, IReadOnlyList<bool> yes)
    {
        for (var factor = 1.0; ; factor /= 2)
        {
            var next = Moved(logOdds, factor, move);
            var reached = DevianceOf(next, yes);
            if (reached <= deviance + 1e-12 * deviance || factor < LeastFactor)
                return (factor, next, reached);
        }
    }

    static double DevianceOf(double[] logOdds, IReadOnlyList<bool> yes)
    {
        var sum = 0.0;
        for (var i = 0; i < logOdds.Length; i++)
        {
            var against = yes[i] ? -logOdds[i] : logOdds[i];
            sum += against > 0 ? against + Accurate.LogOnePlus(Math.Exp(-against)) : Accurate.LogOnePlus(Math.Exp(against));
        }
        return 2 * sum;
    }

    static double[] Moved(double[] from, double factor, double[] by)
    {
        double[] moved = [.. from];
        ColumnArithmetic.AddScaled(moved, factor, by);
        return moved;
    }

    static double Chance(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    static double RootWeight(double logOdds) => Math.Exp(-Math.Abs(logOdds) / 2) / (1 + Math.Exp(-Math.Abs(logOdds)));

    static double Largest(double[] values) => values.Max(Math.Abs);
}
