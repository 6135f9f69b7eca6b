using ImpactEval.Ingestion.Gate;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Spss;

/// <summary>A system file of SPSS (<c>.sav</c>, <c>.zsav</c>): its dictionary at once, its rows one after the other in constant memory.</summary>
/// <remarks>GNU PSPP Developers Guide, chapter System File Format.</remarks>
sealed class SpssFile
{
    /// <summary>How the file holds the value that nobody gave.</summary>
    public const double SystemMissing = double.MinValue;

    /// <summary>A program that writes another one writes one as far off; anything nearer could be somebody's answer.</summary>
    const double LeastSystemMissing = 1e300;

    /// <summary>Cases whose texts show the encoding of a file that does not declare it.</summary>
    const int SampledCases = 1000;

    readonly Stream content;
    readonly FileLimits limits;
    readonly SpssRefusal refusal;
    readonly DictionaryRecords records;
    readonly IReadOnlyList<RawVariable> layout;
    readonly SpssText text;

    SpssFile(Stream content, FileLimits limits, string? encoding, SpssRefusal refusal)
    {
        (this.content, this.limits, this.refusal) = (content, limits, refusal);
        records = new DictionaryReader(SpssBytes.Of(refusal, content, 0), refusal).Read();
        layout = new VeryLongStrings(records, refusal).Joined();
        text = SpssEncoding.Of(encoding, records, () => records.Texts().Concat(SampledTexts()), refusal);
        Dictionary = new DictionaryAssembly(records, layout, text, refusal).Assemble();
    }

    /// <param name="file">The file's name, for messages.</param>
    /// <param name="content">Can be moved in; stays open, and belongs to the file as long as rows are read.</param>
    /// <param name="encoding">Stated by the study file; null when the file itself says or shows it.</param>
    /// <exception cref="BrokenContractException">The file is damaged, hostile, or its texts cannot be decoded.</exception>
    /// <exception cref="IOException">The content cannot be read.</exception>
    public static SpssFile Open(string file, Stream content, FileLimits limits, string? encoding = null) =>
        new(content, limits, encoding, new SpssRefusal(file));

    public SpssDictionary Dictionary { get; }

    /// <summary>Some text was Unicode but not composed; complete when all rows have been read.</summary>
    public bool WasDecomposed => text.WasDecomposed;

    /// <summary>Reads the rows from the first; one reading at a time.</summary>
    /// <exception cref="BrokenContractException">The data are damaged, or not as many as the file announces.</exception>
    /// <exception cref="IOException">The content cannot be read.</exception>
    public IEnumerable<SpssRow> Rows()
    {
        var decoder = new CaseDecoder(Dictionary.Variables, layout, text, records.Header.IsBigEndian, StatedSystemMissing());
        var number = 0L;
        foreach (var elements in Cases())
        {
            number++;
            yield return Row(decoder, number, elements);
        }
    }

    SpssRow Row(CaseDecoder decoder, long number, byte[] elements)
    {
        try
        {
            return decoder.Row(number, elements);
        }
        catch (UndecodableTextException)
        {
            var expected = string.Join(", ", TextDecoder.Encodings);
            throw refusal.Undecodable($"{text.Encoding}: {decoder.Variable}", expected, (int)Math.Min(number, int.MaxValue));
        }
    }

    /// <summary>The elements of each case, always in the same array.</summary>
    IEnumerable<byte[]> Cases()
    {
        if (records.Elements == 0)
            yield break;
        var announced = records.Cases;
        var (bytes, next) = Data();
        var elements = new byte[8 * records.Elements];
        var number = 0L;
        for (; next(elements); number++)
        {
            if (number == announced)
                throw refusal.Damaged(bytes.Position, $"> {number} rows", $"{number}");
            yield return elements;
        }
        if (announced is { } expected && number != expected)
            throw refusal.Damaged(bytes.Position, $"{number} rows", $"{expected}");
    }

    (SpssBytes Bytes, NextCase Next) Data()
    {
        var header = records.Header;
        var bytes = header.Compression == SpssCompression.Zlib ? Inflated() : SpssBytes.Of(refusal, content, records.End);
        bytes.IsBigEndian = header.IsBigEndian;
        return (bytes, header.Compression == SpssCompression.None ? bytes.TryFill : new BytecodeCases(bytes, header.Bias, refusal).Next);
    }

    SpssBytes Inflated()
    {
        var blocks = new ZlibBlocks(content, records.End, records.Header.IsBigEndian, limits, refusal);
        return new SpssBytes(refusal, blocks.Read, blocks.Start, blocks.Start + blocks.Unpacked);
    }

    IEnumerable<RawText> SampledTexts()
    {
        RawVariable[] texts = [.. layout.Where(variable => variable.Width > 0)];
        return texts.Length == 0 ? [] : Cases().Take(SampledCases).SelectMany(elements => texts.Select(place => Sampled(elements, place)));
    }

    static RawText Sampled(byte[] elements, RawVariable place)
    {
        var bytes = CaseDecoder.BytesOf(elements, place);
        return new RawText(bytes.TrimEnd(" \0"u8).ToArray(), 0, CaseDecoder.IsFull(bytes));
    }

    double StatedSystemMissing()
    {
        if (records.Extension(Subtype.FloatInfo) is not { Data.Length: >= 8 } record)
            return SystemMissing;
        var stated = SpssBytes.Float64(record.Data, records.Header.IsBigEndian);
        return Math.Abs(stated) >= LeastSystemMissing ? stated : SystemMissing;
    }
}
