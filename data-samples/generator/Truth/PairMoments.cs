namespace ImpactEval.Samples;

/// <summary>Sums over complete pairs of one outcome at two waves, from which every paired effect size follows.</summary>
public sealed class PairMoments
{
    long paired, improved, worsened, improvedByImportant;
    double sumBefore, sumAfter, squaresBefore, squaresAfter, products;

    public void Add(double before, double after, double important)
    {
        if (double.IsNaN(before) || double.IsNaN(after))
            return;
        paired++;
        sumBefore += before;
        sumAfter += after;
        squaresBefore += before * before;
        squaresAfter += after * after;
        products += before * after;
        if (after > before)
            improved++;
        else if (after < before)
            worsened++;
        // A difference that is equal on paper must not be lost in the last bit.
        if (after - before >= important - 1e-9)
            improvedByImportant++;
    }

    public void Add(PairMoments other)
    {
        ArgumentNullException.ThrowIfNull(other);
        paired += other.paired;
        improved += other.improved;
        worsened += other.worsened;
        improvedByImportant += other.improvedByImportant;
        sumBefore += other.sumBefore;
        sumAfter += other.sumAfter;
        squaresBefore += other.squaresBefore;
        squaresAfter += other.squaresAfter;
        products += other.products;
    }

    public long Paired => paired;
    public double MeanBefore => sumBefore / paired;
    public double MeanAfter => sumAfter / paired;
    public double MeanChange => MeanAfter - MeanBefore;
    public double DeviationBefore => Math.Sqrt(VarianceBefore);
    public double DeviationAfter => Math.Sqrt(VarianceAfter);
    public double DeviationOfChange => Math.Sqrt(VarianceBefore + VarianceAfter - 2 * Covariance);
    public double Correlation => Covariance / Math.Sqrt(VarianceBefore * VarianceAfter);

    /// <summary>Mean change over the standard deviation of the change.</summary>
    public double DZ => MeanChange / DeviationOfChange;

    /// <summary>Mean change over the root of the mean variance of both waves; also the population value of g_av.</summary>
    public double DAv => MeanChange / Math.Sqrt((VarianceBefore + VarianceAfter) / 2);

    /// <summary><c>d_z·√(2(1 − r))</c>.</summary>
    public double DRm => DZ * Math.Sqrt(2 * (1 - Correlation));

    public double Improved => (double)improved / paired;
    public double Worsened => (double)worsened / paired;
    public double Unchanged => (double)(paired - improved - worsened) / paired;
    public double ImprovedByImportantDifference => (double)improvedByImportant / paired;

    /// <summary>Monte Carlo standard error of the mean change.</summary>
    public double SimulationError => DeviationOfChange / Math.Sqrt(paired);

    double VarianceBefore => squaresBefore / paired - MeanBefore * MeanBefore;
    double VarianceAfter => squaresAfter / paired - MeanAfter * MeanAfter;
    double Covariance => products / paired - MeanBefore * MeanAfter;
}
