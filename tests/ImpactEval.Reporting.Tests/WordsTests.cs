using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;
using ImpactEval.Evaluation;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Tables;
using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tests;

[TestClass]
public sealed partial class WordsTests
{
    static readonly Type[] Shown =
    [
        typeof(MatchMethod), typeof(RowProblemKind), typeof(ContractProblemKind), typeof(NotEstimableReason), typeof(EffectSizeKind), typeof(IntervalMethod), typeof(ChangeKind),
        typeof(SourceFormat), typeof(SourceKind), typeof(LayoutRemark), typeof(WaveKind), typeof(DateOrder), typeof(KirkpatrickLevel), typeof(ScoreRule),
        typeof(MissingItemRule), typeof(SponsorCalendar), typeof(DesignKind), typeof(Alternative), typeof(TextLanguage),
        typeof(Direction), typeof(ReportStatus), typeof(Unit), typeof(ColumnOrigin), typeof(Shorthand), typeof(Reporting.Sheets.MethodSection),
    ];

    static readonly string[] Families =
    [
        "Sheet.{0}.Name:SheetKind", "Sheet.{0}.Title:SheetKind", "Sheet.{0}.Note:SheetKind", "Sentence.Caveat.{0}:DesignKind", "Method.{0}.Text:EffectSizeKind",
        "ContractProblemText.{0}.What:ContractProblemKind", "ContractProblemText.{0}.Next:ContractProblemKind",
        "RowProblemText.{0}.What:RowProblemKind", "RowProblemText.{0}.Next:RowProblemKind",
    ];

    static Dictionary<string, string> Texts(string language)
    {
        var resources = new ResourceManager("ImpactEval.Reporting.Words", typeof(Words).Assembly);
        var set = resources.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)
            ?? throw new AssertFailedException($"There are no words in '{language}'.");
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    [TestMethod]
    public void Both_languages_have_exactly_the_same_texts()
    {
        CollectionAssert.AreEquivalent(Texts("").Keys, Texts("en").Keys);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("en")]
    public void No_text_is_empty_or_decomposed(string language)
    {
        foreach (var (key, text) in Texts(language))
        {
            Assert.IsFalse(string.IsNullOrWhiteSpace(text), key);
            Assert.IsTrue(text.IsNormalized(NormalizationForm.FormC), key);
        }
    }

    [TestMethod]
    public void A_translation_fills_the_same_places()
    {
        var english = Texts("en");
        foreach (var (key, vietnamese) in Texts(""))
            CollectionAssert.AreEquivalent(Places(vietnamese), Places(english[key]), key);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("en")]
    public void Every_word_of_the_field_that_is_shown_has_its_name(string language)
    {
        var texts = Texts(language);
        foreach (var type in Shown)
        {
            foreach (var value in Enum.GetNames(type))
                Assert.IsTrue(texts.ContainsKey($"{type.Name}.{value}"), $"{type.Name}.{value}");
        }
    }

    [TestMethod]
    public void Every_sheet_problem_and_effect_size_has_its_texts()
    {
        var texts = Texts("");
        var types = new[] { typeof(SheetKind), typeof(DesignKind), typeof(EffectSizeKind), typeof(ContractProblemKind), typeof(RowProblemKind) }.ToDictionary(type => type.Name);
        foreach (var family in Families.Select(family => family.Split(':')))
        {
            foreach (var value in Enum.GetNames(types[family[1]]))
                Assert.IsTrue(texts.ContainsKey(string.Format(CultureInfo.InvariantCulture, family[0], value)), $"{family[0]} for {value}");
        }
    }

    [TestMethod]
    public void The_language_is_the_one_asked_for_whatever_the_machine_speaks()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
            Assert.AreEqual("Theo dõi", Words.Of(WaveKind.FollowUp, TextLanguage.Vi));
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
            Assert.AreEqual("Follow-up", Words.Of(WaveKind.FollowUp, TextLanguage.En));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [TestMethod]
    public void French_and_Japanese_readers_get_English() =>
        Assert.AreEqual(Words.Of(ChangeKind.Gain, TextLanguage.En), Words.Of(ChangeKind.Gain, TextLanguage.Ja));

    [TestMethod]
    public void A_text_that_does_not_exist_is_a_mistake_of_the_caller() =>
        Assert.ThrowsExactly<ArgumentException>(() => Words.Of("No.Such.Text", TextLanguage.Vi));

    static string[] Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Distinct()];

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
