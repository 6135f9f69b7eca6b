using System.Text;

namespace ImpactEval.Language.Tests;

[TestClass]
public sealed class WordSegmenterTests
{
    [TestMethod]
    public void Words_of_a_gold_sample_are_found()
    {
        var (hits, gold, found) = (0, 0, 0);
        foreach (var (text, words) in GoldSample.Sentences)
        {
            var expected = Spans(words.Select(word => word.Split('_').Length));
            var given = Spans(WordSegmenter.Shared.WordLengths(text.Split(' ')));
            hits += expected.Intersect(given).Count();
            gold += expected.Count;
            found += given.Count;
        }
        // Span F1 is 0.932 on the whole development part; the sample has some 1,500 words.
        Assert.IsGreaterThan(0.91, 2.0 * hits / (gold + found));
    }

    [TestMethod]
    public void Lengths_cover_every_token_once()
    {
        foreach (var (text, _) in GoldSample.Sentences)
            Assert.AreEqual(text.Split(' ').Length, WordSegmenter.Shared.WordLengths(text.Split(' ')).Sum());
        Assert.IsEmpty(WordSegmenter.Shared.WordLengths([]));
    }

    [TestMethod]
    public void A_run_of_capitals_inside_a_sentence_is_one_name() =>
        CollectionAssert.AreEqual(new[] { 1, 1, 3, 1, 1 }, WordSegmenter.Shared.WordLengths("Tôi gặp Lò Seo Páo ở chợ".Split(' ')).ToArray());

    [TestMethod]
    [DataRow("Phân loại rác tại nguồn", "phân loại rác|tại|nguồn")]
    [DataRow("Giảng viên nhiệt tình, cần thêm thời gian thực hành", "giảng viên|nhiệt tình|cần|thêm|thời gian|thực hành")]
    [DataRow("Thủ tục hành chính ở bộ phận một cửa", "thủ tục hành chính|ở|bộ phận một cửa")]
    [DataRow("chuyển đổi số và uỷ ban nhân dân", "chuyển đổi số|và|ủy ban|nhân dân")]
    public void Vietnamese_answers_fall_into_words(string text, string expected) => Assert.AreEqual(expected, Words(text));

    [TestMethod]
    public void Text_without_marks_is_read_as_the_words_it_stands_for() => Assert.AreEqual("phân loại rác|tại|nguồn", Words("phan loai rac tai nguon"));

    [TestMethod]
    public void French_articles_and_English_case_endings_are_no_part_of_the_word()
    {
        Assert.AreEqual("équipe|était|très|disponible", Words("L'équipe était très disponible"));
        Assert.AreEqual("the|trainer|answers|were|clear", Words("The trainer's answers were clear"));
    }

    [TestMethod]
    public void Japanese_is_divided_where_the_script_changes() => Assert.AreEqual("研修|内容|参考", Words("研修の内容がとても参考になりました。"));

    [TestMethod]
    public void Decomposed_text_gives_the_same_words()
    {
        foreach (var (text, _) in GoldSample.Sentences)
            Assert.AreEqual(Words(text), Words(text.Normalize(NormalizationForm.FormD)));
    }

    static string Words(string text)
    {
        var normalised = NormalisedText.Of(text);
        return string.Join('|', TextWords.Of(normalised, TextLanguageDetector.Of(normalised)).Select(word => word.Key));
    }

    static HashSet<(int, int)> Spans(IEnumerable<int> lengths)
    {
        var at = 0;
        return [.. lengths.Select(length => (at, at += length))];
    }
}
