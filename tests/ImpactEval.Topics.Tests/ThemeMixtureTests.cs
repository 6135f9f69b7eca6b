namespace ImpactEval.Topics.Tests;

[TestClass]
public sealed class ThemeMixtureTests
{
    const int Count = 120;

    static readonly int[] Subjects = [.. Answers.Subjects(Count)];

    static readonly AnswerCorpus Corpus = AnswerCorpus.Of(
        Answers.Texts(Count), new ThemeOptions(Themes: 4, Runs: 1, Seed: 1, QuotesPerTheme: 1), new ParallelOptions());

    [TestMethod]
    public void A_right_division_stands() => CollectionAssert.AreEqual(Subjects, ThemeMixture.Of(Corpus, Subjects, themes: 4));

    [TestMethod]
    public void A_division_with_one_answer_in_eight_misplaced_is_put_right()
    {
        int[] start = [.. Subjects.Select((subject, i) => i % 8 == 0 ? (subject + 1) % 4 : subject)];
        Assert.IsLessThan(0.9, AdjustedRandIndex.Of(Subjects, start));
        CollectionAssert.AreEqual(Subjects, ThemeMixture.Of(Corpus, start, themes: 4));
    }

    [TestMethod]
    public void A_theme_without_answers_stays_without() =>
        CollectionAssert.AreEqual(Subjects, ThemeMixture.Of(Corpus, Subjects, themes: 6));

    [TestMethod]
    public void Other_numbers_of_the_themes_change_only_the_numbers()
    {
        int[] start = [.. Subjects.Select((subject, i) => i % 8 == 0 ? (subject + 1) % 4 : subject)];
        int[] renumbered = [.. ThemeMixture.Of(Corpus, [.. start.Select(theme => 3 - theme)], themes: 4).Select(theme => 3 - theme)];
        CollectionAssert.AreEqual(ThemeMixture.Of(Corpus, start, themes: 4), renumbered);
    }
}
