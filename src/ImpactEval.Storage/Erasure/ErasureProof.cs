using ImpactEval.Storage.Audit;
using ImpactEval.Studies;

namespace ImpactEval.Storage.Erasure;

/// <summary>Why somebody is erased. A choice of words, since a free text would bring personal data into the log that nothing can be taken out of.</summary>
public enum ErasureReason
{
    /// <summary>The person asked for it.</summary>
    Request,
    /// <summary>The person withdrew their consent.</summary>
    Withdrawal,
    /// <summary>The data should never have been taken in.</summary>
    Mistake,
    /// <summary>Their time was over.</summary>
    Retention,
}

/// <summary>What was taken out, in rows.</summary>
/// <param name="Mentions">Texts of other people in which the name, a code or another mark of the person was blotted out.</param>
/// <param name="Results">Stored findings that were made with the person and are made anew by the next evaluation.</param>
public sealed record ErasureCounts(
    int Studies, int Imports, int People, int Aliases, int Identities, int Originals, int QuarantinedTexts, int Mentions,
    int Enrolments, int Assessments, int Answers, int Results);

/// <summary>That an erasure took place, without personal data: the entry of the audit log, and what was done since.</summary>
/// <param name="Wiped">The databases were rewritten, so that the bytes are gone from their files too.</param>
/// <param name="Files">Source files that brought the person. They lie in the study folder and are for the officer to mend or delete.</param>
public sealed record ErasureProof(AuditEntry Entry, ErasureCounts Counts, bool Wiped, IReadOnlyList<FileStamp> Files);
