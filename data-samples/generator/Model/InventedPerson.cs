using System.Globalization;

namespace ImpactEval.Samples;

/// <summary>A name put together at random from common syllables, with an address at example.org and a number that nobody was given.</summary>
public sealed record InventedPerson(string Name, string Email, string Phone)
{
    static readonly string[] Families =
    [
        "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
        "Dương", "Lý", "Đinh", "Trịnh", "Mai", "Tạ", "Cao", "Lương",
    ];

    static readonly string[] WomensMiddles = ["Thị", "Thị Thu", "Thị Thanh", "Thị Hồng", "Thị Ngọc", "Thị Bích", "Ngọc", "Thúy", "Diệu", "Kim", "Thu"];
    static readonly string[] WomensNames =
    [
        "Hạnh", "Hương", "Lan", "Mai", "Nga", "Nhung", "Oanh", "Phượng", "Quỳnh", "Thảo", "Trang", "Tuyết", "Vân", "Yến", "Hòa", "Hiền", "Liên", "Loan",
        "Thủy", "Xuyến",
    ];

    static readonly string[] MensMiddles = ["Văn", "Đức", "Minh", "Quang", "Hữu", "Thành", "Công", "Xuân", "Ngọc", "Quốc", "Trọng", "Đình", "Bá", "Duy"];
    static readonly string[] MensNames =
    [
        "Bình", "Cường", "Dũng", "Duy", "Hải", "Hiếu", "Hòa", "Hùng", "Khánh", "Kiên", "Long", "Luân", "Nam", "Phong", "Phúc", "Quân", "Sơn", "Thắng",
        "Toàn", "Tuấn", "Vĩnh", "Việt",
    ];

    public static InventedPerson Of(Chance chance, bool woman, int number)
    {
        var family = chance.Pick(Families);
        var middle = chance.Pick(woman ? WomensMiddles : MensMiddles);
        var given = chance.Pick(woman ? WomensNames : MensNames);
        var initials = string.Concat($"{family} {middle}".Split(' ').Select(syllable => Roster.Folded(syllable)[0]));
        var tail = number.ToString("000", CultureInfo.InvariantCulture);
        return new InventedPerson($"{family} {middle} {given}", $"{Roster.Folded(given)}.{initials}{tail}@example.org", $"0900 000 {tail}");
    }
}
