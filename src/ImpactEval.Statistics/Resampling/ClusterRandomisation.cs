using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Resampling;

/// <summary>
/// Inference from how clusters (classes, offices) were assigned to arms, and from nothing else: valid with any number of clusters, also the few
/// that leave no robust standard error.
/// </summary>
/// <param name="Effect">Mean over treated clusters − mean over comparison clusters of the cluster means, in points; the interval holds every
/// effect, the same for all, that the test does not refute.</param>
/// <param name="Test">Of no effect on anybody.</param>
/// <param name="TreatedClusters">Clusters in the treated arm.</param>
/// <param name="ComparisonClusters">Clusters in the comparison arm.</param>
public sealed record ClusterRandomisation(Estimate Effect, PermutationTest Test, int TreatedClusters, int ComparisonClusters)
{
    /// <summary>
    /// An arrangement that swaps treated clusters for others refutes effects beyond <c>(Σ leaving − Σ coming)/number swapped</c>; the limits are
    /// order statistics of these thresholds. All arrangements when there are at most a million, else as many as are drawn.
    /// </summary>
    /// <param name="outcomes">One per person: scores, gains, or residuals of what was known before.</param>
    /// <param name="treated">Arm of each person; the same for all of a cluster.</param>
    /// <param name="clusters">Cluster of each person, any numbers; at least one in each arm.</param>
    /// <param name="level">Coverage of the two-sided interval; unbounded where there are too few arrangements (95 % needs forty).</param>
    /// <param name="draws">Arrangements drawn when there are more than a million; 99,999 for numbers that are printed.</param>
    /// <param name="seed">Of Philox4x32-10.</param>
    /// <exception cref="ArgumentException">Lists of different length, or a cluster in both arms.</exception>
    /// <exception cref="NotEstimableException">An arm without clusters, or all clusters alike.</exception>
    /// <remarks>
    /// Gail, Mark, Carroll, Green and Pee (1996), On design considerations and randomization-based inference for community intervention trials,
    /// Statistics in Medicine 15, 1069–1092; limits: Ernst (2004), Permutation methods: a basis for exact inference, Statistical Science 19,
    /// 676–685.
    /// </remarks>
    public static ClusterRandomisation Of(
        Sample outcomes, IReadOnlyList<bool> treated, IReadOnlyList<int> clusters, ConfidenceLevel level, int draws, ulong seed)
    {
        var means = Means(outcomes, treated, clusters);
        double[] all = [.. means[true], .. means[false]];
        var size = means[true].Count();
        if (size == 0 || size == all.Length)
            throw new NotEstimableException(NotEstimableReason.TooFewClusters);
        var test = PermutationTest.Independent(new Sample(means[true]), new Sample(means[false]), Alternative.TwoSided, draws, seed);
        var (lower, upper) = Limits(new Swaps(all, size), draws, seed, level);
        var interval = NamedIntervals.Of(IntervalMethod.RandomisationInversion, lower, upper, level);
        return new ClusterRandomisation(new Estimate(test.Test.Statistic, null, null, outcomes.Size, interval), test, size, all.Length - size);
    }

    static ILookup<bool, double> Means(Sample outcomes, IReadOnlyList<bool> treated, IReadOnlyList<int> clusters)
    {
        if (treated.Count != outcomes.Size || clusters.Count != outcomes.Size)
            throw new ArgumentException($"{treated.Count} arms and {clusters.Count} clusters for {outcomes.Size} people.", nameof(treated));
        var values = outcomes.Values.ToArray();
        var groups = Enumerable.Range(0, clusters.Count).GroupBy(person => clusters[person]).Select(group => group.ToArray()).ToArray();
        if (Array.Exists(groups, people => Array.Exists(people, person => treated[person] != treated[people[0]])))
            throw new ArgumentException("A cluster lies in both arms.", nameof(clusters));
        return groups.ToLookup(people => treated[people[0]], people => Moments.SumOf(Array.ConvertAll(people, person => values[person])) / people.Length);
    }

    /// <summary>With the arrangement that was, M of them; an effect is refuted while no more than α/2·M lie at or beyond the observed one.</summary>
    static (double? Lower, double? Upper) Limits(Swaps swaps, int draws, ulong seed, ConfidenceLevel level)
    {
        var ways = PermutationTest.Ways(swaps.Clusters, swaps.Treated);
        var exact = ways <= PermutationTest.MostCounted;
        var thresholds = exact ? swaps.All() : swaps.Drawn(draws, seed);
        thresholds.Sort();
        // Rounding of α/2·M must not cost or give an arrangement; the one that was, drawn again, counts on both sides for every effect.
        var (all, again) = exact ? (ways, 0) : (draws + 1.0, draws - thresholds.Count);
        var rank = (int)Math.Floor((1 - level.Value) / 2 * all + 1e-9) - again;
        return rank < 1 ? (null, null) : (thresholds[rank - 1], thresholds[^rank]);
    }

    /// <summary>Thresholds of other arrangements of the clusters, of which the first ones were treated.</summary>
    sealed class Swaps(double[] means, int treated)
    {
        public int Clusters => means.Length;

        public int Treated => treated;

        public List<double> All()
        {
            var thresholds = new List<double>();
            Choose(0, treated, 0, 0, thresholds);
            return thresholds;
        }

        public List<double> Drawn(int draws, ulong seed)
        {
            var (thresholds, stream) = (new List<double>(draws), new RandomStream(seed, 1));
            int[] order = [.. Enumerable.Range(0, means.Length)];
            for (var draw = 0; draw < draws; draw++)
            {
                for (var i = 0; i < treated; i++)
                {
                    var other = i + stream.NextInt(order.Length - i);
                    (order[i], order[other]) = (order[other], order[i]);
                }
                var coming = order.Take(treated).Where(cluster => cluster >= treated).ToArray();
                var staying = order.Take(treated).Where(cluster => cluster < treated).ToHashSet();
                var leaving = Enumerable.Range(0, treated).Where(cluster => !staying.Contains(cluster)).Sum(cluster => means[cluster]);
                if (coming.Length > 0)
                    thresholds.Add((leaving - coming.Sum(cluster => means[cluster])) / coming.Length);
            }
            return thresholds;
        }

        void Choose(int at, int left, double balance, int coming, List<double> thresholds)
        {
            if (left == 0 && at >= treated)
            {
                if (coming > 0)
                    thresholds.Add(balance / coming);
                return;
            }
            if (at == means.Length)
                return;
            if (at < treated)
            {
                Choose(at + 1, left - 1, balance, coming, thresholds);
                if (means.Length - at > left)
                    Choose(at + 1, left, balance + means[at], coming, thresholds);
                return;
            }
            Choose(at + 1, left - 1, balance - means[at], coming + 1, thresholds);
            if (means.Length - at > left)
                Choose(at + 1, left, balance, coming, thresholds);
        }
    }
}
