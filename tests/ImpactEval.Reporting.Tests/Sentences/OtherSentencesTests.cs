using ImpactEval.Evaluation;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tests.Sentences;

[TestClass]
public sealed class OtherSentencesTests
{
    [TestMethod]
    public void Participation_is_told_with_its_share() => Assert.AreEqual(
        "Trong 40 người đăng ký, 36 người (90%) được đo cả trước và sau; các so sánh chỉ nói về những người này.",
        ParticipationSentence.Of(FindingsSample.Create().Participation, TextLanguage.Vi));

    [TestMethod]
    public void Suppressed_participation_tells_no_number()
    {
        var hidden = new Participation([], [new ParticipationRow(null, new Count(6), [], new Count(null))]);
        Assert.AreEqual("The number of people measured both before and after is not shown, to protect individuals.", ParticipationSentence.Of(hidden, TextLanguage.En));
    }

    [TestMethod]
    public void The_topic_spoken_of_most_is_told_as_a_suggestion() => Assert.AreEqual(
        "Chủ đề được nói đến nhiều nhất là “xử lý chất thải và môi trường”: 31% câu trả lời có nội dung, khoảng tin cậy 95% từ 24% đến 39% "
        + "(61 câu trả lời của 27 người). Nhãn do máy gợi ý, chưa có người xác nhận.",
        TopicSentence.Of(FindingsSample.Create().Topics!, TextLanguage.Vi));

    [TestMethod]
    public void Suppressed_topics_make_no_sentence()
    {
        var topics = FindingsSample.Create().Topics!;
        Assert.IsNull(TopicSentence.Of(topics with { Topics = [.. topics.Topics.Where(topic => topic.Suppressed)] }, TextLanguage.Vi));
    }
}
