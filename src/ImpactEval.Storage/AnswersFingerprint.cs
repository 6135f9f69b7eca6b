using System.Security.Cryptography;
using System.Text;

namespace ImpactEval.Storage;

/// <summary>The <see cref="Fingerprint"/> of a list of texts that come one after the other.</summary>
sealed class AnswersFingerprint : IDisposable
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    bool isFirst = true;

    public string Value
    {
        get
        {
            Append(isFirst ? "[]" : "]");
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    public void Add(string text)
    {
        Append(isFirst ? "[" : ",");
        Append(CanonicalJson.Of(text));
        isFirst = false;
    }

    public void Dispose() => hash.Dispose();

    void Append(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
}
