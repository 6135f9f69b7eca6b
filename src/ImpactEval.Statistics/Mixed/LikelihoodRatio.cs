using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Mixed;

/// <summary>Does a larger model fit better than a smaller one that is part of it?</summary>
public static class LikelihoodRatio
{
    /// <summary><c>χ² = 2(ln L − ln L₀)</c> with as many degrees of freedom as parameters are added.</summary>
    /// <param name="restricted">Of the same rows as the full model; both by maximum likelihood (restricted likelihoods compare only models with the
    /// same fixed effects).</param>
    /// <param name="full">Has all parameters of the other and more.</param>
    /// <returns>A variance that is tested lies on the border under the hypothesis: p is then too large (Self and Liang 1987).</returns>
    /// <exception cref="ArgumentException">Other rows, or no parameter more.</exception>
    /// <remarks>Wilks (1938), Annals of Mathematical Statistics 9, 60–62; Self and Liang (1987), JASA 82, 605–610.</remarks>
    public static TestResult Test(ModelFit restricted, ModelFit full)
    {
        ArgumentNullException.ThrowIfNull(restricted);
        ArgumentNullException.ThrowIfNull(full);
        if (restricted.Rows != full.Rows || restricted.Parameters >= full.Parameters)
            throw new ArgumentException("The full model has the same rows and more parameters.", nameof(full));
        var chiSquare = Math.Max(0, 2 * (full.LogLikelihood - restricted.LogLikelihood));
        var df = full.Parameters - restricted.Parameters;
        return new TestResult(chiSquare, df, ChiSquare.Upper(chiSquare, df), Alternative.TwoSided);
    }
}
