using ImpactEval.Statistics.Mixed;

namespace ImpactEval.Statistics.Tests.Mixed;

[TestClass]
public sealed class MarginalModelTests
{
    // Eight people at three waves.
    static readonly double[][] Scores =
    [
        [4, 6, 5], [5, 9, 8], [3, 4, 6], [6, 7, 9], [2, 5, 4], [7, 9, 7], [5, 5, 6], [4, 8, 9],
    ];

    [TestMethod]
    public void With_complete_data_the_covariance_is_that_of_the_sample()
    {
        var model = MarginalModel.Of(Design(Scores), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95);
        for (var a = 0; a < 3; a++)
            for (var b = 0; b < 3; b++)
                Assert.AreEqual(Covariance(a, b), model.Covariance[a][b], 1e-7, $"{a} {b}");
        Assert.AreEqual(8, model.Subjects);
    }

    [TestMethod]
    public void With_complete_data_a_gain_is_a_paired_t_test()
    {
        var gain = MarginalModel.Of(Design(Scores), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95).Effects.Coefficients[1];
        var differences = Scores.Select(person => person[1] - person[0]).ToArray();
        var deviation = Math.Sqrt(differences.Sum(value => Math.Pow(value - differences.Average(), 2)) / 7);
        Assert.AreEqual("wave1", gain.Term);
        Assert.AreEqual(differences.Average(), gain.Estimate.Value, 1e-10);
        Assert.AreEqual(deviation / Math.Sqrt(8), gain.Estimate.StandardError!.Value, 1e-8);
        Assert.AreEqual(7.0, gain.Estimate.DegreesOfFreedom!.Value, 1e-5);
    }

    // By hand: with Σ̂ = S and wave means, yᵀPy = ν = 3(n − 1) and |XᵀV⁻¹X| = n³|S|⁻¹, so −2ℓ = ν ln 2π + (n − 1) ln|S| + 3 ln n + ν.
    [TestMethod]
    public void The_likelihood_of_complete_data_is_that_of_Wishart()
    {
        var model = MarginalModel.Of(Design(Scores), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95);
        var determinant = Determinant();
        var expected = -0.5 * ((21 * Math.Log(2 * Math.PI)) + (7 * Math.Log(determinant)) + (3 * Math.Log(8)) + 21);
        Assert.AreEqual(expected, model.Fit.LogLikelihood, 1e-9);
        Assert.AreEqual(9, model.Fit.Parameters);
    }

    [TestMethod]
    public void People_who_missed_the_last_wave_move_its_mean_along_the_regression()
    {
        // Anderson (1957), JASA 52, 200–203: ML mean of a variable with monotone gaps = complete mean + b (mean of all − mean of the complete).
        double[][] gaps = [.. Scores.Select((person, i) => i < 5 ? [person[0], person[2]] : new[] { person[0] })];
        var (first, second) = (Scores.Select(person => person[0]).ToArray(), Scores.Take(5).Select(person => person[2]).ToArray());
        var complete = first.Take(5).ToArray();
        var slope = complete.Zip(second, (x, y) => (x - complete.Average()) * (y - second.Average())).Sum() / complete.Sum(x => Math.Pow(x - complete.Average(), 2));
        var expected = second.Average() + (slope * (first.Average() - complete.Average()));
        var effects = MarginalModel.Of(Design(gaps), LikelihoodMethod.Maximum, ConfidenceLevel.Percent95).Effects;
        Assert.AreEqual(first.Average(), effects.Coefficients[0].Estimate.Value, 1e-8);
        Assert.AreEqual(expected, effects.Contrast("mean of the last wave", [1, 1], ConfidenceLevel.Percent95).Estimate.Value, 1e-7);
    }

    [TestMethod]
    public void The_order_of_rows_does_not_matter()
    {
        var design = Design(Scores);
        int[] backwards = [.. Enumerable.Range(0, design.Outcome.Size).Reverse()];
        var turned = new MarginalDesign(
            new Sample(backwards.Select(i => design.Outcome.Values[i])),
            [.. design.Columns.Select(column => new ModelColumn(column.Name, new Sample(backwards.Select(i => column.Values.Values[i]))))],
            [.. backwards.Select(i => design.Subjects[i])], [.. backwards.Select(i => design.Waves[i])]);
        var (one, other) = (MarginalModel.Of(design, LikelihoodMethod.Restricted, ConfidenceLevel.Percent95), MarginalModel.Of(turned, LikelihoodMethod.Restricted, ConfidenceLevel.Percent95));
        Assert.AreEqual(one.Fit.LogLikelihood, other.Fit.LogLikelihood, 1e-9);
        Assert.AreEqual(one.Covariance[0][2], other.Covariance[0][2], 1e-7);
    }

    [TestMethod]
    public void Waves_that_hardly_anyone_saw_together_are_refused()
    {
        double[][] gaps = [.. Scores.Select((person, i) => i < 3 ? [person[0], person[2]] : new[] { person[0] })];
        var refusal = Assert.ThrowsExactly<NotEstimableException>(() => MarginalModel.Of(Design(gaps), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, refusal.Reason);
        double[][] once = [.. Scores.Select(person => new[] { person[0] })];
        Assert.ThrowsExactly<NotEstimableException>(() => MarginalModel.Of(Design(once), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95));
    }

    [TestMethod]
    public void Two_rows_of_one_wave_nine_waves_and_unequal_sizes_are_mistakes_of_the_caller()
    {
        var three = new Sample([1, 2, 3]);
        Assert.ThrowsExactly<ArgumentException>(() => new MarginalDesign(three, [], ["a", "a", "b"], [0, 0, 1]));
        Assert.ThrowsExactly<ArgumentException>(() => new MarginalDesign(three, [], ["a", "a", "b"], [0, -1, 1]));
        Assert.ThrowsExactly<ArgumentException>(() => new MarginalDesign(three, [], ["a", "a"], [0, 1, 1]));
        Assert.ThrowsExactly<ArgumentException>(() => MarginalModel.Of(new(three, [], ["a", "a", "b"], [0, 8, 1]), LikelihoodMethod.Restricted, ConfidenceLevel.Percent95));
    }

    static MarginalDesign Design(double[][] people)
    {
        var cells = people.SelectMany((person, i) => person.Select((score, wave) => (Person: $"{i}", Score: score, Wave: wave))).ToArray();
        return new(
            new Sample(cells.Select(cell => cell.Score)),
            [.. Enumerable.Range(1, people.Max(person => person.Length) - 1).Select(wave => new ModelColumn($"wave{wave}", new Sample(cells.Select(cell => cell.Wave == wave ? 1.0 : 0))))],
            [.. cells.Select(cell => cell.Person)], [.. cells.Select(cell => cell.Wave)]);
    }

    static double Covariance(int a, int b)
    {
        var (first, second) = (Scores.Select(person => person[a]).ToArray(), Scores.Select(person => person[b]).ToArray());
        return first.Zip(second, (x, y) => (x - first.Average()) * (y - second.Average())).Sum() / 7;
    }

    static double Determinant() =>
        (Covariance(0, 0) * ((Covariance(1, 1) * Covariance(2, 2)) - (Covariance(1, 2) * Covariance(1, 2))))
        - (Covariance(0, 1) * ((Covariance(0, 1) * Covariance(2, 2)) - (Covariance(1, 2) * Covariance(0, 2))))
        + (Covariance(0, 2) * ((Covariance(0, 1) * Covariance(1, 2)) - (Covariance(1, 1) * Covariance(0, 2))));
}
