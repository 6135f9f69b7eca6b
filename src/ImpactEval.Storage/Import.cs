using System.Globalization;
using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>One file about to be stored, under the numbers that name it.</summary>
sealed record Import(Study Study, FileRecords File, IReadOnlyList<string> RedactedAnswers)
{
    /// <exception cref="ArgumentException">The records do not fit the study, or the answers their redaction.</exception>
    public static Import Of(Study study, FileRecords file, IReadOnlyList<string> redactedAnswers)
    {
        if (redactedAnswers.Count != file.Answers.Count)
            throw new ArgumentException($"{redactedAnswers.Count} redacted texts for {file.Answers.Count} answers.", nameof(redactedAnswers));
        foreach (var taken in file.Assessments)
        {
            var items = study.Instrument(taken.Instrument).Items.Count;
            if (taken.Scores.Length != items)
                throw new ArgumentException($"Row {taken.SourceRow}: {taken.Scores.Length} scores for {items} items of {taken.Instrument}.", nameof(file));
        }
        return new Import(study, file, redactedAnswers);
    }

    public long StudyId { get; } = IdOfStudy(Study.Code);

    public string Mapping { get; } = MappingFingerprint.Of(Study, SourceOf(Study, File.SourceCode));

    public string AnswersSha256 { get; } = Fingerprint.Of(RedactedAnswers);

    public FileStamp Stamp { get; } = new(File.SourceCode, File.FileName, File.Sha256);

    public long Id => IdOf(StudyId, Stamp, Mapping);

    public static long IdOfStudy(string code) => Fingerprint.NumberOf("study", code);

    public static long IdOf(long studyId, FileStamp file, string mapping) => Fingerprint.NumberOf(
        "import", studyId.ToString(CultureInfo.InvariantCulture), file.SourceCode, file.FileName, file.Sha256, mapping);

    /// <exception cref="ArgumentException">The study declares no such source.</exception>
    public static Source SourceOf(Study study, string code) =>
        study.Sources.FirstOrDefault(source => source.Code == code)
        ?? throw new ArgumentException($"Study {study.Code} declares no source {code}.", nameof(code));
}
