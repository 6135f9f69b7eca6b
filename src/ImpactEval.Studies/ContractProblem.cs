namespace ImpactEval.Studies;

/// <summary>What can be wrong with a study file or a whole source file.</summary>
public enum ContractProblemKind
{
    FolderMissing,
    StudyFileMissing,
    StudyFileNotYaml,
    UnknownKey,
    MissingKey,
    WrongType,
    UnknownWord,
    UnknownReference,
    DuplicateCode,
    OutOfRange,
    SourceFileMissing,
    FileEmpty,
    FileWithoutRows,
    ContentTypeMismatch,
    HostileArchive,
    FileUnreadable,
    EncodingBroken,
    SheetMissing,
    ColumnMissing,
    ColumnAmbiguous,
    UnterminatedQuote,
    TooManyRejectedRows,
    MatchReviewPending,
}

/// <summary>Why a file is refused as a whole: where, what was found, what was expected, and the nearest known word.</summary>
public sealed record ContractProblem(
    ContractProblemKind Kind,
    string File,
    int? Line = null,
    string? Found = null,
    string? Expected = null,
    string? Nearest = null);

/// <summary>A file breaks its contract; nothing of it was taken. All problems found in one pass are told.</summary>
public sealed class BrokenContractException(IReadOnlyList<ContractProblem> problems)
    : Exception(string.Join("; ", problems.Select(problem => $"{problem.File}({problem.Line}): {problem.Kind} '{problem.Found}', expected {problem.Expected}")))
{
    public IReadOnlyList<ContractProblem> Problems { get; } = problems;
}
