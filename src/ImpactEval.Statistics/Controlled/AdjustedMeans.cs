using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Controlled;

/// <summary>Mean of one group had everybody been average in all else.</summary>
public sealed record AdjustedMean(string Level, Estimate Mean);

/// <summary>One group against another, all else alike.</summary>
/// <param name="Difference">Later − earlier, in units of the response.</param>
public sealed record AdjustedContrast(string Later, string Earlier, Estimate Difference, TestResult Test);

/// <summary>Group means of an analysis of covariance, and their differences, at the means of the covariates.</summary>
/// <remarks>Searle, Speed and Milliken (1980), Population marginal means in the linear model, The American Statistician 34, 216–221. Other
/// factors count with the same weight for each of their levels.</remarks>
public static class AdjustedMeans
{
    /// <summary><c>xᵀβ</c> with x the row of that level, numbers at their means.</summary>
    /// <param name="covariance">Which covariance the intervals come from; it knows its model.</param>
    /// <param name="factor">Name of a factor of the model.</param>
    /// <param name="level">Coverage of each two-sided interval.</param>
    /// <returns>For each level in its order, in units of the response.</returns>
    /// <exception cref="ArgumentException">No factor has this name.</exception>
    public static IReadOnlyList<AdjustedMean> Of(CoefficientCovariance covariance, string factor, ConfidenceLevel level)
    {
        var design = covariance.Model.Design;
        return [.. design.Factor(factor).Levels.Select(name => new AdjustedMean(name, covariance.Of(design.At(factor, name), level)))];
    }

    /// <summary>Every pair of levels, later − earlier; p values are of a family and want an adjustment (<c>Multiplicity</c>).</summary>
    /// <inheritdoc cref="Of"/>
    public static IReadOnlyList<AdjustedContrast> Contrasts(CoefficientCovariance covariance, string factor, ConfidenceLevel level)
    {
        var design = covariance.Model.Design;
        var levels = design.Factor(factor).Levels;
        return
        [
            .. from earlier in Enumerable.Range(0, levels.Count)
               from later in Enumerable.Range(earlier + 1, levels.Count - earlier - 1)
               let weights = design.At(factor, levels[later]).Zip(design.At(factor, levels[earlier]), (one, other) => one - other).ToArray()
               let difference = covariance.Of(weights, level)
               select new AdjustedContrast(levels[later], levels[earlier], difference, CoefficientCovariance.Test(difference, Alternative.TwoSided)),
        ];
    }

    /// <summary>The level of one interval such that all intervals of a family hold together: <c>1 − (1 − level)/m</c>.</summary>
    /// <remarks>Bonferroni; Dunn (1961), Multiple comparisons among means, JASA 56, 52–64.</remarks>
    public static ConfidenceLevel Simultaneous(ConfidenceLevel level, int family) => new(1 - (1 - level.Value) / family);
}
