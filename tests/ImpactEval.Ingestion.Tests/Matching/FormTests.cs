using ImpactEval.Ingestion.Matching;

namespace ImpactEval.Ingestion.Tests.Matching;

[TestClass]
public sealed class FormTests
{
    [TestMethod]
    [DataRow("Nguyễn Thị Hòa", "NGUYỄN THỊ HOÀ", "Same")]
    [DataRow("Nguyễn Thị Hòa", "Bà Nguyễn Thị Hòa", "Same")]
    [DataRow("Nguyễn Thị Hòa", "Đ/c Nguyễn Thị Hòa", "Same")]
    [DataRow("Nguyễn Thị Hòa", "Nguyen Thi Hoa", "MarksMissing")]
    [DataRow("Nguyễn Thị Hòa", "Nguyễn Thị Hóa", "OtherMarks")]
    [DataRow("Nguyễn Văn An", "An Nguyễn Văn", "OtherOrder")]
    [DataRow("Nguyễn Văn An", "Ng. V. An", "Abbreviated")]
    [DataRow("Nguyễn Văn An", "N.V. Bình", "Other")]
    [DataRow("Nguyễn Văn An", "Nguyễn An", "MiddleDropped")]
    [DataRow("Nguyễn Văn Bình", "Nguyễn Văn Bìhn", "Near")]
    [DataRow("Nguyễn Văn Bình", "NguyễnVăn Bình", "Near")]
    [DataRow("Nguyễn Văn An", "Trần Thị Hoa", "Other")]
    [DataRow("Nguyễn Văn An", "An", "Unknown")]
    [DataRow("", "", "Unknown")]
    public void Names_agree_at_the_level_that_their_spelling_shows(string one, string other, string level)
    {
        Assert.AreEqual(level, NameForm.Of(one).Compare(NameForm.Of(other)).ToString());
        Assert.AreEqual(level, NameForm.Of(other).Compare(NameForm.Of(one)).ToString());
    }

    [TestMethod]
    [DataRow("12/05/1980", "1980-05-12", "SameDay")]
    [DataRow("12/05/1980", "05/12/1980", "DayAndMonthSwapped")]
    [DataRow("12/05/1980", "1980", "SameYear")]
    [DataRow("12/05/1980", "13/05/1980", "OtherDay")]
    [DataRow("12/05/1980", "1981", "Other")]
    [DataRow("25/12/1980", "12/25/1980", "SameDay")]
    [DataRow("01/01/1980", "12/05/1980", "SameYear")]
    [DataRow("", "1980", "Unknown")]
    [DataRow("bốn mươi tuổi", "1980", "Unknown")]
    public void Births_agree_at_the_level_that_both_tell(string one, string other, string level)
    {
        Assert.AreEqual(level, BirthForm.Of(one).Compare(BirthForm.Of(other)).ToString());
        Assert.AreEqual(level, BirthForm.Of(other).Compare(BirthForm.Of(one)).ToString());
    }

    [TestMethod]
    [DataRow("UBND TP Vinh", "Ủy ban nhân dân thành phố Vinh", "Same")]
    [DataRow("Phòng Tư pháp Vinh", "UBND thành phố Vinh", "Near")]
    [DataRow("UBND TP Vinh", "UBND TP Huế", "Other")]
    [DataRow("UBND", "UBND TP Huế", "Unknown")]
    public void Workplaces_agree_by_the_words_that_tell_them_apart(string one, string other, string level) =>
        Assert.AreEqual(level, UnitForm.Of(one).Compare(UnitForm.Of(other)).ToString());

    [TestMethod]
    [DataRow("hv–007", "HV|7")]
    [DataRow("ＨＶ ０７", "HV|7")]
    [DataRow("Đt-10", "DT|10")]
    [DataRow("000", "0")]
    [DataRow("an.nguyen@example.org", "AN.NGUYEN@EXAMPLE.ORG")]
    [DataRow(" – ", "")]
    public void A_code_is_one_in_every_spelling(string written, string normalised) => Assert.AreEqual(normalised, CodeForm.Normalised(written));

    [TestMethod]
    public void Digits_do_not_run_together_when_a_separator_goes() => Assert.AreNotEqual(CodeForm.Normalised("1-23"), CodeForm.Normalised("12-3"));
}
