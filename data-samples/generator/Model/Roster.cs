using System.Globalization;
using System.Text;

namespace ImpactEval.Samples;

/// <summary>A participant as a roster names one. The name is put together at random.</summary>
public sealed record Participant(Background Background, string Code, InventedPerson Person, string City, string Province, string Position, string Unit);

/// <summary>Gives the people of a sample codes, invented names, cities and posts.</summary>
static class Roster
{
    const string CodePrefix = "LDT-";

    public static IReadOnlyList<Participant> Of(ulong seed, int people)
    {
        var digits = Math.Max(3, people.ToString(CultureInfo.InvariantCulture).Length);
        return [.. Background.People(seed, people).Select(person => Named(seed, person, digits))];
    }

    public static string CohortOf(Background person) => $"L{person.Course + 1}";

    public static string CodeOf(int number, int digits = 3) => CodePrefix + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    static Participant Named(ulong seed, Background background, int digits)
    {
        var chance = new Chance(seed, "roster", background.Index);
        var person = InventedPerson.Of(chance, background.Woman, background.Index + 1);
        var (city, province) = chance.Pick(Places.Cities);
        var (position, unit) = PostOf(chance, background.Level, city, province);
        return new Participant(background, CodeOf(background.Index + 1, digits), person, city, province, position, unit);
    }

    static (string Position, string Unit) PostOf(Chance chance, int level, string city, string province)
    {
        var (positions, units) = Posts[level];
        return (chance.Pick(positions), string.Format(CultureInfo.InvariantCulture, chance.Pick(units), city, province));
    }

    // Posts by level: positions, then units ({0} city, {1} province).
    static readonly (string[] Positions, string[] Units)[] Posts =
    [
        (["Phó Trưởng ban", "Phó Chánh Văn phòng"], ["Hội đồng nhân dân tỉnh {1}"]),
        (["Phó Chủ tịch", "Chánh Văn phòng", "Phó Chánh Văn phòng"], ["Ủy ban nhân dân thành phố {0}", "Hội đồng nhân dân thành phố {0}"]),
        (
            ["Phó Giám đốc", "Trưởng phòng", "Phó Trưởng phòng"],
            [
                "Sở Xây dựng tỉnh {1}", "Sở Giao thông vận tải tỉnh {1}", "Sở Tài nguyên và Môi trường tỉnh {1}", "Sở Nội vụ tỉnh {1}",
                "Sở Giáo dục và Đào tạo tỉnh {1}",
            ]),
        (["Trưởng phòng", "Phó Trưởng phòng", "Chủ tịch phường", "Phó Chủ tịch phường"], ["thành phố {0}, tỉnh {1}"]),
    ];

    /// <summary>Text without tone marks, small letters, other signs as underscores: codes and addresses.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (letter is 'đ' or 'Đ')
                folded.Append('d');
            else if (char.IsAsciiLetterOrDigit(letter))
                folded.Append(char.ToLowerInvariant(letter));
            else if (letter is ' ' or '-' && (folded.Length == 0 || folded[^1] != '_'))
                folded.Append('_');
        }
        return folded.ToString();
    }
}
