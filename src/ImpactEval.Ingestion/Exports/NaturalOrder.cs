namespace ImpactEval.Ingestion.Exports;

/// <summary>Codes in the order a person sorts them: 9 before 10, letters by code point.</summary>
sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (x ?? "", y ?? "");
        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            var compared = char.IsAsciiDigit(left[i]) && char.IsAsciiDigit(right[j])
                ? CompareNumbers(left, ref i, right, ref j)
                : left[i++].CompareTo(right[j++]);
            if (compared != 0)
                return compared;
        }
        var rest = (left.Length - i).CompareTo(right.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(left, right);
    }

    static int CompareNumbers(string left, ref int i, string right, ref int j)
    {
        var one = Digits(left, ref i);
        var other = Digits(right, ref j);
        var byLength = one.Length.CompareTo(other.Length);
        return byLength != 0 ? byLength : one.SequenceCompareTo(other);
    }

    /// <summary>A run of digits without its leading zeros.</summary>
    static ReadOnlySpan<char> Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return text.AsSpan(start, at - start).TrimStart('0');
    }
}
