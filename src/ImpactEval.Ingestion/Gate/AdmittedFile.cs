using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Gate;

/// <summary>A file that passed the gate: its content and the format it has.</summary>
sealed record AdmittedFile(SourceFile File, SourceContent Content, SourceFormat Format)
{
    public string Name => File.Name;

    public Source Source => File.Source;

    /// <summary>Fingerprint of the bytes in lower-case hexadecimal.</summary>
    /// <exception cref="InvalidOperationException">No reader has gone through them yet.</exception>
    public string Sha256 => Content.Sha256 ?? throw new InvalidOperationException($"{Name} was not read to its end.");
}
