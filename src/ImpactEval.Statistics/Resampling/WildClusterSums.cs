using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Resampling;

/// <summary>
/// All that t of a bootstrap sample depends on. With <c>v = X(XᵀX)⁻¹c</c> the residuals under the hypothesis cᵀβ = β₀ are
/// <c>ũ = e + v(β̂ − β₀)/vᵀv</c>; a sample with weights w has <c>β* − β₀ = Σ w_h v_hᵀũ_h</c> and cluster scores
/// <c>Σ_h w_h ([g = h] v_gᵀũ_g − v_gᵀQ_g Q_hᵀũ_h)</c>. Both are linear in β₀.
/// </summary>
sealed class WildClusterSums
{
    readonly double[] scores;
    readonly double[] ofResiduals, ofDirection;
    readonly double[][] kernelOfResiduals, kernelOfDirection;
    readonly double directionSquare;

    /// <exception cref="NotEstimableException">The model fits without rest, or one cluster decides the coefficient alone.</exception>
    public WildClusterSums(LinearModel model, int[][] groups, int position)
    {
        var contrast = new double[model.Coefficients.Count];
        contrast[position] = 1;
        var (q, turned, residuals) = (model.Factors.Q, model.Factors.SolveLower(contrast), model.ScaledResiduals);
        var direction = new double[model.Size];
        for (var j = 0; j < turned.Length; j++)
            ColumnArithmetic.AddScaled(direction, turned[j], q[j]);
        directionSquare = ColumnArithmetic.Dot(direction, direction);
        Estimate = model.Coefficients[position];

        double Sum(int[] rows, double[] a, double[] b) => rows.Sum(row => a[row] * b[row]);
        scores = Array.ConvertAll(groups, rows => Sum(rows, direction, residuals));
        (ofResiduals, ofDirection) = (scores, Array.ConvertAll(groups, rows => Sum(rows, direction, direction)));
        var left = Array.ConvertAll(groups, rows => q.Select(column => Sum(rows, direction, column)).ToArray());
        double[][] Kernel(double[] ofCluster, double[] rest)
        {
            var right = Array.ConvertAll(groups, rows => q.Select(column => Sum(rows, column, rest)).ToArray());
            return [.. left.Select((row, g) => right.Select((column, h) => (g == h ? ofCluster[g] : 0) - ColumnArithmetic.Dot(row, column)).ToArray())];
        }
        (kernelOfResiduals, kernelOfDirection) = (Kernel(ofResiduals, residuals), Kernel(ofDirection, direction));
        var correction = groups.Length / (groups.Length - 1.0);
        StandardError = Math.Sqrt(correction * scores.Sum(score => score * score));
        if (!(StandardError > 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
    }

    public double Estimate { get; }

    /// <summary>CR1.</summary>
    public double StandardError { get; }

    public double T(double hypothesis) => (Estimate - hypothesis) / StandardError;

    /// <summary>Share of samples at least as far from the hypothesis as the estimate; ties that rounding breaks count.</summary>
    public double PValue(double hypothesis, double[][] samples)
    {
        const double Rounding = 1 - 1e-10;
        var distance = (Estimate - hypothesis) / directionSquare;
        var numerators = ofResiduals.Zip(ofDirection, (rest, along) => rest + distance * along).ToArray();
        var kernel = kernelOfResiduals.Zip(kernelOfDirection, (rest, along) => rest.Zip(along, (a, b) => a + distance * b).ToArray()).ToArray();
        var (observed, count) = (Math.Abs(T(hypothesis)), kernel.Length);
        var extreme = samples.Count(weights =>
        {
            var squares = 0.0;
            foreach (var row in kernel)
            {
                var score = ColumnArithmetic.Dot(row, weights);
                squares += score * score;
            }
            return Math.Abs(ColumnArithmetic.Dot(numerators, weights)) >= Rounding * observed * Math.Sqrt(squares * count / (count - 1.0));
        });
        return extreme / (double)samples.Length;
    }
}
