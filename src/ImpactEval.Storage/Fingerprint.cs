using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ImpactEval.Storage;

/// <summary>SHA-256 of texts and of values in canonical JSON.</summary>
static class Fingerprint
{
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string Of<T>(T value) => OfText(CanonicalJson.Of(value));

    /// <summary>
    /// The number of a row, derived from the words that name it: the first 63 bits of their SHA-256. No sequence is needed, two processes
    /// agree without asking, and a repeated save meets its own row. Two names with one number would break a key, not mix rows.
    /// </summary>
    public static long NumberOf(params IReadOnlyList<string> name) =>
        (long)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Of(name)))) >> 1);
}
