using System.Globalization;
using ImpactEval.Ingestion.Matching;

namespace ImpactEval.Ingestion.Tests.Matching;

/// <summary>Two lists of invented officials: the second holds half of the first again, some written otherwise, and as many strangers.</summary>
sealed class InventedRegister
{
    static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Phan", "Võ"];
    static readonly string[] Middles = ["Văn", "Thị", "Đức", "Minh", "Ngọc", "Quang", "Thanh", "Xuân", "Hữu", "Thu", "Anh", "Hoài", "Đình", "Kim", "Bảo"];
    static readonly string[] Givens = ["An", "Bình", "Cường", "Dũng", "Hà", "Hải", "Hạnh", "Hiếu", "Hòa", "Hùng", "Hương", "Khánh", "Lan", "Linh", "Long", "Mai", "Minh", "Nam", "Nga", "Ngọc", "Phúc", "Phương", "Quân", "Sơn", "Tâm", "Thảo", "Thủy", "Trang", "Tuấn", "Yến"];

    long state = 20240901;

    public InventedRegister(int size)
    {
        First = [.. Enumerable.Range(0, size).Select(_ => Invent(size))];
        Second = [.. First.Select((person, at) => at % 2 == 0 ? Again(person) : Invent(size)).Reverse()];
    }

    public IReadOnlyList<MatchSubject> First { get; }

    public IReadOnlyList<MatchSubject> Second { get; }

    public bool IsTrue(PersonPair pair) => pair.First % 2 == 0 && pair.Second == First.Count - 1 - pair.First;

    MatchSubject Invent(int size)
    {
        var name = $"{Pick(Families)} {Pick(Middles)} {Pick(Middles)} {Pick(Givens)}";
        var birth = string.Create(CultureInfo.InvariantCulture, $"{2 + Next(26):00}/{1 + Next(12):00}/{1965 + Next(30)}");
        return new MatchSubject("", new PersonFacts(name, birth, Next(2) == 0 ? "Nam" : "Nữ", $"UBND huyện số {Next(Math.Max(5, size / 150)).ToString(CultureInfo.InvariantCulture)}"));
    }

    MatchSubject Again(MatchSubject person)
    {
        var facts = person.Facts;
        return person with
        {
            Facts = Next(6) switch
            {
                0 => facts with { Name = facts.Name.ToUpperInvariant() },
                1 => facts with { Name = Language.ToneMarks.Remove(facts.Name) },
                2 => facts with { Birth = facts.Birth[3..6] + facts.Birth[..3] + facts.Birth[6..] },
                3 => facts with { Name = $"{facts.Name[0]}. {facts.Name[(facts.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..]}" },
                4 => facts with { Unit = "" },
                _ => facts,
            },
        };
    }

    string Pick(string[] words) => words[Next(words.Length)];

    /// <summary>Lehmer's generator with the constants of Park and Miller (1993).</summary>
    int Next(int below) => (int)((state = state * 48271 % 2147483647) % below);
}
