namespace ImpactEval.Ingestion.Matching;

/// <summary>
/// How much each level of agreement speaks for one person: <c>m</c>, its probability among pairs of one person, over <c>u</c>, that among
/// pairs of two people.
/// </summary>
/// <remarks>Fellegi and Sunter (1969), A theory for record linkage, JASA 64, 1183–1210.</remarks>
sealed class LinkageModel
{
    /// <summary>Pairs that the prior is worth: a class of some dozens leaves it about as it is, a ministry overrules it.</summary>
    const double MatchesPriorIsWorth = 40, StrangersPriorIsWorth = 400;

    const int MostRounds = 200;
    const double Settled = 1e-10;

    readonly double[][] same;
    readonly double[][] strangers;

    LinkageModel(double[][] same, double[][] strangers, double share)
    {
        this.same = same;
        this.strangers = strangers;
        Share = share;
    }

    /// <summary>Share of all pairs that are of one person.</summary>
    public double Share { get; private init; }

    public double M(int field, int level) => same[field][level];

    public double U(int field, int level) => strangers[field][level];

    /// <summary><c>π/(1 − π) · Π m/u</c> over the fields that can be compared.</summary>
    public double OddsOf(int pattern)
    {
        var odds = Share / (1 - Share);
        for (var field = 0; field < same.Length; field++)
        {
            if (AgreementPattern.LevelOf(pattern, field) is > 0 and var level)
                odds *= same[field][level] / strangers[field][level];
        }
        return odds;
    }

    /// <summary>
    /// The model of largest posterior probability by expectation and maximisation, fields independent given who is who, with Dirichlet priors
    /// around <paramref name="prior"/>.
    /// </summary>
    /// <param name="counts">Pairs by pattern; whole population, so that <c>π</c> is the share of matches in it.</param>
    /// <remarks>
    /// Jaro (1989), JASA 84, 414–420; Winkler (1988), Using the EM algorithm for weight computation in the Fellegi–Sunter model of record linkage,
    /// Proceedings of the Section on Survey Research Methods, ASA, 667–671.
    /// </remarks>
    public static LinkageModel Estimate(IReadOnlyList<double> counts, LinkageModel prior) => Estimate(counts, prior, MatchesPriorIsWorth, StrangersPriorIsWorth);

    public static LinkageModel Estimate(IReadOnlyList<double> counts, LinkageModel prior, double matchesWorth, double strangersWorth)
    {
        var patterns = Enumerable.Range(0, counts.Count).Where(pattern => counts[pattern] > 0).ToArray();
        var total = patterns.Sum(pattern => counts[pattern]);
        var model = prior;
        for (var round = 0; round < MostRounds && patterns.Length > 0; round++)
        {
            var isOne = patterns.Select(pattern => model.OddsOf(pattern)).Select(odds => odds / (1 + odds)).ToArray();
            var weights = patterns.Select((pattern, at) => (Pattern: pattern, Same: counts[pattern] * isOne[at], Two: counts[pattern] * (1 - isOne[at]))).ToArray();
            var next = new LinkageModel(
                Shares(weights.Select(pair => (pair.Pattern, pair.Same)), prior.same, matchesWorth),
                Shares(weights.Select(pair => (pair.Pattern, pair.Two)), prior.strangers, strangersWorth),
                (weights.Sum(pair => pair.Same) + 1) / (total + (1 / prior.Share)));
            var moved = Math.Abs(next.Share - model.Share) / model.Share;
            model = next;
            if (moved < Settled)
                break;
        }
        return model;
    }

    /// <summary>The model before any data: few in a class share a whole name, one in twenty a year of birth, half a sex, few a unit.</summary>
    /// <param name="share">Expected share of pairs that are of one person.</param>
    /// <remarks>
    /// Rough shares of ours, each level's <c>m/u</c> what counts: a full name is shared by one pair of officials in two thousand, a day of birth by
    /// one in seven thousand over twenty years of birth.
    /// </remarks>
    public static LinkageModel Prior(double share) => new(
        [
            [1, 0.60, 0.15, 0.02, 0.02, 0.14, 0.03, 0.02, 0.02],
            [1, 0.47, 0.01, 0.49, 0.015, 0.015],
            [1, 0.985, 0.015],
            [1, 0.80, 0.10, 0.10],
        ],
        [
            [1, 0.0005, 0.0003, 0.0006, 0.0005, 0.001, 0.004, 0.01, 0.9831],
            [1, 0.00007, 0.00007, 0.025, 0.025, 0.94986],
            [1, 0.5, 0.5],
            [1, 0.03, 0.05, 0.92],
        ],
        share);

    public static LinkageModel Of(double[][] same, double[][] strangers, double share) => new(same, strangers, share);

    static double[][] Shares(IEnumerable<(int Pattern, double Count)> pairs, double[][] prior, double worth)
    {
        var sums = prior.Select(levels => new double[levels.Length]).ToArray();
        foreach (var (pattern, count) in pairs)
        {
            for (var field = 0; field < prior.Length; field++)
                sums[field][AgreementPattern.LevelOf(pattern, field)] += count;
        }
        return [.. sums.Select((levels, field) => Shares(levels, prior[field], worth))];
    }

    static double[] Shares(double[] counts, double[] prior, double worth)
    {
        var known = counts.Skip(1).Sum();
        // What cannot be compared says nothing either way.
        return [1, .. counts.Zip(prior).Skip(1).Select(level => (level.First + (worth * level.Second)) / (known + worth))];
    }
}
