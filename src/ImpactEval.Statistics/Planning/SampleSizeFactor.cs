namespace ImpactEval.Statistics.Planning;

/// <summary>What a pre score saves and what attrition costs, as factors of the sample size.</summary>
public static class SampleSizeFactor
{
    /// <summary><c>2(1 − ρ)</c>: variance of the change score relative to the post score alone; above 1 while ρ &lt; ½.</summary>
    /// <param name="correlation">ρ between pre and post within an arm, −1 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a correlation.</exception>
    /// <remarks>Borm, Fransen and Lemmens (2007), A simple sample size formula for analysis of covariance in randomized clinical trials, Journal
    /// of Clinical Epidemiology 60, 1234–1238.</remarks>
    public static double OfChangeScore(double correlation) => 2 * (1 - Require(correlation));

    /// <summary><c>1 − ρ²</c>: variance of the covariance-adjusted difference relative to the post score alone; never above 1.</summary>
    /// <inheritdoc cref="OfChangeScore"/>
    public static double OfAncova(double correlation) => 1 - Require(correlation) * correlation;

    /// <summary><c>1/(1 − share lost)</c>: people to invite for each one who must come.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not at least 0 and below 1.</exception>
    public static double ForAttrition(double lost) => lost is >= 0 and < 1
        ? 1 / (1 - lost)
        : throw new ArgumentOutOfRangeException(nameof(lost), lost, "Must be at least 0 and below 1.");

    static double Require(double correlation) => correlation is >= -1 and <= 1
        ? correlation
        : throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "A correlation lies between −1 and 1.");
}
