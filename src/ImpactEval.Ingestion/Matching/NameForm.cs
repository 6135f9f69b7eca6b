using System.Text.RegularExpressions;
using ImpactEval.Language;

namespace ImpactEval.Ingestion.Matching;

/// <summary>How far two names agree, from the strongest to none.</summary>
enum NameLevel { Unknown, Same, MarksMissing, OtherMarks, OtherOrder, Abbreviated, MiddleDropped, Near, Other }

/// <summary>A name made ready to be compared: folded parts, with and without marks, titles before it left out.</summary>
sealed partial class NameForm
{
    /// <summary>Below it two names look alike by accident (Winkler's own table calls pairs from about 0.9 alike; Vietnamese names share more syllables).</summary>
    const double LeastLikeness = 0.93;

    /// <summary>Names are abbreviated to a letter or to its digraph: N., Ng., Th.</summary>
    const int LongestAbbreviation = 3;

    static readonly HashSet<string> Titles = ["ong", "ba", "anh", "chi", "d", "c", "dc", "dong", "ts", "ths", "pgs", "gs", "bs", "ks", "mr", "mrs",
        "ms", "dr", "m", "mme", "mlle"];

    static readonly char[] Separators = [' ', '.', ',', '-', '\'', '’'];

    readonly string[] marked;
    readonly string[] plain;
    readonly string joined;
    readonly string compact;

    NameForm(string[] marked)
    {
        this.marked = marked;
        plain = [.. marked.Select(ToneMarks.Remove)];
        joined = string.Join(' ', plain);
        compact = string.Concat(plain);
        Sorted = string.Join(' ', plain.Order(StringComparer.Ordinal));
        Initials = string.Concat(plain.Select(part => part[0]));
    }

    /// <summary>At least a family and a given name; one syllable alone names nobody.</summary>
    public bool IsKnown => plain.Length > 1;

    /// <summary>The parts without marks in one order.</summary>
    public string Sorted { get; }

    public string Initials { get; }

    /// <summary>The last part: in Vietnamese the name by which a person is called.</summary>
    public string Given => plain.Length > 0 ? plain[^1] : "";

    public static NameForm Of(string name)
    {
        var withoutTitle = TitleWithSlash().Replace(FoldedText.Of(name), "");
        var parts = withoutTitle.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return new NameForm([.. parts.SkipWhile((part, at) => at < parts.Length - 2 && part.Length > 1 && Titles.Contains(ToneMarks.Remove(part)))]);
    }

    public NameLevel Compare(NameForm other)
    {
        if (!IsKnown || !other.IsKnown)
            return NameLevel.Unknown;
        if (joined == other.joined)
            return CompareMarks(other);
        if (Sorted == other.Sorted)
            return NameLevel.OtherOrder;
        if (IsAbbreviated(other))
            return NameLevel.Abbreviated;
        if (DropsMiddle(plain, other.plain) || DropsMiddle(other.plain, plain))
            return NameLevel.MiddleDropped;
        return IsNear(other) ? NameLevel.Near : NameLevel.Other;
    }

    /// <summary>Mistyped in one part, or run together.</summary>
    bool IsNear(NameForm other)
    {
        if (plain.Length != other.plain.Length)
            return compact == other.compact;
        var differing = 0;
        for (var at = 0; at < plain.Length && differing < 2; at++)
        {
            if (plain[at] != other.plain[at])
                differing++;
        }
        return differing == 1 && JaroWinkler.Of(joined, other.joined) >= LeastLikeness;
    }

    NameLevel CompareMarks(NameForm other)
    {
        var level = NameLevel.Same;
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] == other.marked[at])
                continue;
            // Hoa for Hòa leaves a mark out; Hóa and Hòa are two names.
            if (marked[at] != plain[at] && other.marked[at] != plain[at])
                return NameLevel.OtherMarks;
            level = NameLevel.MarksMissing;
        }
        return level;
    }

    /// <summary>Ng. V. An for Nguyễn Văn An: the given name is written out, every other part is the other's or its beginning.</summary>
    bool IsAbbreviated(NameForm other)
    {
        if (plain.Length != other.plain.Length || Given != other.Given || Given.Length < 2)
            return false;
        for (var at = 0; at < plain.Length - 1; at++)
        {
            var (shorter, longer) = plain[at].Length < other.plain[at].Length ? (plain[at], other.plain[at]) : (other.plain[at], plain[at]);
            if (shorter != longer && (shorter.Length > LongestAbbreviation || !longer.StartsWith(shorter, StringComparison.Ordinal)))
                return false;
        }
        return true;
    }

    /// <summary>Nguyễn An for Nguyễn Văn An: family and given name stay.</summary>
    static bool DropsMiddle(string[] shorter, string[] longer)
    {
        if (shorter.Length >= longer.Length || shorter[0] != longer[0] || shorter[^1] != longer[^1])
            return false;
        var at = 0;
        foreach (var part in longer)
        {
            if (at < shorter.Length && shorter[at] == part)
                at++;
        }
        return at == shorter.Length;
    }

    /// <summary>Đ/c: "comrade", the address of officials.</summary>
    [GeneratedRegex(@"^\s*đ/c\.?\s*|^\s*d/c\.?\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TitleWithSlash();
}
