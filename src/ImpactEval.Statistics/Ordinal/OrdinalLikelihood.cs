using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Ordinal;

/// <summary>
/// Log-likelihood of the cumulative logit model, its slope and curvature. Predictors are taken in standard deviations from their means, so that one
/// tolerance serves all; parameters are β of these, then the thresholds.
/// </summary>
sealed class OrdinalLikelihood
{
    const int MostSteps = 100;

    /// <summary>Newton decrement below which nothing is left to gain.</summary>
    const double Converged = 1e-20;

    const double Rounding = 1e-12, ShortestShare = 1e-10, Singular = 1e-12;

    /// <summary>A standard error of so many log odds per standard deviation means that the odds grow without end.</summary>
    const double LargestError = 1000;

    readonly int[] answers;
    readonly double[][] rows;
    readonly double[] means, deviations;
    readonly int highest;

    OrdinalLikelihood(int[] answers, double[][] rows, double[] means, double[] deviations, int highest) =>
        (this.answers, this.rows, this.means, this.deviations, this.highest) = (answers, rows, means, deviations, highest);

    int Predictors => means.Length;

    public static OrdinalLikelihood Of(IReadOnlyList<int> answers, IReadOnlyList<Sample> predictors)
    {
        if (predictors.Any(column => column.Size != answers.Count) || answers.Any(answer => answer < 0))
            throw new ArgumentException("Every person needs an answer from 0 and a value of every predictor.", nameof(predictors));
        var last = answers.Count == 0 ? 0 : answers.Max();
        if (answers.Count <= last + predictors.Count)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        if (last == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        if (answers.Distinct().Count() <= last)
            throw new NotEstimableException(NotEstimableReason.EmptyCell);
        var moments = predictors.Select(Moments.Of).ToArray();
        if (moments.Any(one => !(one.Variance > 0)))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var (centres, spreads) = (moments.Select(one => one.Mean).ToArray(), moments.Select(one => one.StandardDeviation!.Value).ToArray());
        var standardised = Enumerable.Range(0, answers.Count)
            .Select(person => predictors.Select((column, i) => (column.Values[person] - centres[i]) / spreads[i]).ToArray()).ToArray();
        return new OrdinalLikelihood([.. answers], standardised, centres, spreads, last);
    }

    /// <summary>Newton's method; the likelihood is concave.</summary>
    public (Vector<double> Parameters, Matrix<double> Covariance, double Value) Maximise()
    {
        var parameters = Start();
        var (value, slope, information) = At(parameters);
        var covariance = Inverse(information, NotEstimableReason.NoVariation);
        for (var step = 0; step < MostSteps; step++)
        {
            var direction = covariance * slope;
            var gain = direction.DotProduct(slope);
            (parameters, (value, slope, information)) = Along(direction, parameters, value);
            covariance = Inverse(information, NotEstimableReason.Separation);
            if (gain < Converged * answers.Length)
                return (parameters, covariance, value);
        }
        throw new NotEstimableException(NotEstimableReason.NotConverged);
    }

    /// <summary>Thresholds of the answers without predictors.</summary>
    Vector<double> Start() => Vector<double>.Build.Dense(Predictors + highest, i =>
    {
        var below = answers.Count(answer => answer <= i - Predictors);
        return i < Predictors ? 0 : Math.Log(below / (double)(answers.Length - below));
    });

    (Vector<double> Parameters, (double Value, Vector<double> Slope, Matrix<double> Information) At) Along(
        Vector<double> direction, Vector<double> parameters, double value)
    {
        for (var share = 1.0; ; share /= 2)
        {
            var next = parameters + share * direction;
            var there = At(next);
            if (there.Value >= value - Rounding * Math.Abs(value) || share < ShortestShare)
                return (next, there);
        }
    }

    /// <summary>Refuses when it is singular: at the start predictors follow from each other, later they separate the answers.</summary>
    static Matrix<double> Inverse(Matrix<double> information, NotEstimableReason singular)
    {
        var scale = information.Diagonal().PointwiseSqrt();
        var scaled = Matrix<double>.Build.Dense(scale.Count, scale.Count, (i, j) => information[i, j] / (scale[i] * scale[j]));
        if (scale.Any(deviation => !(deviation > 1 / LargestError)))
            throw new NotEstimableException(singular);
        if (!(scaled.Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real) > Singular))
            throw new NotEstimableException(singular);
        var inverse = scaled.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(scale.Count));
        return Matrix<double>.Build.Dense(scale.Count, scale.Count, (i, j) => inverse[i, j] / (scale[i] * scale[j]));
    }

    /// <summary>A coefficient or its standard error per unit of the predictor.</summary>
    public double InUnits(double perDeviation, int predictor) => perDeviation / deviations[predictor];

    /// <summary>Thresholds at predictors of zero instead of their means, and their standard errors.</summary>
    public (double[] Thresholds, double[] Deviations) UncentredThresholds(Vector<double> parameters, Matrix<double> covariance)
    {
        var (thresholds, errors) = (new double[highest], new double[highest]);
        for (var j = 0; j < highest; j++)
        {
            var weights = Vector<double>.Build.Dense(parameters.Count, i => i < Predictors ? means[i] / deviations[i] : i == Predictors + j ? 1 : 0);
            thresholds[j] = weights.DotProduct(parameters);
            errors[j] = Math.Sqrt(weights.DotProduct(covariance * weights));
        }
        return (thresholds, errors);
    }

    (double Value, Vector<double> Slope, Matrix<double> Information) At(Vector<double> parameters)
    {
        var size = parameters.Count;
        var (value, slope, information) = (0.0, new double[size], new double[size, size]);
        for (var person = 0; person < answers.Length; person++)
        {
            var (row, answer) = (rows[person], answers[person]);
            var predicted = 0.0;
            for (var i = 0; i < Predictors; i++)
                predicted += parameters[i] * row[i];
            double? upper = answer == highest ? null : parameters[Predictors + answer] - predicted;
            double? lower = answer == 0 ? null : parameters[Predictors + answer - 1] - predicted;
            var chance = Edge.Between(lower, upper);
            if (!(chance > 0))
                return (double.NegativeInfinity, Vector<double>.Build.Dense(slope), Matrix<double>.Build.DenseOfArray(information));
            value += Math.Log(chance);
            Add(new Contribution(row, answer, Edge.At(upper), Edge.At(lower), chance), slope, information);
        }
        return (value, Vector<double>.Build.Dense(slope), Matrix<double>.Build.DenseOfArray(information));
    }

    readonly record struct Contribution(double[] Row, int Answer, Edge Upper, Edge Lower, double Share);

    /// <summary>Slope and negative curvature of ln(F(u) − F(l)) in (β, ζ), with ∂u/∂β = ∂l/∂β = −x.</summary>
    void Add(Contribution person, double[] slope, double[,] information)
    {
        var (row, answer, upper, lower, share) = person;
        var (byUpper, byLower) = (upper.Density / share, -lower.Density / share);
        var (curveUpper, curveLower) = (byUpper * byUpper - upper.Slope / share, byLower * byLower + lower.Slope / share);
        var mixed = byUpper * byLower;
        var (high, low) = (answer < highest ? Predictors + answer : -1, answer > 0 ? Predictors + answer - 1 : -1);
        for (var i = 0; i < Predictors; i++)
        {
            slope[i] -= (byUpper + byLower) * row[i];
            for (var j = 0; j < Predictors; j++)
                information[i, j] += (curveUpper + 2 * mixed + curveLower) * row[i] * row[j];
            Couple(information, i, high, -(curveUpper + mixed) * row[i]);
            Couple(information, i, low, -(curveLower + mixed) * row[i]);
        }
        if (high >= 0)
        {
            slope[high] += byUpper;
            information[high, high] += curveUpper;
        }
        if (low >= 0)
        {
            slope[low] += byLower;
            information[low, low] += curveLower;
        }
        if (high >= 0)
            Couple(information, high, low, mixed);
    }

    static void Couple(double[,] information, int i, int j, double value)
    {
        if (j < 0)
            return;
        information[i, j] += value;
        information[j, i] += value;
    }

    /// <summary>The logistic distribution at one edge of an answer.</summary>
    /// <param name="Density">f = F(1 − F).</param>
    /// <param name="Slope">f' = f(1 − 2F).</param>
    readonly record struct Edge(double Density, double Slope)
    {
        /// <summary>Nothing beyond the outermost answers.</summary>
        public static Edge At(double? edge)
        {
            if (edge is not { } x)
                return default;
            var (share, rest) = (Logistic(x), Logistic(-x));
            return new Edge(share * rest, share * rest * (rest - share));
        }

        /// <summary><c>F(u) − F(l) = F(u)·(1 − F(l))·(1 − e^(l − u))</c>, which keeps its digits in both tails.</summary>
        /// <param name="upper">u; null above the highest answer.</param>
        /// <param name="lower">l; null below the lowest answer.</param>
        public static double Between(double? lower, double? upper) => (lower, upper) switch
        {
            (null, { } u) => Logistic(u),
            ({ } l, null) => Logistic(-l),
            ({ } l, { } u) => Logistic(u) * Logistic(-l) * -Accurate.ExponentialMinusOne(l - u),
            _ => 1,
        };

        static double Logistic(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));
    }
}
