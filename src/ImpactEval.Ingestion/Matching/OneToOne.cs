namespace ImpactEval.Ingestion.Matching;

/// <summary>One candidate of an assignment; a higher worth is better.</summary>
readonly record struct Candidate(int First, int Second, long Worth);

/// <summary>
/// Gives everybody at most one partner so that the sum of worths is largest. Exact; works on the candidates alone, so that blocks that share
/// nobody never meet.
/// </summary>
/// <remarks>
/// Kuhn (1955), The Hungarian method for the assignment problem, Naval Research Logistics Quarterly 2, 83–97, as shortest augmenting paths:
/// Jonker and Volgenant (1987), Computing 38, 325–340. To stay alone is a partner of one's own, worth nothing.
/// </remarks>
sealed class OneToOne
{
    const int Nobody = -1;

    readonly Candidate[][] candidates;
    readonly int[] partnerOfFirst;
    readonly int[] partnerOfSecond;
    readonly long[] priceOfFirst;
    readonly long[] priceOfSecond;

    OneToOne(int first, int second, IEnumerable<Candidate> pairs)
    {
        var byFirst = pairs.Where(pair => pair.Worth > 0).ToLookup(pair => pair.First);
        candidates = [.. Enumerable.Range(0, first).Select(one => byFirst[one].OrderBy(pair => pair.Second).ToArray())];
        partnerOfFirst = [.. Enumerable.Repeat(Nobody, first)];
        partnerOfSecond = [.. Enumerable.Repeat(Nobody, second)];
        priceOfFirst = [.. candidates.Select(own => own.Length == 0 ? 0 : -own.Max(pair => pair.Worth))];
        priceOfSecond = new long[second];
    }

    /// <returns>The partner of everybody in the first list, or −1.</returns>
    public static IReadOnlyList<int> Of(int first, int second, IEnumerable<Candidate> pairs)
    {
        var assignment = new OneToOne(first, second, pairs);
        for (var one = 0; one < first; one++)
        {
            if (assignment.candidates[one].Length > 0)
                assignment.FindPartner(one);
        }
        return assignment.partnerOfFirst;
    }

    /// <summary>Dijkstra over reduced costs until somebody is free, or somebody on the way does best alone.</summary>
    void FindPartner(int start)
    {
        var search = new Search();
        Scan(start, 0, search);
        while (search.Open.TryDequeue(out var other, out var order))
        {
            if (search.Closed.ContainsKey(other))
                continue;
            if (order.Distance >= search.AloneDistance)
                break;
            search.Closed.Add(other, order.Distance);
            if (partnerOfSecond[other] == Nobody)
            {
                Reprice(search, order.Distance);
                Turn(search, other);
                return;
            }
            Scan(partnerOfSecond[other], order.Distance, search);
        }
        Reprice(search, search.AloneDistance);
        var last = partnerOfFirst[search.Alone];
        partnerOfFirst[search.Alone] = Nobody;
        if (last != Nobody)
            Turn(search, last);
    }

    void Scan(int one, long distance, Search search)
    {
        search.Scanned.Add((one, distance));
        if (distance - priceOfFirst[one] < search.AloneDistance)
            (search.AloneDistance, search.Alone) = (distance - priceOfFirst[one], one);
        foreach (var pair in candidates[one])
        {
            var reached = distance - pair.Worth - priceOfFirst[one] - priceOfSecond[pair.Second];
            if (pair.Second == partnerOfFirst[one] || search.Closed.ContainsKey(pair.Second)
                || (search.Reached.TryGetValue(pair.Second, out var known) && known.Distance <= reached))
                continue;
            search.Reached[pair.Second] = (reached, one);
            search.Open.Enqueue(pair.Second, (reached, pair.Second));
        }
    }

    void Reprice(Search search, long end)
    {
        foreach (var (one, distance) in search.Scanned)
            priceOfFirst[one] += end - distance;
        foreach (var (other, distance) in search.Closed)
            priceOfSecond[other] -= end - distance;
    }

    /// <summary>Gives <paramref name="other"/> to whoever it was reached from, and so on back to the start of the search.</summary>
    void Turn(Search search, int other)
    {
        while (other != Nobody)
        {
            var one = search.Reached[other].From;
            var before = partnerOfFirst[one];
            partnerOfFirst[one] = other;
            partnerOfSecond[other] = one;
            other = before;
        }
    }

    sealed class Search
    {
        public PriorityQueue<int, (long Distance, int Second)> Open { get; } = new();

        public Dictionary<int, (long Distance, int From)> Reached { get; } = [];

        public Dictionary<int, long> Closed { get; } = [];

        public List<(int One, long Distance)> Scanned { get; } = [];

        public long AloneDistance { get; set; } = long.MaxValue;

        public int Alone { get; set; } = Nobody;
    }
}
