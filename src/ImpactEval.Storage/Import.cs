using System.Globalization;
using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>One file about to be stored, under the numbers that name it.</summary>
sealed record Import(Study Study, CheckedFile File, Func<string, string> Redact)
{
    public long StudyId { get; } = IdOfStudy(Study.Code);

    public string Mapping { get; } = MappingFingerprint.Of(Study, SourceOf(Study, File.Stamp.SourceCode));

    public FileStamp Stamp => File.Stamp;

    public long Id => IdOf(StudyId, Stamp, Mapping);

    /// <summary>Fingerprint of all answers as they would be stored; the file is gone through for it.</summary>
    public string AnswersSha256()
    {
        var answers = new AnswersFingerprint();
        foreach (var answer in File.Batches.SelectMany(batch => batch.Answers))
            answers.Add(Redact(answer.Text));
        return answers.Value;
    }

    public static long IdOfStudy(string code) => Fingerprint.NumberOf("study", code);

    public static long IdOf(long studyId, FileStamp file, string mapping) => Fingerprint.NumberOf(
        "import", studyId.ToString(CultureInfo.InvariantCulture), file.SourceCode, file.FileName, file.Sha256, mapping);

    /// <exception cref="ArgumentException">The study declares no such source.</exception>
    public static Source SourceOf(Study study, string code) =>
        study.Sources.FirstOrDefault(source => source.Code == code)
        ?? throw new ArgumentException($"Study {study.Code} declares no source {code}.", nameof(code));
}
