namespace ImpactEval.Statistics.Distributions;

static class Probability
{
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public static void Require(double p, string name)
    {
        if (!(p >= 0 && p <= 1))
            throw new ArgumentOutOfRangeException(name, p, "A probability lies between 0 and 1.");
    }
}
