using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Categorical;

/// <summary>Four ways to the p value of McNemar's test.</summary>
public enum McNemarMethod
{
    /// <summary>Exact, but only half the probability of what was seen counts: our default.</summary>
    MidP,
    /// <summary>Binomial, twice the smaller tail.</summary>
    Exact,
    /// <summary>Chi-square with one degree of freedom.</summary>
    Asymptotic,
    /// <summary>Chi-square with Edwards' correction of continuity, as R prints by default.</summary>
    Edwards,
}

/// <summary>Did the share that passes change? Only those who changed sides tell.</summary>
public static class McNemarTest
{
    /// <summary><c>χ² = (b − c)²/(b + c)</c>; Edwards: <c>(|b − c| − 1)²/(b + c)</c>; exact: b is binomial with b + c trials and chance one
    /// half.</summary>
    /// <param name="outcomes">b gained, c lost.</param>
    /// <param name="method">How p is found; the statistic of the exact ones is b.</param>
    /// <exception cref="NotEstimableException">Nobody changed sides.</exception>
    /// <remarks>
    /// McNemar (1947), Psychometrika 12, 153–157; Edwards (1948), Psychometrika 13, 185–187; Fagerland, Lydersen and Laake (2013), The McNemar
    /// test for binary matched-pairs data, BMC Medical Research Methodology 13, 91.
    /// </remarks>
    public static TestResult Of(PairedOutcomes outcomes, McNemarMethod method)
    {
        var (b, c, changed) = (outcomes.Gained, outcomes.Lost, outcomes.Changed);
        if (changed == 0)
            throw new NotEstimableException(NotEstimableReason.NoNonZeroDifferences);
        if (method is McNemarMethod.Exact or McNemarMethod.MidP)
        {
            var tail = Binomial.HalfAtMost(Math.Min(b, c), changed);
            var point = method == McNemarMethod.MidP ? Binomial.HalfExactly(b, changed) : 0;
            return new TestResult(b, null, b == c ? 1 - point : Math.Min(1, 2 * tail - point), Alternative.TwoSided);
        }
        var distance = Math.Abs(b - c) - (method == McNemarMethod.Edwards ? 1 : 0);
        var chiSquare = (double)distance * distance / changed;
        return new TestResult(chiSquare, 1, ChiSquare.Upper(chiSquare, 1), Alternative.TwoSided);
    }
}
