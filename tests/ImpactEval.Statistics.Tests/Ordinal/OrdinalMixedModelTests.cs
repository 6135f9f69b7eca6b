using ImpactEval.Statistics.Ordinal;

namespace ImpactEval.Statistics.Tests.Ordinal;

/// <summary>Thirty simulated people with four answers each, two before and two after: set.seed(5) of R 4.2.2, intercepts rnorm(30, 0, 1.2).</summary>
[TestClass]
public sealed class OrdinalMixedModelTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;
    static readonly int[] People = [.. Enumerable.Range(0, 120).Select(row => row / 4)];
    static readonly Sample After = new(Enumerable.Range(0, 120).Select(row => row % 4 < 2 ? 0.0 : 1));

    // as.integer(runif(120) < plogis(-.3 + .9*x + u[g]))
    static readonly int[] Passed =
    [
        0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 1, 0, 1, 0, 1,
        1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1,
    ];

    // sum(runif > plogis(c(-1.5, 0, 1.4) - .8*x - u[g]))
    static readonly int[] Answers =
    [
        2, 1, 0, 1, 3, 1, 3, 2, 2, 0, 1, 2, 1, 3, 2, 2, 3, 3, 3, 3, 0, 0, 3, 2, 2, 1, 2, 1, 1, 0, 3, 2, 1, 1, 0, 1, 1, 0, 3, 0, 1, 2, 3, 2, 3, 2, 2, 2, 0, 0, 2, 0, 0, 3, 2, 1, 1, 0, 1, 2,
        3, 0, 3, 3, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 3, 0, 0, 3, 0, 2, 3, 2, 0, 2, 1, 1, 3, 2, 3, 3, 3, 3, 2, 1, 1, 1, 3, 2, 3, 3, 0, 0, 2, 1, 3, 2, 3, 3, 2, 3, 3, 3, 1, 1, 1, 1, 0, 0, 1, 3,
    ];

    [TestMethod]
    public void With_two_answers_it_is_the_logistic_mixed_model_of_lme4()
    {
        // glmer(y ~ x + (1 | g), family = binomial, nAGQ = 25); lme4 1.1-31; threshold = −intercept
        var model = OrdinalMixedModel.Of(Passed, [After], People, Level);
        Assert.AreEqual(0.7131317260, model.Coefficients[0].Value, 1e-5);
        Assert.AreEqual(0.3861235496, model.Coefficients[0].StandardError!.Value, 1e-4);
        Assert.AreEqual(0.2839647171, model.Thresholds[0], 1e-5);
        Assert.AreEqual(0.2495715687, model.InterceptVariance, 1e-4);
        Assert.AreEqual(-81.187183452, model.LogLikelihood, 1e-7);
        Assert.AreEqual(30, model.Clusters);
    }

    [TestMethod]
    public void With_four_answers_it_is_the_maximum_that_R_finds()
    {
        // optim(BFGS) over the likelihood by 101 plain Gauss–Hermite nodes
        var model = OrdinalMixedModel.Of(Answers, [After], People, Level);
        Assert.AreEqual(0.8788555123, model.Coefficients[0].Value, 1e-5);
        Assert.AreEqual(0.35848229, model.Coefficients[0].StandardError!.Value, 1e-4);
        double[] thresholds = [-1.2380882107, 0.3383756744, 1.6811637117];
        for (var j = 0; j < 3; j++)
            Assert.AreEqual(thresholds[j], model.Thresholds[j], 1e-5);
        Assert.AreEqual(1.69008248, model.InterceptVariance, 1e-4);
        Assert.AreEqual(-156.578813613, model.LogLikelihood, 1e-7);
    }

    [TestMethod]
    public void The_unit_of_a_predictor_only_scales_its_coefficient()
    {
        var tenfold = OrdinalMixedModel.Of(Answers, [new Sample(After.Values.ToArray().Select(value => 10 * value))], People, Level);
        Assert.AreEqual(0.08788555, tenfold.Coefficients[0].Value, 1e-6);
    }

    [TestMethod]
    public void One_row_per_person_and_answers_that_are_told_without_error_are_refused()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => OrdinalMixedModel.Of(Passed, [After], [.. Enumerable.Range(0, 120)], Level));
        Assert.ThrowsExactly<NotEstimableException>(() => OrdinalMixedModel.Of([.. After.Values.ToArray().Select(value => (int)value)], [After], People, Level));
        Assert.ThrowsExactly<ArgumentException>(() => OrdinalMixedModel.Of(Passed, [], People, Level));
    }
}
