namespace ImpactEval.Studies;

/// <summary>What can be wrong with a row; the user's words are made from the kind when shown.</summary>
public enum RowProblemKind
{
    MissingId,
    IdVariant,
    DuplicateIdentical,
    DuplicateConflicting,
    UnknownWave,
    UnknownCohort,
    UnknownGroupValue,
    ScoreOutOfRange,
    ScoreNotNumeric,
    DateInvalid,
    DateAmbiguous,
    RaggedRow,
    BlankRow,
    UnfinishedResponse,
    EmptyAnswer,
    FormulaLikeText,
    PiiInFreeText,
    TextUnreadable,
}

/// <summary>One thing wrong with one row of a file. It is a value, never an exception.</summary>
/// <param name="Row">The row a person sees in the sheet, from 1.</param>
/// <param name="Column">Heading of the column, or empty when the whole row is meant.</param>
/// <param name="Found">What stood there; belongs to the vault.</param>
/// <param name="Rejects">The row goes to quarantine; otherwise it is taken and the problem told.</param>
public sealed record RowProblem(int Row, string Column, RowProblemKind Kind, string Found, bool Rejects = true);
