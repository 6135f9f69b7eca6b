namespace ImpactEval.Statistics.Resampling;

/// <summary>A statistic of the people at these positions (from 0, with repetitions); pure, since several threads ask at once.</summary>
public delegate double StatisticOfPeople(ReadOnlySpan<int> people);

/// <summary>A statistic and its standard error in the same resample; pure, since several threads ask at once.</summary>
public delegate StudentisedValue StudentisedStatistic(ReadOnlySpan<int> people);

/// <summary>The bootstrap of any statistic: people or clusters are drawn with replacement, with all that belongs to them.</summary>
public static class Bootstrap
{
    /// <summary>So many units are left out one by one for the acceleration; of more, as many equal groups are.</summary>
    const int MostLeftOut = 500;

    /// <summary>People one by one.</summary>
    /// <param name="size">People, n ≥ 2.</param>
    /// <param name="statistic">Not finite where it has no value.</param>
    /// <param name="resamples">At least 2; 9,999 for limits that are printed.</param>
    /// <param name="seed">Same seed, same replicates, on any machine and number of threads.</param>
    /// <exception cref="NotEstimableException">Fewer than two people, or the statistic has no value in more than 5 % of the resamples.</exception>
    /// <remarks>Efron (1979), Bootstrap methods: another look at the jackknife, Annals of Statistics 7, 1–26.</remarks>
    public static BootstrapReplicates Of(int size, StatisticOfPeople statistic, int resamples, ulong seed) =>
        Of(ResamplingPlan.Persons(size), statistic, resamples, seed);

    /// <summary>People or clusters, within strata or not. A resample of clusters may have more or fewer people than the study.</summary>
    /// <param name="plan">What is drawn.</param>
    /// <param name="statistic">Not finite where it has no value.</param>
    /// <param name="resamples">At least 2; 9,999 for limits that are printed.</param>
    /// <param name="seed">Same seed, same replicates, on any machine and number of threads.</param>
    /// <exception cref="NotEstimableException">The statistic has no value in more than 5 % of the resamples.</exception>
    /// <remarks>Davison and Hinkley (1997), Bootstrap methods and their application, chapter 3; acceleration over
    /// several samples: chapter 5.</remarks>
    public static BootstrapReplicates Of(ResamplingPlan plan, StatisticOfPeople statistic, int resamples, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        var replicates = new double[resamples];
        new Resample(seed, plan).ForEach(resamples, (number, people) => replicates[number] = statistic(people));
        return new BootstrapReplicates(statistic(plan.Everybody), replicates, Influences(plan, statistic));
    }

    /// <summary>The bootstrap-t: limits from <c>(θ* − θ)/SE*</c> in place of the t distribution.</summary>
    /// <param name="plan">What is drawn; the standard error must be right for it (of clusters when clusters are drawn).</param>
    /// <param name="statistic">Estimate and standard error; not finite, or an error of 0, where they have no value.</param>
    /// <param name="resamples">At least 2; 9,999 for limits that are printed.</param>
    /// <param name="seed">Same seed, same replicates, on any machine and number of threads.</param>
    /// <exception cref="NotEstimableException">No standard error in the data, or none in more than 5 % of the resamples.</exception>
    /// <remarks>Davison and Hinkley (1997), chapter 5; Efron and Tibshirani (1993), An introduction to the bootstrap, chapter 12.</remarks>
    public static StudentisedReplicates Studentised(ResamplingPlan plan, StudentisedStatistic statistic, int resamples, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        var replicates = new StudentisedValue[resamples];
        new Resample(seed, plan).ForEach(resamples, (number, people) => replicates[number] = statistic(people));
        return new StudentisedReplicates(statistic(plan.Everybody), replicates);
    }

    /// <summary>The statistic without each unit of a stratum, or without each of <see cref="MostLeftOut"/> groups (unit i belongs to group i mod
    /// that); over several strata about the mean of each and times (n − 1)/n, so that all weigh as in one empirical influence function.</summary>
    static double[] Influences(ResamplingPlan plan, StatisticOfPeople statistic)
    {
        var strata = plan.UnitsOfStratum;
        if (strata.Count == 1)
            return LeavingOut(plan, 0, statistic);
        return [.. Enumerable.Range(0, strata.Count).SelectMany(stratum =>
        {
            var values = LeavingOut(plan, stratum, statistic).Where(double.IsFinite).ToArray();
            var mean = values.Sum() / values.Length;
            return values.Select(value => (value - mean) * (values.Length - 1) / values.Length);
        })];
    }

    static double[] LeavingOut(ResamplingPlan plan, int stratum, StatisticOfPeople statistic)
    {
        var units = plan.UnitsOf(stratum);
        var groups = Math.Min(units.Count, MostLeftOut);
        var values = new double[groups];
        Parallel.For(0, groups, group =>
        {
            var leftOut = units.Where((_, position) => position % groups == group).ToHashSet();
            values[group] = statistic(plan.Without(leftOut.Contains));
        });
        return values;
    }
}
