using ImpactEval.Studies;

namespace ImpactEval.Evaluation.Tests;

[TestClass]
public sealed class DisclosureTests
{
    static readonly PrivacyRules Five = new(5, true);

    /// <summary>Twelve women and three men, all measured twice.</summary>
    static Findings TwelveWomenAndThreeMen()
    {
        var study = SmallStudy.Declared(5);
        var data = SmallStudy.Of(study, Enumerable.Range(1, 15).SelectMany(i => new[] { SmallStudy.Test(i, "pre", i % 5, i % 3), SmallStudy.Test(i, "post", i % 5 + 1 + i % 2, i % 4) }));
        var people = data.Participants.Select((person, place) => person with { Groups = new Dictionary<string, string> { ["sex"] = place < 12 ? "F" : "M" } });
        return Evaluator.Evaluate(data with { Participants = [.. people] }, study.Design);
    }

    [TestMethod]
    public void A_group_below_the_smallest_cell_loses_its_numbers_and_keeps_its_label()
    {
        var men = Disclosure.Protect(TwelveWomenAndThreeMen(), Five).Changes.First(change => change.Group == new GroupKey("sex", "M"));
        Assert.IsTrue(men.Suppressed);
        Assert.IsNull(men.Counts);
        Assert.IsNull(men.MeanChange);
        Assert.IsEmpty(men.EffectSizes);
    }

    [TestMethod]
    public void The_next_smallest_group_is_hidden_too_since_the_total_would_give_the_first_away()
    {
        var findings = Disclosure.Protect(TwelveWomenAndThreeMen(), Five);
        Assert.IsTrue(findings.Changes.First(change => change.Group == new GroupKey("sex", "F")).Suppressed);
        var rows = findings.Participation.Rows.Where(row => row.Group?.Dimension == "sex").ToArray();
        Assert.IsTrue(rows.All(row => row.Enrolled.Suppressed && row.Paired.Suppressed && row.Measured.All(count => count.Suppressed)));
    }

    [TestMethod]
    public void Groups_that_are_large_enough_and_the_total_stay()
    {
        var findings = Disclosure.Protect(TwelveWomenAndThreeMen(), Five);
        Assert.AreEqual(15, findings.Participation.Rows[0].Enrolled.Value);
        Assert.IsTrue(findings.Changes.Where(change => change.Group?.Dimension is null or "cohort").All(change => !change.Suppressed));
    }

    [TestMethod]
    public void Everybody_improved_is_not_said_of_fewer_than_ten()
    {
        var study = SmallStudy.Declared(5);
        var data = SmallStudy.Of(study, Enumerable.Range(1, 8).SelectMany(i => new[] { SmallStudy.Test(i, "pre", i % 4, 3), SmallStudy.Test(i, "post", i % 4 + 2 + i % 3, 4) }));
        var gain = Disclosure.Protect(Evaluator.Evaluate(data, study.Design), Five).Changes.First(change => change is { Outcome: "test", Group: null });
        Assert.IsNotNull(gain.MeanChange);
        Assert.IsNull(gain.Shares);
        Assert.IsFalse(gain.EffectSizes.Any(effect => effect.Kind == EffectSizeKind.ProbabilityOfSuperiority && effect.Estimate.Value == 1));
    }

    [TestMethod]
    public void Protecting_twice_changes_nothing_more()
    {
        var once = Disclosure.Protect(TwelveWomenAndThreeMen(), Five);
        var twice = Disclosure.Protect(once, Five);
        CollectionAssert.AreEqual(once.Changes.Select(change => change.Suppressed).ToArray(), twice.Changes.Select(change => change.Suppressed).ToArray());
    }

    [TestMethod]
    public void Files_of_one_source_leave_as_one_so_that_no_file_name_points_to_a_person()
    {
        var layout = new FileLayout(SourceFormat.Docx, null, null, '.', DateOrder.DayMonthYear, null, 1, []);
        SourceSummary File(string name, int rejected) => new("interviews", $"files/{name}.docx", name, layout, 5, 5 - rejected, rejected, [new ProblemCount(RowProblemKind.MissingId, true, rejected)]);
        var study = SmallStudy.Declared();
        var data = SmallStudy.Twelve(study) with { Sources = [File("LDT-001", 1), File("LDT-002", 2)] };
        var sources = Disclosure.Protect(Evaluator.Evaluate(data, study.Design), Five).Quality.Sources;

        var together = sources.Single();
        Assert.AreEqual("files/*", together.FileName);
        Assert.AreEqual((10, 7, 3), (together.RowsRead, together.RowsAccepted, together.RowsRejected));
        Assert.AreEqual(new ProblemCount(RowProblemKind.MissingId, true, 3), together.Problems.Single());
    }

