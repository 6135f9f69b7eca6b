using System.Text;
using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Records;

[TestClass]
public sealed class RosterTests
{
    static FileRecords Read(params string[] rows) => SampleReading.Of("roster", "danh-sach.csv", Encoding.UTF8.GetBytes(
        string.Join('\n', ["Mã học viên,Họ và tên,Giới tính,Năm sinh,Lớp,Thư điện tử", .. rows])));

    [TestMethod]
    public void A_person_is_read_with_cohort_groups_and_identity()
    {
        var records = Read("YLC-001,Nguyễn Thị Hoà,Nữ,1984,Lớp 3,hoa@example.org");
        Assert.IsEmpty(records.Problems);
        var person = records.People.Single();
        Assert.AreEqual("L3", person.Cohort);
        Assert.AreEqual("F", person.Groups["sex"]);
        Assert.AreEqual("middle", person.Groups["age"]);
        Assert.AreEqual("Nguyễn Thị Hoà", person.Identity["name"]);
        Assert.AreEqual("hoa@example.org", person.Identity["email"]);
        Assert.AreEqual(2, person.SourceRow);
    }

    [TestMethod]
    [DataRow("1979", "older")]
    [DataRow("1980", "middle")]
    [DataRow("1984", "middle")]
    [DataRow("1985", "younger")]
    public void A_number_falls_into_the_band_that_begins_at_or_below_it(string year, string band) =>
        Assert.AreEqual(band, Read($"YLC-001,A,Nữ,{year},L3,").People[0].Groups["age"]);

    [TestMethod]
    [DataRow("F")]
    [DataRow("nữ")]
    [DataRow("WOMEN")]
    [DataRow(" Nữ ")]
    public void A_group_value_is_found_by_code_or_title_in_any_language(string written) =>
        Assert.AreEqual("F", Read($"YLC-001,A,{written},1984,Course 3,").People[0].Groups["sex"]);

    [TestMethod]
    public void Cohorts_and_group_values_that_are_not_declared_are_rejected()
    {
        var records = Read("YLC-001,A,khác,chưa rõ,Lớp 9,", "YLC-002,B,Nam,1990,Lớp 4,");
        CollectionAssert.AreEquivalent(
            new[] { (RowProblemKind.UnknownGroupValue, "khác"), (RowProblemKind.UnknownGroupValue, "chưa rõ"), (RowProblemKind.UnknownCohort, "Lớp 9") },
            records.Problems.Select(problem => (problem.Kind, problem.Found)).ToArray());
        Assert.AreEqual("YLC-002", records.People.Single().Code);
    }

    [TestMethod]
    public void What_is_not_said_of_a_person_is_left_out()
    {
        var person = Read("YLC-001,,,,,").People.Single();
        Assert.IsNull(person.Cohort);
        Assert.IsEmpty(person.Groups);
        Assert.IsEmpty(person.Identity);
    }

    [TestMethod]
    public void A_person_twice_with_other_facts_is_a_conflict()
    {
        var records = Read("YLC-001,A,Nữ,1984,L3,", "YLC-001,A,Nữ,1985,L3,", "YLC-002,B,Nam,1990,L4,", "YLC-002,B,Nam,1990,L4,");
        Assert.AreEqual("YLC-002", records.People.Single().Code);
        CollectionAssert.AreEqual(
            new[] { RowProblemKind.DuplicateConflicting, RowProblemKind.DuplicateConflicting, RowProblemKind.DuplicateIdentical },
            records.Problems.Select(problem => problem.Kind).ToArray());
    }

    [TestMethod]
    public void A_name_that_a_spreadsheet_would_run_is_kept_and_told()
    {
        var records = Read("YLC-001,=cmd|' /C calc'!A0,Nữ,1984,L3,");
        Assert.AreEqual("=cmd|' /C calc'!A0", records.People[0].Identity["name"]);
        Assert.AreEqual(new RowProblem(2, "Họ và tên", RowProblemKind.FormulaLikeText, "=cmd|' /C calc'!A0", Rejects: false), records.Problems.Single());
    }
}
