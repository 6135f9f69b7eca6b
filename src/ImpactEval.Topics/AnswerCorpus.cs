using ImpactEval.Language;

namespace ImpactEval.Topics;

/// <summary>The answers as the division into themes sees them: each a bag of word numbers; words that only one answer has are left out, they cannot bind anything.</summary>
sealed class AnswerCorpus
{
    const int LeastAnswersOfAWord = 2;

    AnswerCorpus(string[] words, int[] answers, int[][] bags, AnswerWords[] read, int[] uninformative, int[] apart) =>
        (Words, Answers, Bags, Read, Uninformative, Apart) = (words, answers, bags, read, uninformative, apart);

    /// <summary>The vocabulary, in ordinal order.</summary>
    public string[] Words { get; }

    /// <summary>For each answer in the model, its index among the texts given.</summary>
    public int[] Answers { get; }

    /// <summary>For each answer in the model, its word numbers in ascending order, repeated as often as used.</summary>
    public int[][] Bags { get; }

    /// <summary>For each answer in the model, its content words in the order written.</summary>
    public AnswerWords[] Read { get; }

    public int[] Uninformative { get; }

    public int[] Apart { get; }

    public static AnswerCorpus Of(IReadOnlyList<string> texts, ThemeOptions options, ParallelOptions parallel)
    {
        var read = new AnswerWords[texts.Count];
        Parallel.For(0, texts.Count, parallel, i => read[i] = AnswerWords.Of(texts[i], options.DropOfficialese));

        string[] words = [.. read.SelectMany(answer => answer.Words.Select(word => word.Key).Distinct(StringComparer.Ordinal))
            .CountBy(word => word).Where(word => word.Value >= LeastAnswersOfAWord).Select(word => word.Key).Order(StringComparer.Ordinal)];
        var numbers = words.Select((word, number) => (word, number)).ToDictionary(pair => pair.word, pair => pair.number, StringComparer.Ordinal);
        var bags = Array.ConvertAll(read, answer => Bag(answer, numbers));
        int[] inModel = [.. Indices(bags, bag => bag.Length > 0)];
        return new AnswerCorpus(
            words,
            inModel,
            [.. inModel.Select(i => bags[i])],
            [.. inModel.Select(i => read[i])],
            [.. Indices(read, answer => answer.Words.Count == 0)],
            [.. Indices(read, answer => answer.Words.Count > 0).Where(i => bags[i].Length == 0)]);
    }

    static int[] Bag(AnswerWords answer, Dictionary<string, int> numbers)
    {
        int[] bag = [.. answer.Words.Select(word => numbers.GetValueOrDefault(word.Key, -1)).Where(number => number >= 0)];
        Array.Sort(bag);
        return bag;
    }

    static IEnumerable<int> Indices<T>(T[] items, Func<T, bool> isWanted) => Enumerable.Range(0, items.Length).Where(i => isWanted(items[i]));
}
