namespace ImpactEval.Language;

/// <summary>Words that carry no theme, by language, in lower case; they are taken out after segmentation, else they break compounds.</summary>
public static class WordLists
{
    static readonly Lazy<IReadOnlySet<string>> VietnameseList = Load("vi-function-words.txt");
    static readonly Lazy<IReadOnlySet<string>> OfficialeseList = Load("vi-officialese.txt");
    static readonly Lazy<IReadOnlySet<string>> EnglishList = Load("en-stopwords.txt", "en-function-words.txt");
    static readonly Lazy<IReadOnlySet<string>> FrenchList = Load("fr-stopwords.txt", "fr-function-words.txt");

    public static IReadOnlySet<string> Vietnamese => VietnameseList.Value;

    public static IReadOnlySet<string> English => EnglishList.Value;

    public static IReadOnlySet<string> French => FrenchList.Value;

    /// <summary>Set phrases of Vietnamese offices (<c>trân trọng</c>, <c>theo quy định</c>): the officer may switch them off and sees what they removed.</summary>
    public static IReadOnlySet<string> Officialese => OfficialeseList.Value;

    public static IReadOnlySet<string> FunctionWords(WrittenLanguage language) => language switch
    {
        WrittenLanguage.Vietnamese => Vietnamese,
        WrittenLanguage.French => French,
        WrittenLanguage.English => English,
        // Japanese function words are written in hiragana, which TextWords leaves out.
        _ => Empty,
    };

    static readonly HashSet<string> Empty = [];

    static Lazy<IReadOnlySet<string>> Load(params string[] names) =>
        new(() => new HashSet<string>(names.SelectMany(LexiconFile.Entries).Select(entry => NormalisedText.Of(entry).Value), StringComparer.Ordinal));
}
