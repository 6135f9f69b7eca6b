using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Evaluation.Tests;

[TestClass]
public sealed class EvaluatorTests
{
    [TestMethod]
    public void The_mean_change_is_that_of_the_people_with_both_scores()
    {
        var study = SmallStudy.Declared();
        var findings = Evaluator.Evaluate(
            SmallStudy.Of(study,
                SmallStudy.Test(1, "pre", 2, 4), SmallStudy.Test(2, "pre", 4, 4), SmallStudy.Test(3, "pre", 9, 9), SmallStudy.Test(4, "pre", 1, 1),
                SmallStudy.Test(1, "post", 4, 6), SmallStudy.Test(2, "post", 5, 5), SmallStudy.Test(4, "post", 4, 4), SmallStudy.Test(5, "post", 0, 0)),
            study.Design);

        var gain = findings.Changes.Single(change => change is { Outcome: "test", Kind: ChangeKind.Gain, Group: null });
        // Pairs: 3→5, 4→5, 1→4; gains 2, 1, 3.
        Assert.AreEqual(new PairCounts(5, 4, 4, 3), gain.Counts);
        Assert.AreEqual(2, gain.MeanChange!.Value, 1e-12);
        Assert.AreEqual(1, gain.StandardDeviationOfChange!.Value, 1e-12);
        // t(0.975; 2)·1/√3 = 4.302653·0.577350 = 2.484138 (Student's table).
        Assert.AreEqual(2 - 2.484138, gain.MeanChange.Intervals.Primary.Lower!.Value, 1e-6);
        Assert.AreEqual(2 + 2.484138, gain.MeanChange.Intervals.Primary.Upper!.Value, 1e-6);
    }

    [TestMethod]
    public void The_same_dataset_gives_the_same_findings_on_any_number_of_threads()
    {
        var study = SmallStudy.Declared();
        var one = Evaluator.Evaluate(SmallStudy.Twelve(study), study.Design);
        ThreadPool.GetMinThreads(out var workers, out var completion);
        ThreadPool.SetMinThreads(workers + 8, completion);
        var two = Evaluator.Evaluate(SmallStudy.Twelve(study), study.Design);
        foreach (var (first, second) in one.Changes.Zip(two.Changes))
        {
            Assert.AreEqual(first.Outcome, second.Outcome);
            CollectionAssert.AreEqual(Limits(first), Limits(second));
        }
    }

    [TestMethod]
    public void Every_outcome_and_comparison_the_waves_allow_has_a_finding()
    {
        var study = SmallStudy.Declared();
        var data = SmallStudy.Twelve(study);
        var more = data with { Assessments = [.. data.Assessments, .. Enumerable.Range(1, 12).SelectMany(i => new[] { SmallStudy.Test(i, "then", 2, 3), SmallStudy.Test(i, "follow_up", 5 + i % 2, 6) })] };
        var kinds = Evaluator.Evaluate(more, study.Design).Changes.Where(change => change is { Outcome: "test", Group: null }).Select(change => change.Kind).ToArray();
        CollectionAssert.AreEqual(
            new[] { ChangeKind.Gain, ChangeKind.FollowUpGain, ChangeKind.Retention, ChangeKind.RetrospectiveGain, ChangeKind.ResponseShift }, kinds);
    }

    [TestMethod]
    public void Scores_that_never_vary_become_a_finding_with_its_reason()
    {
        var study = SmallStudy.Declared();
        var still = SmallStudy.Of(study, Enumerable.Range(1, 6).SelectMany(i => new[] { SmallStudy.Test(i, "pre", 5, 5), SmallStudy.Test(i, "post", 5, 5) }));
        var gain = Evaluator.Evaluate(still, study.Design).Changes.First(change => change is { Outcome: "test", Group: null });
        Assert.AreEqual(NotEstimableReason.NoVariation, gain.Reason);
        Assert.AreEqual(6, gain.Counts!.Paired);
        Assert.IsNull(gain.MeanChange);
    }

    [TestMethod]
    public void One_pair_is_not_enough()
    {
        var study = SmallStudy.Declared();
        var single = SmallStudy.Of(study, SmallStudy.Test(1, "pre", 2, 2), SmallStudy.Test(1, "post", 3, 3));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Evaluator.Evaluate(single, study.Design).Changes[0].Reason);
    }

    [TestMethod]
    public void P_values_of_a_declared_family_are_adjusted_together_by_Holm()
    {
        var study = SmallStudy.Declared();
        var parts = Evaluator.Evaluate(SmallStudy.Twelve(study), study.Design).Changes
            .Where(change => change is { Family: "parts", Kind: ChangeKind.Gain, Group: null }).ToArray();
        Assert.HasCount(2, parts);
        var smallest = parts.MinBy(part => part.Test!.PValue)!;
        Assert.AreEqual(2 * smallest.Test!.PValue, smallest.AdjustedPValue!.Value, 1e-15);
    }

    [TestMethod]
    public void A_primary_outcome_outside_of_the_declared_families_stands_in_the_primary_family()
    {
        var study = SmallStudy.Declared();
        var test = Evaluator.Evaluate(SmallStudy.Twelve(study), study.Design).Changes.First(change => change is { Outcome: "test", Group: null });
        Assert.AreEqual("primary", test.Family);
        Assert.IsTrue(test.Primary);
    }

    [TestMethod]
    public void Items_asked_at_one_wave_are_described()
    {
        var study = SmallStudy.Declared();
        var data = SmallStudy.Twelve(study);
        double[] ratings = [5, 4, 4, 3, 2, 5, 5, 4, 3, 4];
        var reactions = ratings.Select((rating, i) => new Assessment(new ParticipantId(i + 1), "reaction", "post", null, [rating]));
        var item = Evaluator.Evaluate(data with { Assessments = [.. data.Assessments, .. reactions] }, study.Design).Items.Single();
        Assert.AreEqual(10, item.Answered.Value);
        Assert.AreEqual(3.9, item.Mean!.Value, 1e-12);
        Assert.AreEqual(0.7, item.TopShare!.Value, 1e-12);
    }

    [TestMethod]
    public void A_design_this_version_does_not_know_is_refused()
    {
        var study = SmallStudy.Declared();
        Assert.ThrowsExactly<NotSupportedException>(() => Evaluator.Evaluate(SmallStudy.Twelve(study), study.Design with { Kind = DesignKind.Controlled }));
    }

    static double[] Limits(ChangeFinding change) =>
    [
        .. change.EffectSizes.SelectMany(size => size.Estimate.Intervals.Others.Prepend(size.Estimate.Intervals.Primary))
            .SelectMany(interval => new[] { interval.Lower ?? 0, interval.Upper ?? 0 }),
    ];
}
