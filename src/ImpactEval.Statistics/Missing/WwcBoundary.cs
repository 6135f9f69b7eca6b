namespace ImpactEval.Statistics.Missing;

/// <summary>What is assumed of the people who were lost.</summary>
public enum AttritionAssumption
{
    /// <summary>The training itself may have driven people away.</summary>
    Cautious,
    /// <summary>People left for reasons that have little to do with it.</summary>
    Optimistic,
}

/// <summary>How far the two arms may differ in attrition before its likely bias exceeds 0.05 standard deviations.</summary>
public static class WwcBoundary
{
    // What Works Clearinghouse (2020), Standards handbook, version 4.1, chapter II: percentage points for 0, 1, 2 … % of overall attrition.
    static readonly double[] Cautious =
    [
        5.7, 5.8, 5.9, 5.9, 6.0, 6.1, 6.2, 6.3, 6.3, 6.3, 6.3, 6.2, 6.2, 6.1, 6.0, 5.9, 5.9, 5.8, 5.7, 5.5, 5.4, 5.3, 5.2, 5.1, 4.9, 4.8,
        4.7, 4.5, 4.4, 4.3, 4.1, 4.0, 3.8, 3.6, 3.5, 3.3, 3.2, 3.1, 2.9, 2.8, 2.6, 2.5, 2.3, 2.1, 2.0, 1.8, 1.6, 1.5, 1.3, 1.2, 1.0, 0.9,
        0.7, 0.6, 0.4, 0.3, 0.2, 0.0,
    ];

    static readonly double[] Optimistic =
    [
        10.0, 10.1, 10.2, 10.3, 10.4, 10.5, 10.7, 10.8, 10.9, 10.9, 10.9, 10.9, 10.9, 10.8, 10.8, 10.7, 10.6, 10.5, 10.3, 10.2, 10.0, 9.9,
        9.7, 9.5, 9.4, 9.2, 9.0, 8.8, 8.6, 8.4, 8.2, 8.0, 7.8, 7.6, 7.4, 7.2, 7.0, 6.7, 6.5, 6.3, 6.0, 5.8, 5.6, 5.3, 5.1, 4.9, 4.6, 4.4,
        4.2, 3.9, 3.7, 3.5, 3.2, 3.0, 2.8, 2.6, 2.3, 2.1, 1.9, 1.6, 1.4, 1.1, 0.9, 0.7, 0.5, 0.3,
    ];

    /// <summary>A difference on the boundary itself is still low; shares such as .014 are not exact in binary.</summary>
    const double Rounding = 1e-9;

    /// <param name="overall">Share of all people that was lost; the table is read at the nearest whole percent.</param>
    /// <param name="assumption">What is assumed of them.</param>
    /// <returns>Largest difference between the arms, as a share, that is still low; null where overall attrition alone is too high.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a share.</exception>
    public static double? HighestDifferential(double overall, AttritionAssumption assumption)
    {
        if (!(overall >= 0 && overall <= 1))
            throw new ArgumentOutOfRangeException(nameof(overall), overall, "A share lies between 0 and 1.");
        var table = assumption == AttritionAssumption.Cautious ? Cautious : Optimistic;
        var percent = (int)Math.Round(100 * overall, MidpointRounding.AwayFromZero);
        return percent < table.Length ? table[percent] / 100 : null;
    }

    /// <summary>Whether attrition is low by the table.</summary>
    public static bool IsLow(AttritionTable attrition, AttritionAssumption assumption) =>
        HighestDifferential(attrition.Overall, assumption) is { } highest && Math.Abs(attrition.Differential) <= highest + Rounding;
}
