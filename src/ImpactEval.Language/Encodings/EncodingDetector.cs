using System.Text;

namespace ImpactEval.Language.Encodings;

/// <summary>
/// Names the encoding of a file. A mark or the zeros of UTF-16 settle it; else each encoding reads the words that hold more than ASCII, and the reading that
/// is the most plausible text wins: the posterior probability of the readings, which is also the confidence that is told.
/// </summary>
static class EncodingDetector
{
    /// <summary>A word of legacy text is well-formed UTF-8 less often than that: letters with marks would have to stand in fitting pairs.</summary>
    const double ChanceOfUtf8 = 0.01;

    /// <summary>From so many well-formed words on, no reading needs to be compared.</summary>
    const int DecidingWords = 4;

    /// <summary>A byte beyond ASCII when nothing is known of it: less than a letter of any language read rightly, more than one read wrongly.</summary>
    const double UnknownByte = -7;

    /// <summary>That a file is in none of these encodings.</summary>
    const double UnknownFile = -6;

    /// <summary>Among English words a few marked ones speak less for Vietnamese, by no more than that.</summary>
    const double MostForeign = 4;

    /// <summary>Bytes that slipped into a text; random ones are control codes eleven times as often.</summary>
    const double MostStray = 0.01;

    // How often evaluators meet them, as natural logarithms to the order of size, and how much of their text is Vietnamese.
    static readonly (string Name, double Prior, TextPlausibility Language)[] Candidates =
    [
        (TextDecoder.Utf8, 0, TextPlausibility.Open),
        (TextDecoder.Windows1258, -1.5, new(0.8)),
        (TextDecoder.Windows1252, -1, new(0.05)),
        (TextDecoder.Tcvn3, -1.5, new(0.8)),
        (TextDecoder.Vni, -1.5, new(0.8)),
        (TextDecoder.Viscii, -2.5, new(0.8)),
        (TextDecoder.Vps, -2.5, new(0.8)),
        (TextDecoder.Tcvn1, -3.5, new(0.8)),
    ];

    /// <summary>The encoding the bytes show, or null when they are text in none that is known.</summary>
    public static EncodingAssumption? Of(ByteSurvey survey)
    {
        if (WideEncodings.MarkOf(survey.Head) is { } marked)
            return new(marked, HasByteOrderMark: true);
        if (survey.Head.Contains((byte)0))
        {
            if (WideEncodings.ByZeros(survey.Head) is { } wide)
                return new(wide);
            if (ShareOf(survey.Head, static code => code < ' ') > MostStray)
                return null;
        }
        if (survey.IsUtf8 && (survey.IsAscii || survey.Words.Count >= DecidingWords))
            return new(TextDecoder.Utf8) { Confidence = survey.IsAscii ? 1 : 1 - Math.Pow(ChanceOfUtf8, survey.Words.Count) };
        if (!survey.IsUtf8 && WideEncodings.Japanese(survey.Head) is { } japanese)
            return new(japanese);
        return Likeliest(survey);
    }

    /// <summary>Share of the bytes that are so, white space apart.</summary>
    static double ShareOf(ReadOnlySpan<byte> head, Func<byte, bool> isSo)
    {
        var count = 0;
        foreach (var code in head)
            count += code is not ((byte)'\t' or (byte)'\r' or (byte)'\n') && isSo(code) ? 1 : 0;
        return count / (double)head.Length;
    }

    /// <summary>Of UTF-8 all of the file is known, of wider units the beginning.</summary>
    public static bool IsDecomposed(ByteSurvey survey, EncodingAssumption assumption)
    {
        if (assumption.IsLegacy || assumption.Encoding == TextDecoder.Utf8)
            return !assumption.IsLegacy && survey.HasCombiningMarks;
        var beginning = TextEncodings.Of(assumption.Encoding).GetString(survey.Head);
        return !string.Equals(beginning, TextPlausibility.Composed(beginning), StringComparison.Ordinal);
    }

    static EncodingAssumption? Likeliest(ByteSurvey survey)
    {
        var surroundings = Surroundings(survey);
        var readings = Candidates.Select(candidate => Reading(candidate, survey.Words, surroundings)).OrderByDescending(reading => reading.Log).ToList();
        var best = readings[0];
        // A stray byte in a text of plain letters: what it meant nobody knows, all else can be read.
        if (best.Log < UnknownFile + survey.Words.Sum(UnknownWord))
            return ShareOf(survey.Head, static code => code is < (byte)' ' or > (byte)'~') <= MostStray ? new(TextDecoder.Utf8) { Confidence = 0 } : null;
        // Encodings that read the same text are no rivals.
        var rivals = readings.Where(reading => reading.Text != best.Text).ToList();
        var odds = rivals.Sum(rival => Math.Exp(rival.Log - best.Log));
        return new(best.Name) { Confidence = 1 / (1 + odds), RunnerUp = rivals.Count > 0 ? rivals[0].Name : null };
    }

    /// <summary>
    /// In Vietnamese most words have marks. Many words without, of which few could be Vietnamese, make a Vietnamese code page less likely.
    /// </summary>
    static double Surroundings(ByteSurvey survey)
    {
        var foreign = survey.AsciiWords().Count(word => VietnameseSyllables.LogShare(word.ToLowerInvariant()) is null);
        return -Math.Clamp(Math.Log((foreign + 1.0) / (survey.Words.Count + 1)), 0, MostForeign);
    }

    static (string Name, double Log, string Text) Reading(
        (string Name, double Prior, TextPlausibility Language) candidate, IReadOnlyList<byte[]> words, double surroundings)
    {
        var encoding = TextEncodings.Of(candidate.Name);
        var text = words.Select(word => TextPlausibility.Composed(encoding.GetString(word))).ToList();
        var prior = candidate.Prior + (candidate.Name is TextDecoder.Utf8 or TextDecoder.Windows1252 ? 0 : surroundings);
        return (candidate.Name, prior + text.Sum(candidate.Language.LogOf), string.Join('\n', text));
    }

    static double UnknownWord(byte[] word) => word.Sum(code => code < 0x80 ? LetterFrequencies.Log('a') : UnknownByte);
}
