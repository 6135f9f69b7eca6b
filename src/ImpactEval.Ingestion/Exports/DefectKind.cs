namespace ImpactEval.Ingestion.Exports;

/// <summary>What can be wrong with an exported file; the written words are the same in every output.</summary>
public enum DefectKind
{
    LegacyEncoding,
    UnicodeNotNfc,
    Mojibake,
    HeaderWhitespace,
    EmptyHeader,
    DuplicateHeader,
    NumberedDuplicateHeader,
    MergedHeader,
    SectionRow,
    SummaryRow,
    FootnoteRow,
    BlankRow,
    HiddenRows,
    HiddenColumns,
    HiddenSheet,
    RaggedRow,
    UnterminatedQuote,
    NoRows,
    EmptyFile,
    DuplicateIdentical,
    DuplicateConflicting,
    IdVariant,
    MissingId,
    MissingPre,
    MissingPost,
    MissingCode,
    PostBeforePre,
    ScoreOutOfRange,
    ScoreNotNumeric,
    ScoreWithUnit,
    NumberStoredAsText,
    ScaleSuspect,
    DateAmbiguous,
    DateInvalid,
    DateOutOfWindow,
    DateSystem1904,
    ControlCharacter,
    InvisibleCharacter,
    FormulaLikeText,
    PreviewResponse,
    UnfinishedResponse,
    RejectedSubmission,
    NotApproved,
    NotDecrypted,
    AnonymousRespondent,
    MultipleAttempts,
    AttemptInProgress,
    EmptyAnswer,
    PiiInFreeText,
    BaselineMissing,
    DtdForbidden,
    DecompressionLimit,
    UnsafePath,
    /// <summary>Also bytes that are no text in any known encoding, and containers that cannot be opened: they are not what they are called.</summary>
    ContentTypeMismatch,
}

/// <summary>The written word of a kind of defect.</summary>
public static class DefectWord
{
    // The digits are a word of their own, which no naming rule knows.
    public static string Of(DefectKind kind) => kind == DefectKind.DateSystem1904 ? "date_system_1904" : Studies.Word.Of(kind);
}
