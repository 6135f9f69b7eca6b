using System.Globalization;

namespace ImpactEval.Language;

/// <summary>What each feature of a word is worth, learnt by Lexicons/learn_segmenter.py, which names and explains the features.</summary>
sealed class SegmenterWeights
{
    const int Sizes = 6, Shares = 6, Lengths = 5;
    const string Forms = "CDs0m";

    readonly double lone, mark;
    readonly double[] loneShare, loneCount, loneCapital, share, form, formKnown, run, headword, joined;
    readonly double[] begins, ends, firstShare, lastShare;

    SegmenterWeights(Dictionary<string, double> learnt)
    {
        double Of(string feature) => learnt.GetValueOrDefault(feature);
        double[] Table(int size, Func<int, string> feature) => [.. Enumerable.Range(0, size).Select(i => Of(feature(i)))];
        double[] ByHead(string feature, Func<int, string> bucket, int buckets) =>
            Table(2 * buckets, i => feature + i / buckets + bucket(i % buckets));

        (lone, mark) = (Of("1"), Of("1n"));
        loneShare = Table(Shares, i => "1s" + ShareName(i));
        loneCount = Table(Sizes, i => "1c" + Digit(i));
        loneCapital = Table(2, i => "1C" + Digit(i));
        share = Table(Shares, i => "r" + ShareName(i));
        form = Table(Forms.Length, i => "S" + Forms[i]);
        formKnown = Table(2 * Forms.Length, i => "S" + Forms[i / 2] + Digit(i % 2));
        run = Table(4, i => "C" + Digit(i / 2) + Digit(i % 2));
        headword = ByHead("h", Digit, Lengths);
        joined = Table(2 * Sizes, i => "j" + Digit(i / 2) + Digit(i % 2));
        begins = ByHead("uf", Digit, Sizes);
        ends = ByHead("ul", Digit, Sizes);
        firstShare = ByHead("us", ShareName, Shares);
        lastShare = ByHead("ut", ShareName, Shares);
    }

    public static SegmenterWeights Load() => new(LexiconFile.Entries("vi-segmenter.tsv")
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal));

    /// <summary>A token that is no word: a number, a sign.</summary>
    public double Mark => mark;

    /// <summary>A syllable alone; <paramref name="capital"/> is null unless it is written large inside a sentence, then whether a neighbour is too.</summary>
    public double Lone(LexiconSyllable syllable, bool? capital) =>
        lone + loneShare[Share(syllable.Alone, syllable.Inside)] + loneCount[Size(syllable.Alone)]
        + (capital is { } beside ? loneCapital[beside ? 1 : 0] : 0);

    /// <summary>Several syllables as one word, whatever their letters: what lexicon and capitals say.</summary>
    public double Joined(int length, LexiconWord word, char shape)
    {
        var (head, at) = (word.IsHeadword ? 1 : 0, Forms.IndexOf(shape, StringComparison.Ordinal));
        var split = word.IsHeadword || word.Joined > 0 ? word.Split : 0;
        var known = word.IsHeadword || word.Joined > 0 ? 1 : 0;
        return headword[head * Lengths + Math.Min(length, 4)] + joined[Size(word.Joined) * 2 + head] + share[Share(word.Joined, split)]
            + form[at] + formKnown[at * 2 + known];
    }

    /// <summary>A run of capitals: whether it could have begun earlier and gone on.</summary>
    public double Run(bool before, bool after) => run[(before ? 2 : 0) + (after ? 1 : 0)];

    /// <summary>A word the treebank has not: how its first and last syllable behave elsewhere.</summary>
    public double Unseen(bool isHeadword, LexiconSyllable first, LexiconSyllable last)
    {
        var head = isHeadword ? 1 : 0;
        return begins[head * Sizes + Size(first.Begins)] + ends[head * Sizes + Size(last.Ends)]
            + firstShare[head * Shares + Share(first.Alone, first.Inside)] + lastShare[head * Shares + Share(last.Alone, last.Inside)];
    }

    static int Size(int count) => count switch { <= 0 => 0, 1 => 1, < 4 => 2, < 10 => 3, < 30 => 4, _ => 5 };

    // Five classes of the share a/(a+b), and the last for "nothing seen".
    static int Share(int a, int b)
    {
        if (a + b <= 0)
            return Shares - 1;
        return ((double)a / (a + b)) switch { < 0.1 => 0, < 0.35 => 1, < 0.65 => 2, < 0.9 => 3, _ => 4 };
    }

    static string ShareName(int index) => index == Shares - 1 ? "x" : Digit(index);

    static string Digit(int value) => value.ToString(CultureInfo.InvariantCulture);
}
