using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Regression;

/// <summary>Chance of a yes as a function of what explains it: <c>ln(p/(1−p)) = Xβ</c>, by maximum likelihood.</summary>
public sealed class LogisticRegression
{
    const int MostSteps = 100;

    /// <summary>Largest change of a log odds at which Newton's steps, which converge quadratically, have reached the last digit.</summary>
    const double Converged = 1e-9;

    /// <summary>Log odds beyond which the weight of a row is lost in rounding.</summary>
    const double LargestLogOdds = 30;

    readonly OrthogonalFactors factors;

    LogisticRegression(Design design, double[] coefficients, double[] probabilities, double deviance, double nullDeviance, OrthogonalFactors factors)
    {
        (Design, Coefficients, Probabilities, this.factors) = (design, coefficients, probabilities, factors);
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
    /// <remarks>McCullagh and Nelder (1989), Generalized linear models, 2nd ed., 4.4; Albert and Anderson (1984), On the existence of maximum
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
        _ = OrthogonalFactors.Of(design.Columns);

        var (logOdds, coefficients) = (new double[design.Rows], new double[design.Labels.Count]);
        var deviance = DevianceOf(logOdds, yes);
        var nullDeviance = -2 * yes.Count * (share * Math.Log(share) + (1 - share) * Math.Log(1 - share));
        for (var step = 0; step < MostSteps; step++)
        {
            var (change, move) = Step(design, logOdds, yes);
            var (factor, next) = (1.0, deviance);
            for (; factor > 1e-6; factor /= 2)
            {
                next = DevianceOf(Moved(logOdds, factor, move), yes);
                if (next <= deviance + 1e-12 * Math.Abs(deviance))
                    break;
            }
            (logOdds, deviance) = (Moved(logOdds, factor, move), next);
            ColumnArithmetic.AddScaled(coefficients, factor, change);
            if (Largest(move) <= Converged)
            {
                var weighted = OrthogonalFactors.Of(Weighted(design, logOdds));
                return new LogisticRegression(design, coefficients, Array.ConvertAll(logOdds, Chance), deviance, nullDeviance, weighted);
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
            var without = Math.Log(Probabilities[i] / (1 - Probabilities[i])) - coefficient * column[i];
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

    /// <summary>Newton's step: least squares of (y − p)/w on X with weights w = p(1 − p).</summary>
    static (double[] Change, double[] Move) Step(Design design, double[] logOdds, IReadOnlyList<bool> yes)
    {
        var weighted = OrthogonalFactors.Of(Weighted(design, logOdds));
        var residuals = new double[logOdds.Length];
        for (var i = 0; i < residuals.Length; i++)
            residuals[i] = (yes[i] ? Chance(-logOdds[i]) : -Chance(logOdds[i])) / RootWeight(logOdds[i]);
        var change = weighted.SolveUpper(weighted.Project(residuals));
        var move = new double[logOdds.Length];
        for (var j = 0; j < change.Length; j++)
            ColumnArithmetic.AddScaled(move, change[j], design.Columns[j]);
        return (change, move);
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
