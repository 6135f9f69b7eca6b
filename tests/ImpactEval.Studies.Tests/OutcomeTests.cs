namespace ImpactEval.Studies.Tests;

[TestClass]
public sealed class OutcomeTests
{
    static Outcome Of(ScoreRule rule, MissingItemRule missing, double minimumAnswered = 0.5, bool reversed = false) => new Instrument(
        "rating", new LocalText("Thang đo"), KirkpatrickLevel.Behaviour, new ScoreScale(1, 5), new Scoring(rule, missing, minimumAnswered),
        [new Item("A", new LocalText("A")), new Item("B", new LocalText("B"), reversed), new Item("C", new LocalText("C"))], []).Outcomes().First();

    [TestMethod]
    public void The_mean_is_taken_over_the_answered_items() =>
        Assert.AreEqual(3.5, Of(ScoreRule.Mean, MissingItemRule.Skip).Score([3, double.NaN, 4]), 1e-15);

    [TestMethod]
    public void A_reversed_item_is_turned_round() =>
        Assert.AreEqual((3 + 5 + 4) / 3.0, Of(ScoreRule.Mean, MissingItemRule.Skip, reversed: true).Score([3, 1, 4]), 1e-15);

    [TestMethod]
    public void The_percentage_runs_from_the_low_to_the_high_end_of_the_scale() =>
        Assert.AreEqual(50, Of(ScoreRule.PercentOfMaximum, MissingItemRule.Skip).Score([3, 3, 3]), 1e-12);

    [TestMethod]
    public void An_open_test_question_counts_as_the_lowest_score() =>
        Assert.AreEqual((5 + 1 + 5) / 3.0, Of(ScoreRule.Mean, MissingItemRule.CountAsLowest).Score([5, double.NaN, 5]), 1e-15);

    [TestMethod]
    public void Too_few_answers_give_no_score() =>
        Assert.IsTrue(double.IsNaN(Of(ScoreRule.Mean, MissingItemRule.Skip, minimumAnswered: 0.8).Score([3, double.NaN, 4])));

    [TestMethod]
    public void Nothing_answered_gives_no_score() =>
        Assert.IsTrue(double.IsNaN(Of(ScoreRule.Mean, MissingItemRule.CountAsLowest, minimumAnswered: 0).Score([double.NaN, double.NaN, double.NaN])));

    [TestMethod]
    public void An_instrument_gives_itself_and_each_of_its_parts()
    {
        var instrument = new Instrument(
            "test", new LocalText("Kiểm tra"), KirkpatrickLevel.Learning, new ScoreScale(0, 1), new Scoring(ScoreRule.PercentOfMaximum, MissingItemRule.CountAsLowest, 0),
            [new Item("K1", new LocalText("1")), new Item("K2", new LocalText("2")), new Item("K3", new LocalText("3"))],
            [new Competency("waste", new LocalText("Rác"), ["K2", "K3"])]);
        var outcomes = instrument.Outcomes().ToArray();
        CollectionAssert.AreEqual(new[] { "test", "test.waste" }, outcomes.Select(outcome => outcome.Code).ToArray());
        Assert.AreEqual(50, outcomes[1].Score([1, 0, 1]), 1e-12);
        Assert.AreEqual(new ScoreScale(0, 100), outcomes[1].Scale);
    }

    [TestMethod]
    public void A_part_that_names_an_unknown_item_is_a_mistake_of_the_caller()
    {
        var instrument = new Instrument(
            "test", new LocalText("Kiểm tra"), KirkpatrickLevel.Learning, new ScoreScale(0, 1), new Scoring(ScoreRule.Mean, MissingItemRule.Skip, 0),
            [new Item("K1", new LocalText("1"))], [new Competency("waste", new LocalText("Rác"), ["K9"])]);
        Assert.ThrowsExactly<ArgumentException>(() => instrument.Outcomes().ToArray());
    }
}
