namespace ImpactEval.Evaluation.Tests;

[TestClass]
public sealed class TopicDisclosureTests
{
    static TopicFinding Topic(int number, int answers, int people, params string[] cohorts) => new(
        number, $"topic {number}", [], new Count(answers), new Count(people), null, 1, [.. cohorts.Select(cohort => new Quote("text", "q", "post", cohort))], false);

    static Findings With(params TopicFinding[] topics)
    {
        var study = SmallStudy.Declared(5);
        // Eleven people: five in course A and six in course B; nobody of them is hidden.
        var data = SmallStudy.Of(study, Enumerable.Range(1, 11).Select(i => SmallStudy.Test(i, "pre", i % 5, i % 3)));
        return Evaluator.Evaluate(data, study.Design) with { Topics = new TopicFindings(topics.Sum(topic => topic.Answers.Value!.Value), 11, 0, 0, 1, 1, topics) };
    }

    [TestMethod]
    public void A_topic_of_a_few_people_takes_the_next_smallest_along_since_the_shares_make_one()
    {
        var topics = Disclosure.Protect(With(Topic(1, 30, 11), Topic(2, 9, 6), Topic(3, 7, 3)), new(5, true)).Topics!.Topics;
        CollectionAssert.AreEqual(new[] { false, true, true }, topics.Select(topic => topic.Suppressed).ToArray());
        Assert.IsTrue(topics.Skip(1).All(topic => topic.Answers.Suppressed && topic.People.Suppressed && topic.Quotes.Count == 0));
    }

    [TestMethod]
    public void A_quote_from_a_hidden_course_stays_at_home()
    {
        var findings = With(Topic(1, 30, 11, "A", "B"));
        Assert.HasCount(2, Disclosure.Protect(findings, new(5, true)).Topics!.Topics[0].Quotes);
        Assert.IsEmpty(Disclosure.Protect(findings, new(6, true)).Topics!.Topics[0].Quotes);
    }
}
