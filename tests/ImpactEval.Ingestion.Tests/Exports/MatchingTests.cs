using ImpactEval.Ingestion.Exports;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class MatchingTests
{
    static ExportLinks Link(IEnumerable<string> first, IEnumerable<string> second) => ExportMatching.Of(ExportSample.Csv("a.csv", first), ExportSample.Csv("b.csv", second));

    static string Pairs(ExportLinks links) => string.Join(' ', links.Links.Select(link => $"{link.FirstRow}-{link.SecondRow}"));

    [TestMethod]
    public void Equal_codes_are_one_person_in_any_spelling()
    {
        var links = Link(["Code,Score", "HV-01,5.5", "HV-02,6.5", "HV-03,7.5"], ["Trainee ID,Mark", "hv 03,8.5", "HV-01,9.5", "HV-09,4.5"]);

        Assert.AreEqual("2-3 4-2", Pairs(links));
        Assert.AreEqual(1, links.OnlyFirst);
        Assert.AreEqual(1, links.OnlySecond);
        Assert.AreEqual(5.5, links.Links[0].FirstScore);
    }

    [TestMethod]
    public void A_made_up_code_may_have_one_changed_part()
    {
        var links = Link(["Mã tự tạo,Điểm", "K22SA1T,5.5", "L17BU3G,6.5", "H02QU2H,6.0"], ["Mã tự tạo,Điểm", "l17bu3g,7.5", "X22SA1T,8.5", "Q05VI1N,4.5"]);

        Assert.AreEqual("2-3 3-2", Pairs(links));
        Assert.AreEqual(MatchMethod.ChangedCodePart, links.Links[0].How);
    }

    [TestMethod]
    public void A_made_up_code_that_two_people_have_links_nobody() =>
        Assert.AreEqual("", Pairs(Link(["Mã tự tạo,Điểm", "K22SA1T,5.5", "K22SA1T,6.5"], ["Mã tự tạo,Điểm", "K22SA1T,7.5"])));

    [TestMethod]
    [DataRow("NGUYỄN THỊ HÒA")]
    [DataRow("Nguyen Thi Hoa")]
    [DataRow("Nguyễn Thị Hoà")]
    [DataRow("Đ/c Nguyễn Thị  Hòa ")]
    [DataRow("Bà Nguyễn Thị Hòa")]
    [DataRow("N. Thị Hòa")]
    public void A_name_is_one_in_any_spelling_when_the_rest_agrees(string name)
    {
        var links = Link(
            ["Họ và tên,Năm sinh,Đơn vị,Điểm", "Nguyễn Thị Hòa,1980,UBND TP Vinh,5.5", "Trần Văn Bốn,1981,UBND TP Huế,6.5"],
            ["Họ tên,Ngày sinh,Cơ quan,Điểm", $"{name},12/05/1980,UBND thành phố Vinh,7.5", "Lê Văn Năm,01/02/1979,UBND thành phố Vinh,8.5"]);

        Assert.AreEqual("2-2", Pairs(links));
    }

    [TestMethod]
    public void One_name_of_two_people_links_nobody_unless_something_tells_them_apart()
    {
        string[] first = ["Họ và tên,Năm sinh,Đơn vị,Điểm", "Nguyễn Thị Hòa,1980,UBND TP Vinh,5.5", "Nguyễn Thị Hòa,1985,UBND TP Huế,6.5"];

        Assert.AreEqual("", Pairs(Link(first, ["Họ và tên,Năm sinh,Đơn vị,Điểm", "Nguyễn Thị Hòa,,,7.5"])));
        Assert.AreEqual("3-2", Pairs(Link(first, ["Họ và tên,Năm sinh,Đơn vị,Điểm", "Nguyễn Thị Hòa,1985,UBND thành phố Huế,7.5"])));
    }

    [TestMethod]
    public void Another_year_of_birth_is_another_person() => Assert.AreEqual("", Pairs(Link(
        ["Họ và tên,Năm sinh,Điểm", "Nguyễn Thị Hòa,1980,5.5"], ["Họ và tên,Năm sinh,Điểm", "Nguyễn Thị Hòa,1990,7.5"])));
}
