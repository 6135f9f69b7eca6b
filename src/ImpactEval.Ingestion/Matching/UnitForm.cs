using ImpactEval.Language;

namespace ImpactEval.Ingestion.Matching;

/// <summary>How far two workplaces agree.</summary>
enum UnitLevel { Unknown, Same, Near, Other }

/// <summary>A workplace by the words that tell it from others: <c>UBND TP Vinh</c> and <c>Ủy ban nhân dân thành phố Vinh</c> are <c>vinh</c>.</summary>
sealed class UnitForm
{
    static readonly HashSet<string> CommonWords =
        ["ubnd", "uy", "ban", "nhan", "dan", "tp", "thanh", "pho", "tinh", "huyen", "quan", "thi", "xa", "phuong", "so", "city", "of", "people",
            "s", "committee", "province", "district", "ville", "de", "comite", "populaire"];

    readonly string[] words;

    UnitForm(string[] words)
    {
        this.words = words;
        Key = string.Join(' ', words);
    }

    public string Key { get; }

    public static UnitForm Of(string unit) =>
        new([.. ToneMarks.Remove(FoldedText.Of(unit)).Split([' ', '.', ',', '-', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !CommonWords.Contains(word)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    public UnitLevel Compare(UnitForm other)
    {
        if (words.Length == 0 || other.words.Length == 0)
            return UnitLevel.Unknown;
        if (Key == other.Key)
            return UnitLevel.Same;
        var shared = words.Count(word => Array.BinarySearch(other.words, word, StringComparer.Ordinal) >= 0);
        // Half of all words, or all of the shorter name: "Phòng Tư pháp Vinh" and "Vinh".
        return shared > 0 && (2 * shared >= words.Length + other.words.Length - shared || shared == Math.Min(words.Length, other.words.Length))
            ? UnitLevel.Near : UnitLevel.Other;
    }
}
