namespace ImpactEval.Language.Encodings;

/// <summary>
/// How often a letter stands in words that are not Vietnamese: names, abbreviations, French, English, German … as natural logarithms. Only the order of
/// size matters here: a wrong code page costs five to ten units a letter.
/// </summary>
static class LetterFrequencies
{
    /// <summary>The mean of the letters of English: their entropy is 4.2 bits (2.9 nats).</summary>
    const double Ascii = -2.9;

    /// <summary>Letters of German, Spanish, Portuguese and the Nordic languages: some 0.5 % there, a tenth of the foreign words here.</summary>
    const double European = -7.6;

    /// <summary>A letter with a Vietnamese mark in what is no syllable: abbreviations (<c>QĐ</c>, <c>TƯ</c>), misspellings, minority languages.</summary>
    const double Vietnamese = -9;

    /// <summary>Đ begins many abbreviations (<c>GDĐT</c>, <c>QĐ</c>).</summary>
    const double CapitalD = -6;

    const double OtherLatin = -10;

    /// <summary>Letters of Latin Extended-B other than ơ and ư (<c>ƕ ǆ ȹ</c>): in no text of ours.</summary>
    const double RareLatin = -14;

    /// <summary>Kana, Lao, Cyrillic …: one letter of a hundred, in one text of two hundred.</summary>
    const double OtherScript = -10;

    /// <summary>Shares of letters in French, in units of 10⁻⁵ (Wikipedia, "Letter frequency", column French).</summary>
    static readonly Dictionary<char, double> French = new()
    {
        ['é'] = 1504, ['à'] = 486, ['è'] = 271, ['ê'] = 218, ['ç'] = 85, ['û'] = 60, ['ù'] = 58, ['â'] = 51, ['î'] = 45, ['ô'] = 23, ['œ'] = 18,
        ['ë'] = 8, ['ï'] = 5,
    };

    public static double Log(char lower)
    {
        if (lower < 0x80)
            return Ascii;
        if (French.TryGetValue(lower, out var share))
            return Math.Log(share / 1e5);
        if ("äöüßñóíáúãõåøæ".Contains(lower, StringComparison.Ordinal))
            return European;
        if (lower == 'đ')
            return CapitalD;
        if (ToneMarks.IsVietnamese(lower))
            return Vietnamese;
        return lower is >= '\u0180' and < '\u0370' ? RareLatin : lower < '\u0180' ? OtherLatin : OtherScript;
    }
}
