namespace ImpactEval.Statistics.Regression;

/// <summary>How a squared residual is made to stand for the variance of its row; h is the leverage of the row.</summary>
public enum HeteroscedasticKind
{
    /// <summary>As it is: too small in small samples.</summary>
    HC0,
    /// <summary>Times n/(n − p).</summary>
    HC1,
    /// <summary>Over 1 − h: unbiased when residuals spread alike; our default.</summary>
    HC2,
    /// <summary>Over (1 − h)²: nearly the jackknife.</summary>
    HC3,
    /// <summary>Over (1 − h)^δ, δ = min(4, nh/p): for rows of high leverage.</summary>
    HC4,
    /// <summary>δ = min(1, nh/p) + min(1.5, nh/p).</summary>
    HC4m,
    /// <summary>δ = min(nh/p, max(4, 0.7·n·h_max/p))/2: also heeds the highest leverage.</summary>
    HC5,
}

/// <summary>Covariance of coefficients that holds when residuals spread differently, one person each.</summary>
public static class HeteroscedasticCovariance
{
    /// <summary><c>(XᵀX)⁻¹ Xᵀ diag(ωᵢeᵢ²) X (XᵀX)⁻¹</c>; n − p degrees of freedom.</summary>
    /// <param name="model">Rows of independent people.</param>
    /// <param name="kind">ω: 1, n/(n−p), or 1/(1−h) to the power δ: 1, 2 or one that grows with the leverage.</param>
    /// <exception cref="NotEstimableException">A row decides a coefficient alone (h = 1), so that only HC0 and HC1 exist.</exception>
    /// <remarks>White (1980), Econometrica 48, 817–838; MacKinnon and White (1985), Some heteroskedasticity-consistent covariance matrix estimators
    /// with improved finite sample properties, J. of Econometrics 29, 305–325. HC4: Cribari-Neto (2004), Computational Statistics and Data Analysis
    /// 45, 215–233; HC4m: Cribari-Neto and da Silva (2011), AStA 95, 129–146; HC5: Cribari-Neto, Souza and Vasconcellos (2007), Communications in
    /// Statistics – Theory and Methods 36, 1877–1888.</remarks>
    public static CoefficientCovariance Of(LinearModel model, HeteroscedasticKind kind)
    {
        var (q, residuals) = (model.Factors.Q, model.ScaledResiduals);
        var weights = Array.ConvertAll(residuals, residual => residual * residual);
        if (kind is not (HeteroscedasticKind.HC0 or HeteroscedasticKind.HC1))
        {
            var leverages = Leverages(model);
            var (share, highest) = ((double)model.Size / q.Count, leverages.Max());
            for (var i = 0; i < weights.Length; i++)
                weights[i] /= Math.Pow(Free(leverages[i]), Power(kind, share * leverages[i], share * highest));
        }
        var factor = kind == HeteroscedasticKind.HC1 ? (double)model.Size / model.DegreesOfFreedom : 1;

        var middle = CoefficientCovariance.Zeros(q.Count);
        for (var j = 0; j < q.Count; j++)
        {
            var weighted = LinearModel.Times(q[j], weights);
            for (var k = 0; k <= j; k++)
                middle[j][k] = middle[k][j] = factor * ColumnArithmetic.Dot(weighted, q[k]);
        }
        return new CoefficientCovariance(model, middle, IntervalMethod.HeteroscedasticityRobust, _ => model.DegreesOfFreedom);
    }

    /// <param name="relative">Leverage in units of its mean, nh/p.</param>
    static double Power(HeteroscedasticKind kind, double relative, double highest) => kind switch
    {
        HeteroscedasticKind.HC2 => 1,
        HeteroscedasticKind.HC3 => 2,
        HeteroscedasticKind.HC4 => Math.Min(4, relative),
        HeteroscedasticKind.HC4m => Math.Min(1, relative) + Math.Min(1.5, relative),
        _ => Math.Min(relative, Math.Max(4, 0.7 * highest)) / 2,
    };

    /// <summary>How much each row draws the fit towards itself, 0–1; they sum to the number of columns.</summary>
    public static double[] Leverages(LinearModel model)
    {
        var leverages = new double[model.Size];
        foreach (var column in model.Factors.Q)
            for (var i = 0; i < leverages.Length; i++)
                leverages[i] += column[i] * column[i];
        return leverages;
    }

    static double Free(double leverage) =>
        1 - leverage > 1e-10 ? 1 - leverage : throw new NotEstimableException(NotEstimableReason.TooFewObservations);
}
