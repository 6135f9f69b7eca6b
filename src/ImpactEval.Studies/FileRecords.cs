namespace ImpactEval.Studies;

/// <summary>What was assumed when a file was read, stated and stored with the import.</summary>
public sealed record FileLayout(
    SourceFormat Format,
    string? Encoding,
    char? Delimiter,
    char DecimalMark,
    DateOrder DateOrder,
    string? Sheet,
    int HeaderRow,
    IReadOnlyList<LayoutRemark> Remarks);

/// <summary>Something about a whole file that was put right on the way in and is said, e.g. decomposed Unicode normalised.</summary>
public enum LayoutRemark { LegacyEncoding, UnicodeNotNfc, HeaderWhitespace, DuplicateHeader, EmptyHeader, UnmappedColumn, NumberStoredAsText }

/// <summary>A person as a roster names them. <paramref name="Identity"/> (name, e-mail …) goes to the vault and nowhere else.</summary>
public sealed record PersonRecord(
    string Code,
    string? Cohort,
    IReadOnlyDictionary<string, string> Groups,
    IReadOnlyDictionary<string, string> Identity,
    int SourceRow);

/// <summary>One person's answers to one instrument at one wave: a number per item in the instrument's order, missing = NaN.</summary>
public sealed record AssessmentRecord(string Person, string Instrument, string Wave, DateOnly? TakenOn, double[] Scores, int SourceRow);

/// <summary>One answer in the person's own words, as written. Several turns of one interview count up in <paramref name="Number"/>.</summary>
public sealed record AnswerRecord(string Person, string Question, string Wave, int Number, DateOnly? GivenOn, string Text, int SourceRow);

/// <summary>Everything read from one small file, such as a transcript: the accepted records and what was wrong with the rest, each row counted once.</summary>
/// <param name="FileName">Path inside the study folder, with forward slashes.</param>
/// <param name="Sha256">Fingerprint of the file's bytes, lower-case hexadecimal.</param>
public sealed record FileRecords(
    string SourceCode,
    string FileName,
    string Sha256,
    FileLayout Layout,
    int RowsRead,
    IReadOnlyList<PersonRecord> People,
    IReadOnlyList<AssessmentRecord> Assessments,
    IReadOnlyList<AnswerRecord> Answers,
    IReadOnlyList<RowProblem> Problems)
{
    /// <summary>Rows that went to quarantine; a row with several problems counts once.</summary>
    public int RowsRejected => Problems.Where(problem => problem.Rejects).Select(problem => problem.Row).Distinct().Count();

    /// <summary>The same as a file of one batch.</summary>
    public CheckedFile Checked() => new(
        new FileStamp(SourceCode, FileName, Sha256),
        Layout,
        RowsRead,
        RowsRejected,
        [
            .. Problems
                .GroupBy(problem => (problem.Kind, problem.Rejects))
                .OrderBy(kind => kind.Key.Kind)
                .ThenBy(kind => kind.Key.Rejects)
                .Select(kind => new ProblemCount(kind.Key.Kind, kind.Key.Rejects, kind.Count())),
        ],
        [new FileBatch(People, Assessments, Answers, Problems)]);
}
