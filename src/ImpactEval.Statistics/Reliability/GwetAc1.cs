namespace ImpactEval.Statistics.Reliability;

/// <summary>Agreement beyond chance that stays sensible when nearly everything falls into one category, where kappa collapses.</summary>
public static class GwetAc1
{
    /// <summary><c>AC1 = (p_a − p_e)/(1 − p_e)</c> with <c>p_e = Σπ(1 − π)/(q − 1)</c>, π the mean share of a category.</summary>
    /// <param name="table">n rated cases, q ≥ 2 categories.</param>
    /// <param name="level">Coverage of the two-sided interval (normal).</param>
    /// <returns>At most 1; 0 = as by chance.</returns>
    /// <remarks>Gwet (2008), Computing inter-rater reliability and its variance in the presence of high agreement, British Journal of Mathematical
    /// and Statistical Psychology 61, 29–48.</remarks>
    public static Estimate Of(AgreementTable table, ConfidenceLevel level)
    {
        var q = table.Categories;
        var pi = table.First.Zip(table.Second, (first, second) => (first + second) / 2).ToArray();
        var (agreement, chance) = (table.PercentAgreement, pi.Sum(share => share * (1 - share)) / (q - 1));
        var ac1 = (agreement - chance) / (1 - chance);

        var (onDiagonal, everywhere) = (0.0, 0.0);
        for (var i = 0; i < q; i++)
        {
            onDiagonal += table[i, i] * (1 - pi[i]) / (q - 1);
            for (var j = 0; j < q; j++)
                everywhere += table[i, j] * Math.Pow((1 - (pi[i] + pi[j]) / 2) / (q - 1), 2);
        }
        var variance = agreement * (1 - agreement) - 4 * (1 - ac1) * (onDiagonal - agreement * chance)
            + 4 * Math.Pow(1 - ac1, 2) * (everywhere - chance * chance);
        return NormalEstimate.Of(ac1, Math.Sqrt(Math.Max(0, variance) / table.Size) / (1 - chance), table.Size, level);
    }
}
