using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Controlled;

/// <summary>Impact on randomised arms: scores after, of people alike before. The primary analysis when arms were drawn by lot.</summary>
public static class AnalysisOfCovariance
{
    /// <summary>Column of the treated.</summary>
    public const string Treated = "treated";

    /// <summary><c>post = α + τ·treated + Σβₖxₖ + e</c>; τ with HC2 errors.</summary>
    /// <param name="post">Scores after, one per person.</param>
    /// <param name="treated">True for the treated, same order.</param>
    /// <param name="covariates">Scores before and what else was known before; names must differ from <see cref="Treated"/>.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>τ in score points; positive means the treated lie above.</returns>
    /// <exception cref="ArgumentException">Lists of different length.</exception>
    /// <exception cref="NotEstimableException">An arm is empty, too few people, or a covariate follows from others.</exception>
    /// <remarks>Fisher (1932), Statistical methods for research workers, 4th ed.; Freedman (2008), Advances in Applied Mathematics 40, 180–193, on
    /// why the errors are robust.</remarks>
    public static Estimate Impact(Sample post, IReadOnlyList<bool> treated, IReadOnlyList<DesignTerm> covariates, ConfidenceLevel level) =>
        HeteroscedasticCovariance.Of(Model(post, treated, covariates), HeteroscedasticKind.HC2).Of(Treated, level);

    /// <summary>The same with CR2 errors and Satterthwaite degrees of freedom, when whole clusters were assigned.</summary>
    /// <param name="clusters">Class, office or other unit of assignment of each person.</param>
    /// <inheritdoc cref="Impact"/>
    public static Estimate ClusteredImpact(
        Sample post, IReadOnlyList<bool> treated, IReadOnlyList<DesignTerm> covariates, IReadOnlyList<int> clusters, ConfidenceLevel level) =>
        ClusterCovariance.Of(Model(post, treated, covariates), clusters, ClusterKind.CR2).Of(Treated, level);

    /// <summary>The model itself, for adjusted means and other contrasts.</summary>
    /// <inheritdoc cref="Impact"/>
    public static LinearModel Model(Sample post, IReadOnlyList<bool> treated, IReadOnlyList<DesignTerm> covariates) =>
        LinearModel.Fit(new Design(post.Size, [Arm(treated, Treated), .. covariates]), post);

    internal static DesignTerm Arm(IReadOnlyList<bool> treated, string name)
    {
        if (treated.All(one => one) || !treated.Any(one => one))
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        return new DesignTerm(Predictor.Numeric(name, new Sample(treated.Select(one => one ? 1.0 : 0))));
    }
}

/// <summary>The same impact with slopes of their own in each arm: a standing check of the analysis of covariance.</summary>
public static class LinEstimator
{
    /// <summary><c>post = α + τ·treated + Σβₖ(xₖ − x̄ₖ) + Σγₖ·treated·(xₖ − x̄ₖ) + e</c>, means over both arms; HC2 errors.</summary>
    /// <param name="post">Scores after, one per person.</param>
    /// <param name="treated">True for the treated, same order.</param>
    /// <param name="covariates">Numbers known before, same order.</param>
    /// <param name="name">Column of the treated; covariates get the ending <c>_c</c>.</param>
    /// <returns>The covariance of the coefficients; <c>Of(name, level)</c> is the impact in score points.</returns>
    /// <exception cref="ArgumentException">Lists of different length.</exception>
    /// <exception cref="NotEstimableException">An arm is empty, too few people, or a covariate follows from others.</exception>
    /// <remarks>Lin (2013), Agnostic notes on regression adjustments to experimental data, Annals of Applied Statistics 7, 295–318.</remarks>
    public static CoefficientCovariance Of(
        Sample post, IReadOnlyList<bool> treated, IReadOnlyList<(string Name, Sample Values)> covariates, string name = AnalysisOfCovariance.Treated)
    {
        var arm = AnalysisOfCovariance.Arm(treated, name);
        Predictor[] centred = [.. covariates.Select(covariate => Predictor.Numeric(covariate.Name + "_c", Centred(covariate.Values)))];
        DesignTerm[] terms =
        [
            arm, .. centred.Select(covariate => new DesignTerm(covariate)), .. centred.Select(covariate => new DesignTerm(arm.Parts[0], covariate)),
        ];
        return HeteroscedasticCovariance.Of(LinearModel.Fit(new Design(post.Size, terms), post), HeteroscedasticKind.HC2);
    }

    static Sample Centred(Sample values)
    {
        var mean = Moments.Of(values).Mean;
        return new Sample(values.Values.ToArray().Select(value => value - mean));
    }
}
