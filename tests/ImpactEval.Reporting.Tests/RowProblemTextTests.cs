using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tests;

[TestClass]
public sealed class RowProblemTextTests
{
    static readonly RowProblem OffTheScale = new(14, "Q3", RowProblemKind.ScoreOutOfRange, "55");

    [TestMethod]
    public void A_score_off_the_scale_is_told_with_its_row_and_column() => Assert.AreEqual(
        "Dòng 14, cột “Q3”: điểm “55” nằm ngoài thang đo; điểm phải nằm trong thang đã khai báo. Dòng này bị loại và được giữ riêng. Hãy đối chiếu phiếu gốc và sửa điểm.",
        RowProblemText.Of(OffTheScale, TextLanguage.Vi));

    [TestMethod]
    public void It_is_told_in_English_too() => Assert.AreEqual(
        "Row 14, column “Q3”: the score “55” is off the scale; it must lie within the declared scale. The row is rejected and kept aside. Check the original form and mend the score.",
        RowProblemText.Of(OffTheScale, TextLanguage.En));

    [TestMethod]
    public void A_row_that_is_taken_all_the_same_is_said_to_be_taken() =>
        Assert.Contains("Dòng này vẫn được dùng.", RowProblemText.Of(OffTheScale with { Rejects = false }, TextLanguage.Vi));

    [TestMethod]
    public void Personal_data_are_never_repeated()
    {
        var problem = new RowProblem(3, "Góp ý", RowProblemKind.PiiInFreeText, "0912345678", Rejects: false);
        Assert.DoesNotContain("0912345678", RowProblemText.Of(problem, TextLanguage.Vi));
        Assert.DoesNotContain("0912345678", RowProblemText.Of(problem, TextLanguage.En));
    }

    [TestMethod]
    public void Every_kind_makes_whole_sentences()
    {
        foreach (var kind in Enum.GetValues<RowProblemKind>())
        {
            foreach (var language in new[] { TextLanguage.Vi, TextLanguage.En })
            {
                var text = RowProblemText.Of(new RowProblem(2, "", kind, "x"), language);
                Assert.EndsWith(".", text, kind.ToString());
                Assert.DoesNotContain("{", text, kind.ToString());
            }
        }
    }
}
