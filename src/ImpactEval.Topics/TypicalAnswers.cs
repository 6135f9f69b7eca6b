namespace ImpactEval.Topics;

/// <summary>Answers that speak for a theme and not all with the same words: near its centre in TF-IDF, far from those already chosen.</summary>
sealed class TypicalAnswers
{
    // How much being typical counts against being different; Carbonell and Goldstein (1998), Proc. SIGIR, 335–336.
    const double TypicalShare = 0.7;

    readonly AnswerCorpus corpus;
    readonly double[] weight;

    public TypicalAnswers(AnswerCorpus corpus)
    {
        this.corpus = corpus;
        var answersOf = new int[corpus.Words.Length];
        foreach (var word in corpus.Bags.SelectMany(bag => bag.Distinct()))
            answersOf[word]++;
        weight = Array.ConvertAll(answersOf, answers => Math.Log(1 + (double)corpus.Bags.Length / answers));
    }

    public List<int> Of(int[] members, int wanted)
    {
        var vectors = Array.ConvertAll(members, Vector);
        var centre = new double[corpus.Words.Length];
        foreach (var (word, value) in vectors.SelectMany(vector => vector))
            centre[word] += value;
        var length = Math.Sqrt(centre.Sum(value => value * value));
        var nearness = Array.ConvertAll(vectors, vector => vector.Sum(entry => entry.Value * centre[entry.Key]) / length);

        var chosen = new List<int>();
        var likeness = new double[members.Length];
        while (chosen.Count < Math.Min(wanted, members.Length))
        {
            var best = Enumerable.Range(0, members.Length).Where(i => !chosen.Contains(i))
                .MaxBy(i => TypicalShare * nearness[i] - (1 - TypicalShare) * likeness[i]);
            if (likeness[best] > 1 - 1e-9)
                break;
            chosen.Add(best);
            for (var i = 0; i < members.Length; i++)
                likeness[i] = Math.Max(likeness[i], Inner(vectors[i], vectors[best]));
        }
        return [.. chosen.Select(i => members[i])];
    }

    SortedDictionary<int, double> Vector(int answer)
    {
        var vector = new SortedDictionary<int, double>();
        foreach (var word in corpus.Bags[answer])
            vector[word] = vector.GetValueOrDefault(word) + weight[word];
        var length = Math.Sqrt(vector.Values.Sum(value => value * value));
        foreach (var word in corpus.Bags[answer].Distinct())
            vector[word] /= length;
        return vector;
    }

    static double Inner(SortedDictionary<int, double> a, SortedDictionary<int, double> b) =>
        a.Sum(entry => entry.Value * b.GetValueOrDefault(entry.Key));
}
