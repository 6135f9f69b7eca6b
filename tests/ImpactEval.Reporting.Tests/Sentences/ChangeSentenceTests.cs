using ImpactEval.Evaluation;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tests.Sentences;

[TestClass]
public sealed class ChangeSentenceTests
{
    static readonly Study Study = StudySample.Create();

    static readonly string[] Causal =
    [
        "nhờ khóa", "nhờ đào tạo", "tác động", "do khóa", "do đào tạo", "hiệu quả của", "dẫn đến", "làm tăng", "giúp tăng",
        "because of", "impact", "caused", "due to", "effect of", "led to", "thanks to", "as a result", "improved by",
    ];

    [TestMethod]
    public void A_gain_is_a_Vietnamese_sentence_with_decimal_commas() => Assert.AreEqual(
        "Bài kiểm tra kiến thức – Quy hoạch đô thị, giao thông và xây dựng: điểm trung bình tăng 11,2 điểm (thang 0–100), từ 61,2 (Trước) lên 72,4 (Sau); "
        + "khoảng tin cậy 95% từ 6,1 đến 16,3; n = 36 người được đo ở cả hai thời điểm; p hiệu chỉnh Holm = 0,004. "
        + "So sánh trong cùng một nhóm, không có nhóm đối chứng, nên chưa loại trừ được các yếu tố khác.",
        ChangeSentence.Of(Urban, Study, TextLanguage.Vi));

    [TestMethod]
    public void A_gain_is_an_English_sentence_with_decimal_points() => Assert.AreEqual(
        "Knowledge test – Urban planning, transport and construction: the mean score rose by 11.2 points (scale 0–100), from 61.2 (Before) to 72.4 (After); "
        + "95% confidence interval 6.1 to 16.3; n = 36 people measured both times; Holm-adjusted p = 0.004. "
        + "This compares one group with itself; without a comparison group other influences cannot be ruled out.",
        ChangeSentence.Of(Urban, Study, TextLanguage.En));

    [TestMethod]
    public void In_a_list_a_change_is_told_in_short_and_without_the_caveat()
    {
        Assert.AreEqual(
            "Bài kiểm tra kiến thức: tăng 8,4 điểm, từ 52,4 (Trước) lên 60,8 (Sau), thang 0–100; KTC 95% từ 4,1 đến 12,7; n = 36. Chưa chắc đạt mức quan trọng (5 điểm).",
            ChangeSentence.Brief(FindingsSample.Change("knowledge"), Study, TextLanguage.Vi));
        Assert.AreEqual(
            "Knowledge test: up 2.0 points, from 52.4 (Before) to 54.4 (After), scale 0–100; 95% CI −2.3 to 6.3; n = 36. Not clear whether up or down. May not reach the important change (5 points).",
            ChangeSentence.Brief(FindingsSample.Change("knowledge", change: 2.0), Study, TextLanguage.En));
    }

    static ChangeFinding Urban => FindingsSample.Change("knowledge.urban", before: 61.2, change: 11.2, deviation: 15, adjusted: 0.0041);

    [TestMethod]
    public void A_fall_is_told_as_a_fall_with_a_true_minus_in_its_interval()
    {
        var shift = FindingsSample.Change("self", ChangeKind.ResponseShift, 3.12, -0.41, 0.55, 35);
        var sentence = ChangeSentence.Of(shift, Study, TextLanguage.Vi);
        Assert.Contains("giảm 0,41 điểm (thang 1–5), từ 3,12 (Trước) xuống 2,71 (Trước (nhìn lại))", sentence);
        Assert.Contains("từ −0,60 đến −0,22", sentence);
    }

    [TestMethod]
    public void An_interval_around_zero_leaves_the_direction_open()
    {
        var unclear = FindingsSample.Change("knowledge", change: 2.0);
        Assert.Contains("Khoảng tin cậy chứa 0, nên chưa rõ điểm tăng hay giảm.", ChangeSentence.Of(unclear, Study, TextLanguage.Vi));
        Assert.Contains("The interval includes zero, so it is not clear whether scores rose or fell.", ChangeSentence.Of(unclear, Study, TextLanguage.En));
    }

    [TestMethod]
    [DataRow(20.0, "at or above the smallest change held to be important (5 points)")]
    [DataRow(7.0, "includes the smallest change held to be important (5 points)")]
    [DataRow(-6.0, "below the smallest change held to be important (5 points)")]
    public void A_gain_is_set_against_the_smallest_important_difference(double change, string expected) =>
        Assert.Contains(expected, ChangeSentence.Of(FindingsSample.Change("knowledge", change: change), Study, TextLanguage.En));

    [TestMethod]
    public void A_change_too_small_to_print_is_told_as_none()
    {
        var still = FindingsSample.Change("knowledge", change: -0.01);
        Assert.Contains("điểm trung bình không đổi ở mức 52,4 điểm", ChangeSentence.Of(still, Study, TextLanguage.Vi));
    }

    [TestMethod]
    public void A_suppressed_change_tells_no_number() => Assert.AreEqual(
        "Bài kiểm tra kiến thức (Sau so với Trước): không công bố vì có dưới 5 người hoặc để bảo vệ nhóm khác.",
        ChangeSentence.Of(FindingsSample.Suppressed("knowledge"), Study, TextLanguage.Vi));

    [TestMethod]
    public void What_cannot_be_estimated_says_why() => Assert.AreEqual(
        "Knowledge test (After compared with Before): not estimable, because the scores do not vary.",
        ChangeSentence.Of(FindingsSample.NotEstimable("knowledge", NotEstimableReason.NoVariation), Study, TextLanguage.En));

    [TestMethod]
    [DataRow(TextLanguage.Vi)]
    [DataRow(TextLanguage.En)]
    public void No_sentence_speaks_of_causes(TextLanguage language)
    {
        foreach (var sentence in FindingsSample.Create().Changes.SelectMany(change => new[] { ChangeSentence.Of(change, Study, language), ChangeSentence.Brief(change, Study, language) }))
        {
            foreach (var word in Causal)
                Assert.DoesNotContain(word, sentence, StringComparison.OrdinalIgnoreCase);
        }
    }
}
