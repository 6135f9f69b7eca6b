namespace ImpactEval.Studies;

/// <summary>
/// A file whose every row was checked: what was found is known as a whole, the records come in batches, in the order of the rows, and no more of them
/// are in memory than a batch holds.
/// </summary>
/// <param name="RowsRejected">Rows that went to quarantine; a row with several problems counts once.</param>
/// <param name="Problems">How often each kind was found, in the order of the kinds.</param>
/// <param name="Batches">Read from the file each time they are gone through; an <see cref="IOException"/> when the file changed since.</param>
public sealed record CheckedFile(
    FileStamp Stamp,
    FileLayout Layout,
    int RowsRead,
    int RowsRejected,
    IReadOnlyList<ProblemCount> Problems,
    IEnumerable<FileBatch> Batches);

/// <summary>The records of some rows of a file that follow each other, and what was wrong with those rows.</summary>
public sealed record FileBatch(
    IReadOnlyList<PersonRecord> People,
    IReadOnlyList<AssessmentRecord> Assessments,
    IReadOnlyList<AnswerRecord> Answers,
    IReadOnlyList<RowProblem> Problems);
