using System.Collections.Frozen;
using System.Text;

namespace ImpactEval.Language.Encodings;

/// <summary>A letter and the mark written behind it become one letter: <c>ê</c> and U+0309 are <c>ể</c> (NFC, over the letters of Vietnamese).</summary>
static class MarkComposer
{
    /// <summary>Grave, acute, circumflex, tilde, breve, hook above, horn, dot below.</summary>
    const string Marks = "\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323";

    static readonly FrozenDictionary<(char Letter, char Mark), char> Composed = Compositions().ToFrozenDictionary();

    /// <summary>All letters that take a mark, and what they become.</summary>
    public static IEnumerable<(char Letter, char Mark, char Composed)> All => Composed.Select(pair => (pair.Key.Letter, pair.Key.Mark, pair.Value));

    public static bool TryCompose(char letter, char mark, out char composed) => Composed.TryGetValue((letter, mark), out composed);

    public static bool IsMark(char unit) => unit is >= '\u0300' and <= '\u036F';

    // Letters of one mark take another (â + U+0301 = ấ), also in the other order (ạ + U+0302 = ậ).
    static Dictionary<(char, char), char> Compositions()
    {
        var found = new Dictionary<(char, char), char>();
        var letters = new Queue<char>("aeiouyAEIOUY");
        while (letters.TryDequeue(out var letter))
        {
            foreach (var mark in Marks)
            {
                var composed = $"{letter}{mark}".Normalize(NormalizationForm.FormC);
                if (composed.Length == 1 && found.TryAdd((letter, mark), composed[0]))
                    letters.Enqueue(composed[0]);
            }
        }
        return found;
    }
}
