namespace ImpactEval.Statistics.Matching;

/// <summary>One treated person and the comparison person taken for them, by row from 0.</summary>
public sealed record MatchedPair(int Treated, int Comparison, double Distance);

/// <summary>For each treated person the nearest free comparison person.</summary>
public static class NearestNeighbours
{
    /// <summary>
    /// One to one, without replacement: treated people from the largest score down (equal scores in their order), each takes the nearest free
    /// comparison person; of equally near ones the last in the file. Nobody farther than the caliper is taken.
    /// </summary>
    /// <param name="scores">Score of everybody, e.g. log odds of the propensity.</param>
    /// <param name="treated">Same order.</param>
    /// <param name="caliper">Largest distance allowed, in units of the score; none when left out.</param>
    /// <returns>Pairs by the row of the treated person; treated people without a partner are left out.</returns>
    /// <exception cref="ArgumentException">Lists of different length.</exception>
    /// <exception cref="NotEstimableException">A group is empty, or nobody has a partner within the caliper.</exception>
    /// <remarks>Rosenbaum and Rubin (1985), The American Statistician 39, 33–38; Austin (2011). Time n log n: free people are found by path
    /// compression in the sorted list.</remarks>
    public static IReadOnlyList<MatchedPair> Of(Sample scores, IReadOnlyList<bool> treated, double caliper = double.PositiveInfinity)
    {
        if (treated.Count != scores.Size)
            throw new ArgumentException($"{treated.Count} groups for {scores.Size} scores.", nameof(treated));
        var values = scores.Values.ToArray();
        int[] rows = [.. Enumerable.Range(0, values.Length)];
        int[] wanting = [.. rows.Where(row => treated[row]).OrderByDescending(row => values[row])];
        var free = new FreePeople(values, [.. rows.Where(row => !treated[row]).OrderBy(row => values[row])]);
        if (wanting.Length == 0 || wanting.Length == values.Length)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);

        var pairs = new List<MatchedPair>();
        foreach (var person in wanting)
            if (free.Take(values[person], caliper) is { } partner)
                pairs.Add(new MatchedPair(person, partner, Math.Abs(values[person] - values[partner])));
        return pairs.Count > 0 ? [.. pairs.OrderBy(pair => pair.Treated)] : throw new NotEstimableException(NotEstimableReason.NoOverlap);
    }

    /// <summary>Comparison people by score; those taken point on to the next free one on either side.</summary>
    sealed class FreePeople
    {
        readonly double[] scores;
        readonly int[] rows;
        readonly int[] below;
        readonly int[] above;

        /// <param name="values">Score of every row.</param>
        /// <param name="rows">By score, equal scores in their order.</param>
        public FreePeople(double[] values, int[] rows)
        {
            (this.rows, scores) = (rows, Array.ConvertAll(rows, row => values[row]));
            // Position 0 and the last one stand for "nobody".
            below = [.. Enumerable.Range(0, rows.Length + 2)];
            above = [.. below];
        }

        public int? Take(double score, double caliper)
        {
            // Position i + 1 holds rows[i]; everybody up to `start` lies at or below the score.
            var start = CountUpTo(score);
            var (left, right) = (Find(below, start), Find(above, start + 1));
            var (toLeft, toRight) = (Distance(left, score), Distance(right, score));
            // Among equal scores the last in the file stands rightmost; on the left that is the one found.
            if (right <= rows.Length)
                right = Find(below, CountUpTo(scores[right - 1]));
            var leftIsLater = left > 0 && (right > rows.Length || rows[left - 1] > rows[right - 1]);
            var chosen = toLeft < toRight || (toLeft == toRight && leftIsLater) ? left : right;
            if (chosen == 0 || chosen > rows.Length || Math.Min(toLeft, toRight) > caliper)
                return null;
            (below[chosen], above[chosen]) = (chosen - 1, chosen + 1);
            return rows[chosen - 1];
        }

        double Distance(int position, double score) =>
            position == 0 || position > rows.Length ? double.PositiveInfinity : Math.Abs(scores[position - 1] - score);

        int CountUpTo(double score)
        {
            var (low, high) = (0, scores.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (scores[middle] <= score)
                    low = middle + 1;
                else
                    high = middle;
            }
            return low;
        }

        static int Find(int[] next, int position)
        {
            var end = position;
            while (next[end] != end)
                end = next[end];
            while (next[position] != end)
                (next[position], position) = (end, next[position]);
            return end;
        }
    }
}
