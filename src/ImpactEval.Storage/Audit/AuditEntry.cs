namespace ImpactEval.Storage.Audit;

/// <summary>What the audit log speaks of.</summary>
public enum AuditAction
{
    /// <summary>A file was taken in, or took the place of an earlier one.</summary>
    Import,
    /// <summary>A whole import was taken out again.</summary>
    Undo,
    /// <summary>A person was erased.</summary>
    Erase,
    /// <summary>Identities left the vault because their time was over.</summary>
    ExpireIdentities,
    /// <summary>Answers left the store because their time was over.</summary>
    ExpireAnswers,
    Backup,
    Restore,
    /// <summary>The schema was brought forward.</summary>
    Migrate,
    /// <summary>The large tables were spread over a cluster.</summary>
    Distribute,
    /// <summary>What nothing refers to was cleared away.</summary>
    Repair,
    /// <summary>Somebody decided whether two records are one person.</summary>
    MatchDecision,
}

/// <summary>One entry, as it stands in the log. Nothing in it names or describes a participant.</summary>
/// <param name="HappenedAt">UTC, ISO 8601 with seven decimals.</param>
/// <param name="Study">Code of the study; empty when the whole store is meant.</param>
/// <param name="Detail">Canonical JSON: numbers of imports, fingerprints, counts.</param>
/// <param name="Sha256">Fingerprint of everything else in the entry, the fingerprint of the entry before it included.</param>
public sealed record AuditEntry(
    long Number, string HappenedAt, string Actor, string Action, string Study, string Detail, string PreviousSha256, string Sha256)
{
    /// <summary>What stands before the first entry.</summary>
    internal static readonly string Beginning = new('0', 64);

    internal string Expected => Fingerprint.Of(new { Number, HappenedAt, Actor, Action, Study, Detail, PreviousSha256 });
}

/// <summary>What <c>audit verify</c> found.</summary>
public enum AuditBreak
{
    /// <summary>The chain is whole.</summary>
    None,
    /// <summary>An entry was taken out, or put in between.</summary>
    NumberMissing,
    /// <summary>An entry does not follow from the one before it.</summary>
    ChainBroken,
    /// <summary>An entry was changed.</summary>
    ContentChanged,
    /// <summary>The fingerprint that was noted down earlier stands nowhere: the end was cut off, or the log was written anew.</summary>
    HeadMissing,
}

/// <param name="Entries">Entries that were read before the break, or all.</param>
/// <param name="Number">Number of the first broken entry; null when the chain is whole or its end is missing.</param>
/// <param name="Head">Fingerprint of the last entry that holds. Noted down elsewhere it proves later that nothing was cut off.</param>
public sealed record AuditVerdict(AuditBreak Break, long Entries, long? Number, string Head);
