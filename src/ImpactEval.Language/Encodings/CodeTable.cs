using System.Text;

namespace ImpactEval.Language.Encodings;

/// <summary>What each byte of a code page stands for: a letter, a sign, or marks for the letter before it; null where nothing is assigned.</summary>
sealed class CodeTable
{
    readonly string?[] units = new string?[256];
    readonly char[] signs = new char[256];
    readonly bool[] awaitsMark = new bool[256];
    readonly Dictionary<char, byte[]> bytes = [];

    /// <param name="name">The word of the study file.</param>
    /// <param name="units">256 entries.</param>
    public CodeTable(string name, IReadOnlyList<string?> units)
    {
        Name = name;
        for (var code = 0; code < 256; code++)
        {
            this.units[code] = units[code];
            if (units[code] is { Length: 1 } single)
                bytes.TryAdd(single[0], [(byte)code]);
        }
        // Composing a text puts Ω and Å for the signs ohm and ångström.
        foreach (var (character, code) in bytes.ToList())
            bytes.TryAdd(character.ToString().Normalize()[0], code);
        AddComposed();
        ReadSigns();
    }

    public string Name { get; }

    public string? Of(byte code) => units[code];

    /// <summary>The letter or sign of a byte that is neither mark nor unassigned, else U+0000.</summary>
    public char SignOf(byte code) => signs[code];

    /// <summary>The next byte may be a mark that changes the letter.</summary>
    public bool AwaitsMark(byte code) => awaitsMark[code];

    /// <summary>The shortest way to write a character, or null when the page has none.</summary>
    public byte[]? Of(char character) => bytes.GetValueOrDefault(character);

    void ReadSigns()
    {
        var hasMarks = units.Any(unit => unit is not null && MarkComposer.IsMark(unit[0]));
        var letters = MarkComposer.All.Select(composition => composition.Letter).ToHashSet();
        for (var code = 0; code < 256; code++)
        {
            if (units[code] is { Length: 1 } unit && !MarkComposer.IsMark(unit[0]))
            {
                signs[code] = unit[0];
                awaitsMark[code] = hasMarks && letters.Contains(unit[0]);
            }
        }
    }

    // A letter that has no byte of its own is written as letter and mark; where a byte holds two marks (VNI), so are letters with two.
    void AddComposed()
    {
        var marks = Enumerable.Range(0, 256).Where(code => units[code] is { } unit && MarkComposer.IsMark(unit[0])).ToList();
        var plain = bytes.Where(pair => char.IsLetter(pair.Key)).Select(pair => (pair.Key, Code: pair.Value[0])).ToList();
        foreach (var (letter, code) in plain)
        {
            // VNI has each mark twice, high for capitals and low for small letters: bit 5 of the byte, as in ASCII.
            foreach (var mark in marks.OrderBy(mark => (mark & 0x20) == (char.IsUpper(letter) ? 0 : 0x20) ? 0 : 1))
            {
                var composed = (letter + units[mark]!).Normalize(NormalizationForm.FormC);
                if (composed.Length == 1)
                    bytes.TryAdd(composed[0], [code, (byte)mark]);
            }
        }
    }
}
