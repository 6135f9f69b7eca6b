using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ImpactEval.Ingestion.Records;

/// <summary>Sixteen bytes that stand for a text of any length where only "the same" matters: the first half of its SHA-256.</summary>
static class TextDigest
{
    public static UInt128 Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }
}
