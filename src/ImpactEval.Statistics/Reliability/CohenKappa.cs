namespace ImpactEval.Statistics.Reliability;

/// <summary>What a disagreement by some categories still counts.</summary>
public enum KappaWeights
{
    /// <summary>Nothing: categories without order.</summary>
    None,
    /// <summary><c>1 − |i − j|/(q − 1)</c>.</summary>
    Linear,
    /// <summary><c>1 − (i − j)²/(q − 1)²</c>.</summary>
    Quadratic,
}

/// <summary>Agreement of two raters on categories beyond what chance would give them.</summary>
public static class CohenKappa
{
    /// <summary>
    /// <c>κ = (p_o − p_e)/(1 − p_e)</c> with <c>p_o = Σ w p_ij</c>, <c>p_e = Σ w p_i. p_.j</c>; its large-sample variance is that without the
    /// hypothesis of no agreement.
    /// </summary>
    /// <param name="table">n rated cases, q ≥ 2 categories; for weights in their order.</param>
    /// <param name="weights">What near misses count.</param>
    /// <param name="level">Coverage of the two-sided interval (normal).</param>
    /// <returns>At most 1; 0 = as by chance.</returns>
    /// <exception cref="NotEstimableException">Both raters used one and the same category only.</exception>
    /// <remarks>Cohen (1960), Educational and Psychological Measurement 20, 37–46; Cohen (1968), Psychological Bulletin 70, 213–220; variance:
    /// Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323–327.</remarks>
    public static Estimate Of(AgreementTable table, KappaWeights weights, ConfidenceLevel level)
    {
        var q = table.Categories;
        var w = new double[q, q];
        var (observed, chance, ofFirst, ofSecond) = (0.0, 0.0, new double[q], new double[q]);
        for (var i = 0; i < q; i++)
        {
            for (var j = 0; j < q; j++)
            {
                w[i, j] = Weight(weights, i, j, q);
                observed += w[i, j] * table[i, j];
                chance += w[i, j] * table.First[i] * table.Second[j];
                ofFirst[i] += w[i, j] * table.Second[j];
                ofSecond[j] += w[i, j] * table.First[i];
            }
        }
        if (chance >= 1)
            throw new NotEstimableException(NotEstimableReason.NoVariation);

        var kappa = (observed - chance) / (1 - chance);
        var sum = 0.0;
        for (var i = 0; i < q; i++)
            for (var j = 0; j < q; j++)
                sum += table[i, j] * Math.Pow(w[i, j] - (ofFirst[i] + ofSecond[j]) * (1 - kappa), 2);
        var variance = Math.Max(0, sum - Math.Pow(kappa - chance * (1 - kappa), 2)) / (table.Size * Math.Pow(1 - chance, 2));
        return NormalEstimate.Of(kappa, Math.Sqrt(variance), table.Size, level);
    }

    static double Weight(KappaWeights weights, int i, int j, int categories)
    {
        var distance = Math.Abs(i - j) / (categories - 1.0);
        return weights switch
        {
            KappaWeights.Linear => 1 - distance,
            KappaWeights.Quadratic => 1 - distance * distance,
            _ => i == j ? 1 : 0,
        };
    }
}
