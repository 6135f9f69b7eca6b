using ImpactEval.Statistics.Paired;

namespace ImpactEval.Statistics.Tests.Paired;

/// <summary>What d_z, d_av, d_rm, Becker's and Glass's forms and Hedges' correction share: laws, edges, refusals, coverage.</summary>
[TestClass]
public sealed class StandardisedGainTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    static readonly PairedSummary Sleep = PairedSummary.Of(SleepData.First, SleepData.Second);

    static readonly Dictionary<string, Func<PairedSummary, Estimate>> Effects = new()
    {
        ["d_z"] = pairs => CohensDz.Of(pairs, Level),
        ["d_av"] = pairs => CohensDav.Of(pairs, Level),
        ["d_rm"] = pairs => CohensDrm.Of(pairs, Level),
        ["pre"] = pairs => GlassDelta.ByPre(pairs, Level),
        ["post"] = pairs => GlassDelta.ByPost(pairs, Level),
        ["g_av"] = pairs => HedgesGav.Of(pairs, Level),
    };

    // R 4.2.2 on the sleep data: sqrt(1/n + d^2/(2n)) and d -+ qnorm(.975) times it; sd(d)/sqrt(n)/s_av for d_av.
    [TestMethod]
    [DataRow("d_z", 0.42720534474710586, 0.44725047288370967, 2.1218646522983997)]
    [DataRow("d_av", 0.20486334901631756, 0.43065629552529827, 1.2337058671737813)]
    public void Normal_limits_agree_with_R_on_Students_sleep_data(string name, double standardError, double lower, double upper)
    {
        var effect = Effects[name](Sleep);
        Assert.AreEqual(standardError, effect.StandardError!.Value, 1e-10);
        Assert.AreEqual(lower, effect.Intervals.By(IntervalMethod.Normal)!.Lower!.Value, 1e-9);
        Assert.AreEqual(upper, effect.Intervals.By(IntervalMethod.Normal)!.Upper!.Value, 1e-9);
    }

    // R 4.2.2 on the sleep data: mean(d)/sd(d); /sqrt((s1^2+s2^2)/2); *sqrt(2*(1-r))/sd(d); /sd1; /sd2; J(9)*d_av with
    // J = gamma(4.5)/(sqrt(4.5)*gamma(4)); limits by inverting pt(ncp), normal for d_rm and the single-wave forms.
    [TestMethod]
    [DataRow("d_z", 1.2845575625910546, 0.4146277563801441, 2.1180165139770675)]
    [DataRow("d_av", 0.8321810813495397, 0.2686102863043194, 1.372124787745882)]
    [DataRow("d_rm", 0.8221766383863095, 0.3633108972705508, 1.2810423795020682)]
    [DataRow("pre", 0.8831701903605378, 0.32892842226391095, 1.4374119584571647)]
    [DataRow("post", 0.7891127469590895, null, null)]
    [DataRow("g_av", 0.7605093956701198, null, null)]
    public void Agrees_with_R_on_Students_sleep_data(string name, double value, double? lower, double? upper)
    {
        var effect = Effects[name](Sleep);
        Assert.AreEqual(value, effect.Value, 1e-12);
        if (lower is not null)
        {
            Assert.AreEqual(lower.Value, effect.Intervals.Primary.Lower!.Value, 1e-9);
            Assert.AreEqual(upper!.Value, effect.Intervals.Primary.Upper!.Value, 1e-9);
        }
    }

    [TestMethod]
    public void The_sleep_data_have_the_published_interval_of_d_av()
    {
        // Cumming (2012) and Algina and Keselman (2003) by R: [0.27, 1.37]; the normal one is narrower: [0.43, 1.23].
        var normal = CohensDav.Of(Sleep, Level).Intervals.By(IntervalMethod.Normal)!;
        Assert.AreEqual(0.43, normal.Lower!.Value, 5e-3);
        Assert.AreEqual(1.23, normal.Upper!.Value, 5e-3);
    }

    [TestMethod]
    [DataRow("d_z")]
    [DataRow("d_av")]
    [DataRow("d_rm")]
    [DataRow("g_av")]
    public void Swapping_the_waves_turns_the_sign(string name)
    {
        var (there, back) = (Effects[name](Sleep), Effects[name](PairedSummary.Of(SleepData.Second, SleepData.First)));
        Assert.AreEqual(there.Value, -back.Value, 1e-14);
        Assert.AreEqual(there.Intervals.Primary.Lower!.Value, -back.Intervals.Primary.Upper!.Value, 1e-10);
    }

    [TestMethod]
    public void Swapping_the_waves_exchanges_the_two_standardisers() =>
        Assert.AreEqual(GlassDelta.ByPre(Sleep, Level).Value, -GlassDelta.ByPost(PairedSummary.Of(SleepData.Second, SleepData.First), Level).Value, 1e-14);

    [TestMethod]
    [DataRow("d_z")]
    [DataRow("d_av")]
    [DataRow("d_rm")]
    [DataRow("pre")]
    [DataRow("post")]
    [DataRow("g_av")]
    public void The_unit_and_the_zero_of_the_scale_do_not_matter(string name)
    {
        var other = Effects[name](PairedSummary.Of(SleepData.First.Times(60).Shifted(480), SleepData.Second.Times(60).Shifted(480)));
        Assert.AreEqual(Effects[name](Sleep).Value, other.Value, 1e-12);
        Assert.AreEqual(Effects[name](Sleep).Intervals.Primary.Lower!.Value, other.Intervals.Primary.Lower!.Value, 1e-10);
    }

    [TestMethod]
    public void Hedges_correction_shrinks_value_error_and_every_limit_alike()
    {
        var (d, g) = (CohensDav.Of(Sleep, Level), HedgesGav.Of(Sleep, Level));
        // J(9) = 0.9138748917925523, R: gamma(4.5)/(sqrt(4.5)*gamma(4)).
        Assert.AreEqual(0.9138748917925523, HedgesCorrection.J(9), 1e-14);
        Assert.AreEqual(d.StandardError!.Value * HedgesCorrection.J(9), g.StandardError!.Value, 1e-15);
        Assert.AreEqual(d.Intervals.By(IntervalMethod.Normal)!.Upper!.Value * HedgesCorrection.J(9), g.Intervals.By(IntervalMethod.Normal)!.Upper!.Value, 1e-15);
    }

    [TestMethod]
    public void Hedges_correction_follows_its_expansion_for_large_samples()
    {
        // ln J(m) = −3/(4m) + O(1/m²): Hedges (1981).
        Assert.AreEqual(-0.75e-6, Math.Log(HedgesCorrection.J(1e6)), 1e-12);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => HedgesCorrection.J(1));
    }

    [TestMethod]
    public void With_two_people_d_av_stands_but_its_correction_does_not()
    {
        var pairs = PairedSummary.Of(new Sample([1, 2]), new Sample([2, 4]));
        Assert.AreEqual(1.5 / Math.Sqrt((0.5 + 2) / 2), CohensDav.Of(pairs, Level).Value, 1e-14);
        Assert.ThrowsExactly<NotEstimableException>(() => HedgesGav.Of(pairs, Level));
    }

    [TestMethod]
    [DataRow("d_z")]
    [DataRow("d_av")]
    [DataRow("d_rm")]
    [DataRow("pre")]
    [DataRow("g_av")]
    public void Equal_gains_of_everybody_are_refused(string name)
    {
        var pairs = PairedSummary.Of(new Sample([1, 2, 3]), new Sample([2, 3, 4]));
        Assert.AreEqual(NotEstimableReason.NoVariation, Assert.ThrowsExactly<NotEstimableException>(() => Effects[name](pairs)).Reason);
    }

    [TestMethod]
    public void A_wave_without_variation_leaves_d_av_but_not_d_rm()
    {
        var pairs = PairedSummary.Of(new Sample([3, 3, 3]), new Sample([4, 5, 3]));
        Assert.IsTrue(double.IsFinite(CohensDav.Of(pairs, Level).Value));
        Assert.ThrowsExactly<NotEstimableException>(() => CohensDrm.Of(pairs, Level));
        Assert.ThrowsExactly<NotEstimableException>(() => GlassDelta.ByPre(pairs, Level));
    }

    [TestMethod]
    [DataRow("d_z", 0.559016994374947)]
    [DataRow("d_av", 0.5)]
    public void The_exact_interval_covers_the_truth_as_often_as_it_says(string name, double truth)
    {
        // Unit variances and r = .6: the gains have variance .8, so d_z = .5/√.8.
        var covered = Simulated.Covered(1_000, truth, run =>
        {
            var (pre, post) = Simulated.Pairs(23, run, 20, 0.5, 0.6);
            return Effects[name](PairedSummary.Of(pre, post)).Intervals.Primary;
        });
        // Binomial(1000, .95) lies between 927 and 970 with probability .998; Algina and Keselman's interval is approximate: 92 % allowed.
        Assert.IsTrue(covered is >= 920 and <= 972, $"{covered} of 1000");
    }
}
