using System.Text;

namespace ImpactEval.Language.Encodings;

/// <summary>
/// The Vietnamese code pages before Unicode. Sources: TCVN 5712:1993 (VN1, VN2 = ISO-IR 180, VN3 = "TCVN3", "ABC"; as in glibc TCVN5712-1 and
/// GNU recode TCVN); RFC 1456 (VISCII 1.1, table 1); VPS and VNI as in GNU recode (vn.c) and in the tables of Wikipedia (VPSKeys; VNI).
/// Rows hold sixteen bytes; <c>#</c> is unassigned.
/// </summary>
static class CodeTables
{
    const char Unassigned = '#';

    /// <summary>A0–FF of VN2; VN3 is the part of it without the capitals that carry a tone and without combining tones.</summary>
    const string Tcvn2 =
        "\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ"
        + "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
        + "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
        + "éẹềểễếệìỉỄẾỒĩíịò"
        + "Ổỏõóọồổỗốộờởỡớợù"
        + "ỖủũúụừửữứựỳỷỹýỵỐ";

    const string Tcvn1Capitals =
        "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ"
        + "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ";

    const string VisciiHigh =
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
        + "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
        + "Õắằặấầẩậẽẹếềểễệố"
        + "ồổỗỠƠộờởịỰỨỪỬơớƯ"
        + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
        + "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
        + "àáâãảăữẫèéêẻìíĩỉ"
        + "đựòóôõỏọụùúũủýợỮ";

    const string VpsHigh =
        "ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"
        + "Ế‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ"
        + "\u00A0ắằẳẵặỠớÙờởỡŨỨợỪ"
        + "ổỬỲỸÍÌộỈĨÓửữÒỎÕự"
        + "ầÁÂấẩẫậđẻÉÊẹỉễịỹ"
        + "ƯỦồốÔỏơÈừứÚũưÝẺ#"
        + "àáâãảạă#èéêẽìí#ĩ"
        + "ẴĐòóôõ#Ơụùúủ#ỶẼỳ";

    /// <summary>
    /// VN2 as files hold it: Word and Excel put their dashes and quotation marks into an .VnTime text at the places of Windows-1252, which the
    /// standard leaves to control codes. Capitals with a tone are small letters in a font of capitals (.VnTimeH): they come back small.
    /// </summary>
    public static CodeTable Tcvn3 { get; } = new(TextDecoder.Tcvn3, [.. Windows(1252)[..0xA0], .. Row(Tcvn2)]);

    /// <summary>VN1: letters in place of control codes.</summary>
    public static CodeTable Tcvn1 { get; } = new(TextDecoder.Tcvn1, With([.. Ascii, .. Row(Tcvn1Capitals), .. Row(Tcvn2)],
        (0x01, 'Ú'), (0x02, 'Ụ'), (0x04, 'Ừ'), (0x05, 'Ử'), (0x06, 'Ữ'), (0x11, 'Ứ'), (0x12, 'Ự'), (0x13, 'Ỳ'), (0x14, 'Ỷ'), (0x15, 'Ỹ'), (0x16, 'Ý'), (0x17, 'Ỵ')));

    public static CodeTable Viscii { get; } = new(TextDecoder.Viscii, With([.. Ascii, .. Row(VisciiHigh)],
        (0x02, 'Ẳ'), (0x05, 'Ẵ'), (0x06, 'Ẫ'), (0x14, 'Ỷ'), (0x19, 'Ỹ'), (0x1E, 'Ỵ')));

    public static CodeTable Vps { get; } = new(TextDecoder.Vps, With([.. Ascii, .. Row(VpsHigh)],
        (0x02, 'Ạ'), (0x03, 'Ậ'), (0x04, 'Ặ'), (0x05, 'Ẹ'), (0x06, 'Ệ'), (0x10, 'Ị'), (0x11, 'Ọ'), (0x12, 'Ộ'), (0x13, 'Ợ'), (0x14, 'Ụ'), (0x15, 'Ự'),
        (0x19, 'Ỵ'), (0x1C, 'Ẫ'), (0x1D, 'Ữ')));

    public static CodeTable Vni { get; } = new(TextDecoder.Vni, VniUnits());

    public static CodeTable Windows1258 { get; } = new(TextDecoder.Windows1258, Windows(1258));

    public static CodeTable Windows1252 { get; } = new(TextDecoder.Windows1252, Windows(1252));

    public static CodeTable MacRoman { get; } = new("macintosh", Windows(10000));

    static IEnumerable<string?> Ascii => Enumerable.Range(0, 128).Select(code => ((char)code).ToString());

    /// <summary>VNI for Windows: Windows-1252, but for letters of its own and for marks behind their letter (<c>aø</c> is <c>à</c>).</summary>
    static string?[] VniUnits()
    {
        var units = Windows(1252);
        foreach (var (small, letter) in "ôơ öư ñđ íí ìì æỉ óĩ òị îỵ".Split(' ').Select(pair => (pair[0], pair[1])))
        {
            units[small] = letter.ToString();
            units[small - 0x20] = char.ToUpperInvariant(letter).ToString();
        }
        foreach (var (small, marks) in new[]
        {
            ('ø', "\u0300"), ('ù', "\u0301"), ('û', "\u0309"), ('õ', "\u0303"), ('ï', "\u0323"),
            ('â', "\u0302"), ('à', "\u0302\u0300"), ('á', "\u0302\u0301"), ('å', "\u0302\u0309"), ('ã', "\u0302\u0303"), ('ä', "\u0302\u0323"),
            ('ê', "\u0306"), ('è', "\u0306\u0300"), ('é', "\u0306\u0301"), ('ú', "\u0306\u0309"), ('ü', "\u0306\u0303"), ('ë', "\u0306\u0323"),
        })
            units[small] = units[small - 0x20] = marks;
        // ý is y and its mark.
        units['ý'] = units['Ý'] = null;
        return units;
    }

    /// <summary>A code page of the framework; the bytes it leaves undefined come from it as C1 controls.</summary>
    static string?[] Windows(int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        return [.. Enumerable.Range(0, 256).Select(code => encoding.GetString([(byte)code])).Select(unit => unit[0] is >= '\u0080' and <= '\u009F' ? null : unit)];
    }

    static IEnumerable<string?> Row(string row) => row.Select(unit => unit == Unassigned ? null : unit.ToString());

    static string?[] With(string?[] units, params ReadOnlySpan<(int Code, char Letter)> letters)
    {
        foreach (var (code, letter) in letters)
            units[code] = letter.ToString();
        return units;
    }
}
