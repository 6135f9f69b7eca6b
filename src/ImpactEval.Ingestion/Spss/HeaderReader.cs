namespace ImpactEval.Ingestion.Spss;

/// <summary>The first 176 bytes: how everything after them is to be read.</summary>
static class HeaderReader
{
    public static readonly byte[] Magic = "$FL2"u8.ToArray();
    public static readonly byte[] ZlibMagic = "$FL3"u8.ToArray();

    public static SpssHeader Read(SpssBytes bytes, SpssRefusal refusal)
    {
        var magic = bytes.Bytes(4);
        var isZlib = magic.AsSpan().SequenceEqual(ZlibMagic);
        if (!isZlib && !magic.AsSpan().SequenceEqual(Magic))
            throw refusal.Damaged(0, Convert.ToHexStringLower(magic), "$FL2, $FL3");
        var product = Text(bytes, 60);
        bytes.IsBigEndian = IsBigEndian(bytes, refusal);
        // The case size: unreliable by its documentation, and the variable records tell it.
        bytes.Skip(4);
        var compression = Compression(bytes, isZlib, refusal);
        var weightIndex = bytes.Int32();
        var cases = bytes.Int32();
        var at = bytes.Position;
        var bias = bytes.Float64();
        if (!double.IsFinite(bias))
            throw refusal.Damaged(at, $"{bias}", "100");
        // Date and time of writing.
        bytes.Skip(17);
        var label = Text(bytes, 64);
        bytes.Skip(3);
        return new SpssHeader(compression, bytes.IsBigEndian, weightIndex, cases, bias, product, label);
    }

    /// <summary>The layout code is 2, in old files 3: in the other byte order it is a number of millions.</summary>
    static bool IsBigEndian(SpssBytes bytes, SpssRefusal refusal)
    {
        var at = bytes.Position;
        var code = bytes.Bytes(4);
        if (SpssBytes.Int32(code, isBigEndian: false) is 2 or 3)
            return false;
        return SpssBytes.Int32(code, isBigEndian: true) is 2 or 3 ? true : throw refusal.Damaged(at, Convert.ToHexStringLower(code), "2, 3");
    }

    static SpssCompression Compression(SpssBytes bytes, bool isZlib, SpssRefusal refusal)
    {
        var at = bytes.Position;
        var compression = bytes.Int32();
        if (compression is < 0 or > 2 || isZlib != (compression == (int)SpssCompression.Zlib))
            throw refusal.Damaged(at, $"{compression}", isZlib ? "2" : "0, 1");
        return (SpssCompression)compression;
    }

    static RawText Text(SpssBytes bytes, int length) => new(bytes.Bytes(length), bytes.Position - length, MayBeCut: true);
}
