using System.Text;
using System.Text.Json;

namespace ImpactEval.Topics.Tests;

[TestClass]
public sealed class ThemeFinderTests
{
    static readonly ThemeOptions Four = new(Themes: 4, Runs: 10, Seed: 20240917, QuotesPerTheme: 3);

    [TestMethod]
    public void Answers_on_four_subjects_fall_into_four_themes()
    {
        var model = ThemeFinder.Find(Answers.Texts(120), Four);
        Assert.HasCount(4, model.Themes);
        Assert.IsGreaterThan(0.9, AdjustedRandIndex.Of(Answers.Subjects(120), Assigned(model, 120)));
    }

    [TestMethod]
    public void Labels_are_whole_Vietnamese_words_with_their_marks()
    {
        var model = ThemeFinder.Find(Answers.Texts(120), Four);
        var labels = model.Themes.Select(theme => theme.Label).ToList();
        Assert.IsTrue(labels.Exists(label => label.Contains("phân loại rác", StringComparison.Ordinal)), string.Join(" / ", labels));
        Assert.IsTrue(labels.Exists(label => label.Contains("giảng viên", StringComparison.Ordinal)), string.Join(" / ", labels));
        Assert.IsTrue(labels.Exists(label => label.Contains("tài liệu", StringComparison.Ordinal)), string.Join(" / ", labels));
        Assert.IsTrue(model.Themes.SelectMany(theme => theme.KeyWords).Any(word => word.Word == "Nhật Bản"), "a proper name keeps its capitals");
    }

    [TestMethod]
    public void Every_text_is_in_one_theme_or_set_aside()
    {
        List<string> texts = [.. Answers.Texts(60), "không", "Tốt ạ", "", "Chiêm tinh lượng tử"];
        var model = ThemeFinder.Find(texts, Four);
        CollectionAssert.AreEqual(new[] { 60, 61, 62 }, model.Uninformative.ToArray());
        CollectionAssert.AreEqual(new[] { 63 }, model.Apart.ToArray());
        int[] all = [.. model.Themes.SelectMany(theme => theme.Members), .. model.Uninformative, .. model.Apart];
        CollectionAssert.AreEqual(Enumerable.Range(0, texts.Count).ToArray(), all.Order().ToArray());
    }

    [TestMethod]
    public void The_number_of_threads_changes_no_byte()
    {
        var texts = Answers.Texts(80);
        foreach (var options in new[] { Four, Four with { Themes = null } })
        {
            var one = ThemeFinder.Find(texts, options, new ParallelOptions { MaxDegreeOfParallelism = 1 });
            var many = ThemeFinder.Find(texts, options, new ParallelOptions { MaxDegreeOfParallelism = 8 });
            Assert.AreEqual(JsonSerializer.Serialize(one), JsonSerializer.Serialize(many));
        }
    }

    [TestMethod]
    public void Another_seed_finds_the_same_themes()
    {
        var texts = Answers.Texts(120);
        var (one, other) = (ThemeFinder.Find(texts, Four), ThemeFinder.Find(texts, Four with { Seed = 7 }));
        Assert.IsGreaterThan(0.9, AdjustedRandIndex.Of(Assigned(one, 120), Assigned(other, 120)));
    }

    [TestMethod]
    public void The_number_of_themes_is_chosen_among_those_tried()
    {
        var model = ThemeFinder.Find(Answers.Texts(120), Four with { Themes = null });
        CollectionAssert.Contains(model.Counts.Select(count => count.Offered).ToArray(), model.Themes.Count);
        Assert.IsTrue(model.Themes.All(theme => theme.Members.Count >= 10), "a theme is large enough to be reported on");
        Assert.AreEqual(model.Stability, model.Counts.Single(count => count.Offered == model.Themes.Count).Stability);
    }

    // The four subjects are put together from five sentences each, so a number above four may divide a subject; none may mix two.
    [TestMethod]
    public void No_theme_of_the_number_chosen_mixes_two_subjects()
    {
        var subjects = Answers.Subjects(120);
        var themes = ThemeFinder.Find(Answers.Texts(120), Four with { Themes = null }).Themes;
        Assert.IsTrue(themes.Count is >= 4 and <= 8, $"{themes.Count} themes");
        foreach (var theme in themes)
            Assert.IsGreaterThan(0.9, theme.Members.CountBy(member => subjects[member]).Max(subject => subject.Value) / (double)theme.Members.Count);
    }

    [TestMethod]
    public void Few_answers_are_one_theme_when_their_number_is_left_open()
    {
        var model = ThemeFinder.Find(Answers.Texts(12), Four with { Themes = null });
        Assert.HasCount(1, model.Themes);
        Assert.IsEmpty(model.Counts);
    }

    [TestMethod]
    public void Answers_of_one_word_are_divided_by_it()
    {
        string[] words = ["Kaizen", "Phiên dịch", "Xe buýt"];
        var model = ThemeFinder.Find([.. Enumerable.Range(0, 60).Select(i => words[i % words.Length])], Four with { Themes = 3 });
        Assert.AreEqual(1, AdjustedRandIndex.Of([.. Enumerable.Range(0, 60).Select(i => i % 3)], [.. Assigned(model, 60).Select(theme => theme - 1)]));
    }

