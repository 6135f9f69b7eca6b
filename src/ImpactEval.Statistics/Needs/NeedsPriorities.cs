namespace ImpactEval.Statistics.Needs;

/// <summary>How sure the place of a competence in the list of needs is.</summary>
/// <param name="Rank">1 = greatest need by Borich's score; ties share the mean of their ranks.</param>
/// <param name="RankInterval">Percentile interval of the rank over resamples of people.</param>
/// <param name="Score">Percentile interval of Borich's score over the same resamples.</param>
/// <param name="FirstShare">Share of resamples (0–1) in which no competence has a greater need.</param>
/// <param name="QuadrantShares">Share of resamples in each field of the importance–performance map.</param>
public sealed record NeedPriority(
    string Item,
    double Rank,
    ConfidenceInterval RankInterval,
    ConfidenceInterval Score,
    double FirstShare,
    IReadOnlyDictionary<ImportancePerformanceQuadrant, double> QuadrantShares);

/// <summary>Ranks of training needs with their uncertainty, by resampling people with all their ratings.</summary>
/// <remarks>
/// Percentile intervals of ranks: Goldstein, Spiegelhalter (1996), League tables and their limitations, JRSS A 159, 385–443; limits are order
/// statistics (inverse of the empirical distribution), so a limit of a rank is a rank.
/// </remarks>
public static class NeedsPriorities
{
    /// <summary>A resample in which an item has nobody is drawn again, this often.</summary>
    const int MostRedraws = 1000;

    /// <param name="survey">At least two people.</param>
    /// <param name="level">Coverage of the intervals.</param>
    /// <param name="resamples">At least 100.</param>
    /// <param name="seed">Of Philox4x32-10; resample r uses stream r, so the result does not depend on the number of threads.</param>
    /// <returns>One entry per competence, in the order of the survey.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 100 resamples.</exception>
    /// <exception cref="NotEstimableException">Fewer than two people, or so few ratings of an item that resamples miss it again and again.</exception>
    public static IReadOnlyList<NeedPriority> Of(NeedsSurvey survey, ConfidenceLevel level, int resamples, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        if (survey.People < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);

        var draws = new Draw?[resamples];
        Parallel.For(0, resamples, r => draws[r] = Drawn(survey, new RandomStream(seed, (ulong)r)));
        if (Array.Exists(draws, draw => draw is null))
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var ranks = Ranks([.. survey.Scores.Select(score => score.MeanWeightedDiscrepancy)]);
        return [.. survey.Items.Select((item, place) => Priority(item, ranks[place], [.. draws.Select(draw => draw!.At(place))], level))];
    }

    /// <summary>1 = largest; equal scores share the mean of their ranks.</summary>
    internal static double[] Ranks(double[] scores) =>
        [.. scores.Select(own => 1 + scores.Count(other => other > own) + ((scores.Count(other => other == own) - 1) / 2.0))];

    sealed record Draw(double[] Scores, double[] Ranks, ImportancePerformanceQuadrant[] Quadrants)
    {
        public Place At(int item) => new(Scores[item], Ranks[item], Scores[item] >= Scores.Max(), Quadrants[item]);
    }

    sealed record Place(double Score, double Rank, bool First, ImportancePerformanceQuadrant Quadrant);

    static Draw? Drawn(NeedsSurvey survey, RandomStream random)
    {
        var times = new int[survey.People];
        for (var attempt = 0; attempt <= MostRedraws; attempt++)
        {
            Array.Clear(times);
            for (var i = 0; i < times.Length; i++)
                times[random.NextInt(times.Length)]++;
            if (survey.Means(times) is not { } means)
                continue;
            double[] scores = [.. means.Select(mean => (mean.Importance - mean.Competence) * mean.Importance)];
            return new(scores, Ranks(scores), [.. NeedsSurvey.MapOf(means).Items.Select(item => item.Quadrant)]);
        }
        return null;
    }

    static NeedPriority Priority(string item, double rank, Place[] places, ConfidenceLevel level) => new(
        item,
        rank,
        Percentile([.. places.Select(place => place.Rank).Order()], level),
        Percentile([.. places.Select(place => place.Score).Order()], level),
        Share(places, place => place.First),
        Enum.GetValues<ImportancePerformanceQuadrant>().ToDictionary(quadrant => quadrant, quadrant => Share(places, place => place.Quadrant == quadrant)));

    static double Share(Place[] places, Func<Place, bool> holds) => (double)places.Count(holds) / places.Length;

    static ConfidenceInterval Percentile(double[] sorted, ConfidenceLevel level)
    {
        var tail = (1 - level.Value) / 2;
        return new(IntervalMethod.Percentile, At(tail), At(1 - tail), level.Value);

        double At(double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
