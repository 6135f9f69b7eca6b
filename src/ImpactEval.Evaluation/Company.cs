namespace ImpactEval.Evaluation;

/// <summary>Which counts of one column hide together, so that none can be worked out from the total and the counts that stay.</summary>
static class Company
{
    /// <summary>
    /// The rows that are too small, and with them the next smallest until the attacker who subtracts what is shown from the total is left with
    /// at least two rows and, as each holds at least one person, no upper limit below the largest count that may not be shown.
    /// </summary>
    /// <param name="total">People in all, when that is shown. Those who are in no row are a row that nobody prints.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> rows, Func<T, int> people, int smallestCell, int? total = null)
    {
        var ordered = rows.Where(row => people(row) > 0).OrderBy(people).ToArray();
        var inNoRow = Math.Max(0, total - ordered.Sum(people) ?? 0);
        var unprinted = Disclosure.TooSmall(inNoRow, smallestCell) ? 1 : 0;
        var small = ordered.Count(row => people(row) < smallestCell);
        if (small + unprinted == 0)
            return [];

        var (hidden, sum) = (small + unprinted, ordered.Take(small).Sum(people) + unprinted * inNoRow);
        var shown = small;
        while (shown < ordered.Length && (hidden < 2 || sum - (hidden - 1) < smallestCell - 1))
        {
            sum += people(ordered[shown++]);
            hidden++;
        }
        return ordered.Take(shown);
    }
}
