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
}
