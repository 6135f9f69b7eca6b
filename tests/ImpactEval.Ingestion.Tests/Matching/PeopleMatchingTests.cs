using ImpactEval.Ingestion.Matching;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Matching;

[TestClass]
public sealed class PeopleMatchingTests
{
    static MatchSubject Coded(string code) => new(code, PersonFacts.None);

    static MatchSubject Named(string name, string birth = "", string unit = "", string sex = "") => new("", new PersonFacts(name, birth, sex, unit));

    static PersonMatches Match(MatchSubject[] first, MatchSubject[] second, CodeOrigin codes = CodeOrigin.Issued, SettledPairs? settled = null) =>
        PeopleMatching.Of(first, second, codes, MatchLimits.Usual, settled ?? SettledPairs.None);

    static string Shown(PersonMatches found) => string.Join(' ', found.Links.Select(link => $"{link.First}-{link.Second}:{Word.Of(link.Method)}"));

    [TestMethod]
    public void Codes_link_as_they_are_and_then_as_they_are_meant() => Assert.AreEqual(
        "0-1:exact_id 1-0:normalised_id 2-2:normalised_id",
        Shown(Match([Coded("HV-01"), Coded("HV-002"), Coded("ĐT 7")], [Coded("ｈｖ ２"), Coded("HV-01"), Coded("dt–007")])));

    [TestMethod]
    public void An_issued_code_with_another_digit_is_another_person() =>
        Assert.IsEmpty(Match([Coded("K22SA1T")], [Coded("K23SA1T")]).Links);

    [TestMethod]
    public void A_made_up_code_may_change_in_one_part() => Assert.AreEqual(
        "0-0:changed_code_part", Shown(Match([Coded("K22SA1T")], [Coded("K23SA1T")], CodeOrigin.SelfGenerated)));

    [TestMethod]
    public void Two_candidates_for_a_changed_code_come_before_a_person()
    {
        var found = Match([Coded("K22SA1T")], [Coded("K23SA1T"), Coded("K22SA1U")], CodeOrigin.SelfGenerated);

        Assert.IsEmpty(found.Links);
        Assert.HasCount(2, found.Doubtful);
        Assert.IsGreaterThanOrEqualTo(0.5, found.Doubtful[0].FalseMatch);
    }

    [TestMethod]
    public void Two_people_of_one_name_come_before_a_person_unless_something_tells_them_apart()
    {
        MatchSubject[] first = [Named("Nguyễn Thị Hòa", "12/05/1980", "UBND TP Vinh"), Named("Nguyễn Thị Hòa", "03/09/1985", "UBND TP Huế")];

        var open = Match(first, [Named("Nguyễn Thị Hoà")]);
        Assert.IsEmpty(open.Links);
        Assert.HasCount(2, open.Doubtful);
        Assert.AreEqual("1-0:likeness", Shown(Match(first, [Named("NGUYEN THI HOA", "09/03/1985", "UBND thành phố Huế")])));
    }

    [TestMethod]
    public void Birth_and_workplace_without_a_name_link_nobody() =>
        Assert.IsEmpty(Match([Named("", "12/05/1980", "UBND TP Vinh")], [Named("", "12/05/1980", "UBND TP Vinh")]).Links);

    [TestMethod]
    public void What_was_decided_comes_before_everything_and_frees_the_others()
    {
        MatchSubject[] first = [Coded("HV-01"), Coded("HV-02")];
        MatchSubject[] second = [Coded("HV-01"), Coded("HV-99")];

        Assert.AreEqual("0-1:decision", Shown(Match(first, second, settled: new SettledPairs(new HashSet<(int, int)> { (0, 1) }, new HashSet<(int, int)>()))));
        Assert.AreEqual("", Shown(Match(first, second, settled: new SettledPairs(new HashSet<(int, int)>(), new HashSet<(int, int)> { (0, 0) }))));
    }

    [TestMethod]
    [DataRow(40)]
    [DataRow(400)]
    [DataRow(4000)]
    public void Invented_officials_are_found_again_with_no_more_errors_than_estimated(int size)
    {
        var register = new InventedRegister(size);
        var found = PeopleMatching.Of(register.First, register.Second, CodeOrigin.Issued, MatchLimits.Usual, SettledPairs.None);

        var wrong = found.Links.Count(link => !register.IsTrue(link));
        Assert.IsLessThanOrEqualTo(Math.Max(1, 0.01 * found.Links.Count), wrong);
        Assert.IsGreaterThan(0.9 * size / 2, found.Links.Count - wrong);
        Assert.HasCount(found.Links.Count, found.Links.DistinctBy(link => link.Second).ToArray());
    }

    [TestMethod]
    public void The_same_lists_give_the_same_links_in_any_order()
    {
        var register = new InventedRegister(300);
        var found = PeopleMatching.Of(register.First, register.Second, CodeOrigin.Issued, MatchLimits.Usual, SettledPairs.None);
        MatchSubject[] turned = [.. register.Second.Reverse()];
        var again = PeopleMatching.Of(register.First, turned, CodeOrigin.Issued, MatchLimits.Usual, SettledPairs.None);

        CollectionAssert.AreEqual(
            found.Links.Select(link => (link.First, link.Second)).ToArray(),
            again.Links.Select(link => (link.First, turned.Length - 1 - link.Second)).ToArray());
    }
}
