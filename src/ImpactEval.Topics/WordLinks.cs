namespace ImpactEval.Topics;

/// <summary>
/// How much more often than by chance two words stand in the same answer: positive pointwise mutual information, <c>max(0, ln p(v, w) / (p(v) p(w)))</c>.
/// A word is linked with itself too, so that an answer of one word has a place. Words of like meaning have like links, though no answer uses both.
/// </summary>
/// <remarks>Bullinaria, Levy (2007), Extracting semantic representations from word co-occurrence statistics, Behavior Research Methods 39, 510–526.</remarks>
sealed class WordLinks
{
    readonly (int Word, double Link)[][] links;

    WordLinks((int Word, double Link)[][] links) => this.links = links;

    public int Words => links.Length;

    /// <param name="bags">For each answer its different words in ascending order.</param>
    public static WordLinks In(int[][] bags, int words)
    {
        var together = Enumerable.Range(0, words).Select(_ => new SortedDictionary<int, int>()).ToArray();
        foreach (var bag in bags)
        {
            foreach (var word in bag)
            {
                foreach (var other in bag)
                    together[word][other] = together[word].GetValueOrDefault(other) + 1;
            }
        }
        var sums = Array.ConvertAll(together, row => (double)row.Values.Sum());
        var all = sums.Sum();
        return new WordLinks([.. together.Select((row, word) => row
            .Select(other => (other.Key, Link: Math.Log(other.Value * all / (sums[word] * sums[other.Key]))))
            .Where(other => other.Link > 0).ToArray())]);
    }

    /// <summary>The product of the symmetric matrix of links with a vector.</summary>
    public void Multiply(double[] vector, double[] product)
    {
        for (var word = 0; word < links.Length; word++)
        {
            var sum = 0.0;
            foreach (var (other, link) in links[word])
                sum += link * vector[other];
            product[word] = sum;
        }
    }
}
