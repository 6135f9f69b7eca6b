using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tests;

[TestClass]
public sealed class ContractProblemTextTests
{
    static readonly ContractProblem UnknownKey = new(ContractProblemKind.UnknownKey, "study.yaml", 12, "cohort", "cohorts, groups, waves", "cohorts");

    [TestMethod]
    public void An_unknown_key_is_told_in_Vietnamese_with_line_expectation_and_nearest_word() => Assert.AreEqual(
        "study.yaml, dòng 12: khóa “cohort” không có trong mẫu tệp nghiên cứu. Cần có: cohorts, groups, waves. Có phải ý bạn là “cohorts”? Hãy sửa tên khóa hoặc xóa dòng này.",
        ContractProblemText.Of(UnknownKey, TextLanguage.Vi));

    [TestMethod]
    public void An_unknown_key_is_told_in_English_too() => Assert.AreEqual(
        "study.yaml, line 12: the key “cohort” is not part of a study file. Expected: cohorts, groups, waves. Did you mean “cohorts”? Mend the key or remove the line.",
        ContractProblemText.Of(UnknownKey, TextLanguage.En));

    [TestMethod]
    public void Every_kind_makes_whole_sentences_that_name_the_file()
    {
        foreach (var kind in Enum.GetValues<ContractProblemKind>())
        {
            foreach (var language in new[] { TextLanguage.Vi, TextLanguage.En })
            {
                var text = ContractProblemText.Of(new ContractProblem(kind, "files/a.csv"), language);
                Assert.StartsWith("files/a.csv: ", text, kind.ToString());
                Assert.EndsWith(".", text, kind.ToString());
                Assert.DoesNotContain("{", text, kind.ToString());
            }
        }
    }
}
