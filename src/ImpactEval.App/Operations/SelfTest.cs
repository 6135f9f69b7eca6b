using ImpactEval.Statistics.Conformance;

namespace ImpactEval.App.Operations;

/// <summary>The engine on this machine held against what is known.</summary>
/// <param name="Oracle">Null where the environment names none.</param>
sealed record SelfTest(IReadOnlyList<ReferenceSetAgreement> Nist, IReadOnlyList<EntryResult> Published, IReadOnlyList<EntryResult>? Oracle)
{
    /// <summary>Every number agrees; what is left out is no disagreement.</summary>
    public bool Agrees => Nist.All(set => set.Agrees) && Published.Concat(Oracle ?? []).All(result => result.Outcome != EntryOutcome.Differs);

    /// <param name="oracle">Folder of the oracle; null for none.</param>
    /// <exception cref="OracleUnreadableException">The folder is named and cannot be read.</exception>
    public static SelfTest Run(string? oracle)
    {
        var entries = oracle is null ? null : OracleFolder.Read(oracle);
        return new SelfTest(NistReferenceSets.Run(), ConformanceSuite.Run(PublishedTables.Entries()), entries is null ? null : ConformanceSuite.Run(entries));
    }
}
