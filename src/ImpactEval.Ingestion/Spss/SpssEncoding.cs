using System.Text;
using System.Text.RegularExpressions;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Spss;

/// <summary>In which encoding a system file's texts are: as the study file states, as the file declares, or as its texts show.</summary>
static partial class SpssEncoding
{
    const int Utf8CodePage = 65001;
    const int Vietnamese = 1258;
    const int Ascii = 20127;

    /// <summary>Code page 437 is the first that begins with ASCII.</summary>
    const int LeastPage = 437;

    /// <param name="stated">One of <see cref="TextDecoder.Encodings"/>, from the study file.</param>
    /// <param name="texts">What shows the encoding when nobody declares it.</param>
    /// <exception cref="BrokenContractException">Nothing is declared and no encoding fits.</exception>
    public static SpssText Of(string? stated, DictionaryRecords records, Func<IEnumerable<RawText>> texts, SpssRefusal refusal)
    {
        if (stated is not null)
            return new SpssText(stated, codePage: null);
        return DeclaredPage(records) switch
        {
            null => new SpssText(Shown(texts(), refusal), codePage: null),
            Utf8CodePage => new SpssText(TextDecoder.Utf8, codePage: null),
            Vietnamese => new SpssText(TextDecoder.Windows1258, codePage: null),
            { } page => OfPage(page),
        };
    }

    static SpssText OfPage(int page)
    {
        var encoding = Strict(page)!;
        return new SpssText(encoding.WebName, encoding);
    }

    /// <summary>
    /// The encoding record is believed before the number in the integer record. ASCII, and the numbers 0 to 4 of old programs, stand in files
    /// of any encoding and say nothing.
    /// </summary>
    static int? DeclaredPage(DictionaryRecords records)
    {
        if (records.Extension(Subtype.Encoding) is { } named && PageOf(Encoding.ASCII.GetString(named.Data)) is { } page)
            return page;
        if (records.Extension(Subtype.IntegerInfo) is not { Data.Length: >= 32 } info)
            return null;
        var code = SpssBytes.Int32(info.Data.AsSpan(28), records.Header.IsBigEndian);
        return code > 4 ? Known(code) : null;
    }

    static int? PageOf(string name)
    {
        name = name.TrimEnd(' ', '\0').ToLowerInvariant();
        if (PageNumber().Match(name) is { Success: true } match)
            return Known(int.Parse(match.Groups["page"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
        return name switch
        {
            "utf-8" or "utf8" => Utf8CodePage,
            "windows-31j" => 932,
            "gbk" => 936,
            _ => Known(CodePagesEncodingProvider.Instance.GetEncoding(name)?.CodePage ?? Latin(name)),
        };
    }

    /// <summary>The encodings that the runtime has without its code pages.</summary>
    static int? Latin(string name) => name is "iso-8859-1" or "latin1" ? 28591 : null;

    /// <summary>Numbers that other systems use for the code pages, the page itself if there is a decoder, or null.</summary>
    static int? Known(int? code)
    {
        var page = code switch
        {
            819 => 28591,
            9066 => 874,
            25592 => 28592,
            _ => code,
        };
        return page is null or Ascii or < LeastPage or > Utf8CodePage ? null : page == Utf8CodePage || Strict(page.Value) is not null ? page : null;
    }

    static Encoding? Strict(int page) => page == Encoding.Latin1.CodePage
        ? Encoding.Latin1
        : CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    static string Shown(IEnumerable<RawText> texts, SpssRefusal refusal)
    {
        var known = texts.ToArray();
        var utf8 = new SpssText(TextDecoder.Utf8, codePage: null);
        if (Array.TrueForAll(known, text => utf8.CanRead(text)))
            return TextDecoder.Utf8;
        try
        {
            // The line feed in front keeps two odd letters from being taken for a byte-order mark.
            return TextDecoder.Decode([.. known.SelectMany(text => (byte[])[(byte)'\n', .. text.Bytes])]).Encoding;
        }
        catch (UndecodableTextException)
        {
            throw refusal.Undecodable("?", string.Join(", ", TextDecoder.Encodings));
        }
    }

    [GeneratedRegex("^(windows-|cp)(?<page>[0-9]{3,5})$", RegexOptions.ExplicitCapture)]
    private static partial Regex PageNumber();
}
