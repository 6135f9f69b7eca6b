using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Regression;

/// <summary>Which other terms a term is judged beside.</summary>
public enum SumOfSquaresType
{
    /// <summary>All terms that do not contain it.</summary>
    TypeII,
    /// <summary>All terms; meaningful only with sum-to-zero coding of factors.</summary>
    TypeIII,
}

/// <summary>What one term adds to a model.</summary>
/// <param name="Term">Name of the term, or of the intercept.</param>
/// <param name="SumOfSquares">By which the residual sum of squares grows without it.</param>
/// <param name="PartialEtaSquared">Share of what is left without the term, 0–1.</param>
/// <param name="PartialOmegaSquared">The same without its upward bias; may be negative.</param>
public sealed record TermTest(
    string Term, double SumOfSquares, int DegreesOfFreedom, double F, double PValue, double PartialEtaSquared, double PartialOmegaSquared);

/// <summary>Analysis of variance of the terms of a linear model.</summary>
public static class TermTests
{
    /// <summary><c>F = (SS/df)/s²</c>; <c>η²ₚ = SS/(SS + RSS)</c>; <c>ω²ₚ = df(F−1)/(df(F−1) + N)</c>.</summary>
    /// <param name="design">Of the full model.</param>
    /// <param name="response">In the order of the rows.</param>
    /// <param name="type">II, or III with factors coded to sum to zero.</param>
    /// <returns>For each term in its order; for type III the intercept first.</returns>
    /// <exception cref="NotEstimableException">The full model has no rest or cannot be fitted.</exception>
    /// <remarks>Yates (1934), JASA 29, 51–66; Fox (2016), Applied regression analysis and generalized linear models, 3rd ed., chapter 8;
    /// Olejnik and Algina (2003), Psychological Methods 8, 434–447.</remarks>
    public static IReadOnlyList<TermTest> Of(Design design, Sample response, SumOfSquaresType type)
    {
        var full = LinearModel.Fit(design, response);
        if (full.ResidualSumOfSquares == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var tests = new List<TermTest>();
        if (type == SumOfSquaresType.TypeIII && design.HasIntercept)
            tests.Add(Test(full, Design.InterceptLabel, 1, Rest(design.WithoutIntercept(), response) - full.ResidualSumOfSquares));
        foreach (var term in design.Terms)
        {
            bool Stays(DesignTerm other) => type == SumOfSquaresType.TypeIII || other == term || !other.Contains(term);
            var beside = design.Where(Stays);
            var gain = Rest(beside.Where(other => other != term), response) - Rest(beside, response);
            tests.Add(Test(full, term.Name, term.Labels.Count, gain));
        }
        return tests;
    }

    static double Rest(Design design, Sample response) => design.Labels.Count == 0
        ? ColumnArithmetic.DotTwice(response.Values, response.Values)
        : LinearModel.Fit(design, response).ResidualSumOfSquares;

    static TermTest Test(LinearModel full, string term, int df, double sumOfSquares)
    {
        var f = sumOfSquares / df / full.ResidualVariance;
        var excess = df * (f - 1);
        return new TermTest(term, sumOfSquares, df, f, FisherF.Upper(f, df, full.DegreesOfFreedom),
            sumOfSquares / (sumOfSquares + full.ResidualSumOfSquares), excess / (excess + full.Size));
    }
}
