using System.Text.RegularExpressions;
using ImpactEval.Language;

namespace ImpactEval.Ingestion.Exports.Matching;

/// <summary>
/// How much speaks for two records being one person's: weights of agreement and disagreement on name, birth, sex and unit, fixed because a class
/// of some dozens is too small to estimate them from.
/// </summary>
/// <remarks>Fellegi and Sunter (1969), A theory for record linkage, JASA 64, 1183–1210, for adding weights of independent fields.</remarks>
static partial class PersonLikeness
{
    // Logarithms of rough odds: a full name is shared by few in a class, a year of birth by one in fifteen, a unit by one in ten.
    const double SameName = 8, SameNameWithoutMarks = 7, SameNameWithInitial = 5;
    const double SameBirth = 4, OtherBirth = -6, SameUnit = 3, OtherUnit = -2, OtherSex = -4;

    /// <summary>Below it somebody has to look.</summary>
    public const double LeastWeight = 7;

    /// <summary>A second candidate this close leaves it open who is meant.</summary>
    public const double LeastLead = 2;

    static readonly HashSet<string> Titles = ["ong", "ba", "anh", "chi", "d", "c", "dc", "dong", "ts", "ths", "pgs", "gs", "bs", "ks", "mr", "mrs",
        "ms", "dr", "m", "mme", "mlle"];

    static readonly HashSet<string> UnitWords =
        ["ubnd", "uy", "ban", "nhan", "dan", "tp", "thanh", "pho", "tinh", "huyen", "quan", "thi", "xa", "phuong", "so", "city", "of", "people",
            "s", "committee", "province", "district", "ville", "de", "comite", "populaire"];

    public static double Of(PersonTrace one, PersonTrace other)
    {
        var name = NameWeight(one.Name, other.Name);
        if (name is not { } weight)
            return double.NegativeInfinity;
        weight += Compare(YearOf(one.Birth), YearOf(other.Birth), SameBirth, OtherBirth);
        weight += Compare(UnitOf(one.Unit), UnitOf(other.Unit), SameUnit, OtherUnit);
        return weight + Compare(FoldedText.Of(one.Sex), FoldedText.Of(other.Sex), 0, OtherSex);
    }

    static double Compare(string one, string other, double same, double differs) => one.Length == 0 || other.Length == 0 ? 0 : one == other ? same
        : differs;

    static double? NameWeight(string one, string other)
    {
        var (first, second) = (NameParts(one), NameParts(other));
        if (first.Length < 2 || second.Length < 2)
            return null;
        if (first.SequenceEqual(second))
            return FoldedText.Of(one) == FoldedText.Of(other) ? SameName : SameNameWithoutMarks;
        var isInitial = first.Length == second.Length && first[0].Length * second[0].Length > 0
            && (first[0].Length == 1 || second[0].Length == 1) && first[0][0] == second[0][0] && first.Skip(1).SequenceEqual(second.Skip(1));
        return isInitial ? SameNameWithInitial : null;
    }

    /// <summary>Parts of the name in small letters without marks, titles before it left out.</summary>
    static string[] NameParts(string name)
    {
        var withoutTitle = TitleWithSlash().Replace(ToneMarks.Remove(FoldedText.Of(name)), "");
        var parts = withoutTitle.Split([' ', '.', ',', '-', '\''], StringSplitOptions.RemoveEmptyEntries);
        return [.. parts.SkipWhile((part, at) => at < parts.Length - 2 && part.Length > 1 && Titles.Contains(part))];
    }

    static string YearOf(string birth) => Year().Match(birth) is { Success: true } match ? match.Value : "";

    static string UnitOf(string unit) =>
        string.Join(' ', ToneMarks.Remove(FoldedText.Of(unit)).Split([' ', '.', ',', '-', '\''], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => !UnitWords.Contains(word)));

    [GeneratedRegex("(19|20)[0-9]{2}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Year();

    /// <summary>Đ/c: "comrade", the address of officials.</summary>
    [GeneratedRegex(@"^\s*d/c\.?\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TitleWithSlash();
}
