namespace ImpactEval.Statistics.Reliability;

/// <summary>Answers of people (rows) to the items of one scale (columns), nothing missing, reversed items already turned.</summary>
public sealed class ScoreMatrix
{
    readonly double[][] items;

    ScoreMatrix(double[][] items, int persons, int dropped) => (this.items, Persons, Dropped) = (items, persons, dropped);

    public int Persons { get; }

    public int Items => items.Length;

    /// <summary>People left out because an answer is missing.</summary>
    public int Dropped { get; }

    /// <summary>Answers of everybody to one item, from 0.</summary>
    public ReadOnlySpan<double> Item(int item) => items[item];

    /// <summary>Keeps the people who answered every item.</summary>
    /// <param name="persons">One row per person, all of the same length; NaN = missing.</param>
    /// <exception cref="ArgumentException">Rows of different length, or an infinite answer.</exception>
    public static ScoreMatrix Listwise(IReadOnlyList<double[]> persons)
    {
        var width = persons.Count == 0 ? 0 : persons[0].Length;
        for (var i = 0; i < persons.Count; i++)
        {
            if (persons[i].Length != width)
                throw new ArgumentException($"Person {i} has {persons[i].Length} answers, the first one {width}.", nameof(persons));
            if (Array.Exists(persons[i], Sample.IsTooLarge))
                throw new ArgumentException($"Person {i} has an infinite answer.", nameof(persons));
        }
        var complete = persons.Where(row => !Array.Exists(row, double.IsNaN)).ToArray();
        var columns = new double[width][];
        for (var item = 0; item < width; item++)
            columns[item] = Array.ConvertAll(complete, row => row[item]);
        return new ScoreMatrix(columns, complete.Length, persons.Count - complete.Length);
    }

    /// <summary>Sum score of everybody, with one item left out when asked.</summary>
    public double[] Totals(int? without = null)
    {
        var totals = new double[Persons];
        for (var item = 0; item < Items; item++)
        {
            if (item == without)
                continue;
            for (var person = 0; person < Persons; person++)
                totals[person] += items[item][person];
        }
        return totals;
    }

    /// <summary>The answers of these people (from 0, with repetitions), as a resample needs them.</summary>
    public ScoreMatrix OfPeople(ReadOnlySpan<int> people)
    {
        var columns = new double[Items][];
        for (var item = 0; item < Items; item++)
        {
            columns[item] = new double[people.Length];
            for (var i = 0; i < people.Length; i++)
                columns[item][i] = items[item][people[i]];
        }
        return new ScoreMatrix(columns, people.Length, 0);
    }
}
