namespace ImpactEval.Ingestion.Matching;

/// <summary>How alike two short texts are, from 0 to 1.</summary>
static class JaroWinkler
{
    const int LongestPrefix = 4;
    const double WorthOfPrefixLetter = 0.1;

    /// <summary>
    /// <c>J = (c/|a| + c/|b| + (c − τ)/c) / 3</c> with <c>c</c> letters in common no farther apart than half the longer text and <c>τ</c> half the
    /// number of them out of order; then <c>J + 0.1·ℓ·(1 − J)</c> with <c>ℓ ≤ 4</c> equal letters at the beginning.
    /// </summary>
    /// <remarks>
    /// Jaro (1989), Advances in record-linkage methodology, JASA 84, 414–420; Winkler (1990), String comparator metrics and enhanced decision
    /// rules in the Fellegi–Sunter model, Proceedings of the Section on Survey Research Methods, ASA, 354–359.
    /// </remarks>
    public static double Of(string one, string other)
    {
        var jaro = Jaro(one, other);
        var prefix = 0;
        while (prefix < LongestPrefix && prefix < one.Length && prefix < other.Length && one[prefix] == other[prefix])
            prefix++;
        return jaro + (WorthOfPrefixLetter * prefix * (1 - jaro));
    }

    public static double Jaro(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0)
            return one.Length == other.Length ? 1 : 0;
        var reach = Math.Max(0, (Math.Max(one.Length, other.Length) / 2) - 1);
        Span<bool> taken = other.Length <= 256 ? stackalloc bool[other.Length] : new bool[other.Length];
        Span<char> common = one.Length <= 256 ? stackalloc char[one.Length] : new char[one.Length];
        var count = 0;
        for (var at = 0; at < one.Length; at++)
        {
            var last = Math.Min(other.Length - 1, at + reach);
            for (var place = Math.Max(0, at - reach); place <= last; place++)
            {
                if (taken[place] || other[place] != one[at])
                    continue;
                taken[place] = true;
                common[count++] = one[at];
                break;
            }
        }
        if (count == 0)
            return 0;
        var outOfOrder = OutOfOrder(common, other, taken);
        return (((double)count / one.Length) + ((double)count / other.Length) + ((count - (outOfOrder / 2.0)) / count)) / 3;
    }

    static int OutOfOrder(ReadOnlySpan<char> common, string other, ReadOnlySpan<bool> taken)
    {
        var (found, outOfOrder) = (0, 0);
        for (var place = 0; place < other.Length; place++)
        {
            if (taken[place] && common[found++] != other[place])
                outOfOrder++;
        }
        return outOfOrder;
    }
}
