namespace ImpactEval.Topics;

/// <summary>Pairs of content words that stand side by side so often, and among so different words, that together they are one term.</summary>
/// <remarks>Feng, Chen, Deng, Zheng (2004), Accessor variety criteria for Chinese word extraction, Computational Linguistics 30(1), 75–93.</remarks>
sealed class FrequentPairs
{
    const int LeastOften = 3;

    // The pair must make up this share of the uses of its rarer word.
    const double LeastShare = 0.3;

    // Different words before it, and behind it; a piece of a set sentence always has the same.
    const int LeastVariety = 2;

    readonly HashSet<(string First, string Second)> pairs;

    FrequentPairs(HashSet<(string First, string Second)> pairs) => this.pairs = pairs;

    public static FrequentPairs In(AnswerCorpus corpus)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var uses = new Dictionary<(string First, string Second), Uses>();
        foreach (var answer in corpus.Read.Select(read => read.Words))
        {
            for (var i = 0; i < answer.Count; i++)
            {
                words[answer[i].Key] = words.GetValueOrDefault(answer[i].Key) + 1;
                if (i == 0 || !answer[i].Follows)
                    continue;
                if (!uses.TryGetValue((answer[i - 1].Key, answer[i].Key), out var pair))
                    uses[(answer[i - 1].Key, answer[i].Key)] = pair = new Uses();
                pair.Count++;
                pair.Before.Add(i > 1 ? answer[i - 2].Key : "");
                pair.Behind.Add(i + 1 < answer.Count ? answer[i + 1].Key : "");
            }
        }
        return new FrequentPairs([.. uses.Where(pair => IsTerm(pair.Value, Math.Min(words[pair.Key.First], words[pair.Key.Second]))).Select(pair => pair.Key)]);
    }

    static bool IsTerm(Uses pair, int usesOfRarer) => pair.Count >= LeastOften && pair.Count >= LeastShare * usesOfRarer
        && pair.Before.Count >= LeastVariety && pair.Behind.Count >= LeastVariety;

    /// <summary>The words of an answer with frequent pairs as one term, from left to right.</summary>
    public IEnumerable<ContentWord> Join(IReadOnlyList<ContentWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && words[i + 1].Follows && pairs.Contains((words[i].Key, words[i + 1].Key)))
            {
                yield return Joined(words[i], words[i + 1]);
                i++;
            }
            else
                yield return words[i];
        }
    }

    static ContentWord Joined(ContentWord first, ContentWord second)
    {
        // Kana and kanji are written without spaces.
        var space = second.Key[0] >= '\u3041' ? "" : " ";
        return new ContentWord(first.Key + space + second.Key, first.Shown + space + second.Shown, Follows: false);
    }

    sealed class Uses
    {
        public int Count { get; set; }

        public HashSet<string> Before { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Behind { get; } = new(StringComparer.Ordinal);
    }
}
