namespace ImpactEval.Statistics.Distributions;

/// <summary>Means of a function of a Poisson count, the form of every noncentral distribution over central ones.</summary>
/// <remarks>
/// Benton and Krishnamoorthy (2003), Computing discrete mixtures of continuous distributions, Computational Statistics and Data Analysis 43,
/// 249–267: the sum begins at the likeliest count and runs both ways. All terms have one sign, so relative accuracy is kept in both tails.
/// </remarks>
static class PoissonMixture
{
    const double Negligible = 1e-18;

    /// <summary><c>Σⱼ e^(−μ) μʲ/j! · f(j)</c>.</summary>
    /// <param name="mean">μ ≥ 0.</param>
    /// <param name="function">Of one sign, and log-concave in the count, so that the terms rise once and fall once.</param>
    public static double Of(double mean, Func<double, double> function)
    {
        if (mean == 0)
            return function(0);
        var likeliest = Math.Floor(mean);
        var weight = likeliest == 0 ? Math.Exp(-mean) : IncompleteGamma.Power(likeliest, mean) / likeliest;
        var sum = weight * function(likeliest);

        var (count, down, last) = (likeliest, weight, Math.Abs(sum));
        while (count > 0)
        {
            down *= count / mean;
            count--;
            if (!Add(down * function(count), ref sum, ref last) || down == 0)
                break;
        }
        (count, last) = (likeliest, double.PositiveInfinity);
        for (var up = weight; up > 0;)
        {
            count++;
            up *= mean / count;
            if (!Add(up * function(count), ref sum, ref last))
                break;
        }
        return sum;
    }

    /// <summary>False when the terms fall and no longer count.</summary>
    static bool Add(double term, ref double sum, ref double last)
    {
        sum += term;
        var (size, before) = (Math.Abs(term), last);
        last = size;
        return !(size <= before && size < Negligible * Math.Abs(sum));
    }
}
