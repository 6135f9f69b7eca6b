using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Matching;

/// <summary>Weights <c>wᵢ ∝ exp(λᵀcᵢ)</c> with <c>Σwᵢcᵢ = 0</c>: Newton's method on the convex dual, <c>ln Σ exp(λᵀcᵢ)</c>.</summary>
static class EntropyBalance
{
    const int MostSteps = 200;

    /// <summary>Imbalance in standard deviations below which only rounding is left.</summary>
    const double Balanced = 1e-13;

    /// <summary>Imbalance that is still taken as balance when rounding allows no further step.</summary>
    const double Acceptable = 1e-9;

    /// <summary>Comparison people's covariate less the mean of the treated, in standard deviations of the comparison people.</summary>
    /// <exception cref="NotEstimableException">Fewer than two comparison people, or they do not vary.</exception>
    public static double[] Standardised(Sample covariate, IReadOnlyList<bool> treated)
    {
        var values = covariate.Values.ToArray();
        var target = Moments.Of(new Sample(values.Where((_, row) => treated[row]))).Mean;
        double[] others = [.. values.Where((_, row) => !treated[row])];
        var deviation = Moments.Of(new Sample(others)).StandardDeviation ?? throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        return deviation > 0
            ? Array.ConvertAll(others, value => (value - target) / deviation)
            : throw new NotEstimableException(NotEstimableReason.NoVariation);
    }

    /// <param name="distances">For each covariate the distances of the comparison people from the target.</param>
    /// <returns>Weights that sum to one.</returns>
    public static double[] Of(double[][] distances)
    {
        var logs = new double[distances[0].Length];
        var (weights, dual) = Weights(logs);
        for (var step = 0; step < MostSteps; step++)
        {
            var imbalance = Array.ConvertAll(distances, column => ColumnArithmetic.Dot(column, weights));
            var largest = imbalance.Max(Math.Abs);
            if (largest < Balanced)
                return weights;
            var move = Step(distances, imbalance, weights, out var slope);
            var factor = 1.0;
            var (nextLogs, nextWeights, nextDual) = Moved(logs, factor, move);
            while (nextDual > dual - 1e-4 * factor * slope && factor > 1e-10)
            {
                factor /= 2;
                (nextLogs, nextWeights, nextDual) = Moved(logs, factor, move);
            }
            if (factor <= 1e-10)
                return largest < Acceptable ? weights : throw new NotEstimableException(NotEstimableReason.NoOverlap);
            (logs, weights, dual) = (nextLogs, nextWeights, nextDual);
        }
        throw new NotEstimableException(NotEstimableReason.NoOverlap);
    }

    /// <summary>Newton's step in the log weights: −C·(Σwcc' − gg')⁻¹g, through the orthogonal factors of √w·(c − g).</summary>
    static double[] Step(double[][] distances, double[] imbalance, double[] weights, out double slope)
    {
        var roots = Array.ConvertAll(weights, Math.Sqrt);
        var centred = distances.Select((column, j) => LinearModel.Times(Array.ConvertAll(column, value => value - imbalance[j]), roots)).ToArray();
        OrthogonalFactors factors;
        try
        {
            factors = OrthogonalFactors.Of(centred);
        }
        catch (NotEstimableException) when (weights.Max() > 1 - 1e-9)
        {
            // All weight has run to one person: the target lies outside what can be had.
            throw new NotEstimableException(NotEstimableReason.NoOverlap);
        }
        var change = factors.SolveUpper(factors.SolveLower(imbalance));
        slope = ColumnArithmetic.Dot(change, imbalance);
        var move = new double[weights.Length];
        for (var j = 0; j < change.Length; j++)
            ColumnArithmetic.AddScaled(move, -change[j], distances[j]);
        return move;
    }

    static (double[] Logs, double[] Weights, double Dual) Moved(double[] logs, double factor, double[] move)
    {
        double[] moved = [.. logs];
        ColumnArithmetic.AddScaled(moved, factor, move);
        var (weights, dual) = Weights(moved);
        return (moved, weights, dual);
    }

    static (double[] Weights, double Dual) Weights(double[] logs)
    {
        var largest = logs.Max();
        var weights = Array.ConvertAll(logs, log => Math.Exp(log - largest));
        var sum = Moments.SumOf(weights);
        for (var i = 0; i < weights.Length; i++)
            weights[i] /= sum;
        return (weights, largest + Math.Log(sum));
    }
}
