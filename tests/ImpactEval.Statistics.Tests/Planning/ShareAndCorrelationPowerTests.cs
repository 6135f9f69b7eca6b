using ImpactEval.Statistics.Planning;

namespace ImpactEval.Statistics.Tests.Planning;

[TestClass]
public sealed class ShareAndCorrelationPowerTests
{
    [TestMethod]
    public void Agrees_with_pwr()
    {
        // pwr.2p.test(h = ES.h(0.5, 0.4), n = 100)$power, pwr.r.test(r = 0.3, n = 80)$power.
        Assert.AreEqual(0.296285448080, SharePower.At(0.5, 0.4, 100, 0.05), 1e-12);
        Assert.AreEqual(0.779654060986, CorrelationPower.At(0.3, 80, 0.05), 1e-12);
    }

    [TestMethod]
    public void Without_an_effect_the_power_is_the_level()
    {
        Assert.AreEqual(0.05, SharePower.At(0.4, 0.4, 50, 0.05), 1e-12);
        Assert.AreEqual(SharePower.At(0.4, 0.6, 50, 0.05), SharePower.At(0.6, 0.4, 50, 0.05), 1e-15);
        Assert.AreEqual(CorrelationPower.At(-0.3, 80, 0.05), CorrelationPower.At(0.3, 80, 0.05), 1e-15);
    }

    [TestMethod]
    public void What_is_out_of_range_is_refused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SharePower.At(1.1, 0.4, 50, 0.05));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SharePower.At(0.5, 0.4, 0, 0.05));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => SharePower.At(0.5, 0.4, 50, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => CorrelationPower.At(1, 50, 0.05));
        Assert.ThrowsExactly<NotEstimableException>(() => CorrelationPower.At(0.5, 3, 0.05));
    }
}
