using ImpactEval.Statistics;

namespace ImpactEval.Benchmarks.IntervalCoverage;

/// <summary>Enough simulated people to take what they show for the truth.</summary>
static class Crowd
{
    /// <summary>The error of a mean is then a thousandth of a standard deviation, a hundredth of the error of 120 people.</summary>
    public const int Size = 1_000_000;

    const ulong Seed = 20_260_101;

    /// <summary>A sample for each of the scores of a person.</summary>
    /// <param name="scores">How many scores a person has.</param>
    /// <param name="person">Fills in the scores of the next person.</param>
    public static Sample[] Of(int scores, Action<Draws, double[]> person) => Of(Size, scores, person);

    /// <inheritdoc cref="Of(int, Action{Draws, double[]})"/>
    public static Sample[] Of(int size, int scores, Action<Draws, double[]> person)
    {
        var draws = new Draws(Seed, 0);
        var columns = new double[scores][];
        for (var column = 0; column < scores; column++)
            columns[column] = new double[size];
        var row = new double[scores];
        for (var number = 0; number < size; number++)
        {
            person(draws, row);
            for (var column = 0; column < scores; column++)
                columns[column][number] = row[column];
        }
        return Array.ConvertAll(columns, column => new Sample(column));
    }
}
