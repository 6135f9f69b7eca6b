using ImpactEval.Statistics.Multiplicity;
using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>
/// Holm's adjustment within each declared family and comparison. Primary outcomes that no family names form the family <c>primary</c>;
/// the values of one group dimension form a family for each outcome.
/// </summary>
static class FamilyAdjustment
{
    public const string PrimaryFamily = "primary";

    public static IReadOnlyList<ChangeFinding> Adjust(IReadOnlyList<ChangeFinding> findings, Study study) =>
        Adjust([.. findings.Select(finding => finding with { Family = FamilyOf(finding, study) })]);

    /// <summary>
    /// Adjusts what is there within the families that it names. Done again when findings are hidden: they went for their size, never for their
    /// result, and Holm's running maximum would print the p value of a hidden one beside its neighbour.
    /// </summary>
    public static IReadOnlyList<ChangeFinding> Adjust(IReadOnlyList<ChangeFinding> findings)
    {
        var named = findings.ToArray();
        var families = Enumerable.Range(0, named.Length)
            .Where(i => named[i].Family is not null && named[i].Test is not null)
            .GroupBy(i => (named[i].Family, named[i].Kind, named[i].From, named[i].To));
        foreach (var family in families)
        {
            var places = family.ToArray();
            var adjusted = HolmAdjustment.Of([.. places.Select(i => (double?)named[i].Test!.PValue)]);
            foreach (var (place, p) in places.Zip(adjusted))
                named[place] = named[place] with { AdjustedPValue = p };
        }
        return named;
    }

    static string? FamilyOf(ChangeFinding finding, Study study)
    {
        if (finding.Group is { } group)
            return $"{finding.Outcome}@{group.Dimension}";
        var declared = study.Analysis.Families.FirstOrDefault(family => family.Contains(finding.Outcome));
        return declared?.Code ?? (finding.Primary ? PrimaryFamily : null);
    }
}
