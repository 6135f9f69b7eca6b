using System.Globalization;

namespace ImpactEval.App.Tests.LearningSheet;

/// <summary>
/// The generator's own values (<c>truth/raw.csv</c>), scored here by the words of the study file: percentage right for the knowledge test, mean of
/// the answered items for the ratings. Nothing of the product is used.
/// </summary>
sealed class RawScores
{
    const int FirstItem = 4;

    readonly Dictionary<(string Person, string Wave, string Instrument), double[]> items = [];

    public RawScores(string file)
    {
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var cells = line.Split(',');
            items[(cells[0], cells[1], cells[2])] = [.. cells[FirstItem..].Select(cell => cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture))];
        }
    }

    /// <summary>Scores of the people who have both, in the order of their codes.</summary>
    /// <param name="positions">Items that make the score, counted from 0.</param>
    /// <param name="reversed">Positions of items worded the other way round, on a scale of 1–5.</param>
    public (double[] Before, double[] After) Pairs(string instrument, int[] positions, int[] reversed, (string From, string To) waves)
    {
        var people = items.Keys.Select(key => key.Person).Distinct().Order(StringComparer.Ordinal);
        var pairs = people
            .Select(person => (Score(person, waves.From, instrument, positions, reversed), Score(person, waves.To, instrument, positions, reversed)))
            .Where(pair => !double.IsNaN(pair.Item1) && !double.IsNaN(pair.Item2))
            .ToArray();
        return ([.. pairs.Select(pair => pair.Item1)], [.. pairs.Select(pair => pair.Item2)]);
    }

    double Score(string person, string wave, string instrument, int[] positions, int[] reversed)
    {
        if (!items.TryGetValue((person, wave, instrument), out var values))
            return double.NaN;
        var answered = positions.Where(position => !double.IsNaN(values[position])).ToArray();
        if (answered.Length == 0 || answered.Length < positions.Length / 2.0)
            return double.NaN;
        return instrument == "knowledge"
            ? 100.0 * answered.Sum(position => values[position]) / positions.Length
            : answered.Average(position => reversed.Contains(position) ? 6 - values[position] : values[position]);
    }
}
