using System.Globalization;
using System.Security.Cryptography;
using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Matching;
using ImpactEval.Statistics.Regression;
using ImpactEval.Statistics.Tests.Conformance;

namespace ImpactEval.Statistics.Tests.Matching;

/// <summary>Matching on the data of LaLonde (1986), where the reference software breaks the rule it states; held to the rule instead.</summary>
[TestClass]
public sealed class LalondeMatchingTests
{
    /// <summary>SHA-256 of the file that the expected numbers belong to.</summary>
    const string Data = "ca33b4ca4cbced4a4a8148fa864eccfb95fa1bfcb85ff712196e634eead9b583";

    [TestMethod]
    public void With_the_caliper_enforced_117_pairs_remain_and_the_scores_differ_by_a_fifth_of_a_deviation()
    {
        var path = Path.Combine(OracleFolder.Required(), "data", "lalonde_indicators.csv");
        if (!File.Exists(path) || Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) != Data)
            Assert.Inconclusive("The oracle at hand has other data.");
        var rows = File.ReadAllLines(path).Select(line => line.Split(',')).ToArray();
        Sample Column(string name) =>
            new(rows.Skip(1).Select(row => double.Parse(row[Array.IndexOf(rows[0], name)], CultureInfo.InvariantCulture)));
        string[] names = ["age", "educ", "hispan", "white", "married", "nodegree", "re74", "re75"];
        bool[] treated = [.. Column("treat").Values.ToArray().Select(one => one == 1)];
        var black = Column("black").Values.ToArray();
        var hispan = Column("hispan").Values.ToArray();
        Sample Value(string name) => name == "white" ? new Sample(black.Zip(hispan, (one, other) => 1 - one - other)) : Column(name);
        var design = new Design(treated.Length, [.. names.Select(name => new DesignTerm(Predictor.Numeric(name, Value(name))))]);

        var logOdds = PropensityScore.LogOdds(PropensityScore.Of(design, treated));
        var caliper = PropensityScore.Caliper(logOdds);
        // The note of the oracle's entry nearest_caliper: 0.361, 117 pairs, standardised difference of the distance 0.200.
        Assert.AreEqual(0.361, caliper, 5e-4);
        var pairs = NearestNeighbours.Of(logOdds, treated, caliper);
        Assert.HasCount(117, pairs);
        Assert.IsLessThanOrEqualTo(caliper, pairs.Max(pair => pair.Distance));
        var deviation = Math.Sqrt(VarianceOfTreated(logOdds, treated));
        Assert.AreEqual(0.200, pairs.Average(pair => logOdds.Values[pair.Treated] - logOdds.Values[pair.Comparison]) / deviation, 5e-4);
    }

    static double VarianceOfTreated(Sample scores, bool[] treated) =>
        Moments.Of(new Sample(scores.Values.ToArray().Where((_, row) => treated[row]))).Variance!.Value;
}
