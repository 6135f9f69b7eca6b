using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Ordinal;

/// <summary>Correlation of two normal traits of which only ordered answers are seen.</summary>
public static class PolychoricCorrelation
{
    /// <summary>Beyond it the answers fit a straight line and the likelihood has no maximum inside.</summary>
    const double Border = 0.9999;

    /// <summary>Points at which the slope of the likelihood is looked at first.</summary>
    const int Grid = 40;

    /// <summary>Thresholds from the margins, then the maximum of <c>Σ n_ij ln P_ij(ρ)</c> over ρ alone (two-step estimate).</summary>
    /// <param name="first">Answers of each person to one question; any ordered numbers.</param>
    /// <param name="second">Answers to the other, same people in the same order.</param>
    /// <param name="level">Coverage of the two-sided interval, on the scale of Fisher's z, thresholds taken as known.</param>
    /// <returns>−1 … 1, no unit.</returns>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    /// <exception cref="NotEstimableException">Fewer than three people, a question with one answer only, or answers that follow from each other,
    /// so that the correlation has no maximum below 1.</exception>
    /// <remarks>Olsson (1979), Maximum likelihood estimation of the polychoric correlation coefficient, Psychometrika 44, 443–460.</remarks>
    public static Estimate Of(Sample first, Sample second, ConfidenceLevel level)
    {
        if (first.Size != second.Size)
            throw new ArgumentException($"{second.Size} answers for {first.Size} people.", nameof(second));
        if (first.Size < 3)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var table = Table.Of(first, second);
        var rho = Maximum(table);
        var error = 1 / Math.Sqrt(table.At(rho).Information);
        var (z, margin) = (Math.Atanh(rho), StandardNormal.TwoSided(level) * error / ((1 - rho) * (1 + rho)));
        return new Estimate(rho, error, null, first.Size, NamedIntervals.Of(IntervalMethod.FisherZ, Math.Tanh(z - margin), Math.Tanh(z + margin), level));
    }

    static double Maximum(Table table)
    {
        var best = Enumerable.Range(0, Grid + 1).Select(i => Border * (2.0 * i / Grid - 1)).MaxBy(rho => table.At(rho).LogLikelihood);
        var (low, high) = (Math.Max(-Border, best - 2 * Border / Grid), Math.Min(Border, best + 2 * Border / Grid));
        if (!(table.At(low).Slope > 0 && table.At(high).Slope < 0))
            throw new NotEstimableException(NotEstimableReason.Separation);
        // Between two points of the grid the slope falls through zero; halving finds it to the last digits.
        for (var i = 0; i < 60 && high - low > 1e-15; i++)
        {
            var middle = low + (high - low) / 2;
            (low, high) = table.At(middle).Slope > 0 ? (middle, high) : (low, middle);
        }
        return low + (high - low) / 2;
    }

    /// <summary>How often each pair of answers was given, and the thresholds between answers.</summary>
    sealed record Table(int[,] Counts, double[] First, double[] Second)
    {
        public static Table Of(Sample first, Sample second)
        {
            double[] ofFirst = [.. first.Values.ToArray().Distinct().Order()], ofSecond = [.. second.Values.ToArray().Distinct().Order()];
            if (ofFirst.Length < 2 || ofSecond.Length < 2)
                throw new NotEstimableException(NotEstimableReason.NoVariation);
            var counts = new int[ofFirst.Length, ofSecond.Length];
            for (var i = 0; i < first.Size; i++)
                counts[Array.BinarySearch(ofFirst, first.Values[i]), Array.BinarySearch(ofSecond, second.Values[i])]++;
            return new Table(counts, Thresholds(first, ofFirst), Thresholds(second, ofSecond));
        }

        /// <summary>−∞, then z of the share up to each answer, the last one +∞.</summary>
        static double[] Thresholds(Sample sample, double[] answers)
        {
            var values = sample.Values.ToArray();
            return [double.NegativeInfinity, .. answers.Select(answer => StandardNormal.Quantile(values.Count(value => value <= answer) / (double)values.Length))];
        }

        public (double LogLikelihood, double Slope, double Information) At(double rho)
        {
            var (value, slope, information, size) = (0.0, 0.0, 0.0, 0);
            foreach (var count in Counts)
                size += count;
            var (below, height) = (AtCorners((x, y) => BivariateNormal.Cdf(x, y, rho)), AtCorners((x, y) => BivariateNormal.Density(x, y, rho)));
            for (var i = 0; i < Counts.GetLength(0); i++)
            {
                for (var j = 0; j < Counts.GetLength(1); j++)
                {
                    var (chance, rise) = (Rectangle(below, i, j), Rectangle(height, i, j));
                    if (chance > 0)
                        information += size * rise * rise / chance;
                    if (Counts[i, j] == 0)
                        continue;
                    // Rounding must not make an answer that was given impossible.
                    chance = Math.Max(chance, double.Epsilon);
                    value += Counts[i, j] * Math.Log(chance);
                    slope += Counts[i, j] * rise / chance;
                }
            }
            return (value, slope, information);
        }

        double[,] AtCorners(Func<double, double, double> function)
        {
            var corners = new double[First.Length, Second.Length];
            for (var i = 0; i < First.Length; i++)
                for (var j = 0; j < Second.Length; j++)
                    corners[i, j] = function(First[i], Second[j]);
            return corners;
        }

        static double Rectangle(double[,] corners, int i, int j) => corners[i + 1, j + 1] - corners[i, j + 1] - corners[i + 1, j] + corners[i, j];
    }
}
