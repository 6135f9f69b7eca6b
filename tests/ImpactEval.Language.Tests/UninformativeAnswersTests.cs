using System.Text;

namespace ImpactEval.Language.Tests;

[TestClass]
public sealed class UninformativeAnswersTests
{
    [TestMethod]
    [DataRow("Không")]
    [DataRow("Tốt ạ!")]
    [DataRow("OK")]
    [DataRow("như trên")]
    [DataRow("Em không có ý kiến gì thêm ạ.")]
    [DataRow("khong co y kien")]
    [DataRow("Rất hài lòng, xin cảm ơn")]
    [DataRow("10/10")]
    [DataRow("…")]
    [DataRow("")]
    [DataRow("none")]
    [DataRow("N/A")]
    [DataRow("Rien à signaler")]
    [DataRow("特になし。")]
    public void An_answer_that_says_nothing_is_recognised(string answer)
    {
        Assert.IsTrue(UninformativeAnswers.Contains(answer));
        Assert.IsTrue(UninformativeAnswers.Contains(answer.Normalize(NormalizationForm.FormD)));
    }

    [TestMethod]
    [DataRow("Thời gian ngắn")]
    [DataRow("Giảng viên tốt")]
    [DataRow("Không có thời gian thực hành")]
    [DataRow("slide")]
    [DataRow("Rien sur le budget")]
    [DataRow("良い講師でした")]
    public void An_answer_with_anything_left_over_is_kept(string answer) => Assert.IsFalse(UninformativeAnswers.Contains(answer));
}
