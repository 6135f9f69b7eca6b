using System.Text;

namespace ImpactEval.Samples;

/// <summary>
/// The code page that Vietnamese Windows programs used before Unicode: letters with circumflex, breve or horn have a byte of their own, tones
/// follow as combining marks.
/// </summary>
/// <remarks>Unicode Consortium, mapping table CP1258.TXT, version 2.01 (1998).</remarks>
static class Windows1258
{
    static readonly Dictionary<string, byte> Bytes = new()
    {
        ["Â"] = 0xC2, ["Ă"] = 0xC3, ["Ê"] = 0xCA, ["Đ"] = 0xD0, ["Ô"] = 0xD4, ["Ơ"] = 0xD5, ["Ư"] = 0xDD,
        ["â"] = 0xE2, ["ă"] = 0xE3, ["ê"] = 0xEA, ["đ"] = 0xF0, ["ô"] = 0xF4, ["ơ"] = 0xF5, ["ư"] = 0xFD,
        ["\u0300"] = 0xCC, ["\u0309"] = 0xD2, ["\u0303"] = 0xDE, ["\u0301"] = 0xEC, ["\u0323"] = 0xF2,
        ["–"] = 0x96, ["“"] = 0x93, ["”"] = 0x94, ["…"] = 0x85,
    };

    // Marks that belong to the letter; the others are tones.
    const string Circumflex = "\u0302", Breve = "\u0306", Horn = "\u031B";

    /// <exception cref="ArgumentException">A character has no place in the code page.</exception>
    public static byte[] Encode(string text)
    {
        var bytes = new List<byte>(text.Length);
        var letters = text.Normalize(NormalizationForm.FormD);
        for (var at = 0; at < letters.Length;)
        {
            var end = at + 1;
            while (end < letters.Length && letters[end] is >= '\u0300' and <= '\u036F')
                end++;
            Append(bytes, letters[at], letters[(at + 1)..end]);
            at = end;
        }
        return [.. bytes];
    }

    static void Append(List<byte> bytes, char letter, string marks)
    {
        var own = string.Concat(marks.Where(mark => IsOfLetter(mark)));
        bytes.Add(ByteOf(string.Concat(letter.ToString(), own).Normalize(NormalizationForm.FormC)));
        foreach (var tone in marks.Where(mark => !IsOfLetter(mark)))
            bytes.Add(ByteOf(tone.ToString()));
    }

    static bool IsOfLetter(char mark) => mark == Circumflex[0] || mark == Breve[0] || mark == Horn[0];

    static byte ByteOf(string letter) => letter.Length == 1 && letter[0] < 0x80
        ? (byte)letter[0]
        : Bytes.TryGetValue(letter, out var value) ? value : throw new ArgumentException($"'{letter}' is not in Windows-1258.", nameof(letter));
}
