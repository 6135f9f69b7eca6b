namespace ImpactEval.Ingestion.Spss;

/// <summary>Text that is not decoded yet, since the file says its encoding only at the end of the dictionary.</summary>
/// <param name="Offset">Where it stands.</param>
/// <param name="MayBeCut">It may have lost the rest of its last letter to a limit in bytes.</param>
readonly record struct RawText(byte[] Bytes, long Offset, bool MayBeCut = false);

enum SpssCompression { None, Bytecodes, Zlib }

/// <param name="CaseSize">Eight-byte elements of a case, as the header says; programs write nonsense here.</param>
/// <param name="WeightIndex">Dictionary index of the weight variable, 0 without one.</param>
/// <param name="Cases">Announced number of cases, −1 when it was unknown.</param>
sealed record SpssHeader(SpssCompression Compression, bool IsBigEndian, int WeightIndex, int Cases, double Bias, RawText Product, RawText Label);

/// <summary>A variable record with the records that continue it.</summary>
/// <param name="Index">Dictionary index of its first record, from 1; also one more than its place among the elements of a case.</param>
/// <param name="MissingCode">Number of missing values; −2 for a range, −3 for a range and a value.</param>
/// <param name="Missing">Eight bytes for each.</param>
sealed record RawField(int Index, int Width, int Format, RawText Name, RawText? Label, int MissingCode, byte[] Missing, long Offset)
{
    public int Elements => ElementsOf(Width);

    /// <summary>A number takes one element, a text one for every eight bytes begun.</summary>
    public static int ElementsOf(int width) => Math.Max(1, (width + 7) / 8);
}

/// <summary>A set of value labels and the dictionary indexes of the variables it belongs to.</summary>
sealed record RawLabels(IReadOnlyList<RawLabel> Labels, int[] Indexes, long Offset);

/// <param name="Value">Eight bytes: a number or a short text.</param>
readonly record struct RawLabel(byte[] Value, RawText Label);

sealed record RawExtension(int Subtype, byte[] Data, long Offset);

/// <summary>The dictionary as it stands in the file.</summary>
/// <param name="Elements">Eight-byte elements of a case.</param>
/// <param name="End">Where the data begin.</param>
sealed record DictionaryRecords(
    SpssHeader Header,
    IReadOnlyList<RawField> Fields,
    int Elements,
    IReadOnlyList<RawLabels> Labels,
    IReadOnlyList<RawText> Documents,
    IReadOnlyList<RawExtension> Extensions,
    long End)
{
    /// <summary>The announced number of cases: the 64-bit one of newer files, else that of the header; null when both leave it open.</summary>
    public long? Cases
    {
        get
        {
            var extended = Extension(Subtype.CaseCount) is { Data.Length: 16 } record ? SpssBytes.Int64(record.Data.AsSpan(8), Header.IsBigEndian) : -1;
            var cases = extended >= 0 ? extended : Header.Cases;
            return cases >= 0 ? cases : null;
        }
    }

    /// <summary>Labels, names and notes, as far as they stand in records of their own.</summary>
    public IEnumerable<RawText> Texts() =>
    [
        Header.Label,
        .. Fields.Select(field => field.Name),
        .. Fields.Select(field => field.Label).OfType<RawText>(),
        .. Labels.SelectMany(set => set.Labels).Select(label => label.Label),
        .. Documents,
    ];

    /// <summary>A file has one extension record of a kind; of several the first is kept.</summary>
    public RawExtension? Extension(int subtype) => Extensions.SingleOrDefault(extension => extension.Subtype == subtype);
}

/// <summary>Extension records that are read; all others only decorate.</summary>
static class Subtype
{
    public const int IntegerInfo = 3;
    public const int FloatInfo = 4;
    public const int ResponseSets = 7;
    public const int Display = 11;
    public const int LongNames = 13;
    public const int VeryLongStrings = 14;
    public const int CaseCount = 16;
    public const int NewerResponseSets = 19;
    public const int Encoding = 20;
    public const int LongStringLabels = 21;
    public const int LongStringMissing = 22;

    public static bool IsRead(int subtype) => subtype is IntegerInfo or FloatInfo or ResponseSets or Display or LongNames or VeryLongStrings
        or CaseCount or NewerResponseSets or Encoding or LongStringLabels or LongStringMissing;
}
