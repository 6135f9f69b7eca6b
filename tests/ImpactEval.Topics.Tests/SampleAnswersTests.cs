using System.Text.RegularExpressions;

namespace ImpactEval.Topics.Tests;

/// <summary>The open answers of the sample study, some twenty words each, against the subject each was written about.</summary>
[TestClass]
public sealed partial class SampleAnswersTests
{
    static readonly ThemeOptions Nine = new(Themes: 9, Runs: 30, Seed: 1, QuotesPerTheme: 3);

    static readonly (string Subject, string Text)[] Answers =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Samples", "themes.csv")).Skip(1).Select(Read)];

    static string[] Texts => [.. Answers.Select(answer => answer.Text)];

    // Nine subjects of nearly equal size: by chance a theme's largest subject has about one answer in six.
    [TestMethod]
    public void Most_answers_are_in_a_theme_of_their_subject()
    {
        var themes = ThemeFinder.Find(Texts, Nine).Themes;
        var right = themes.Sum(theme => theme.Members.CountBy(member => Answers[member].Subject).Max(subject => subject.Value));
        Assert.IsGreaterThan(0.5, right / (double)themes.Sum(theme => theme.Members.Count));
    }

    [TestMethod]
    public void Another_seed_finds_much_the_same_themes()
    {
        var (one, other) = (ThemeFinder.Find(Texts, Nine), ThemeFinder.Find(Texts, Nine with { Seed = 2 }));
        Assert.IsGreaterThan(0.5, AdjustedRandIndex.Of(Assigned(one), Assigned(other)));
        Assert.IsGreaterThan(0.4, one.Stability);
    }

    [TestMethod]
    public void A_sensible_number_of_themes_is_chosen() =>
        Assert.IsTrue(ThemeFinder.Find(Texts, Nine with { Themes = null }).Themes.Count is >= 6 and <= 10);

    [TestMethod]
    public void Labels_are_terms_and_not_single_syllables()
    {
        string[] words = [.. ThemeFinder.Find(Texts, Nine).Themes.SelectMany(theme => theme.KeyWords.Take(3)).Select(word => word.Word)];
        // One theme is that of the answers in English, whose words are written alone.
        Assert.IsGreaterThan(0.75, words.Count(word => word.Contains(' ', StringComparison.Ordinal)) / (double)words.Length);
    }

    static int[] Assigned(ThemeModel model)
    {
        var assigned = new int[Answers.Length];
        foreach (var (theme, member) in model.Themes.SelectMany(theme => theme.Members.Select(member => (theme, member))))
            assigned[member] = theme.Number;
        return assigned;
    }

    static (string Subject, string Text) Read(string line)
    {
        var cells = Cell().Matches(line).Select(cell => cell.Groups[1].Value.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal)).ToList();
        return (cells[5], cells[8]);
    }

    [GeneratedRegex("""(?:^|,)("(?:[^"]|"")*"|[^,]*)""")]
    private static partial Regex Cell();
}