    /// <summary>Twenty people in two courses of ten; of course B only three came to the end.</summary>
    static Findings ThreeOfCourseBStayed()
    {
        var study = SmallStudy.Declared(5);
        var before = Enumerable.Range(1, 20).Select(i => SmallStudy.Test(i, "pre", i % 5, i % 3));
        var after = Enumerable.Range(1, 13).Select(i => SmallStudy.Test(i, "post", i % 5 + 1 + i % 2, i % 4));
        return Evaluator.Evaluate(SmallStudy.Of(study, before.Concat(after)), study.Design);
    }

    [TestMethod]
    public void A_small_count_at_one_wave_cannot_be_had_from_the_total_and_the_other_groups()
    {
        var rows = Disclosure.Protect(ThreeOfCourseBStayed(), Five).Participation.Rows.Where(row => row.Group?.Dimension == "cohort").ToArray();
        Assert.IsTrue(rows.All(row => row.Enrolled.Value == 10 && row.Measured[0].Value == 10));
        Assert.IsTrue(rows.All(row => row.Measured[1].Suppressed && row.Paired.Suppressed));
    }

    [TestMethod]
    public void Few_people_without_a_pair_are_not_counted_at_either_wave()
    {
        var study = SmallStudy.Declared(5);
        var before = Enumerable.Range(1, 12).Select(i => SmallStudy.Test(i, "pre", i % 5, i % 3));
        var after = Enumerable.Range(13, 3).Select(i => SmallStudy.Test(i, "post", i % 5, i % 3));
        var gain = Disclosure.Protect(Evaluator.Evaluate(SmallStudy.Of(study, before.Concat(after)), study.Design), Five)
            .Changes.First(change => change is { Outcome: "test", Group: null });
        Assert.IsTrue(gain.Suppressed);
        Assert.IsNull(gain.Counts);
    }

    [TestMethod]
    public void A_hidden_p_value_does_not_come_back_as_the_adjusted_one_of_a_neighbour()
    {
        var findings = TwelveWomenAndThreeMen();
        var parts = findings.Changes.Select(change => change.Family == "parts" && change.Outcome == "test.one"
            ? change with { Counts = new PairCounts(3, 3, 3, 3), Test = change.Test! with { PValue = 0.04 }, AdjustedPValue = 0.08 }
            : change.Family == "parts" ? change with { Test = change.Test! with { PValue = 0.05 }, AdjustedPValue = 0.08 } : change);
        var shown = Disclosure.Protect(findings with { Changes = [.. parts] }, Five).Changes.Where(change => change.Family == "parts").ToArray();
        Assert.IsTrue(shown.Single(change => change.Outcome == "test.one").Suppressed);
        Assert.AreEqual(0.05, shown.Single(change => change.Outcome == "test.two").AdjustedPValue!.Value, 1e-15);
    }

    [TestMethod]
    public void The_rank_biserial_of_one_says_everybody_too()
    {
        var study = SmallStudy.Declared(5);
        var data = SmallStudy.Of(study, Enumerable.Range(1, 8).SelectMany(i => new[] { SmallStudy.Test(i, "pre", i % 4, 3), SmallStudy.Test(i, "post", i % 4 + 2 + i % 3, 4) }));
        var findings = Evaluator.Evaluate(data, study.Design);
        EffectSize? Biserial(Findings of) =>
            of.Changes.First(change => change is { Outcome: "test", Group: null }).EffectSizes.FirstOrDefault(effect => effect.Kind == EffectSizeKind.MatchedRankBiserial);
        Assert.AreEqual(1, Biserial(findings)!.Estimate.Value);
        Assert.IsNull(Biserial(Disclosure.Protect(findings, Five)));
    }

    [TestMethod]
    public void The_number_of_forms_with_missing_items_is_not_told_of_a_few()
    {
        var study = SmallStudy.Declared(5);
        var data = SmallStudy.Of(study, Enumerable.Range(1, 8).Select(i => SmallStudy.Test(i, "pre", 1, i)).Append(SmallStudy.Test(1, "post", 2, 2)));
        Assert.AreEqual("pre", Disclosure.Protect(Evaluator.Evaluate(data, study.Design), Five).Quality.Missing.Single().Wave);
    }
}
