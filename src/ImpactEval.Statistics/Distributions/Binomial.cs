namespace ImpactEval.Statistics.Distributions;

/// <summary>Successes in trials with an even chance.</summary>
public static class Binomial
{
    /// <summary>P(X ≤ x) of n trials with chance one half.</summary>
    public static double HalfAtMost(int successes, int trials) =>
        successes < 0 ? 0 : successes >= trials ? 1 : IncompleteBeta.Tails(successes + 1, trials - successes, 0.5, 0.5).Upper;

    /// <summary>P(X = x) of n trials with chance one half.</summary>
    public static double HalfExactly(int successes, int trials)
    {
        if (successes < 0 || successes > trials)
            return 0;
        // C(n, x) = 1/((n + 1)·B(x + 1, n − x + 1)), and the powers of one half are n + 2, two more than wanted.
        return IncompleteBeta.Power(successes + 1, trials - successes + 1, 0.5, 0.5) * 4 / (trials + 1);
    }
}
