using System.Globalization;
using System.Text;

namespace ImpactEval.Language;

/// <summary>
/// The key by which headings, codes and words are matched: two spellings of one text have one key. It is never stored or shown as the text.
/// Diacritics count; what does not is composition, case, width, the place of the tone (hoà, hòa), spaces and invisible characters.
/// </summary>
public static class FoldedText
{
    /// <summary>Open oa, oe, uy with the tone on the second vowel → on the first: both spellings are legal Vietnamese.</summary>
    static readonly Dictionary<(char, char), string> ToneOnFirst = new()
    {
        [('o', 'à')] = "òa", [('o', 'á')] = "óa", [('o', 'ả')] = "ỏa", [('o', 'ã')] = "õa", [('o', 'ạ')] = "ọa",
        [('o', 'è')] = "òe", [('o', 'é')] = "óe", [('o', 'ẻ')] = "ỏe", [('o', 'ẽ')] = "õe", [('o', 'ẹ')] = "ọe",
        [('u', 'ỳ')] = "ùy", [('u', 'ý')] = "úy", [('u', 'ỷ')] = "ủy", [('u', 'ỹ')] = "ũy", [('u', 'ỵ')] = "ụy",
    };

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Composed(text))
            AppendFolded(folded, letter);
        while (folded.Length > 0 && folded[^1] == ' ')
            folded.Length--;
        return WithToneOnFirst(folded.ToString());
    }

    /// <summary>NFC; a text with broken surrogates has no composed form and stays as it is.</summary>
    static string Composed(string text)
    {
        try
        {
            return text.IsNormalized() ? text : text.Normalize();
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    static void AppendFolded(StringBuilder folded, char letter)
    {
        if (char.IsWhiteSpace(letter))
        {
            if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        // Zero-width characters, joiners and soft hyphens are formats; so is a byte-order mark.
        else if (char.GetUnicodeCategory(letter) != UnicodeCategory.Format)
        {
            folded.Append(Narrow(letter) switch
            {
                // Eth and African D look like Đ and are typed for it.
                'Ð' or 'ð' or 'Ɖ' or 'ɖ' => 'đ',
                var narrow => char.ToLowerInvariant(narrow),
            });
        }
    }

    /// <summary>Full-width forms of ASCII (U+FF01–U+FF5E), as Japanese forms give them, stand 0xFEE0 above it.</summary>
    static char Narrow(char letter) => letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter;

    static string WithToneOnFirst(string folded)
    {
        StringBuilder? changed = null;
        for (var at = 0; at + 1 < folded.Length; at++)
        {
            if (folded[at] is not ('o' or 'u') || !ToneOnFirst.TryGetValue((folded[at], folded[at + 1]), out var pair))
                continue;
            var closed = at + 2 < folded.Length && char.IsLetter(folded[at + 2]);
            var afterQ = at > 0 && folded[at - 1] == 'q';
            if (closed || afterQ)
                continue;
            changed ??= new StringBuilder(folded);
            changed[at] = pair[0];
            changed[at + 1] = pair[1];
        }
        return changed?.ToString() ?? folded;
    }
}
