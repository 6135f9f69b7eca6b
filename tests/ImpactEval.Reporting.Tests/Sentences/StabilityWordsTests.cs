using ImpactEval.Reporting.Sentences;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tests.Sentences;

[TestClass]
public sealed class StabilityWordsTests
{
    // Steinley (2004), Psychol. Methods 9(3): 0.90 excellent, 0.80 good, 0.65 moderate, below poor.
    [TestMethod]
    [DataRow(0.90, "rất cao (0,90)")]
    [DataRow(0.899, "cao (0,90)")]
    [DataRow(0.80, "cao (0,80)")]
    [DataRow(0.65, "trung bình (0,65)")]
    [DataRow(0.05, "thấp, nên chỉ đọc các chủ đề như gợi ý (0,05)")]
    public void Agreement_of_runs_is_told_by_Steinleys_marks(double stability, string expected) =>
        Assert.AreEqual(expected, StabilityWords.Of(stability, TextLanguage.Vi));
}
