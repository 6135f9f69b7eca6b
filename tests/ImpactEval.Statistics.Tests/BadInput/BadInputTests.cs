namespace ImpactEval.Statistics.Tests.BadInput;

/// <summary>
/// Whatever finite numbers come in, out come finite numbers (an interval limit may be missing: unbounded) or a refusal: ArgumentException for the
/// caller's mistake, NotEstimableException with its reason for what the data cannot carry. Never NaN, never another exception, never no end.
/// </summary>
[TestClass]
public sealed class BadInputTests
{
    const int Tests = 100;

    /// <summary>Models that iterate.</summary>
    const int TestsOfModels = 50;

    const int MostMilliseconds = 60_000;

    public static IEnumerable<object[]> Cheap => Of(
        [OrdinaryStatistics.Descriptive, OrdinaryStatistics.Paired, OrdinaryStatistics.Groups, OrdinaryStatistics.Shares, ModelStatistics.Controlled, ModelStatistics.Planned]);

    public static IEnumerable<object[]> Dear => Of(
        [ModelStatistics.Mixed, ModelStatistics.Missing, ModelStatistics.Pooled, ModelStatistics.Reliability, ModelStatistics.Resampled]);

    [TestMethod]
    [DynamicData(nameof(Cheap))]
    [Timeout(MostMilliseconds, CooperativeCancellation = false)]
    public void Bad_input_gives_finite_numbers_or_a_refusal(Trial trial) => trial.Run(Tests);

    [TestMethod]
    [DynamicData(nameof(Dear))]
    [Timeout(MostMilliseconds, CooperativeCancellation = false)]
    public void Bad_input_of_models_gives_finite_numbers_or_a_refusal(Trial trial) => trial.Run(TestsOfModels);

    [TestMethod]
    public void The_walker_finds_what_it_is_to_find()
    {
        var level = ConfidenceLevel.Percent95;
        var interval = NamedIntervals.Of(IntervalMethod.Normal, null, 2, level);
        Assert.IsNull(FiniteResult.Offence(new { A = double.NaN }), "only our types are walked through");
        Assert.IsNull(FiniteResult.Offence((1.0, new[] { interval }, interval)));
        Assert.AreEqual("result.Item2[1] is NaN", FiniteResult.Offence((1.0, new[] { 1, double.NaN })));
    }

    static IEnumerable<object[]> Of(IEnumerable<Trial>[] families) => families.SelectMany(family => family).Select(trial => new object[] { trial });
}
