namespace ImpactEval.Statistics.Resampling;

/// <summary>A statistic of the people at these positions (from 0, with repetitions); pure, since several threads ask at once.</summary>
public delegate double StatisticOfPeople(ReadOnlySpan<int> people);

/// <summary>The bootstrap of any statistic: people are drawn with replacement, with all that belongs to them.</summary>
public static class Bootstrap
{
    /// <summary>So many people are left out one by one for the acceleration; of more, as many equal groups are.</summary>
    const int MostLeftOut = 500;

    /// <param name="size">People, n ≥ 2.</param>
    /// <param name="statistic">Not finite where it has no value.</param>
    /// <param name="resamples">At least 2; 9,999 for limits that are printed.</param>
    /// <param name="seed">Same seed, same replicates, on any machine and number of threads.</param>
    /// <exception cref="NotEstimableException">Fewer than two people, or the statistic has no value in more than 5 % of the resamples.</exception>
    /// <remarks>Efron (1979), Bootstrap methods: another look at the jackknife, Annals of Statistics 7, 1–26.</remarks>
    public static BootstrapReplicates Of(int size, StatisticOfPeople statistic, int resamples, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        if (size < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var replicates = new double[resamples];
        new Resample(seed, size).ForEach(resamples, (number, people) => replicates[number] = statistic(people));
        int[] everybody = [.. Enumerable.Range(0, size)];
        return new BootstrapReplicates(statistic(everybody), replicates, LeavingOut(size, people => statistic(people)));
    }

    /// <summary>The statistic without each person, or without each of <see cref="MostLeftOut"/> groups: person i belongs to group i mod
    /// that.</summary>
    static double[] LeavingOut(int size, StatisticOfPeople statistic)
    {
        var groups = Math.Min(size, MostLeftOut);
        var values = new double[groups];
        Parallel.For(0, groups, group =>
        {
            var rest = new List<int>(size);
            for (var person = 0; person < size; person++)
                if (person % groups != group)
                    rest.Add(person);
            values[group] = statistic([.. rest]);
        });
        return values;
    }
}
