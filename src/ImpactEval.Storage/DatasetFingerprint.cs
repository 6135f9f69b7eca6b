using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>
/// What an evaluation was made from: SHA-256 over the study file's fingerprint and the files that count, in order of source and name.
/// It is known before anything is loaded, so that a result that exists is found without loading.
/// </summary>
public static class DatasetFingerprint
{
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(Study study, IEnumerable<FileStamp> files) => Fingerprint.Of(new
    {
        Study = study.Sha256,
        Files = files.OrderBy(file => file, new FileOrder(study)).Select(file => new[] { file.SourceCode, file.FileName, file.Sha256 }),
    });

    public static string Of(StudyDataset dataset) =>
        Of(dataset.Study, dataset.Sources.Select(source => new FileStamp(source.SourceCode, source.FileName, source.Sha256)));
}
