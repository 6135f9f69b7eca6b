namespace ImpactEval.Statistics.Conformance;

/// <summary>What became of an entry.</summary>
public enum EntryOutcome { Agrees, Differs, LeftOut }

/// <summary>One entry held against our engine.</summary>
/// <param name="Worst">Largest error as a share of the tolerance; at most 1 when it agrees.</param>
/// <param name="Notes">What differs, number by number; or why the entry is left out.</param>
public sealed record EntryResult(ConformanceEntry Entry, EntryOutcome Outcome, double Worst, IReadOnlyList<string> Notes);

/// <summary>All entries of one procedure.</summary>
/// <param name="Worst">Largest error as a share of the tolerance.</param>
/// <param name="Differences">What differs, with the entry's id before it.</param>
public sealed record ProcedureAgreement(string Procedure, int Compared, int LeftOut, double Worst, IReadOnlyList<string> Differences)
{
    public bool Agrees => Differences.Count == 0;
}

/// <summary>Holds our engine against entries, one mapping for each procedure, by the entry's procedure and arguments alone.</summary>
public static class ConformanceSuite
{
    /// <summary>Procedures that we have a mapping for.</summary>
    public static IReadOnlyCollection<string> Procedures { get; } = [.. Conformance.Procedures.All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>An entry that fails in any way differs; its note says how.</summary>
    public static EntryResult Of(ConformanceEntry entry)
    {
        if (LeftOut.Because(entry) is { } reason)
            return new EntryResult(entry, EntryOutcome.LeftOut, 0, [reason]);
        try
        {
            var agreement = Agreement.Of(entry, Conformance.Procedures.Run(entry));
            return new EntryResult(entry, agreement.Differences.Count == 0 ? EntryOutcome.Agrees : EntryOutcome.Differs, agreement.Worst, agreement.Differences);
        }
        catch (NotSupportedException missing)
        {
            return new EntryResult(entry, EntryOutcome.Differs, double.PositiveInfinity, [$"we have no {missing.Message}"]);
        }
#pragma warning disable CA1031 // Whatever an entry stumbles over is a disagreement with its name, and the others are compared all the same.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new EntryResult(entry, EntryOutcome.Differs, double.PositiveInfinity, [$"{failure.GetType().Name}: {failure.Message}"]);
        }
    }

    /// <summary>All of them, on any number of threads, in their order.</summary>
    public static IReadOnlyList<EntryResult> Run(IEnumerable<ConformanceEntry> entries) => [.. entries.AsParallel().AsOrdered().Select(Of)];

    public static IReadOnlyList<ProcedureAgreement> ByProcedure(IEnumerable<EntryResult> results) =>
    [
        .. results.GroupBy(result => result.Entry.Procedure, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
        {
            var compared = group.Where(result => result.Outcome != EntryOutcome.LeftOut).ToArray();
            return new ProcedureAgreement(
                group.Key, compared.Length, group.Count() - compared.Length, compared.Select(result => result.Worst).DefaultIfEmpty().Max(),
                [.. compared.Where(result => result.Outcome == EntryOutcome.Differs).SelectMany(result => result.Notes.Select(note => $"{result.Entry.Id}: {note}"))]);
        }),
    ];
}
