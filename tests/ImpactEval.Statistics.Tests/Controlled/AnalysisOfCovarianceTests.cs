using ImpactEval.Statistics.Controlled;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Tests.Controlled;

/// <summary>Impact by analysis of covariance, adjusted means, their effect sizes and Lin's estimator.</summary>
[TestClass]
public sealed class AnalysisOfCovarianceTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;
    static readonly bool[] Treated = [false, false, false, true, true, true];
    static readonly Sample Pre = new([1, 2, 3, 2, 3, 4]);

    // Within groups the products with Pre sum to 3 and 5, its squares to 2 and 2: common slope 8/4 = 2.
    static readonly Sample Post = new([2, 4, 5, 6, 7, 11]);

    [TestMethod]
    public void The_impact_by_hand()
    {
        // Means 11/3 and 8 after, 2 and 3 before, slope 8/4 = 2: impact 13/3 − 2 = 7/3.
        var impact = AnalysisOfCovariance.Impact(Post, Treated, [Term("pre", Pre)], Level);
        Assert.AreEqual(7 / 3.0, impact.Value, 1e-13);
        Assert.AreEqual(3, impact.DegreesOfFreedom);
        Assert.AreEqual(IntervalMethod.HeteroscedasticityRobust, impact.Intervals.Primary.Method);
    }

    [TestMethod]
    public void Without_covariates_it_is_the_difference_of_the_means()
    {
        var impact = AnalysisOfCovariance.Impact(Post, Treated, [], Level);
        var welch = MeanDifference.Welch(new Sample(Post.Values[3..].ToArray()), new Sample(Post.Values[..3].ToArray()), Level);
        Assert.AreEqual(welch.Value, impact.Value, 1e-13);
        Assert.AreEqual(welch.StandardError!.Value, impact.StandardError!.Value, 1e-13);
        var lin = LinEstimator.Of(Post, Treated, []).Of(AnalysisOfCovariance.Treated, Level);
        Assert.AreEqual(welch.Value, lin.Value, 1e-13);
    }

    [TestMethod]
    public void Points_given_to_the_treated_raise_the_impact_by_as_many()
    {
        var raised = new Sample(Post.Values.ToArray().Select((score, i) => score + (Treated[i] ? 1.5 : 0)));
        DesignTerm[] covariates = [Term("pre", Pre)];
        Assert.AreEqual(AnalysisOfCovariance.Impact(Post, Treated, covariates, Level).Value + 1.5,
            AnalysisOfCovariance.Impact(raised, Treated, covariates, Level).Value, 1e-12);
        Assert.AreEqual(LinEstimator.Of(Post, Treated, [("pre", Pre)]).Of("treated", Level).Value + 1.5,
            LinEstimator.Of(raised, Treated, [("pre", Pre)]).Of("treated", Level).Value, 1e-12);
    }

    [TestMethod]
    public void Lins_impact_is_the_difference_of_two_lines_at_the_common_mean()
    {
        // Lines 11/3 + 1.5(x − 2) and 8 + 2.5(x − 3), at x̄ = 2.5: 4.416667 and 6.75.
        var impact = LinEstimator.Of(Post, Treated, [("pre", Pre)]).Of("treated", Level);
        Assert.AreEqual(6.75 - (11 / 3.0 + 0.75), impact.Value, 1e-12);
    }

    [TestMethod]
    public void Adjusted_means_differ_by_the_impact_and_meet_at_the_mean_of_the_covariate()
    {
        string[] arm = [.. Treated.Select(one => one ? "treated" : "comparison")];
        var design = new Design(6, new DesignTerm(Predictor.Factor("arm", ["comparison", "treated"], arm, FactorCoding.SumToZero)), Term("pre", Pre));
        var covariance = CoefficientCovariance.Classical(LinearModel.Fit(design, Post));
        var means = AdjustedMeans.Of(covariance, "arm", Level);
        // 11/3 + 2·(2.5 − 2) and 8 − 2·(3 − 2.5).
        Assert.AreEqual(14 / 3.0, means[0].Mean.Value, 1e-12);
        Assert.AreEqual(7, means[1].Mean.Value, 1e-12);
        var contrast = AdjustedMeans.Contrasts(covariance, "arm", Level).Single();
        Assert.AreEqual(7 / 3.0, contrast.Difference.Value, 1e-12);
        Assert.AreEqual("treated", contrast.Later);
        Assert.ThrowsExactly<ArgumentException>(() => AdjustedMeans.Of(covariance, "class", Level));
        Assert.AreEqual(0.99, AdjustedMeans.Simultaneous(Level, 5).Value, 1e-15);
    }

    [TestMethod]
    public void The_effect_size_is_by_the_spread_within_groups_however_much_a_covariate_explains()
    {
        Sample[] groups = [new([2, 4, 5]), new([6, 7, 11])];
        // Sums of squares 14/3 and 14 on 4 degrees of freedom.
        Assert.AreEqual(Math.Sqrt(14 / 3.0), AdjustedEffectSize.WithinSd(groups), 1e-14);
        var impact = AnalysisOfCovariance.Impact(Post, Treated, [Term("pre", Pre)], Level);
        var g = AdjustedEffectSize.HedgesG(impact, AdjustedEffectSize.WithinSd(groups), 4, Level);
        Assert.AreEqual(HedgesCorrection.J(4) * 7 / 3.0 / Math.Sqrt(14 / 3.0), g.Value, 1e-13);
        Assert.IsLessThan(g.Value, g.Intervals.Primary.Lower!.Value);
        Assert.ThrowsExactly<NotEstimableException>(() => AdjustedEffectSize.HedgesG(impact, 0, 4, Level));
        Assert.ThrowsExactly<NotEstimableException>(() => AdjustedEffectSize.WithinSd([new([1]), new([2])]));
    }

    [TestMethod]
    public void People_of_one_arm_and_a_covariate_that_is_the_arm_are_refused()
    {
        Assert.AreEqual(NotEstimableReason.TooFewObservations,
            Assert.ThrowsExactly<NotEstimableException>(() => AnalysisOfCovariance.Impact(Post, [.. Treated.Select(_ => true)], [], Level)).Reason);
        var arm = new Sample(Treated.Select(one => one ? 2.0 : 1));
        Assert.AreEqual(NotEstimableReason.SingularDesign,
            Assert.ThrowsExactly<NotEstimableException>(() => AnalysisOfCovariance.Impact(Post, Treated, [Term("class", arm)], Level)).Reason);
    }

    [TestMethod]
    public void Clusters_of_one_have_the_error_of_people_assigned_one_by_one()
    {
        DesignTerm[] covariates = [Term("pre", Pre)];
        Assert.AreEqual(AnalysisOfCovariance.Impact(Post, Treated, covariates, Level).StandardError!.Value,
            AnalysisOfCovariance.ClusteredImpact(Post, Treated, covariates, [0, 1, 2, 3, 4, 5], Level).StandardError!.Value, 1e-13);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void The_interval_covers_the_truth(bool lin)
    {
        var covered = Simulated.Covered(1_000, 0.4, run =>
        {
            var (pre, after) = Simulated.Pairs(61, run, 40, 0, 0.6);
            bool[] treated = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0)];
            var post = new Sample(after.Values.ToArray().Select((score, i) => score + (treated[i] ? 0.4 : 0)));
            return (lin ? LinEstimator.Of(post, treated, [("pre", pre)]).Of("treated", Level)
                : AnalysisOfCovariance.Impact(post, treated, [Term("pre", pre)], Level)).Intervals.Primary;
        });
        Assert.IsTrue(covered is >= 925 and <= 972, $"{covered} of 1000");
    }

    static DesignTerm Term(string name, Sample values) => new(Predictor.Numeric(name, values));
}
