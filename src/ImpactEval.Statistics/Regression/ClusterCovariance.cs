using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Regression;

/// <summary>How the residuals of a cluster are adjusted; G clusters, N rows, p columns.</summary>
public enum ClusterKind
{
    CR0,
    /// <summary>CR0 · G/(G − 1).</summary>
    CR1,
    /// <summary>CR0 · G/(G − p).</summary>
    CR1p,
    /// <summary>CR0 · G(N − 1)/((G − 1)(N − p)), as Stata.</summary>
    CR1S,
    /// <summary>Bias-reduced: unbiased when rows are alike and independent; our default.</summary>
    CR2,
    /// <summary>Nearly the jackknife over clusters: too large rather than too small.</summary>
    CR3,
}

/// <summary>Covariance of coefficients when rows of one cluster (class, office, person) hang together.</summary>
public static class ClusterCovariance
{
    /// <summary>Eigenvalues of <c>I − H</c> below this are zero up to rounding: the cluster decides that direction alone.</summary>
    const double Zero = 1e-12;

    /// <summary>Share of a contrast that must be left free to vary, else only rounding is left.</summary>
    const double LeastFree = 1e-10;

    /// <summary>
    /// <c>(XᵀX)⁻¹ (Σ X_gᵀA_g e_g e_gᵀA_g X_g) (XᵀX)⁻¹</c> with <c>A_g = (I − H_gg)^(−½)</c> for CR2 and <c>(I − H_gg)⁻¹</c> for CR3 (generalised
    /// inverse where a cluster decides a direction alone). Degrees of freedom by Satterthwaite: <c>(Σ z_gᵀz_g)² / ΣΣ (z_gᵀz_h)²</c>, z_g what cluster g adds to the contrast.
    /// </summary>
    /// <param name="model">Rows in any order.</param>
    /// <param name="clusters">Cluster of each row, any numbers; at least two of them.</param>
    /// <param name="kind">CR2 unless another program is to be met.</param>
    /// <exception cref="ArgumentException">Another number of rows.</exception>
    /// <exception cref="NotEstimableException">Fewer than two clusters, or for CR1p no more than columns; asking for a contrast that
    /// single clusters decide.</exception>
    /// <remarks>
    /// Bell and McCaffrey (2002), Bias reduction in standard errors for linear regression with multi-stage samples, Survey Methodology 28,
    /// 169–181; Pustejovsky and Tipton (2018), J. of Business and Economic Statistics 36, 672–683. With X = QR and Q_gᵀQ_g = V S V' only
    /// p × p matrices appear: <c>Q_gᵀA_g = V (1 − S)^(−½) V' Q_gᵀ</c>, so memory does not grow with the size of a cluster.
    /// </remarks>
    public static CoefficientCovariance Of(LinearModel model, IReadOnlyList<int> clusters, ClusterKind kind)
    {
        if (clusters.Count != model.Size)
            throw new ArgumentException($"{clusters.Count} clusters for {model.Size} rows.", nameof(clusters));
        int[][] groups = [.. Enumerable.Range(0, clusters.Count).GroupBy(row => clusters[row]).Select(group => group.ToArray())];
        var p = model.Coefficients.Count;
        if (groups.Length < 2 || (kind == ClusterKind.CR1p && groups.Length <= p))
            throw new NotEstimableException(NotEstimableReason.TooFewClusters);

        var factor = Factor(kind, groups.Length, model.Size, p);
        // Ordered, so that sums are the same for any number of threads.
        ClusterPart[] parts = [.. groups.AsParallel().AsOrdered().Select(rows => ClusterPart.Of(model, rows, kind))];
        var middle = CoefficientCovariance.Zeros(p);
        foreach (var part in parts)
            for (var j = 0; j < p; j++)
                ColumnArithmetic.AddScaled(middle[j], factor * part.Score[j], part.Score);
        return new CoefficientCovariance(model, middle, IntervalMethod.ClusterRobust, contrast => Satterthwaite(parts, contrast));
    }

    static double Factor(ClusterKind kind, double g, double n, double p) => kind switch
    {
        ClusterKind.CR1 => g / (g - 1),
        ClusterKind.CR1p => g / (g - p),
        ClusterKind.CR1S => g * (n - 1) / ((g - 1) * (n - p)),
        _ => 1,
    };

    /// <summary>z_gᵀz_h = [g = h]·α_g − b_gᵀb_h, summed over all pairs without listing them.</summary>
    static double Satterthwaite(ClusterPart[] parts, double[] contrast)
    {
        var outer = CoefficientCovariance.Zeros(contrast.Length);
        var (trace, squares) = (0.0, 0.0);
        foreach (var part in parts)
        {
            var a = part.Adjusted(contrast);
            var b = part.Within(a);
            var (alpha, beta) = (ColumnArithmetic.Dot(a, b), ColumnArithmetic.Dot(b, b));
            trace += alpha - beta;
            squares += alpha * (alpha - 2 * beta);
            for (var j = 0; j < b.Length; j++)
                ColumnArithmetic.AddScaled(outer[j], b[j], b);
        }
        // Nothing of the contrast is left free to vary when single clusters decide it, e.g. one office in each arm.
        if (!(trace > LeastFree * ColumnArithmetic.Dot(contrast, contrast)))
            throw new NotEstimableException(NotEstimableReason.TooFewClusters);
        squares += outer.Sum(row => ColumnArithmetic.Dot(row, row));
        return trace * trace / squares;
    }

    /// <summary>What one cluster adds, in the p dimensions of Q.</summary>
    /// <param name="Score">Q_gᵀ A_g e_g.</param>
    /// <param name="Gram">Q_gᵀ Q_g.</param>
    /// <param name="Adjustment">V (1 − S)^(−½) V' or V (1 − S)⁻¹ V'; null for none.</param>
    sealed record ClusterPart(double[] Score, double[][] Gram, double[][]? Adjustment)
    {
        public static ClusterPart Of(LinearModel model, int[] rows, ClusterKind kind)
        {
            var q = model.Factors.Q.Select(column => Array.ConvertAll(rows, row => column[row])).ToArray();
            var residuals = Array.ConvertAll(rows, row => model.ScaledResiduals[row]);
            var gram = CoefficientCovariance.Zeros(q.Length);
            for (var j = 0; j < q.Length; j++)
                for (var k = 0; k <= j; k++)
                    gram[j][k] = gram[k][j] = ColumnArithmetic.Dot(q[j], q[k]);
            var adjustment = kind is ClusterKind.CR2 or ClusterKind.CR3 ? InversePower(gram, kind == ClusterKind.CR2 ? 0.5 : 1) : null;
            var score = Array.ConvertAll(q, column => ColumnArithmetic.Dot(column, residuals));
            return new ClusterPart(adjustment is null ? score : Times(adjustment, score), gram, adjustment);
        }

        public double[] Adjusted(double[] contrast) => Adjustment is null ? contrast : Times(Adjustment, contrast);

        public double[] Within(double[] a) => Times(Gram, a);

        static double[][] InversePower(double[][] gram, double power)
        {
            var eigen = Matrix<double>.Build.DenseOfRowArrays(gram).Evd(Symmetricity.Symmetric);
            var powers = eigen.EigenValues.Map(value => 1 - value.Real > Zero ? Math.Pow(1 - value.Real, -power) : 0);
            return (eigen.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalVector(powers) * eigen.EigenVectors.Transpose()).ToRowArrays();
        }

        static double[] Times(double[][] matrix, double[] vector) => Array.ConvertAll(matrix, row => ColumnArithmetic.Dot(row, vector));
    }
}
