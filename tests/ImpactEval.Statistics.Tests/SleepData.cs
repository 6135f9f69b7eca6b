namespace ImpactEval.Statistics.Tests;

/// <summary>Hours of sleep gained under two drugs: Student (1908), Biometrika 6(1), p. 20; data set <c>sleep</c> of R.</summary>
static class SleepData
{
    public static readonly Sample First = new([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]);
    public static readonly Sample Second = new([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);

    public static Sample Shifted(this Sample sample, double by) => new(sample.Values.ToArray().Select(value => value + by));

    public static Sample Times(this Sample sample, double factor) => new(sample.Values.ToArray().Select(value => value * factor));
}
