using ImpactEval.Language;

namespace ImpactEval.Ingestion;

/// <summary>The known word that somebody who wrote another most likely meant.</summary>
public static class NearestWord
{
    /// <returns>
    /// The candidate with the fewest slips (a letter added, lost, changed, or two swapped) from <paramref name="word"/>; the first of equals;
    /// null when more than a third of the longer word would have to change (at least one slip is always forgiven).
    /// </returns>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var sought = FoldedText.Of(word);
        var (nearest, least) = ((string?)null, int.MaxValue);
        foreach (var candidate in candidates)
        {
            var folded = FoldedText.Of(candidate);
            var forgiven = Math.Max(1, Math.Max(sought.Length, folded.Length) / 3);
            if (Math.Abs(sought.Length - folded.Length) > forgiven)
                continue;
            var slips = Slips(sought, folded);
            if (slips <= forgiven && slips < least)
                (nearest, least) = (candidate, slips);
        }
        return nearest;
    }

    /// <summary>Optimal string alignment distance.</summary>
    /// <remarks>Damerau (1964), A technique for computer detection and correction of spelling errors, CACM 7(3), 171–176.</remarks>
    internal static int Slips(string from, string to)
    {
        var beforeLast = new int[to.Length + 1];
        var last = Enumerable.Range(0, to.Length + 1).ToArray();
        var row = new int[to.Length + 1];
        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }
            (beforeLast, last, row) = (last, row, beforeLast);
        }
        return last[to.Length];
    }
}
