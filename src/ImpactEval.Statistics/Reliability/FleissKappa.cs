namespace ImpactEval.Statistics.Reliability;

/// <summary>Agreement of several raters on categories; each case may have raters of its own, but all cases the same number.</summary>
/// <param name="Kappa">With its normal interval over resampled cases.</param>
/// <param name="MeanAgreement">P̄: share of agreeing pairs of raters.</param>
/// <param name="ChanceAgreement">P̄ₑ: the same by chance.</param>
public sealed record FleissKappa(Estimate Kappa, double MeanAgreement, double ChanceAgreement)
{
    /// <summary><c>κ = (P̄ − P̄ₑ)/(1 − P̄ₑ)</c>, <c>Pᵢ = (Σn_ij² − r)/(r(r − 1))</c>, <c>P̄ₑ = Σpⱼ²</c>.</summary>
    /// <param name="counts">For each of n ≥ 2 cases how many raters chose each category; the same number r ≥ 2 of ratings for every case.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <exception cref="ArgumentException">Cases with different numbers of categories or of ratings, or negative counts.</exception>
    /// <exception cref="NotEstimableException">Fewer than two cases or raters, or one category only.</exception>
    /// <remarks>Fleiss (1971), Psychological Bulletin 76, 378–382. Its variance there holds only without agreement; this one is linearised over the
    /// cases: Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29–48.</remarks>
    public static FleissKappa Of(IReadOnlyList<int[]> counts, ConfidenceLevel level)
    {
        if (counts.Count < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        var (n, categories, raters) = (counts.Count, counts[0].Length, (double)counts[0].Sum());
        if (counts.Any(row => row.Length != categories || row.Any(count => count < 0)))
            throw new ArgumentException("Every case needs one count, not negative, for each category.", nameof(counts));
        if (counts.Any(row => row.Sum() != counts[0].Sum()))
            throw new ArgumentException("Every case needs the same number of ratings.", nameof(counts));
        if (raters < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);

        var shares = Enumerable.Range(0, categories).Select(category => counts.Sum(row => row[category]) / (n * raters)).ToArray();
        var chance = shares.Sum(share => share * share);
        if (shares.Any(share => share == 1))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var agreements = counts.Select(row => (row.Sum(count => (double)count * count) - raters) / (raters * (raters - 1))).ToArray();
        var kappa = (agreements.Average() - chance) / (1 - chance);
        var influences = counts.Select((row, i) =>
        {
            var chanceOfCase = row.Select((count, category) => shares[category] * count / raters).Sum();
            return (agreements[i] - chance) / (1 - chance) - 2 * (1 - kappa) * (chanceOfCase - chance) / (1 - chance);
        }).ToArray();
        var variance = influences.Sum(influence => Math.Pow(influence - kappa, 2)) / (n * (n - 1.0));
        return new FleissKappa(NormalEstimate.Of(kappa, Math.Sqrt(variance), n, level), agreements.Average(), chance);
    }
}
