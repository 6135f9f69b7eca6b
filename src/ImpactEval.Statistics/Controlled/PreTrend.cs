using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Controlled;

/// <summary>
/// Did treated and comparison group move alike while nobody had been trained? What difference in differences takes for granted, seen in the waves
/// before. Not to reject this proves nothing; a steep difference disproves much.
/// </summary>
/// <param name="Slope">How much faster the treated rose before the training, in points per unit of time.</param>
/// <param name="Test">Of equal slopes.</param>
public sealed record PreTrend(Estimate Slope, TestResult Test)
{
    /// <summary>The last coefficient of <c>y = α + β·treated + Σγ_w·wave_w + δ·treated·time + e</c>, CR2 errors by cluster.</summary>
    /// <param name="scores">One per person and wave before the training.</param>
    /// <param name="treated">Group of the row.</param>
    /// <param name="times">Time of the row's wave, e.g. months; at least two different.</param>
    /// <param name="clusters">Unit of assignment of the row.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <exception cref="ArgumentException">Lists of different length.</exception>
    /// <exception cref="NotEstimableException">One wave only, a group that misses one, fewer than two clusters in a group, or no rest.</exception>
    /// <remarks>Angrist and Pischke (2009), Mostly harmless econometrics, chapter 5; on how little a passed test says: Roth (2022), Pretest with
    /// caution, American Economic Review: Insights 4, 305–322.</remarks>
    public static PreTrend Of(
        Sample scores, IReadOnlyList<bool> treated, IReadOnlyList<double> times, IReadOnlyList<int> clusters, ConfidenceLevel level)
    {
        if (treated.Count != scores.Size || times.Count != scores.Size || clusters.Count != scores.Size)
            throw new ArgumentException("Scores, groups, times and clusters differ in length.", nameof(scores));
        var time = new Sample(times);
        string[] waves = [.. times.Distinct().Order().Select(Name)];
        if (waves.Length < 2 || treated.Zip(times).Distinct().Count() < 2 * waves.Length)
            throw new NotEstimableException(NotEstimableReason.EmptyCell);
        foreach (var arm in new[] { true, false })
            if (clusters.Where((_, row) => treated[row] == arm).Distinct().Count() < 2)
                throw new NotEstimableException(NotEstimableReason.TooFewClusters);

        var group = AnalysisOfCovariance.Arm(treated, "treated");
        var wave = Predictor.Factor("wave", waves, [.. times.Select(Name)], FactorCoding.Treatment);
        var product = new DesignTerm(group.Parts[0], Predictor.Numeric("time", time));
        var model = LinearModel.Fit(new Design(scores.Size, group, new DesignTerm(wave), product), scores);
        var slope = ClusterCovariance.Of(model, clusters, ClusterKind.CR2).Of(product.Labels[0], level);
        return new PreTrend(slope, CoefficientCovariance.Test(slope, Alternative.TwoSided));
    }

    static string Name(double time) => time.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
