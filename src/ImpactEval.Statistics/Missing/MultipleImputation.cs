namespace ImpactEval.Statistics.Missing;

/// <summary>How a gap is filled from the regression of its item on all others.</summary>
public enum ImputationModel
{
    /// <summary>Prediction plus normal noise; may leave the scale of the item.</summary>
    Normal,
    /// <summary>The answer of one of the five people whose prediction is nearest; never leaves the scale.</summary>
    PredictiveMeanMatching,
}

/// <summary>Several plausible completions of scores with gaps, so that the analysis knows what it does not know.</summary>
public static class MultipleImputation
{
    /// <summary>As many as one reads in practice for effects with up to a third of the answers missing.</summary>
    public const int UsualImputations = 20;

    /// <summary>Rounds through all items, after which chains have usually mixed.</summary>
    public const int UsualRounds = 10;

    /// <summary>
    /// Chained equations: gaps start as random answers of the same item; then, round by round, each item is regressed on all others with a
    /// parameter draw from its posterior (flat prior), and its gaps are drawn anew.
    /// </summary>
    /// <param name="scores">
    /// Items (columns), also covariates, arms as 0/1 and products such as arm × pre, as the analysis to come will use them; at least two answers
    /// that vary in every column.
    /// </param>
    /// <param name="model">How gaps are drawn.</param>
    /// <param name="imputations">m ≥ 2.</param>
    /// <param name="rounds">At least 1.</param>
    /// <param name="seed">Same seed, same completions, on any machine and number of threads: each one has a stream of its own.</param>
    /// <returns>m data sets in the order of the people, answers that were there unchanged.</returns>
    /// <exception cref="NotEstimableException">An item has fewer than two answers or does not vary, or people answered nothing but gaps.</exception>
    /// <remarks>
    /// Rubin (1987), Multiple imputation for nonresponse in surveys, pp. 167 and 168; van Buuren (2018), Flexible imputation of missing data, 2nd
    /// ed., sections 3.2 and 3.4 (type 1 matching, five donors), algorithm 4.3.
    /// </remarks>
    public static IReadOnlyList<double[][]> Of(
        IncompleteScores scores, ImputationModel model, int imputations = UsualImputations, int rounds = UsualRounds, ulong seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(imputations, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        var items = Enumerable.Range(0, scores.Items).Select(item => IncompleteItem.Of(scores, item)).ToArray();
        var completed = new double[imputations][][];
        Parallel.For(0, imputations, number =>
        {
            var chain = new ImputationChain(items, scores.Persons, model, new RandomStream(seed, (ulong)number));
            for (var round = 0; round < rounds; round++)
                chain.NextRound();
            completed[number] = chain.Completed();
        });
        return completed;
    }
}
