namespace ImpactEval.Statistics.Missing;

/// <summary>Answers of people (rows) to items (columns) with gaps.</summary>
public sealed class IncompleteScores
{
    readonly double[][] persons;

    /// <param name="persons">One row per person, all of the same length; NaN = missing.</param>
    /// <exception cref="ArgumentException">Rows of different length, or an infinite answer.</exception>
    public IncompleteScores(IReadOnlyList<double[]> persons)
    {
        Items = persons.Count == 0 ? 0 : persons[0].Length;
        for (var i = 0; i < persons.Count; i++)
        {
            if (persons[i].Length != Items)
                throw new ArgumentException($"Person {i} has {persons[i].Length} answers, the first one {Items}.", nameof(persons));
            if (Array.Exists(persons[i], Sample.IsTooLarge))
                throw new ArgumentException($"Person {i} has an infinite answer.", nameof(persons));
        }
        this.persons = [.. persons];
        Patterns = [.. this.persons
            .GroupBy(row => string.Concat(row.Select(answer => double.IsNaN(answer) ? '.' : 'x')), StringComparer.Ordinal)
            .Select(group => new MissingPattern([.. Enumerable.Range(0, Items).Where(item => group.Key[item] == 'x')], [.. group]))];
    }

    /// <summary>As they were given.</summary>
    internal IReadOnlyList<double[]> Rows => persons;

    public int Persons => persons.Length;

    public int Items { get; }

    /// <summary>People by what they answered, in the order in which the patterns first appear.</summary>
    public IReadOnlyList<MissingPattern> Patterns { get; }

    /// <summary>People who answered every item.</summary>
    public int CompletePersons => Patterns.FirstOrDefault(pattern => pattern.Answered.Count == Items)?.Rows.Count ?? 0;

    /// <summary>Gaps of each item.</summary>
    public IReadOnlyList<int> MissingOfItem => [.. Enumerable.Range(0, Items).Select(item => persons.Count(row => double.IsNaN(row[item])))];

    /// <summary>Answers that are there, of one item.</summary>
    public Sample AnswersTo(int item) => new(persons.Select(row => row[item]).Where(answer => !double.IsNaN(answer)));
}

/// <summary>People who answered the same items.</summary>
/// <param name="Answered">Items, from 0.</param>
/// <param name="Rows">All answers of these people; the others are NaN.</param>
public sealed record MissingPattern(IReadOnlyList<int> Answered, IReadOnlyList<double[]> Rows);
