namespace ImpactEval.Evaluation;

/// <summary>What may leave of the topics: none that a few people spoke of, no count that the total of the answers would give back.</summary>
static class TopicDisclosure
{
    public static TopicFindings Protect(TopicFindings findings, HiddenGroups hidden, int smallestCell)
    {
        // Every informative answer is in one topic and the sum of them is shown, so hidden topics need company like hidden groups.
        var small = Company.Of(findings.Topics, Fewest, smallestCell).Select(topic => topic.Number).ToHashSet();
        return findings with { Topics = [.. findings.Topics.Select(topic => small.Contains(topic.Number) || topic.Suppressed ? Hidden(topic) : Protect(topic, hidden))] };
    }

    static int Fewest(TopicFinding topic) => Math.Min(topic.Answers.Value ?? 0, topic.People.Value ?? 0);

    static TopicFinding Hidden(TopicFinding topic) =>
        topic with { Answers = new Count(null), People = new Count(null), Share = null, Quotes = [], Suppressed = true };

    /// <summary>A quote tells the course of its author; one from a course of a few people stays at home.</summary>
    static TopicFinding Protect(TopicFinding topic, HiddenGroups hidden) =>
        topic with { Quotes = [.. topic.Quotes.Where(quote => !hidden.Contains(new GroupKey(GroupMembers.Cohort, quote.Cohort)))] };
}
