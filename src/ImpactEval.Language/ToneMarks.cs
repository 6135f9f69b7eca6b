using System.Globalization;
using System.Text;

namespace ImpactEval.Language;

/// <summary>Where a Vietnamese tone mark stands in <c>oa, oe, uy</c>, and what a word looks like without its marks.</summary>
public static class ToneMarks
{
    // The five marked forms of a vowel, in the same order of tones: huyền, sắc, hỏi, ngã, nặng.
    const string A = "àáảãạ", E = "èéẻẽẹ", O = "òóỏõọ", U = "ùúủũụ", Y = "ỳýỷỹỵ";

    static readonly (char First, char Second, string OnFirst, string OnSecond)[] Pairs =
        [('o', 'a', O, A), ('o', 'e', O, E), ('u', 'y', U, Y)];

    /// <summary>
    /// Both spellings occur, even in one text (<c>hoà</c> and <c>hòa</c>, <c>thuỷ</c> and <c>thủy</c>). An open syllable gets its mark on the first
    /// vowel, a closed one on the second (<c>hòan</c> → <c>hoàn</c>); after <c>q</c> the <c>u</c> is no vowel (<c>quý</c>). The length never changes.
    /// </summary>
    /// <param name="composed">Text in NFC.</param>
    public static string Place(string composed)
    {
        char[]? placed = null;
        for (var i = 0; i + 1 < composed.Length; i++)
        {
            if (Pair(composed, i) is not { } pair)
                continue;
            placed ??= composed.ToCharArray();
            (placed[i], placed[i + 1]) = pair;
        }
        return placed is null ? composed : new string(placed);
    }

    /// <summary>Letters without tone marks and without hat, breve, horn and bar: <c>Đường</c> → <c>Duong</c>. In NFC text the length never changes.</summary>
    public static string Remove(string composed)
    {
        var plain = composed.ToCharArray();
        for (var i = 0; i < plain.Length; i++)
            plain[i] = Plain(plain[i]);
        return new string(plain);
    }

    /// <summary>A letter that Vietnamese has and English, French and Japanese have not.</summary>
    public static bool IsVietnamese(char letter) =>
        letter is 'ă' or 'Ă' or 'đ' or 'Đ' or 'ơ' or 'Ơ' or 'ư' or 'Ư' or 'ĩ' or 'Ĩ' or 'ũ' or 'Ũ' or (>= '\u1EA0' and <= '\u1EF9');

    static char Plain(char letter)
    {
        if (letter < 0x80)
            return letter;
        if (letter is 'đ' or 'ð')
            return 'd';
        if (letter == 'Đ')
            return 'D';
        if (letter is not ((>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF')))
            return letter;
        return letter.ToString().Normalize(NormalizationForm.FormD)[0];
    }

    static (char First, char Second)? Pair(string text, int i)
    {
        var (first, second) = (char.ToLowerInvariant(text[i]), char.ToLowerInvariant(text[i + 1]));
        var closed = i + 2 < text.Length && char.IsLetter(text[i + 2]);
        var afterQ = i > 0 && text[i - 1] is 'q' or 'Q';
        foreach (var pair in Pairs)
        {
            var onSecond = closed || (afterQ && pair.First == 'u');
            if (!onSecond && first == pair.First && pair.OnSecond.IndexOf(second, StringComparison.Ordinal) is >= 0 and var tone)
                return (Like(text[i], pair.OnFirst[tone]), Like(text[i + 1], pair.Second));
            if (onSecond && second == pair.Second && pair.OnFirst.IndexOf(first, StringComparison.Ordinal) is >= 0 and var moved)
                return (Like(text[i], pair.First), Like(text[i + 1], pair.OnSecond[moved]));
        }
        return null;
    }

    static char Like(char model, char letter) => char.IsUpper(model) ? char.ToUpper(letter, CultureInfo.InvariantCulture) : letter;
}
