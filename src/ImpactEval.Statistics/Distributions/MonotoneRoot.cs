namespace ImpactEval.Statistics.Distributions;

/// <summary>Root of an increasing function by Newton steps, kept inside the bracket found so far.</summary>
static class MonotoneRoot
{
    const int MaximumSteps = 500;

    /// <summary>A Newton step this small has, by its quadratic convergence, already reached the last digit.</summary>
    const double LastStep = 1e-11;

    /// <param name="function">Value and slope at a point; an infinite value only tells the side.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="stride">First step when the slope is of no use.</param>
    /// <exception cref="NotEstimableException">The function has no value somewhere, or its root is beyond reach.</exception>
    public static double Find(Func<double, (double Value, double Slope)> function, double start, double stride)
    {
        var (low, high, x) = (double.NegativeInfinity, double.PositiveInfinity, start);
        for (var step = 0; step < MaximumSteps; step++)
        {
            var (value, slope) = function(x);
            if (double.IsNaN(value))
                break;
            var next = x - value / slope;
            if (value == 0)
                return x;
            if (Math.Abs(next - x) <= LastStep * Math.Max(LastStep, Math.Abs(x)))
                return next;
            if (value < 0)
                low = x;
            else
                high = x;

            if (!(next > low && next < high))
            {
                next = double.IsFinite(low) && double.IsFinite(high) ? low + (high - low) / 2 : x - Math.Sign(value) * stride;
                stride *= 2;
            }
            if (next == low || next == high)
                return next;
            x = next;
        }
        throw new NotEstimableException(NotEstimableReason.NotConverged);
    }
}
