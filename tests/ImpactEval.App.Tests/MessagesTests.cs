using System.Xml.Linq;
using ImpactEval.App.Operations;
using ImpactEval.Statistics.Catalogue;
using ImpactEval.Storage;
using ImpactEval.Studies;

namespace ImpactEval.App.Tests;

[TestClass]
public sealed class MessagesTests
{
    [TestMethod]
    public void Vietnamese_and_English_have_the_same_texts_and_none_is_empty()
    {
        var (vietnamese, english) = (Texts("Messages.resx"), Texts("Messages.en.resx"));
        CollectionAssert.AreEqual(vietnamese.Keys.ToArray(), english.Keys.ToArray());
        foreach (var (key, text) in vietnamese.Concat(english))
            Assert.IsFalse(string.IsNullOrWhiteSpace(text), key);
    }

    [TestMethod]
    public void A_text_has_the_same_places_to_fill_in_both_languages()
    {
        var english = Texts("Messages.en.resx");
        foreach (var (key, text) in Texts("Messages.resx"))
            CollectionAssert.AreEquivalent(Places(text), Places(english[key]), key);
    }

    [TestMethod]
    public void Every_way_a_store_can_be_unavailable_has_its_words()
    {
        var texts = Texts("Messages.resx");
        foreach (var kind in Word.All<StoreUnavailableKind>())
            Assert.IsTrue(texts.ContainsKey($"store.{kind}"), kind);
    }

    [TestMethod]
    public void Every_statistic_has_its_title_its_family_and_the_words_of_its_columns()
    {
        var texts = Texts("Messages.resx");
        foreach (var entry in StatisticsCatalogue.All)
        {
            Assert.IsTrue(texts.ContainsKey($"statistic.title.{entry.Name}"), entry.Name);
            Assert.IsTrue(texts.ContainsKey($"statistic.family.{entry.Family}"), $"{entry.Family}");
            foreach (var role in entry.Roles)
                Assert.IsTrue(texts.ContainsKey($"statistic.role.{role.Name}"), role.Name);
        }
        var titles = texts.Keys.Where(key => key.StartsWith("statistic.title.", StringComparison.Ordinal)).Select(key => key["statistic.title.".Length..]);
        CollectionAssert.AreEquivalent(StatisticsCatalogue.All.Select(entry => entry.Name).ToArray(), titles.ToArray(), "titles without a statistic");
    }

    [TestMethod]
    public void Every_way_a_question_to_the_catalogue_can_be_refused_has_its_words()
    {
        var texts = Texts("Messages.resx");
        foreach (var kind in Enum.GetValues<CatalogueProblemKind>())
            Assert.IsTrue(texts.ContainsKey($"statistic.problem.{kind}"), $"{kind}");
        foreach (var kind in Enum.GetValues<StatisticRefusal>())
            Assert.IsTrue(texts.ContainsKey($"statistic.refused.{kind}"), $"{kind}");
        foreach (var kind in Enum.GetValues<ColumnKind>())
            Assert.IsTrue(texts.ContainsKey($"statistic.kind.{kind}"), $"{kind}");
    }

    static string[] Places(string text) => [.. System.Text.RegularExpressions.Regex.Matches(text, @"\{\d", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Distinct()];

    static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", "ImpactEval.App", file)).Descendants("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);
}
