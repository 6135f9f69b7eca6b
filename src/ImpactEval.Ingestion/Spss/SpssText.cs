using System.Text;
using ImpactEval.Language;

namespace ImpactEval.Ingestion.Spss;

/// <summary>The texts of one system file, decoded and composed. A byte that cannot be read is an error, never a question mark.</summary>
/// <param name="encoding">Name of the encoding; one of <see cref="TextDecoder.Encodings"/> when there is no code page.</param>
/// <param name="codePage">For encodings that the project's decoder does not have; fails on bytes it does not know.</param>
sealed class SpssText(string encoding, Encoding? codePage)
{
    /// <summary>Answers repeat: the last text of each hash is kept, in bytes and decoded.</summary>
    const int Kept = 4096;

    const int LongestKept = 64;

    /// <summary>A letter takes up to four bytes, so a cut one leaves up to three.</summary>
    const int LongestRest = 3;

    readonly (byte[]? Bytes, bool MayBeCut, string Text)[] kept = new (byte[]?, bool, string)[Kept];

    public string Encoding => encoding;

    /// <summary>Some text was Unicode but not composed.</summary>
    public bool WasDecomposed { get; private set; }

    public bool CanRead(RawText text)
    {
        try
        {
            Read(text.Bytes, text.MayBeCut);
            return true;
        }
        catch (UndecodableTextException)
        {
            return false;
        }
    }

    /// <summary>A text field without the spaces and zeros that fill it.</summary>
    /// <param name="mayBeCut">A limit in bytes may have cut the last letter: what is left of it is dropped.</param>
    /// <exception cref="UndecodableTextException">There are bytes that the encoding does not have.</exception>
    public string Read(ReadOnlySpan<byte> bytes, bool mayBeCut)
    {
        bytes = bytes.TrimEnd(" \0"u8);
        if (bytes.IsEmpty)
            return "";
        if (bytes.Length > LongestKept)
            return Decode(bytes, mayBeCut);
        var hash = new HashCode();
        hash.AddBytes(bytes);
        ref var slot = ref kept[(uint)hash.ToHashCode() % Kept];
        if (slot.Bytes is null || slot.MayBeCut != mayBeCut || !bytes.SequenceEqual(slot.Bytes))
            slot = (bytes.ToArray(), mayBeCut, Decode(bytes, mayBeCut));
        return slot.Text;
    }

    string Decode(ReadOnlySpan<byte> bytes, bool mayBeCut)
    {
        // A zero within a text would end it for half of all programs.
        if (bytes.IndexOf((byte)0) is var zero and >= 0)
            throw new UndecodableTextException(encoding, zero);
        if (Ascii.IsValid(bytes))
            return System.Text.Encoding.ASCII.GetString(bytes);
        var mostRest = mayBeCut ? Math.Min(LongestRest, bytes.Length - 1) : 0;
        for (var rest = 0; rest < mostRest; rest++)
        {
            if (TryDecode(bytes[..^rest]) is { } text)
                return text.TrimEnd(' ');
        }
        return DecodeWhole(bytes[..^mostRest]).TrimEnd(' ');
    }

    string? TryDecode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return DecodeWhole(bytes);
        }
        catch (UndecodableTextException)
        {
            return null;
        }
    }

    string DecodeWhole(ReadOnlySpan<byte> bytes)
    {
        if (codePage is null)
        {
            var decoded = TextDecoder.Decode(bytes, encoding);
            WasDecomposed |= decoded.WasDecomposed;
            return decoded.Text;
        }
        try
        {
            return codePage.GetString(bytes).Normalize();
        }
        catch (ArgumentException broken)
        {
            throw new UndecodableTextException(encoding, (broken as DecoderFallbackException)?.Index);
        }
    }
}
