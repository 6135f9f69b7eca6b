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
}

/// <summary>Covariance of coefficients that holds when residuals spread differently, one person each.</summary>
public static class HeteroscedasticCovariance
{
    /// <summary><c>(XᵀX)⁻¹ Xᵀ diag(ωᵢeᵢ²) X (XᵀX)⁻¹</c>; n − p degrees of freedom.</summary>
    /// <param name="model">Rows of independent people.</param>
    /// <param name="kind">ω: 1, n/(n−p), 1/(1−h) or 1/(1−h)².</param>
    /// <exception cref="NotEstimableException">A row decides a coefficient alone (h = 1), so that HC2 and HC3 do not exist.</exception>
    /// <remarks>White (1980), Econometrica 48, 817–838; MacKinnon and White (1985), Some heteroskedasticity-consistent covariance matrix estimators
    /// with improved finite sample properties, J. of Econometrics 29, 305–325.</remarks>
    public static CoefficientCovariance Of(LinearModel model, HeteroscedasticKind kind)
    {
        var (q, residuals) = (model.Factors.Q, model.ScaledResiduals);
        var weights = Array.ConvertAll(residuals, residual => residual * residual);
        if (kind is HeteroscedasticKind.HC2 or HeteroscedasticKind.HC3)
        {
            var leverages = Leverages(model);
            for (var i = 0; i < weights.Length; i++)
                weights[i] /= kind == HeteroscedasticKind.HC2 ? Free(leverages[i]) : Free(leverages[i]) * Free(leverages[i]);
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
