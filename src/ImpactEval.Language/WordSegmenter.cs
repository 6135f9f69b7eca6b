namespace ImpactEval.Language;

/// <summary>
/// Vietnamese writes a space between syllables, not between words; this finds the words: the division of the text whose words together
/// are worth most (Viterbi), each word judged by the lexicon, by how its syllables behave elsewhere, and by its capitals.
/// </summary>
/// <remarks>Collins (2002), Discriminative training methods for hidden Markov models, EMNLP, 1–8; the weights are learnt from UD_Vietnamese-VTB.</remarks>
public sealed class WordSegmenter
{
    // Words of the lexicon have at most five syllables; a run of capitals longer than eight is a heading, not a name.
    const int LongestWord = 5, LongestName = 8;

    static readonly Lazy<WordSegmenter> Loaded = new(() => new WordSegmenter());

    readonly VietnameseLexicon lexicon = VietnameseLexicon.Shared;
    readonly SegmenterWeights weights = SegmenterWeights.Load();

    WordSegmenter()
    {
    }

    public static WordSegmenter Shared => Loaded.Value;

    /// <summary>How many tokens each word takes, in order; the sum is the number of tokens.</summary>
    /// <param name="tokens">Syllables, numbers and signs as written, NFC.</param>
    public IReadOnlyList<int> WordLengths(IReadOnlyList<string> tokens)
    {
        var sentence = new Sentence(tokens);
        var best = new double[tokens.Count + 1];
        var back = new int[tokens.Count + 1];
        Array.Fill(best, double.NegativeInfinity, 1, tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
            Extend(sentence, i, best, back);

        var lengths = new List<int>(tokens.Count);
        for (var end = tokens.Count; end > 0; end = back[end])
            lengths.Add(end - back[end]);
        lengths.Reverse();
        return lengths;
    }

    void Extend(Sentence sentence, int i, double[] best, int[] back)
    {
        Offer(1, LoneWorth(sentence, i));
        if (!sentence.IsWord(i))
            return;
        var capitals = sentence.IsCapital(i);
        for (var length = 2; length <= LongestName && i + length <= sentence.Count && sentence.IsWord(i + length - 1); length++)
        {
            capitals &= sentence.IsCapital(i + length - 1);
            var word = length <= LongestWord ? lexicon.Word(sentence.Lower(i, length)) ?? default : default;
            var isKnown = word.IsHeadword || word.Joined > 0;
            if (isKnown || capitals || (length == 2 && !sentence.IsCapital(i + 1)))
                Offer(length, JoinedWorth(sentence, i, length, word));
        }

        void Offer(int length, double worth)
        {
            if (best[i] + worth <= best[i + length])
                return;
            best[i + length] = best[i] + worth;
            back[i + length] = i;
        }
    }

    double LoneWorth(Sentence sentence, int i)
    {
        if (!sentence.IsWord(i))
            return weights.Mark;
        var beside = sentence.IsCapital(i) && !sentence.Starts(i) ? sentence.IsCapital(i - 1) || sentence.IsCapital(i + 1) : (bool?)null;
        return weights.Lone(lexicon.Syllable(sentence.Lower(i, 1)), beside);
    }

    double JoinedWorth(Sentence sentence, int i, int length, LexiconWord word)
    {
        var shape = sentence.Shape(i, length);
        var worth = weights.Joined(length, word, shape);
        if (shape is 'C' or 'D')
            return worth + weights.Run(sentence.IsCapital(i - 1), sentence.IsCapital(i + length));
        if (word.Joined > 0)
            return worth;
        var (first, last) = (lexicon.Syllable(sentence.Lower(i, 1)), lexicon.Syllable(sentence.Lower(i + length - 1, 1)));
        return worth + weights.Unseen(word.IsHeadword, first, last);
    }

    /// <summary>Tokens with what is asked of them again and again: small letters side by side, capitals, starts of sentences.</summary>
    sealed class Sentence
    {
        readonly string lower;
        readonly int[] offsets;
        readonly bool[] isWord, isCapital, isEnd;

        public Sentence(IReadOnlyList<string> tokens)
        {
            lower = ToneMarks.Place(string.Join(' ', tokens).ToLowerInvariant());
            (offsets, isWord, isCapital, isEnd) = (new int[tokens.Count + 1], new bool[tokens.Count], new bool[tokens.Count], new bool[tokens.Count]);
            for (var i = 0; i < tokens.Count; i++)
            {
                var token = tokens[i];
                offsets[i + 1] = offsets[i] + token.Length + 1;
                isWord[i] = char.IsLetter(token[0]) && token.All(letter => char.IsLetter(letter) || letter is '-' or '\'');
                isCapital[i] = char.IsUpper(token[0]);
                isEnd[i] = token is "." or "!" or "?" or ":" or "\"" or "“" or "…" or "-";
            }
        }

        public int Count => isWord.Length;

        public bool IsWord(int i) => isWord[i];

        public bool IsCapital(int i) => i >= 0 && i < isCapital.Length && isCapital[i];

        public bool Starts(int i) => i == 0 || isEnd[i - 1];

        public ReadOnlySpan<char> Lower(int i, int length) => lower.AsSpan(offsets[i], offsets[i + length] - 1 - offsets[i]);

        /// <summary>C all capitals, D the same at the start of a sentence, s only the first, 0 none, m mixed.</summary>
        public char Shape(int i, int length)
        {
            var capitals = isCapital.AsSpan(i, length).Count(true);
            if (capitals == length)
                return Starts(i) ? 'D' : 'C';
            return capitals == 0 ? '0' : capitals == 1 && isCapital[i] ? 's' : 'm';
        }
    }
}
