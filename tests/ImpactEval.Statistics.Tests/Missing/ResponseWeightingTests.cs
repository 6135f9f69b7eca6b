using ImpactEval.Statistics.Missing;

namespace ImpactEval.Statistics.Tests.Missing;

[TestClass]
public sealed class ResponseWeightingTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;
    const double Lost = double.NaN;

    [TestMethod]
    public void With_one_binary_predictor_the_weights_are_the_inverse_shares_of_its_two_groups()
    {
        // Of the first four people two came, of the last four three: weights 2 and 4/3. Treated 1·2 and 5·4/3 over 10/3; comparison 3·2, (4 + 6)·4/3 over 14/3.
        double[] outcomes = [1, 3, Lost, Lost, 5, 4, 6, Lost];
        bool[] treated = [true, false, true, false, true, false, false, true];
        var found = ResponseWeighting.Of(outcomes, treated, [new Sample([0, 0, 0, 0, 1, 1, 1, 1])], Level, trim: 0);
        Assert.AreEqual(2, found.Weights[0], 1e-9);
        Assert.AreEqual(4 / 3.0, found.Weights[2], 1e-9);
        Assert.AreEqual((2 + 20 / 3.0) / (10 / 3.0) - (6 + 40 / 3.0) / (14 / 3.0), found.Difference.Value, 1e-8);
        Assert.AreEqual(64 / (8 + 16 / 3.0), found.EffectiveSize, 1e-8);
    }

    [TestMethod]
    public void When_coming_has_nothing_to_do_with_the_predictor_it_is_the_plain_difference()
    {
        // Half of either group came, so all weights are 2; HC2 of equal weights is Welch's √(s₁²/n₁ + s₂²/n₂).
        double[] outcomes = [1, 4, Lost, Lost, 5, 2, Lost, Lost];
        bool[] treated = [true, false, true, false, true, false, true, false];
        var found = ResponseWeighting.Of(outcomes, treated, [new Sample([0, 0, 0, 0, 1, 1, 1, 1])], Level);
        Assert.AreEqual(0, found.Difference.Value, 1e-9);
        Assert.AreEqual(Math.Sqrt(8 / 2.0 + 2 / 2.0), found.Difference.StandardError!.Value, 1e-9);
    }

    [TestMethod]
    public void Trimming_draws_the_largest_weights_in()
    {
        var stream = new RandomStream(83, 0);
        var x = Enumerable.Range(0, 200).Select(_ => Simulated.Normal(stream)).ToArray();
        var outcomes = x.Select(value => stream.NextDouble() < 1 / (1 + Math.Exp(-2 * value)) ? value : Lost).ToArray();
        bool[] treated = [.. Enumerable.Range(0, 200).Select(int.IsEvenInteger)];
        var (plain, trimmed) = (ResponseWeighting.Of(outcomes, treated, [new Sample(x)], Level, 0), ResponseWeighting.Of(outcomes, treated, [new Sample(x)], Level));
        Assert.IsLessThan(plain.Weights.Max(), trimmed.Weights.Max());
        Assert.IsGreaterThan(plain.EffectiveSize, trimmed.EffectiveSize);
    }

    [TestMethod]
    public void Full_response_separation_lonely_arms_and_impossible_input_are_refused()
    {
        NotEstimableReason Refusal(double[] outcomes, params bool[] treated) => Assert.ThrowsExactly<NotEstimableException>(
            () => ResponseWeighting.Of(outcomes, treated, [new Sample(Enumerable.Range(0, outcomes.Length).Select(i => (double)i))], Level)).Reason;
        Assert.AreEqual(NotEstimableReason.EmptyCell, Refusal([1, 2, 3, 4], true, false, true, false));
        Assert.AreEqual(NotEstimableReason.Separation, Refusal([Lost, Lost, 3, 4, 5, 6], true, false, true, false, true, false));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Refusal([1, Lost, 3, 4, Lost, 6], true, false, false, false, false, false));
        Assert.ThrowsExactly<ArgumentException>(() => ResponseWeighting.Of([1, 2], [true], [], Level));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => ResponseWeighting.Of([1, Lost], [true, false], [], Level, trim: 0.5));
    }

    [TestMethod]
    public void The_interval_covers_the_truth_that_attrition_would_hide()
    {
        // Effect 0; with training the strong come, without it the weak, by a covariate that was measured before.
        (double[] Outcomes, bool[] Treated, Sample[] Predictors) Study(ulong run)
        {
            var stream = new RandomStream(89, run);
            var people = Enumerable.Range(0, 200).Select(i => (X: Simulated.Normal(stream), Treated: int.IsEvenInteger(i), Chance: stream.NextDouble(), Noise: Simulated.Normal(stream))).ToArray();
            double Sign(bool treated) => treated ? 1 : -1;
            return ([.. people.Select(p => p.Chance < 1 / (1 + Math.Exp(-1 - 0.8 * Sign(p.Treated) * p.X)) ? p.X + p.Noise : Lost)], [.. people.Select(p => p.Treated)],
                [new Sample(people.Select(p => p.X)), new Sample(people.Select(p => p.Treated ? 1.0 : 0)), new Sample(people.Select(p => p.Treated ? p.X : 0))]);
        }
        var covered = Simulated.Covered(300, 0, run => Study(run) is var (outcomes, treated, predictors)
            ? ResponseWeighting.Of(outcomes, treated, predictors, Level).Difference.Intervals.Primary : throw new InvalidOperationException());
        // Weights taken as known make it a little wide: Binomial(300, .96) lies between 276 and 298 with probability .998.
        Assert.IsTrue(covered is >= 276 and <= 298, $"{covered} of 300");
    }
}
