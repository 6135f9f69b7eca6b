using System.Security.Cryptography;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Gate;

/// <summary>A file that passed the gate: its bytes, the format they have, and their fingerprint in lower-case hexadecimal.</summary>
sealed record AdmittedFile(SourceFile File, byte[] Bytes, SourceFormat Format)
{
    public string Name => File.Name;

    public Source Source => File.Source;

    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
