using ImpactEval.Statistics.Ordinal;

namespace ImpactEval.Statistics.Tests.Ordinal;

[TestClass]
public sealed class OrdinalChangeTests
{
    static readonly Sample Pre = new([1, 2, 3, 3, 4, 5, 2, 3]), Post = new([3, 4, 3, 5, 5, 4, 4, 4]);

    [TestMethod]
    public void Counts_who_moved_and_in_which_direction()
    {
        // Six up, one down, one stayed; exact sign test 2·(1 + 7)/2⁷ = .125.
        var change = OrdinalChange.Of(Pre, Post, topFrom: 4);
        Assert.AreEqual((6, 1, 1), (change.Up, change.Same, change.Down));
        Assert.AreEqual((0.625, 0.8125, 0.25, 0.75), (change.NetShift, change.ProbabilityOfSuperiority, change.TopBefore, change.TopAfter));
        Assert.AreEqual(0.125, change.SignTest!.PValue, 1e-14);
    }

    [TestMethod]
    public void Any_rising_relabelling_of_the_answers_changes_nothing()
    {
        Sample Relabelled(Sample sample) => new(sample.Values.ToArray().Select(Math.Exp));
        Assert.AreEqual(OrdinalChange.Of(Pre, Post, 4), OrdinalChange.Of(Relabelled(Pre), Relabelled(Post), Math.Exp(4)));
    }

    [TestMethod]
    public void Exchanging_the_waves_turns_the_shift() => Assert.AreEqual(-OrdinalChange.Of(Pre, Post, 4).NetShift, OrdinalChange.Of(Post, Pre, 4).NetShift);

    [TestMethod]
    public void When_nobody_moves_there_is_no_test()
    {
        var change = OrdinalChange.Of(Pre, Pre, 4);
        Assert.IsNull(change.SignTest);
        Assert.AreEqual((0.0, 0.5), (change.NetShift, change.ProbabilityOfSuperiority));
    }

    [TestMethod]
    public void Other_people_and_no_people_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => OrdinalChange.Of(Pre, new Sample([1]), 4));
        Assert.AreEqual(NotEstimableReason.TooFewObservations, Assert.ThrowsExactly<NotEstimableException>(() => OrdinalChange.Of(new Sample([]), new Sample([]), 4)).Reason);
    }

    [TestMethod]
    public void The_interval_of_the_net_shift_covers_the_truth_as_often_as_it_says()
    {
        // Each person moves up with chance .4 and down with .15.
        var covered = Simulated.Covered(500, 0.25, run =>
        {
            var stream = new RandomStream(79, run);
            var moves = Enumerable.Range(0, 60).Select(_ => stream.NextDouble() is var u && u < 0.4 ? 1.0 : u < 0.55 ? -1 : 0).ToArray();
            return OrdinalChange.Of(new Sample(new double[60]), new Sample(moves), 1).Net(ConfidenceLevel.Percent95).Intervals.Primary;
        });
        // Binomial(500, .945): P(< 454 or > 490) below .002.
        Assert.IsTrue(covered is >= 454 and <= 490, $"{covered} of 500");
    }
}
