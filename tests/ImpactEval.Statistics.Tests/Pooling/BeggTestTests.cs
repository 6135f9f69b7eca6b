using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Statistics.Tests.Pooling;

[TestClass]
public sealed class BeggTestTests
{
    [TestMethod]
    public void Agrees_with_metafor_on_the_vaccine_trials()
    {
        // ranktest(rma(yi, vi), exact = FALSE): tau 0.025641025641, p 0.90288494087042.
        Assert.AreEqual(1.0 / 39, BeggTest.Tau(PublishedStudies.Vaccine), 1e-14);
        Assert.AreEqual(0.90288494087042, BeggTest.Of(PublishedStudies.Vaccine).PValue, 1e-12);
    }

    [TestMethod]
    public void Turning_all_effects_turns_tau()
    {
        var studies = PublishedStudies.Vaccine;
        var turned = new StudyEffects(new Sample(studies.Effects.Values.ToArray().Select(effect => -effect)), studies.Variances);
        Assert.AreEqual(-BeggTest.Tau(studies), BeggTest.Tau(turned), 1e-14);
    }

    [TestMethod]
    public void Two_studies_are_refused() => Assert.ThrowsExactly<NotEstimableException>(() => BeggTest.Of(PublishedStudies.Vaccine.At([0, 1])));
}
