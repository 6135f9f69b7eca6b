namespace ImpactEval.Statistics.Resampling;

/// <summary>
/// What is drawn with replacement: people one by one, or whole clusters (classes, offices), from all or within each stratum (arm, province).
/// A resample repeats how the study took its people; who was drawn or assigned together stays together.
/// </summary>
/// <remarks>Davison and Hinkley (1997), Bootstrap methods and their application, chapter 3 (several samples, clusters).</remarks>
public sealed class ResamplingPlan
{
    readonly int people;

    /// <summary>People of each unit; null when every person is a unit.</summary>
    readonly int[][]? units;

    /// <summary>Units of each stratum; null when there is one.</summary>
    readonly int[][]? strata;

    ResamplingPlan(int people, int[][]? units, int[][]? strata) => (this.people, this.units, this.strata) = (people, units, strata);

    /// <summary>Units that are drawn: people or clusters.</summary>
    public int Units => units?.Length ?? people;

    /// <summary>Units of each stratum, in the order of the strata; one number when there are none.</summary>
    public IReadOnlyList<int> UnitsOfStratum => strata is null ? [Units] : [.. strata.Select(stratum => stratum.Length)];

    /// <summary>People one by one.</summary>
    /// <param name="size">People, n ≥ 2.</param>
    /// <exception cref="NotEstimableException">Fewer than two people.</exception>
    public static ResamplingPlan Persons(int size) =>
        size < 2 ? throw new NotEstimableException(NotEstimableReason.TooFewObservations) : new(size, null, null);

    /// <summary>Whole clusters, with all their people.</summary>
    /// <param name="clusterOfPerson">Any numbers, one per person; at least two different.</param>
    /// <exception cref="NotEstimableException">Fewer than two clusters.</exception>
    public static ResamplingPlan Clusters(IReadOnlyList<int> clusterOfPerson)
    {
        ArgumentNullException.ThrowIfNull(clusterOfPerson);
        var clusters = Positions(clusterOfPerson);
        return clusters.Length < 2 ? throw new NotEstimableException(NotEstimableReason.TooFewClusters) : new(clusterOfPerson.Count, clusters, null);
    }

    /// <summary>The same units, drawn within each stratum: every resample has as many of each as the study.</summary>
    /// <param name="stratumOfPerson">Any numbers, one per person; two units or more in each, all people of a cluster in one.</param>
    /// <exception cref="ArgumentException">Another number of people, or a cluster in two strata.</exception>
    /// <exception cref="NotEstimableException">A stratum with a single unit, which cannot vary.</exception>
    public ResamplingPlan Within(IReadOnlyList<int> stratumOfPerson)
    {
        ArgumentNullException.ThrowIfNull(stratumOfPerson);
        if (stratumOfPerson.Count != people)
            throw new ArgumentException($"{stratumOfPerson.Count} strata for {people} people.", nameof(stratumOfPerson));
        if (units is not null && Array.Exists(units, unit => Array.Exists(unit, person => stratumOfPerson[person] != stratumOfPerson[unit[0]])))
            throw new ArgumentException("A cluster lies in two strata.", nameof(stratumOfPerson));
        var within = Positions(units is null ? stratumOfPerson : [.. units.Select(unit => stratumOfPerson[unit[0]])]);
        if (Array.Exists(within, stratum => stratum.Length < 2))
            throw new NotEstimableException(units is null ? NotEstimableReason.TooFewObservations : NotEstimableReason.TooFewClusters);
        return new ResamplingPlan(people, units, within);
    }

    /// <summary>Everybody, in their order.</summary>
    internal int[] Everybody => [.. Enumerable.Range(0, people)];

    /// <summary>Everybody but the people of these units, in their order.</summary>
    internal int[] Without(Func<int, bool> unitIsLeftOut)
    {
        if (units is null)
            return [.. Enumerable.Range(0, people).Where(person => !unitIsLeftOut(person))];
        var stays = new bool[people];
        for (var unit = 0; unit < units.Length; unit++)
            foreach (var person in units[unit])
                stays[person] = !unitIsLeftOut(unit);
        return [.. Enumerable.Range(0, people).Where(person => stays[person])];
    }

    /// <summary>The units of one stratum.</summary>
    internal IReadOnlyList<int> UnitsOf(int stratum) => strata is null ? Enumerable.Range(0, Units).ToArray() : strata[stratum];

    internal Drawing NewDrawing() => new(this);

    /// <summary>Positions of equal numbers together, in the order in which a number first appears.</summary>
    static int[][] Positions(IReadOnlyList<int> numbers) =>
        [.. Enumerable.Range(0, numbers.Count).GroupBy(position => numbers[position]).Select(group => group.ToArray())];

    /// <summary>Space for one resample after the other; belongs to one thread.</summary>
    internal sealed class Drawing(ResamplingPlan plan)
    {
        readonly EvenDraws[] draws = [.. plan.UnitsOfStratum.Select(count => new EvenDraws(count))];
        readonly int[] drawn = new int[plan.Units];
        int[] members = [];

        /// <summary>The people of the next resample, until it is asked again.</summary>
        public ReadOnlySpan<int> Next(RandomStream stream)
        {
            var first = 0;
            for (var stratum = 0; stratum < draws.Length; stratum++)
            {
                var part = drawn.AsSpan(first, draws[stratum].Bound);
                draws[stratum].Fill(stream, part);
                for (var i = 0; plan.strata is not null && i < part.Length; i++)
                    part[i] = plan.strata[stratum][part[i]];
                first += part.Length;
            }
            return plan.units is null ? drawn : Members(plan.units);
        }

        ReadOnlySpan<int> Members(int[][] units)
        {
            var size = 0;
            foreach (var unit in drawn)
                size += units[unit].Length;
            if (members.Length < size)
                members = new int[size];
            var end = 0;
            foreach (var unit in drawn)
            {
                units[unit].CopyTo(members, end);
                end += units[unit].Length;
            }
            return members.AsSpan(0, size);
        }
    }
}
