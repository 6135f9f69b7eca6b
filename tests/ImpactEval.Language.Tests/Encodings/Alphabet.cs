using System.Text;

namespace ImpactEval.Language.Tests.Encodings;

/// <summary>The 134 letters with marks that Vietnamese adds to ASCII (RFC 1456, section 2).</summary>
static class Alphabet
{
    public static string Marked { get; } = string.Concat(
        from vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
        from tone in (string[])["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
        let letter = (vowel + tone).Normalize(NormalizationForm.FormC)
        where letter[0] >= 0x80
        select letter) + "đĐ";
}
