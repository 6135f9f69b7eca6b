using ImpactEval.Statistics.Reliability;

namespace ImpactEval.Statistics.Tests.Reliability;

[TestClass]
public sealed class McDonaldOmegaTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    /// <summary>People whose sample covariance is exactly the one asked for: columns of a Hadamard matrix mixed by its Cholesky factor.</summary>
    static ScoreMatrix WithCovariance(double[] loadings, double[] residuals)
    {
        const int people = 8;
        double Hadamard(int row, int column) => int.IsEvenInteger(System.Numerics.BitOperations.PopCount((uint)(row & column))) ? 1 : -1;
        return ScoreMatrix.Listwise([.. Enumerable.Range(0, people).Select(person => loadings.Select((loading, item) =>
            loading * Hadamard(person, 1) + Math.Sqrt(residuals[item]) * Hadamard(person, item + 2)).ToArray())]);
    }

    [TestMethod]
    public void Finds_the_loadings_the_data_were_made_of()
    {
        // The covariance is λλᵀ + Ψ to the last digit, so by hand: ω = (Σλ)²/((Σλ)² + Σψ) = 6.25/(6.25 + 4.1).
        double[] loadings = [0.5, 0.6, 0.7, 0.7], residuals = [0.9, 1.2, 0.8, 1.2];
        var model = FactorModel.Fit(WithCovariance(loadings, residuals));
        for (var item = 0; item < 4; item++)
        {
            Assert.AreEqual(loadings[item], model.Loadings[item], 1e-9);
            Assert.AreEqual(residuals[item], model.ResidualVariances[item], 1e-9);
        }
        Assert.AreEqual(6.25 / 10.35, McDonaldOmega.Of(model, Level).Value, 1e-9);
        Assert.AreEqual(6.25 / 10.35, McDonaldOmega.OfObservedVariance(model), 1e-9);
        var fit = FactorFit.Of(model);
        Assert.AreEqual((0.0, 2, 1.0), (Math.Round(fit.ChiSquare, 9), fit.DegreesOfFreedom, fit.ComparativeFitIndex));
        Assert.AreEqual(0, fit.StandardisedResidual, 1e-9);
    }

    [TestMethod]
    public void With_equal_loadings_and_residuals_omega_is_alpha()
    {
        var scores = WithCovariance([0.8, 0.8, 0.8, 0.8], [1, 1, 1, 1]);
        Assert.AreEqual(CronbachAlpha.Of(scores, Level).Value, McDonaldOmega.Of(scores, Level).Value, 1e-9);
    }

    [TestMethod]
    public void The_units_of_the_items_do_not_change_the_fit()
    {
        var (scores, stretched) = (Simulate(5, 40), Simulate(5, 40, stretch: 10));
        var (fit, other) = (FactorFit.Of(FactorModel.Fit(scores)), FactorFit.Of(FactorModel.Fit(stretched)));
        Assert.AreEqual(fit.ChiSquare, other.ChiSquare, 1e-9);
        Assert.AreEqual(fit.StandardisedResidual, other.StandardisedResidual, 1e-9);
        Assert.AreEqual(10 * FactorModel.Fit(scores).Loadings[2], FactorModel.Fit(stretched).Loadings[2], 1e-8);
    }

    [TestMethod]
    public void Three_items_fit_perfectly_and_have_no_test()
    {
        var fit = FactorFit.Of(FactorModel.Fit(Simulate(3, 30, items: 3)));
        Assert.AreEqual(0, fit.DegreesOfFreedom);
        Assert.AreEqual(0, fit.ChiSquare, 1e-8);
        Assert.IsNull(fit.PValue);
        Assert.IsNull(fit.RootMeanSquareError);
    }

    [TestMethod]
    public void Too_few_items_or_people_and_items_that_do_not_vary_are_refused()
    {
        NotEstimableReason Refusal(double[][] rows) => Assert.ThrowsExactly<NotEstimableException>(() => FactorModel.Fit(ScoreMatrix.Listwise(rows))).Reason;
        Assert.AreEqual(NotEstimableReason.TooFewItems, Refusal([[1, 2], [2, 1], [3, 4]]));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal([[1, 2, 3], [2, 1, 5], [3, 4, 4]]));
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal([[1, 2, 3], [1, 1, 5], [1, 4, 4], [1, 3, 3]]));
        Assert.AreEqual(NotEstimableReason.NoVariation, Refusal([[1, 2, 3], [2, 4, 5], [3, 6, 4], [5, 10, 3]]));
    }

    [TestMethod]
    public void A_residual_variance_that_wants_to_be_negative_is_refused()
    {
        // λ₁ = r₁₂r₁₃/r₂₃ has a square above one: .8·.8/.3 > 1.
        var chol = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.8, 0.8 }, { 0.8, 1, 0.3 }, { 0.8, 0.3, 1 } }).Cholesky().Factor;
        double Hadamard(int row, int column) => int.IsEvenInteger(System.Numerics.BitOperations.PopCount((uint)(row & column))) ? 1 : -1;
        var rows = Enumerable.Range(0, 8).Select(person => (chol * MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(3, i => Hadamard(person, i + 1))).ToArray());
        var reason = Assert.ThrowsExactly<NotEstimableException>(() => FactorModel.Fit(ScoreMatrix.Listwise([.. rows]))).Reason;
        Assert.AreEqual(NotEstimableReason.ImproperSolution, reason);
    }

    [TestMethod]
    public void The_bootstrap_interval_comes_first_and_is_the_same_for_the_same_seed()
    {
        var scores = Simulate(8, 60);
        var (one, two) = (McDonaldOmega.WithBootstrap(scores, Level, 60, 4), McDonaldOmega.WithBootstrap(scores, Level, 60, 4));
        Assert.AreEqual(IntervalMethod.Percentile, one.Intervals.Primary.Method);
        Assert.AreEqual(one.Intervals.Primary, two.Intervals.Primary);
        Assert.AreEqual(IntervalMethod.Delta, one.Intervals.By(IntervalMethod.Delta)!.Method);
        Assert.IsTrue(one.Intervals.Primary.Lower < one.Value && one.Value < one.Intervals.Primary.Upper);
    }

    [TestMethod]
    public void The_delta_interval_covers_the_truth_as_often_as_it_says()
    {
        // Loadings 1, .9 … .6, residuals 1: (Σλ)² = 16, ω = 16/21.
        var covered = Simulated.Covered(200, 16 / 21.0, run => McDonaldOmega.Of(Simulate(run, 120), Level).Intervals.Primary);
        // Binomial(200, .95) lies between 179 and 198 with probability .998.
        Assert.IsTrue(covered is >= 179 and <= 198, $"{covered} of 200");
    }

    static ScoreMatrix Simulate(ulong run, int people, int items = 5, double stretch = 1)
    {
        var stream = new RandomStream(29, run);
        return ScoreMatrix.Listwise([.. Enumerable.Range(0, people).Select(_ =>
        {
            var ability = Simulated.Normal(stream);
            return Enumerable.Range(0, items).Select(item => stretch * ((1 - 0.1 * item) * ability + Simulated.Normal(stream))).ToArray();
        })]);
    }
}
