namespace ImpactEval.Studies;

public enum SourceKind { Participants, Assessments, Answers, Interviews }

public enum SourceFormat { Auto, Csv, Xlsx, Docx, Sav }

public enum DateOrder { DayMonthYear, MonthDayYear, YearMonthDay }

/// <summary>How the columns of a file's items are found: by item code, or by the item's text.</summary>
public enum ItemHeading { Code, Text }

/// <summary>
/// Files that arrive, and what their columns mean. Everything that is null is detected, stated and stored with the import.
/// </summary>
/// <param name="File">Path pattern inside the study folder, e.g. <c>files/interviews/*.docx</c>.</param>
/// <param name="HeaderRow">Row of the column headings as a person sees it, from 1.</param>
public sealed record Source(
    string Code,
    LocalText Title,
    SourceKind Kind,
    string File,
    SourceFormat Format,
    string? Sheet,
    string? Encoding,
    char? Delimiter,
    char? DecimalMark,
    DateOrder? DateOrder,
    int HeaderRow,
    ColumnMap Columns,
    IReadOnlyList<AssessmentBlock> Assessments,
    IReadOnlyList<AnswerColumn> Answers,
    SpeakerLabels? Speakers);

/// <summary>Headings of the columns that say who and when. <paramref name="Groups"/>: group code → heading; values are codes or titles of the group.</summary>
/// <param name="Identity">Columns whose content goes to the vault only: <c>name</c>, <c>email</c>, <c>phone</c> … → heading.</param>
public sealed record ColumnMap(
    string Participant,
    string? Cohort,
    string? Wave,
    string? Date,
    IReadOnlyDictionary<string, string> Groups,
    IReadOnlyDictionary<string, string> Identity);

/// <summary>The columns of one instrument in a file. The wave is fixed here, or read from the wave column when null.</summary>
/// <param name="Prefix">Text before the item's code or text in the heading, e.g. <c>Trước khóa học: </c>.</param>
/// <param name="Values">Words that stand for scores, e.g. <c>Đồng ý</c> → 4.</param>
/// <param name="WaveValues">Words of the wave column → wave code.</param>
public sealed record AssessmentBlock(
    string Instrument,
    string? Wave,
    ItemHeading Heading,
    string Prefix,
    IReadOnlyDictionary<string, double> Values,
    IReadOnlyDictionary<string, string> WaveValues);

/// <summary>A column of open answers.</summary>
public sealed record AnswerColumn(string Question, string? Wave, string Column);

/// <summary>How a transcript names itself and its speakers, without the colon.</summary>
/// <param name="Participant">Label of the line that holds the participant's code.</param>
/// <param name="Date">Label of the line that holds the date.</param>
/// <param name="Interviewer">Labels before the interviewer's turns.</param>
/// <param name="Respondent">Labels before the participant's turns.</param>
public sealed record SpeakerLabels(
    string Participant,
    string? Date,
    IReadOnlyList<string> Interviewer,
    IReadOnlyList<string> Respondent);

/// <summary>What a file must keep to be taken at all.</summary>
/// <param name="MaximumRejectedShare">Share of rows (0–1) that may be refused before the whole file is.</param>
public sealed record FileChecks(double MaximumRejectedShare);
