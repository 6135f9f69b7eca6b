namespace ImpactEval.Statistics.Needs;

/// <summary>Ratings of one competence by the same people in the same order; NaN is a rating not given.</summary>
public sealed record CompetenceRatings(string Item, IReadOnlyList<double> Importance, IReadOnlyList<double> Competence);

/// <summary>What people said about the importance of several competences and their own standing in each.</summary>
public sealed class NeedsSurvey
{
    readonly double[][] importance, competence;

    /// <param name="items">At least two competences, rated by the same people.</param>
    /// <exception cref="ArgumentException">Numbers of people differ, or a rating is infinite.</exception>
    /// <exception cref="NotEstimableException">Fewer than two competences, or one that nobody rated on both scales.</exception>
    public NeedsSurvey(IReadOnlyList<CompetenceRatings> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewItems);
        People = items[0].Importance.Count;
        foreach (var item in items)
            Require(item, People);
        Items = [.. items.Select(item => item.Item)];
        importance = [.. items.Select(item => Rated(item.Importance, item.Competence))];
        competence = [.. items.Select(item => Rated(item.Competence, item.Importance))];
        Scores = [.. Enumerable.Range(0, items.Count).Select(item => BorichScore.Of(Given(importance[item]), Given(competence[item])))];
        Discrepancies = [.. Enumerable.Range(0, items.Count).Select(item => RankedDiscrepancy.Of(Given(importance[item]), Given(competence[item])))];
        Map = MapOf([.. Scores.Select(score => (score.MeanImportance, score.MeanCompetence))]);
    }

    public int People { get; }
    public IReadOnlyList<string> Items { get; }

    /// <summary>Borich's score of each competence, from the people who rated both of its scales.</summary>
    public IReadOnlyList<BorichScore> Scores { get; }

    public IReadOnlyList<RankedDiscrepancy> Discrepancies { get; }

    /// <summary>Lines at the grand means.</summary>
    public ImportancePerformanceMap Map { get; }

    /// <summary>Mean importance and competence of each item when person i counts <paramref name="times"/>[i] times; null when an item has nobody.</summary>
    internal (double Importance, double Competence)[]? Means(ReadOnlySpan<int> times)
    {
        var means = new (double, double)[importance.Length];
        for (var item = 0; item < means.Length; item++)
        {
            var (first, second, size) = (0.0, 0.0, 0);
            for (var person = 0; person < times.Length; person++)
            {
                if (times[person] == 0 || double.IsNaN(importance[item][person]))
                    continue;
                first += times[person] * importance[item][person];
                second += times[person] * competence[item][person];
                size += times[person];
            }
            if (size == 0)
                return null;
            means[item] = (first / size, second / size);
        }
        return means;
    }

    internal static ImportancePerformanceMap MapOf((double Importance, double Competence)[] means) =>
        ImportancePerformanceMap.Of(new Sample(means.Select(mean => mean.Importance)), new Sample(means.Select(mean => mean.Competence)));

    static void Require(CompetenceRatings item, int people)
    {
        if (item.Importance.Count != people || item.Competence.Count != people)
            throw new ArgumentException($"{item.Item} has {item.Importance.Count} and {item.Competence.Count} ratings for {people} people.", nameof(item));
        if (item.Importance.Concat(item.Competence).Any(Sample.IsTooLarge))
            throw new ArgumentException($"{item.Item} has an infinite rating.", nameof(item));
    }

    /// <summary>Ratings of people who gave the other one too.</summary>
    static double[] Rated(IReadOnlyList<double> ratings, IReadOnlyList<double> other) =>
        [.. ratings.Zip(other, (rating, given) => double.IsNaN(given) ? double.NaN : rating)];

    static Sample Given(double[] ratings) => new(ratings.Where(rating => !double.IsNaN(rating)));
}
