using ImpactEval.Statistics;
using ImpactEval.Statistics.Shares;
using ImpactEval.Studies;
using ImpactEval.Topics;

namespace ImpactEval.Evaluation;

/// <summary>The declared open questions, read together and grouped into themes with their shares.</summary>
static class TopicEvaluation
{
    public static TopicFindings? Of(StudyDataset dataset)
    {
        if (dataset.Study.Topics is not { } plan)
            return null;
        var answers = dataset.Answers.Where(answer => plan.Questions.Contains(answer.Question)).ToArray();
        var model = ThemeFinder.Find(
            [.. answers.Select(answer => answer.Text)],
            new ThemeOptions(plan.Themes, plan.Runs, dataset.Study.Analysis.Seed, plan.QuotesPerTheme));

        var cohorts = dataset.Participants.ToDictionary(person => person.Id, person => person.Cohort);
        var informative = model.Themes.SelectMany(theme => theme.Members).Order().ToArray();
        var topics = model.Themes.Select(theme => Of(theme, answers, informative, cohorts, dataset.Study));
        var people = answers.Select(answer => answer.Participant).Distinct().Count();
        return new TopicFindings(answers.Length, people, model.Uninformative.Count, model.Apart.Count, plan.Runs, model.Stability, [.. topics]);
    }

    static TopicFinding Of(Theme theme, Answer[] answers, int[] informative, Dictionary<ParticipantId, string> cohorts, Study study)
    {
        var members = theme.Members.ToHashSet();
        var people = theme.Members.Select(member => answers[member].Participant).Distinct().Count();
        var quotes = theme.Quotes.Select(place => answers[place])
            .Select(answer => new Quote(answer.Text, answer.Question, answer.Wave, cohorts.GetValueOrDefault(answer.Participant, "")));
        return new TopicFinding(
            theme.Number,
            theme.Label,
            [.. theme.KeyWords.Select(word => word.Word)],
            new Count(theme.Members.Count),
            new Count(people),
            ShareOf(members, answers, informative, study),
            theme.Agreement,
            [.. quotes],
            false);
    }

    /// <summary>Answers of one person belong together, so the interval is taken over respondents, not over answers.</summary>
    static Estimate? ShareOf(HashSet<int> members, Answer[] answers, int[] informative, Study study)
    {
        var respondents = informative.GroupBy(place => answers[place].Participant).Select(person => person.ToArray()).ToArray();
        if (respondents.Length < 2)
            return null;
        return ClusteredShare.Of(
            [.. respondents.Select(places => places.Count(members.Contains))],
            [.. respondents.Select(places => places.Length)],
            new ConfidenceLevel(study.Analysis.ConfidenceLevel));
    }
}