    [TestMethod]
    public void Identical_texts_are_always_together()
    {
        var half = Answers.Texts(50);
        var model = ThemeFinder.Find([.. half, .. half], Four);
        var assigned = Assigned(model, 100);
        CollectionAssert.AreEqual(assigned[..50], assigned[50..]);
    }

    [TestMethod]
    public void Decomposed_text_and_the_other_place_of_the_tone_mark_change_nothing()
    {
        var texts = Answers.Texts(80);
        var expected = JsonSerializer.Serialize(ThemeFinder.Find(texts, Four));
        Assert.AreEqual(expected, JsonSerializer.Serialize(ThemeFinder.Find([.. texts.Select(text => text.Normalize(NormalizationForm.FormD))], Four)));
        Assert.AreEqual(expected, JsonSerializer.Serialize(ThemeFinder.Find([.. texts.Select(text => text.Replace("khóa", "khoá", StringComparison.Ordinal))], Four)));
    }

    [TestMethod]
    public void Quotes_are_different_members_of_their_theme()
    {
        var texts = Answers.Texts(120);
        foreach (var theme in ThemeFinder.Find(texts, Four).Themes)
        {
            Assert.HasCount(3, theme.Quotes);
            Assert.IsTrue(theme.Quotes.All(theme.Members.Contains));
            Assert.AreEqual(3, theme.Quotes.Select(quote => texts[quote]).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [TestMethod]
    public void Agreement_and_stability_are_shares_of_what_they_can_be()
    {
        var model = ThemeFinder.Find(Answers.Texts(120), Four);
        Assert.IsTrue(model.Stability is > 0.5 and <= 1, $"{model.Stability}");
        Assert.IsTrue(model.Themes.All(theme => theme.Agreement is > 0.5 and <= 1));
    }

    [TestMethod]
    public void A_name_never_becomes_a_label()
    {
        var texts = Answers.Texts(40).Select(text => $"{text}, theo cô Nguyễn Thị Huyền Trân").ToList();
        var words = ThemeFinder.Find(texts, Four with { Themes = 2 }).Themes.SelectMany(theme => theme.KeyWords).Select(word => word.Word);
        Assert.IsFalse(words.Any(word => word.Contains("Trân", StringComparison.OrdinalIgnoreCase) || word.Contains("Nguyễn", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Officialese_is_left_out_unless_the_officer_keeps_it()
    {
        var texts = Answers.Texts(40).Select(text => $"Trân trọng đề nghị: {text}").ToList();
        Assert.IsFalse(KeyWords(texts, dropOfficialese: true).Contains("trân trọng"));
        Assert.IsTrue(KeyWords(texts, dropOfficialese: false).Contains("trân trọng"));

        static HashSet<string> KeyWords(List<string> texts, bool dropOfficialese) =>
            [.. ThemeFinder.Find(texts, Four with { Themes = 1, DropOfficialese = dropOfficialese }).Themes[0].KeyWords.Select(word => word.Word)];
    }

    [TestMethod]
    public void A_theme_of_two_languages_is_named_in_the_one_most_answers_use()
    {
        List<string> texts = [.. Answers.Texts(40), "Les supports de cours en français", "Les supports de cours étaient utiles"];
        var words = ThemeFinder.Find(texts, Four with { Themes = 1 }).Themes[0].KeyWords;
        Assert.IsFalse(words.Any(word => word.Word is "supports" or "cours"));
    }

    [TestMethod]
    public void No_texts_give_no_themes()
    {
        var model = ThemeFinder.Find([], Four with { Themes = null });
        Assert.IsEmpty(model.Themes);
        Assert.IsEmpty(model.Uninformative);
    }

    [TestMethod]
    public void One_text_shares_no_word_and_stands_apart() =>
        CollectionAssert.AreEqual(new[] { 0 }, ThemeFinder.Find(["Phân loại rác tại nguồn"], Four).Apart.ToArray());

    [TestMethod]
    public void Identical_texts_make_one_theme()
    {
        var model = ThemeFinder.Find([.. Enumerable.Repeat("Phân loại rác tại nguồn", 30)], Four with { Themes = null });
        Assert.HasCount(1, model.Themes);
        Assert.HasCount(30, model.Themes[0].Members);
        Assert.HasCount(1, model.Themes[0].Quotes);
    }

    [TestMethod]
    public void Texts_that_say_nothing_give_no_themes()
    {
        var model = ThemeFinder.Find(["không", "tốt", "ok", "như trên"], Four with { Themes = null });
        Assert.IsEmpty(model.Themes);
        Assert.HasCount(4, model.Uninformative);
    }

    [TestMethod]
    public void Fewer_than_one_theme_or_run_is_refused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ThemeFinder.Find([], Four with { Themes = 0 }));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ThemeFinder.Find([], Four with { Runs = 0 }));
    }

    static int[] Assigned(ThemeModel model, int texts)
    {
        var assigned = new int[texts];
        foreach (var (theme, member) in model.Themes.SelectMany(theme => theme.Members.Select(member => (theme, member))))
            assigned[member] = theme.Number;
        return assigned;
    }
}
