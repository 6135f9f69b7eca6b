using System.Text;

namespace ImpactEval.Language.Encodings;

/// <summary>How likely a string of letters is as one syllable of Vietnamese: from the lexicon, or built of a beginning and a rhyme that the lexicon has.</summary>
static class VietnameseSyllables
{
    const string Vowels = "aeiouy";

    /// <summary>A syllable that is well built but not in the lexicon counts as seen this often.</summary>
    const double UnseenCount = 0.1;

    static readonly Lazy<Parts> Known = new(() => new Parts(VietnameseLexicon.Shared));

    /// <summary>Natural logarithm of the share of the syllable among all, or null when no Vietnamese syllable is spelt so.</summary>
    /// <param name="lower">Letters in lower case, composed.</param>
    public static double? LogShare(string lower) => Known.Value.LogShare(ToneMarks.Place(lower));

    sealed class Parts
    {
        readonly VietnameseLexicon lexicon;
        readonly HashSet<string> beginnings = new(StringComparer.Ordinal);
        readonly HashSet<string> rhymes = new(StringComparer.Ordinal);
        readonly double logTotal;

        public Parts(VietnameseLexicon lexicon)
        {
            this.lexicon = lexicon;
            var total = 0.0;
            foreach (var syllable in lexicon.CommonSyllables)
            {
                total += Count(lexicon.Syllable(syllable));
                // Letters of two languages meet in transcribed names (w, f, j, z): no beginning of Vietnamese.
                if (syllable.All(letter => char.IsLetter(letter) && letter is not ('w' or 'f' or 'j' or 'z')))
                {
                    foreach (var cut in Cuts(syllable))
                    {
                        beginnings.Add(syllable[..cut]);
                        rhymes.Add(syllable[cut..]);
                    }
                }
            }
            logTotal = Math.Log(total);
        }

        public double? LogShare(string syllable)
        {
            var known = Count(lexicon.Syllable(syllable));
            if (known > 1)
                return Math.Log(known) - logTotal;
            var isBuilt = Cuts(syllable).Any(cut => beginnings.Contains(syllable[..cut]) && rhymes.Contains(syllable[cut..]));
            return isBuilt ? Math.Log(UnseenCount) - logTotal : null;
        }

        static double Count(LexiconSyllable seen) => seen.Alone + seen.Inside + seen.Begins + seen.Ends;

        // Where the vowels begin; in gi and qu the vowel may belong to the beginning.
        static IEnumerable<int> Cuts(string syllable)
        {
            var first = FirstVowel(syllable);
            if (first < 0)
                yield break;
            yield return first;
            if (first == 1 && syllable.Length > 2 && syllable[..2] is "gi" or "qu")
                yield return 2;
        }
    }

    static int FirstVowel(string syllable)
    {
        for (var at = 0; at < syllable.Length; at++)
        {
            if (Vowels.Contains(Plain(syllable[at]), StringComparison.Ordinal))
                return at;
        }
        return -1;
    }

    /// <summary>Letters beyond those of Vietnamese, and halves of pictograms, have no vowel in them.</summary>
    static char Plain(char letter) => letter is < '\u00C0' or > '\u1EFF' ? letter : letter.ToString().Normalize(NormalizationForm.FormD)[0];
}
