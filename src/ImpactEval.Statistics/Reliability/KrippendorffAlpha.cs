using ImpactEval.Statistics.Resampling;

namespace ImpactEval.Statistics.Reliability;

/// <summary>How far apart two values are, by what their scale can carry.</summary>
public enum KrippendorffMetric { Nominal, Ordinal, Interval, Ratio }

/// <summary>Agreement of any number of coders, any scale, gaps allowed.</summary>
public static class KrippendorffAlpha
{
    /// <summary><c>α = 1 − D_o/D_e</c>, mean squared distances within units over those of all values thrown together.</summary>
    /// <param name="units">For each unit the values of its coders in any order; NaN = not coded. Units with fewer than two values do not
    /// count.</param>
    /// <param name="metric">The scale of the values; ratios must not be negative.</param>
    /// <exception cref="ArgumentException">An infinite value, or a negative one on a ratio scale.</exception>
    /// <exception cref="NotEstimableException">No unit with two values, or all values equal.</exception>
    /// <remarks>Krippendorff (2011), Computing Krippendorff's alpha-reliability; Krippendorff (2004), Content analysis, 2nd ed., chapter
    /// 11.</remarks>
    public static double Value(IReadOnlyList<double[]> units, KrippendorffMetric metric) =>
        Value(Pairable(units, metric), metric);

    /// <summary>Alpha with a percentile interval over resampled units.</summary>
    /// <param name="units">As for <see cref="Value"/>.</param>
    /// <param name="metric">The scale of the values.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <param name="resamples">At least 2; 9,999 for limits that are printed.</param>
    /// <param name="seed">Same seed, same limits.</param>
    /// <exception cref="ArgumentException">An infinite value, or a negative one on a ratio scale.</exception>
    /// <exception cref="NotEstimableException">Fewer than two pairable units, all values equal, also in more than 5 % of the resamples.</exception>
    /// <remarks>Units are drawn, not single distances as in Hayes and Krippendorff (2007), since coders of one unit are not independent: Zapf et
    /// al. (2016), BMC Medical Research Methodology 16, 93.</remarks>
    public static Estimate Of(IReadOnlyList<double[]> units, KrippendorffMetric metric, ConfidenceLevel level, int resamples, ulong seed)
    {
        var pairable = Pairable(units, metric);
        var value = Value(pairable, metric);
        var replicates = Bootstrap.Of(pairable.Length, new Codes(pairable, metric).Alpha, resamples, seed);
        return new Estimate(value, replicates.StandardError, null, pairable.Length, NamedIntervals.Of(replicates.Percentile(level)));
    }

    static double Value(double[][] pairable, KrippendorffMetric metric)
    {
        int[] all = [.. Enumerable.Range(0, pairable.Length)];
        var alpha = new Codes(pairable, metric).Alpha(all);
        return double.IsNaN(alpha) ? throw new NotEstimableException(NotEstimableReason.NoVariation) : alpha;
    }

    static double[][] Pairable(IReadOnlyList<double[]> units, KrippendorffMetric metric)
    {
        if (units.Any(unit => unit.Any(value => Sample.IsTooLarge(value) || (metric == KrippendorffMetric.Ratio && value < 0))))
            throw new ArgumentException("Values must be finite, on a ratio scale not negative.", nameof(units));
        double[][] pairable = [.. units.Select(unit => unit.Where(value => !double.IsNaN(value)).ToArray()).Where(unit => unit.Length > 1)];
        return pairable.Length > 0 ? pairable : throw new NotEstimableException(NotEstimableReason.TooFewObservations);
    }

    /// <summary>Values by their position among all values that occur, so that a resample only counts.</summary>
    sealed class Codes
    {
        readonly KrippendorffMetric metric;
        readonly double[] values;
        readonly int[][] units;

        public Codes(double[][] pairable, KrippendorffMetric metric)
        {
            this.metric = metric;
            values = [.. pairable.SelectMany(unit => unit).Distinct().Order()];
            units = [.. pairable.Select(unit => Array.ConvertAll(unit, value => Array.BinarySearch(values, value)))];
        }

        /// <summary>NaN when all values are equal.</summary>
        public double Alpha(ReadOnlySpan<int> drawn)
        {
            var (counts, total) = (new int[values.Length], 0L);
            foreach (var unit in drawn)
            {
                total += units[unit].Length;
                foreach (var code in units[unit])
                    counts[code]++;
            }
            // How many values lie below each one: the ordinal metric asks for it.
            var below = new int[values.Length];
            for (var code = 1; code < below.Length; code++)
                below[code] = below[code - 1] + counts[code - 1];

            var (observed, expected) = (0.0, 0.0);
            foreach (var unit in drawn)
                observed += WithinUnit(units[unit], counts, below);
            for (var i = 1; i < counts.Length; i++)
                for (var j = 0; j < i && counts[i] > 0; j++)
                    expected += counts[j] == 0 ? 0 : 2 * Distance(j, i, counts, below) * counts[i] * counts[j];
            return expected == 0 ? double.NaN : 1 - (total - 1) * observed / expected;
        }

        double WithinUnit(int[] codes, int[] counts, int[] below)
        {
            var sum = 0.0;
            for (var i = 1; i < codes.Length; i++)
                for (var j = 0; j < i; j++)
                    sum += Distance(Math.Min(codes[i], codes[j]), Math.Max(codes[i], codes[j]), counts, below);
            return 2 * sum / (codes.Length - 1);
        }

        double Distance(int low, int high, int[] counts, int[] below)
        {
            if (low == high)
                return 0;
            var distance = metric switch
            {
                KrippendorffMetric.Nominal => 1,
                // The values that lie between, and half of those at both ends.
                KrippendorffMetric.Ordinal => below[high] - below[low] + (counts[high] - counts[low]) / 2.0,
                KrippendorffMetric.Interval => values[high] - values[low],
                _ => (values[high] - values[low]) / (values[high] + values[low]),
            };
            return distance * distance;
        }
    }
}
