using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Resampling;

namespace ImpactEval.Statistics.Repeated;

/// <summary>Do the scores of the same people differ between three or more waves, by their ranks within each person?</summary>
/// <param name="Test">Friedman's chi-square, corrected for ties.</param>
/// <param name="F">Iman and Davenport's F, the better approximation for few people; null (unlimited) when all people rank the waves
/// alike.</param>
/// <param name="FPValue">With k − 1 and (n − 1)(k − 1) degrees of freedom.</param>
/// <param name="KendallW">Agreement of the people about the order of the waves, 0 to 1: χ²/(n(k − 1)).</param>
public sealed record FriedmanTest(TestResult Test, double? F, double FPValue, double KendallW)
{
    /// <summary><c>χ² = (k−1) Σⱼ(Rⱼ − n(k+1)/2)² / Σᵢⱼ(rᵢⱼ − (k+1)/2)²</c>, R sums of mid-ranks; <c>F = (n−1)χ²/(n(k−1) − χ²)</c>.</summary>
    /// <param name="waves">Scores of k ≥ 2 waves, the same n ≥ 2 people in the same order.</param>
    /// <exception cref="ArgumentException">The waves are not of the same people.</exception>
    /// <exception cref="NotEstimableException">Too few waves or people, or everybody scored the same in all waves.</exception>
    /// <remarks>Friedman (1937), JASA 32, 675–701; Iman and Davenport (1980), Communications in Statistics A 9, 571–595; Kendall and Babington
    /// Smith (1939), Annals of Mathematical Statistics 10, 275–287.</remarks>
    public static FriedmanTest Of(IReadOnlyList<Sample> waves)
    {
        var ranks = RanksOf(waves);
        double n = ranks.Length, k = waves.Count;
        int[] everybody = [.. Enumerable.Range(0, ranks.Length)];
        var w = Concordance(ranks, everybody);
        if (double.IsNaN(w))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var chiSquare = w * n * (k - 1);
        var f = w >= 1 ? double.PositiveInfinity : (n - 1) * w / (1 - w);
        var test = new TestResult(chiSquare, k - 1, ChiSquare.Upper(chiSquare, k - 1), Alternative.TwoSided);
        return new FriedmanTest(test, double.IsFinite(f) ? f : null, FisherF.Upper(f, k - 1, (n - 1) * (k - 1)), w);
    }

    /// <summary>Kendall's W with a percentile interval over resampled people.</summary>
    /// <param name="waves">Scores of k ≥ 2 waves, the same n ≥ 2 people in the same order.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <param name="resamples">At least 2; 9,999 for limits that are printed.</param>
    /// <param name="seed">Same seed, same limits.</param>
    /// <exception cref="ArgumentException">The waves are not of the same people.</exception>
    /// <exception cref="NotEstimableException">As for the test, also in more than 5 % of the resamples.</exception>
    public static Estimate Concordance(IReadOnlyList<Sample> waves, ConfidenceLevel level, int resamples, ulong seed)
    {
        var (test, ranks) = (Of(waves), RanksOf(waves));
        var replicates = Bootstrap.Of(ranks.Length, people => Concordance(ranks, people), resamples, seed);
        return new Estimate(test.KendallW, replicates.StandardError, null, ranks.Length, NamedIntervals.Of(replicates.Percentile(level)));
    }

    static double[][] RanksOf(IReadOnlyList<Sample> waves)
    {
        if (waves.Count < 2 || waves[0].Size < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        if (waves.Any(wave => wave.Size != waves[0].Size))
            throw new ArgumentException("The waves are not of the same people.", nameof(waves));
        return [.. Enumerable.Range(0, waves[0].Size).Select(person => MidRanks.Of(waves.Select(wave => wave.Values[person]).ToArray()))];
    }

    /// <summary>W of these people; NaN when nobody's scores differ.</summary>
    static double Concordance(double[][] ranks, ReadOnlySpan<int> people)
    {
        var (k, middle) = (ranks[0].Length, (ranks[0].Length + 1) / 2.0);
        var (sums, spread) = (new double[k], 0.0);
        foreach (var person in people)
        {
            for (var wave = 0; wave < k; wave++)
            {
                var deviation = ranks[person][wave] - middle;
                sums[wave] += deviation;
                spread += deviation * deviation;
            }
        }
        return spread == 0 ? double.NaN : sums.Sum(sum => sum * sum) / (people.Length * spread);
    }
}
