using System.Globalization;

namespace ImpactEval.Ingestion.Matching;

/// <summary>
/// The pairs worth comparing. Of few people every pair is; of many, those who share a whole name, given name and year of birth, given name and
/// workplace, or initials and day of birth.
/// </summary>
sealed class CandidatePairs
{
    /// <summary>Up to so many pairs all are compared: half a second.</summary>
    const long AllPairs = 300_000;

    /// <summary>A key that so many share tells nobody apart and is left out.</summary>
    const long LargestBlock = 250_000;

    /// <summary>Pairs outside the blocks that are looked at to learn how strangers agree.</summary>
    const int Sampled = 200_000;

    /// <summary>2⁶⁴ divided by the golden ratio: multiples of it fall evenly (Knuth, The Art of Computer Programming 3, 6.4).</summary>
    const ulong GoldenStep = 0x9E3779B97F4A7C15;

    readonly IReadOnlyList<ComparedPerson> first;
    readonly IReadOnlyList<ComparedPerson> second;
    readonly long[] pairs;
    readonly bool areAll;

    public CandidatePairs(IReadOnlyList<ComparedPerson> first, IReadOnlyList<ComparedPerson> second)
    {
        this.first = first;
        this.second = second;
        var all = (long)first.Count * second.Count;
        areAll = all <= AllPairs;
        pairs = areAll ? [.. Enumerable.Range(0, (int)all).Select(pair => (long)pair)] : Blocked();
        var patterns = new short[pairs.Length];
        // Each pair has its own place, so the number of threads changes nothing.
        Parallel.For(0, pairs.Length, at => patterns[at] = (short)Compare(pairs[at]));
        Patterns = patterns;
    }

    public int Count => pairs.Length;

    public short[] Patterns { get; }

    public (int First, int Second) this[int at] => ((int)(pairs[at] / second.Count), (int)(pairs[at] % second.Count));

    /// <summary>All pairs of the two lists by pattern; outside the blocks a sample stands for the rest.</summary>
    public double[] CountsByPattern()
    {
        var counts = new double[AgreementPattern.Count];
        foreach (var pattern in Patterns)
            counts[pattern]++;
        if (areAll)
            return counts;
        var all = (ulong)((long)first.Count * second.Count);
        long[] sample = [.. Enumerable.Range(1, Sampled).Select(draw => (long)Math.BigMul((ulong)draw * GoldenStep, all, out _)).Where(pair => Array.BinarySearch(pairs, pair) < 0)];
        var stands = (double)((long)all - pairs.Length) / Math.Max(1, sample.Length);
        foreach (var pair in sample)
            counts[Compare(pair)] += stands;
        return counts;
    }

    int Compare(long pair) => first[(int)(pair / second.Count)].Compare(second[(int)(pair % second.Count)]);

    long[] Blocked()
    {
        var others = Keyed(second);
        var found = new List<long>();
        foreach (var (key, ones) in Keyed(first))
        {
            if (!others.TryGetValue(key, out var place) || (long)ones.Count * place.Count > LargestBlock)
                continue;
            foreach (var one in ones)
            {
                foreach (var other in place)
                    found.Add(((long)one * second.Count) + other);
            }
        }
        found.Sort();
        return [.. Distinct(found)];
    }

    static Dictionary<string, List<int>> Keyed(IReadOnlyList<ComparedPerson> people)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var place = 0; place < people.Count; place++)
        {
            foreach (var key in KeysOf(people[place]))
            {
                if (!blocks.TryGetValue(key, out var block))
                    blocks.Add(key, block = []);
                block.Add(place);
            }
        }
        return blocks;
    }

    static IEnumerable<string> KeysOf(ComparedPerson person)
    {
        if (!person.Name.IsKnown)
            yield break;
        yield return "n" + person.Name.Sorted;
        if (person.Birth.IsKnown)
            yield return string.Create(CultureInfo.InvariantCulture, $"y{person.Birth.Year}{person.Name.Given}");
        if (person.Birth.HasDay)
        {
            var (low, high) = (Math.Min(person.Birth.Day, person.Birth.Month), Math.Max(person.Birth.Day, person.Birth.Month));
            yield return string.Create(CultureInfo.InvariantCulture, $"d{person.Birth.Year}-{low}-{high}-{person.Name.Initials[0]}");
        }
        if (person.Unit.Key.Length > 0)
            yield return $"u{person.Unit.Key}|{person.Name.Given}";
    }

    static IEnumerable<long> Distinct(List<long> sorted)
    {
        for (var at = 0; at < sorted.Count; at++)
        {
            if (at == 0 || sorted[at] != sorted[at - 1])
                yield return sorted[at];
        }
    }
}
