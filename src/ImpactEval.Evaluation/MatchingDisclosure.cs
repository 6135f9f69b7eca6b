namespace ImpactEval.Evaluation;

/// <summary>What may leave of how people were found again.</summary>
static class MatchingDisclosure
{
    public static MatchingQuality Protect(MatchingQuality matching, int smallestCell)
    {
        // The total stands in the participation table, so a single hidden count would be the difference.
        var hidden = Company.Of(matching.Methods, row => row.People.Value ?? 0, smallestCell, matching.Methods.Sum(row => row.People.Value ?? 0)).ToHashSet();
        var found = matching.Methods.Where(row => row.Method is not null).Sum(row => row.People.Value ?? 0);
        var lost = matching.Methods.Where(row => row.Method is null).Sum(row => row.People.Value ?? 0);
        var isSmall = Disclosure.TooSmall(found, smallestCell) || Disclosure.TooSmall(lost, smallestCell) || hidden.Any(row => row.Method is null);
        return matching with
        {
            Methods = [.. matching.Methods.Select(row => hidden.Contains(row) ? row with { People = new Count(null) } : row)],
            Doubtful = Disclosure.TooSmall(matching.Doubtful.Value, smallestCell) ? new Count(null) : matching.Doubtful,
            Baseline = [.. matching.Baseline.Select(row => isSmall || IsSmall(row, smallestCell) ? Hidden(row) : row)],
        };
    }

    static bool IsSmall(BaselineContrast row, int smallestCell) =>
        Disclosure.TooSmall(row.Matched.Value, smallestCell) || Disclosure.TooSmall(row.Unmatched.Value, smallestCell);

    static BaselineContrast Hidden(BaselineContrast row) => new(row.Outcome, new Count(null), null, null, new Count(null), null, null, null, Suppressed: true);
}
