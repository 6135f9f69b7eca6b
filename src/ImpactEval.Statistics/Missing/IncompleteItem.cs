using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Missing;

/// <summary>One item with its gaps, in units of its own standard deviation around its mean, so that any items can be regressed on each
/// other.</summary>
sealed record IncompleteItem(double Mean, double Deviation, double[] Raw, double[] Standardised, int[] Answered, int[] Gaps)
{
    /// <exception cref="NotEstimableException">Fewer than two answers, or all alike.</exception>
    public static IncompleteItem Of(IncompleteScores scores, int item)
    {
        var answers = scores.AnswersTo(item);
        if (answers.Size < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var moments = Moments.Of(answers);
        if (!(moments.Variance > 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var (mean, deviation) = (moments.Mean, moments.StandardDeviation!.Value);
        var raw = scores.Rows.Select(row => row[item]).ToArray();
        var people = Enumerable.Range(0, raw.Length).ToLookup(person => double.IsNaN(raw[person]));
        var standardised = Array.ConvertAll(raw, answer => (answer - mean) / deviation);
        return new IncompleteItem(mean, deviation, raw, standardised, [.. people[false]], [.. people[true]]);
    }
}
