using ImpactEval.Statistics.Change;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Pooling;
using ImpactEval.Statistics.Regression;
using ImpactEval.Statistics.Reliability;

namespace ImpactEval.Statistics.Tests.Change;

/// <summary>What an evaluator chooses by: the difference that matters, the form of agreement, the inference few clusters carry.</summary>
[TestClass]
public sealed class AnchoredDifferenceTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    [TestMethod]
    public void It_is_the_mean_gain_of_those_who_say_a_little()
    {
        Sample pre = new([3, 4, 5, 2, 6, 4]), post = new([3, 6, 6, 7, 7, 8]);
        var found = AnchoredDifference.Of(pre, post, [0, 1, 1, 2, 1, 2], littleBetter: 1, Level);
        Assert.AreEqual(MeanGain.Of(new Sample([4, 5, 6]), new Sample([6, 6, 7]), Level).Intervals.Primary, found.Difference.Intervals.Primary);
        // cor(c(0, 1, 1, 2, 1, 2), c(0, 2, 1, 5, 1, 4)) of R
        Assert.AreEqual(0.9354491275723645, found.AnchorCorrelation.Value, 1e-12);
        Assert.ThrowsExactly<NotEstimableException>(() => AnchoredDifference.Of(pre, post, [0, 1, 1, 2, 1, 2], littleBetter: 0, Level));
        Assert.ThrowsExactly<ArgumentException>(() => AnchoredDifference.Of(pre, post, [0, 1], littleBetter: 1, Level));
    }

    [TestMethod]
    public void Two_questions_choose_the_form_of_agreement()
    {
        Assert.AreEqual(IntraclassForm.OneWay, IntraclassCorrelation.FormFor(RaterDesign.OwnRaters, RatingUse.Order));
        Assert.AreEqual(IntraclassForm.Agreement, IntraclassCorrelation.FormFor(RaterDesign.SameRaters, RatingUse.Level));
        Assert.AreEqual(IntraclassForm.Consistency, IntraclassCorrelation.FormFor(RaterDesign.SameRaters, RatingUse.Order));
    }

    [TestMethod]
    public void The_number_of_clusters_chooses_the_inference()
    {
        ClusterInference With(int treated, int comparison) => ClusterAdvice.Of(
            [.. Enumerable.Repeat(true, treated), .. Enumerable.Repeat(false, comparison)], [.. Enumerable.Range(0, treated + comparison)]).Inference;
        Assert.AreEqual(ClusterInference.Randomisation, With(2, 3));
        Assert.AreEqual(ClusterInference.RobustWithWarning, With(3, 3));
        Assert.AreEqual(ClusterInference.RobustWithWarning, With(9, 40));
        Assert.AreEqual(ClusterInference.Robust, With(10, 10));
        Assert.AreEqual(new ClusterAdvice(2, 1, 2), ClusterAdvice.Of([true, true, false], [1, 2, 2]));
        Assert.ThrowsExactly<ArgumentException>(() => ClusterAdvice.Of([true], [1, 2]));
    }

    [TestMethod]
    public void Estimates_of_cohorts_are_pooled_by_their_errors()
    {
        Estimate Cohort(double value, double? error) => new(value, error, 9, 20, NamedIntervals.Of(IntervalMethod.StudentT, null, null, Level));
        var studies = StudyEffects.Of([Cohort(1, 0.5), Cohort(2, 0.25)]);
        Assert.AreSequenceEqual([0.25, 0.0625], studies.Variances.Values.ToArray());
        Assert.ThrowsExactly<ArgumentException>(() => StudyEffects.Of([Cohort(1, null)]));
        Assert.ThrowsExactly<ArgumentException>(() => StudyEffects.Of([Cohort(1, 0)]));
    }
}
