using ImpactEval.Statistics.Mixed;

namespace ImpactEval.Statistics.Tests.Mixed;

[TestClass]
public sealed class LikelihoodRatioTests
{
    [TestMethod]
    public void Agrees_with_lme4_on_the_slopes_of_the_sleep_study()
    {
        // anova(lmer(reaction ~ days + (1|subject), REML = FALSE), lmer(reaction ~ days + (days|subject), REML = FALSE)):
        // Chisq 42.139, Df 2, p 7.0724e-10.
        var test = LikelihoodRatio.Test(Fit(), Fit(SleepStudy.Days));
        Assert.AreEqual(42.1392985, test.Statistic, 1e-5);
        Assert.AreEqual(2, test.DegreesOfFreedom);
        Assert.AreEqual(7.07241e-10, test.PValue, 1e-14);
    }

    [TestMethod]
    public void Models_that_are_not_nested_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => LikelihoodRatio.Test(new ModelFit(-10, 4, 20), new ModelFit(-9, 4, 20)));
        Assert.ThrowsExactly<ArgumentException>(() => LikelihoodRatio.Test(new ModelFit(-10, 3, 20), new ModelFit(-9, 4, 21)));
    }

    [TestMethod]
    public void A_larger_model_that_fits_no_better_has_p_1() =>
        Assert.AreEqual(1, LikelihoodRatio.Test(new ModelFit(-10, 3, 20), new ModelFit(-10.0000001, 4, 20)).PValue);

    static ModelFit Fit(params ModelColumn[] slopes) => MixedModel.Of(
        new(SleepStudy.Reaction, [SleepStudy.Days], [new RandomFactor("subject", SleepStudy.Subjects, slopes, true)]),
        LikelihoodMethod.Maximum, ConfidenceLevel.Percent95).Fit;
}
