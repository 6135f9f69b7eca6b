using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Independent;

/// <summary>How far the mean of one group lies above that of another.</summary>
public static class MeanDifference
{
    /// <summary><c>x̄₁ − x̄₂ ± t(ν)·√(s₁²/n₁ + s₂²/n₂)</c>, ν after Welch: our default, groups may spread differently.</summary>
    /// <param name="first">Scores of one group, n₁ ≥ 2.</param>
    /// <param name="second">Scores of other people, n₂ ≥ 2.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>In score points; positive means the first lie above.</returns>
    /// <exception cref="NotEstimableException">Fewer than two people in a group, or no score varies within its group.</exception>
    /// <remarks>Welch (1947), The generalization of 'Student's' problem when several different population variances are involved, Biometrika 34,
    /// 28–35.</remarks>
    public static Estimate Welch(Sample first, Sample second, ConfidenceLevel level) => Welch(TwoGroups.Of(first, second), level);

    /// <inheritdoc cref="Welch(Sample, Sample, ConfidenceLevel)"/>
    public static Estimate Welch(TwoGroups groups, ConfidenceLevel level) =>
        Of(groups, groups.WelchError, groups.WelchDegreesOfFreedom, level);

    /// <summary><c>x̄₁ − x̄₂ ± t(n₁+n₂−2)·s·√(1/n₁ + 1/n₂)</c>, s the pooled standard deviation: groups must spread alike.</summary>
    /// <remarks>Student (1908), The probable error of a mean, Biometrika 6(1), 1–25.</remarks>
    /// <inheritdoc cref="Welch(Sample, Sample, ConfidenceLevel)"/>
    public static Estimate Student(Sample first, Sample second, ConfidenceLevel level) => Student(TwoGroups.Of(first, second), level);

    /// <inheritdoc cref="Student(Sample, Sample, ConfidenceLevel)"/>
    public static Estimate Student(TwoGroups groups, ConfidenceLevel level) =>
        Of(groups, groups.StudentError, groups.PooledDegreesOfFreedom, level);

    static Estimate Of(TwoGroups groups, double error, double df, ConfidenceLevel level)
    {
        var margin = StudentT.TwoSided(level, df) * error;
        return new Estimate(groups.Difference, error, df, groups.Size,
            NamedIntervals.Of(IntervalMethod.StudentT, groups.Difference - margin, groups.Difference + margin, level));
    }
}

/// <summary>Do the means of two groups differ, whatever their spreads? Our default.</summary>
public static class WelchTTest
{
    /// <summary><c>t = (x̄₁ − x̄₂)/√(s₁²/n₁ + s₂²/n₂)</c>.</summary>
    /// <param name="first">Scores of one group, n₁ ≥ 2.</param>
    /// <param name="second">Scores of other people, n₂ ≥ 2.</param>
    /// <param name="alternative">Greater: the first lie above.</param>
    /// <exception cref="NotEstimableException">Fewer than two people in a group, or no score varies within its group.</exception>
    /// <remarks>Welch (1947), Biometrika 34, 28–35.</remarks>
    public static TestResult Of(Sample first, Sample second, Alternative alternative)
    {
        var groups = TwoGroups.Of(first, second);
        var (t, df) = (groups.Difference / groups.WelchError, groups.WelchDegreesOfFreedom);
        return new TestResult(t, df, StudentT.PValue(t, df, alternative), alternative);
    }
}

/// <summary>Do the means of two groups that spread alike differ?</summary>
public static class StudentTTest
{
    /// <summary><c>t = (x̄₁ − x̄₂)/(s·√(1/n₁ + 1/n₂))</c> with n₁ + n₂ − 2 degrees of freedom.</summary>
    /// <remarks>Student (1908), Biometrika 6(1), 1–25.</remarks>
    /// <inheritdoc cref="WelchTTest.Of"/>
    public static TestResult Of(Sample first, Sample second, Alternative alternative)
    {
        var groups = TwoGroups.Of(first, second);
        var t = groups.Difference / groups.StudentError;
        return new TestResult(t, groups.PooledDegreesOfFreedom, StudentT.PValue(t, groups.PooledDegreesOfFreedom, alternative), alternative);
    }
}
