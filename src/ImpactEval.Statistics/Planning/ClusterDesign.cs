using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Planning;

/// <summary>A comparison of clusters (offices, classes) that are treated as a whole.</summary>
public sealed record ClusterDesign
{
    /// <param name="clusters">J of both arms together, at least 3.</param>
    /// <param name="clusterSize">m: people measured in each cluster, at least 1.</param>
    /// <param name="intraclassCorrelation">Share of the variance that lies between clusters, 0 to 1; best from one's own past cohorts.</param>
    /// <param name="treatedShare">P: share of the clusters that is treated, strictly between 0 and 1.</param>
    /// <param name="explainedBetween">R² of covariates such as the mean pre score between clusters, 0 to below 1.</param>
    /// <param name="explainedWithin">R² of covariates within clusters, 0 to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number out of its range.</exception>
    public ClusterDesign(
        double clusters, double clusterSize, double intraclassCorrelation, double treatedShare = 0.5,
        double explainedBetween = 0, double explainedWithin = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(clusterSize, 1);
        TTestPower.RequireShare(treatedShare, nameof(treatedShare));
        RequirePart(intraclassCorrelation, 1, nameof(intraclassCorrelation));
        RequirePart(explainedBetween, 1, nameof(explainedBetween));
        RequirePart(explainedWithin, 1, nameof(explainedWithin));
        (Clusters, ClusterSize, IntraclassCorrelation, TreatedShare, ExplainedBetween, ExplainedWithin) =
            (clusters, clusterSize, intraclassCorrelation, treatedShare, explainedBetween, explainedWithin);
    }

    public double Clusters { get; }
    public double ClusterSize { get; }
    public double IntraclassCorrelation { get; }
    public double TreatedShare { get; }
    public double ExplainedBetween { get; }
    public double ExplainedWithin { get; }

    /// <summary>J − 2; a covariate at the level of clusters costs one more, which Bloom's table leaves out.</summary>
    public double DegreesOfFreedom => Clusters - 2;

    /// <summary><c>1 + (m − 1)ρ</c>: how many times more people than without clusters. Kish (1965), Survey sampling.</summary>
    public double DesignEffect => 1 + (ClusterSize - 1) * IntraclassCorrelation;

    /// <summary>Standard error of the effect in standard deviations: <c>√(ρ(1−R_B²)/(P(1−P)J) + (1−ρ)(1−R_W²)/(P(1−P)Jm))</c>.</summary>
    public double StandardError
    {
        get
        {
            var allocation = TreatedShare * (1 - TreatedShare) * Clusters;
            return Math.Sqrt(IntraclassCorrelation * (1 - ExplainedBetween) / allocation
                + (1 - IntraclassCorrelation) * (1 - ExplainedWithin) / (allocation * ClusterSize));
        }
    }

    /// <summary>Smallest detectable effect in standard errors: <c>t(1 − α/2) + t(power)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Multiplier(double alpha, double power)
    {
        TTestPower.RequireShare(alpha, nameof(alpha));
        TTestPower.RequireShare(power, nameof(power));
        return StudentT.Quantile(power, DegreesOfFreedom) - StudentT.Quantile(alpha / 2, DegreesOfFreedom);
    }

    /// <summary>Smallest detectable effect in standard deviations, two-sided.</summary>
    /// <param name="alpha">Level of the test.</param>
    /// <param name="power">0.8 by custom.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    /// <remarks>Bloom, Richburg-Hayes and Black (2007), Using covariates to improve precision for studies that randomize schools, Educational
    /// Evaluation and Policy Analysis 29, 30–59.</remarks>
    public double SmallestDetectable(double alpha, double power) => Multiplier(alpha, power) * StandardError;

    /// <summary>P(a two-sided t test rejects) at an effect in standard deviations, by the noncentral t.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Alpha not strictly between 0 and 1, or an effect that is not finite.</exception>
    public double Power(double effect, double alpha)
    {
        TTestPower.RequireShare(alpha, nameof(alpha));
        var (critical, noncentrality) = (-StudentT.Quantile(alpha / 2, DegreesOfFreedom), effect / StandardError);
        return NoncentralT.Upper(critical, DegreesOfFreedom, noncentrality) + NoncentralT.Cdf(-critical, DegreesOfFreedom, noncentrality);
    }

    static void RequirePart(double part, double most, string name)
    {
        if (!(part >= 0 && part < most))
            throw new ArgumentOutOfRangeException(name, part, "Must be at least 0 and below 1.");
    }
}
