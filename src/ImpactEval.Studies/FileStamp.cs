namespace ImpactEval.Studies;

/// <summary>One version of a file of a source. <paramref name="FileName"/> is the path inside the study folder, with forward slashes.</summary>
/// <param name="Sha256">Fingerprint of the file's bytes, lower-case hexadecimal.</param>
public sealed record FileStamp(string SourceCode, string FileName, string Sha256);
