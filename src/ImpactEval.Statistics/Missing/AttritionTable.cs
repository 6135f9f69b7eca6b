using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Missing;

/// <summary>How many people were lost, in all and by arm.</summary>
/// <param name="Treated">Share lost of the treated arm.</param>
/// <param name="Comparison">Share lost of the comparison arm.</param>
/// <param name="Overall">Share lost of all.</param>
/// <param name="Differential">Treated minus comparison.</param>
/// <param name="Test">Pearson's chi-square without correction; null when nobody or everybody was lost.</param>
public sealed record AttritionTable(double Treated, double Comparison, double Overall, double Differential, TestResult? Test)
{
    /// <param name="treatedAssigned">People assigned to the treated arm, at least 1.</param>
    /// <param name="treatedObserved">Those of them who were measured.</param>
    /// <param name="comparisonAssigned">People assigned to the comparison arm, at least 1.</param>
    /// <param name="comparisonObserved">Those of them who were measured.</param>
    /// <exception cref="ArgumentOutOfRangeException">More measured than assigned, or a negative number.</exception>
    /// <exception cref="NotEstimableException">An arm without people.</exception>
    /// <remarks>What Works Clearinghouse (2020), Standards handbook, version 4.1, chapter II.</remarks>
    public static AttritionTable Of(int treatedAssigned, int treatedObserved, int comparisonAssigned, int comparisonObserved)
    {
        RequireArm(treatedAssigned, treatedObserved);
        RequireArm(comparisonAssigned, comparisonObserved);
        double n = treatedAssigned + (double)comparisonAssigned, lost = n - treatedObserved - comparisonObserved;
        var (treated, comparison) = (1 - treatedObserved / (double)treatedAssigned, 1 - comparisonObserved / (double)comparisonAssigned);
        TestResult? test = null;
        if (lost > 0 && lost < n)
        {
            var difference = treated - comparison;
            var chiSquare = difference * difference / (lost / n * (1 - lost / n) * (1.0 / treatedAssigned + 1.0 / comparisonAssigned));
            test = new TestResult(chiSquare, 1, ChiSquare.Upper(chiSquare, 1), Alternative.TwoSided);
        }
        return new AttritionTable(treated, comparison, lost / n, treated - comparison, test);
    }

    static void RequireArm(int assigned, int observed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(observed, assigned);
        if (assigned == 0)
            throw new NotEstimableException(NotEstimableReason.EmptyCell);
    }
}
