namespace ImpactEval.Language;

/// <summary>
/// Finds people's names: capitals behind a form of address or an office, capitals that begin with a family name, the lower-case
/// <c>nguyễn văn an</c> of web forms, Japanese names before さん. Names of streets, schools, places and bodies are left alone.
/// </summary>
static class PersonNames
{
    // Five syllables make the longest usual names (Công Tằng Tôn Nữ ... apart).
    const int LongestName = 5;

    public static IEnumerable<TextSpan> In(string text)
    {
        var line = new NameTokens(text);
        var found = new List<TextSpan>();
        for (var i = 0; i < line.Count; i++)
        {
            var length = NameLength(line, i);
            if (length == 0)
                continue;
            found.Add(line.Span(i, length));
            i += length - 1;
        }
        found.AddRange(JapaneseNames.In(text));
        return found;
    }

    static int NameLength(NameTokens line, int i)
    {
        if (!line.IsCapital(i))
            return LowerCaseName(line, i);
        if (NameContext.Address.Contains(line.Lower(i)) && !NameContext.IsGivenName(line.Lower(i)))
            return 0;
        var run = CapitalRun(line, i);
        if (run == 0 || (InsideCapitals(line, i) && !IsFullName(line, i, run)) || IsNamesake(line, i, run))
            return 0;
        if (AfterAddress(line, i, run) || AfterOffice(line, i, run) || WithFamilyName(line, i, run) || IsHighlandName(line, i))
            return run;
        return 0;
    }

    // Only a full name may begin in the middle of capitals ("Lâm Đồng Nguyễn Văn Đẳng"), else the run would be cut anywhere.
    static bool InsideCapitals(NameTokens line, int i) => line.IsCapital(i - 1) && line.IsBeside(i)
        && !line.EndsPhrase(i - 1, NameContext.Address) && !line.EndsPhrase(i - 1, NameContext.Offices);

    static bool IsFullName(NameTokens line, int i, int run) => run > 2 && NameContext.FamilyName(line.Lower(i)) is false;

    // "đường Nguyễn Trãi" is a street; "chủ tịch xã Bùi Văn Luyến" is a person, the head of the commune.
    static bool IsNamesake(NameTokens line, int i, int run)
    {
        if (!line.IsBeside(i) || line.PhraseBefore(i, NameContext.NamedAfter) is not { } noun)
            return false;
        return !(IsFullName(line, i, run) && line.PhraseBefore(noun.Start, NameContext.Offices) is not null);
    }

    // Capitals side by side, up to where an office or body begins: "Nguyễn Văn An Phó Giám đốc".
    static int CapitalRun(NameTokens line, int i)
    {
        var run = 0;
        while (run < LongestName && line.IsCapital(i + run) && (run == 0 || line.IsBeside(i + run)) && !BeginsBody(line, i, run)
            && !(run > 0 && line.BeginsPhrase(i + run, NameContext.Address) && !NameContext.IsGivenName(line.Lower(i + run))))
        {
            run++;
        }
        return run;
    }

    // "Nguyễn Thị Viện": behind "văn" and "thị" stands a given name, whatever else it means.
    static bool BeginsBody(NameTokens line, int i, int run) =>
        line.BeginsPhrase(i + run, NameContext.Bodies) && !(run > 0 && line.Lower(i + run - 1) is "văn" or "thị");

    static bool AfterAddress(NameTokens line, int i, int run)
    {
        if (line.PhraseBefore(i, NameContext.Address) is not { } address || line.IsAbbreviation(i, run))
            return false;
        var first = line.WordBefore(address.Start);
        if (NameContext.IsCollective(first, address.Text) || (address.Text == "anh" && first is "tiếng" or "nước" or "quốc" or "người"))
            return false;
        // "Bà Rịa", "Cô Tô": the form of address is itself part of a place name.
        if (line.IsCapital(i - 1) && line.IsPlace(i - 1, 2))
            return false;
        return !IsOrdinaryWord(line, i, run) && !(run > 1 && line.IsPlace(i, run) && NameContext.FamilyName(line.Lower(i)) is null);
    }

    static bool AfterOffice(NameTokens line, int i, int run)
    {
        if (line.PhraseBefore(i, NameContext.Offices) is null || line.IsAbbreviation(i, run) || line.IsPlace(i, run) || IsOrdinaryWord(line, i, run))
            return false;
        return run > 1 ? line.IsForeign(i) || NameContext.FamilyName(line.Lower(i)) is not null || NameContext.IsGivenName(line.Lower(i + run - 1))
            : NameContext.IsGivenName(line.Lower(i));
    }

    static bool WithFamilyName(NameTokens line, int i, int run)
    {
        if (run < 2 || NameContext.FamilyName(line.Lower(i)) is not { } isAlsoAWord || line.IsPlace(i, run) || line.IsHeadword(i, 2))
            return false;
        // "Đoàn Thanh niên": the capital belongs to an ordinary word that goes on in small letters.
        return !isAlsoAWord || (NameContext.IsGivenName(line.Lower(i + run - 1)) && (run > 2 || !(line.Starts(i) || line.IsHeadword(i + 1, 2))));
    }

    // H'Lan, K'Brơi: names of the Central Highlands.
    static bool IsHighlandName(NameTokens line, int i) =>
        line.Written(i) is [var first, '\'' or '’', var second, ..] && first is 'H' or 'K' or 'Y' && char.IsUpper(second);

    // "Em Rất hài lòng", "cô Hướng dẫn": capitals by habit. The syllable is a function word or makes an ordinary word with the next one.
    static bool IsOrdinaryWord(NameTokens line, int i, int run) => run == 1
        && (WordLists.Vietnamese.Contains(line.Lower(i)) && !NameContext.IsGivenName(line.Lower(i))
            || (i + 1 < line.Count && line.IsBeside(i + 1) && line.IsHeadword(i, 2)));

    // Only the unmistakable form: family name, "văn" or "thị", given names.
    static int LowerCaseName(NameTokens line, int i)
    {
        if (!line.IsWord(i) || NameContext.FamilyName(line.Lower(i)) is not false || !line.Follows(i + 1) || line.Lower(i + 1) is not ("văn" or "thị"))
            return 0;
        var length = 2;
        while (length < LongestName && line.Follows(i + length) && NameContext.IsGivenName(line.Lower(i + length)))
            length++;
        return length > 2 ? length : 0;
    }
}
