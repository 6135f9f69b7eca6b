using ImpactEval.Ingestion.Matching;

namespace ImpactEval.Ingestion.Tests.Matching;

[TestClass]
public sealed class LinkageModelTests
{
    static readonly double[][] Same = [[1, 0.7, 0.1, 0.02, 0.02, 0.1, 0.02, 0.02, 0.02], [1, 0.6, 0.02, 0.34, 0.02, 0.02], [1, 0.98, 0.02], [1, 0.8, 0.1, 0.1]];

    static readonly double[][] Strangers =
        [[1, 0.001, 0.001, 0.001, 0.001, 0.002, 0.004, 0.02, 0.97], [1, 0.0002, 0.0002, 0.03, 0.02, 0.9496], [1, 0.5, 0.5], [1, 0.05, 0.05, 0.9]];

    /// <summary>Month of birth by hand, m = 0.95 and u = 1/12: agreement weighs log₂(0.95 · 12) = 3.51, disagreement log₂(0.05 · 12/11) = −4.20.</summary>
    [TestMethod]
    public void A_weight_is_the_logarithm_of_m_over_u()
    {
        double[][] same = [[1, 1, 0, 0, 0, 0, 0, 0, 0], [1, 0.95, 0, 0, 0, 0.05], [1, 1, 0], [1, 1, 0, 0]];
        double[][] strangers = [[1, 1, 0, 0, 0, 0, 0, 0, 0], [1, 1.0 / 12, 0, 0, 0, 11.0 / 12], [1, 1, 0], [1, 1, 0, 0]];
        var model = LinkageModel.Of(same, strangers, share: 0.5);

        Assert.AreEqual(3.51, Math.Log2(model.OddsOf(AgreementPattern.Of(NameLevel.Unknown, BirthLevel.SameDay, SexLevel.Unknown, UnitLevel.Unknown))), 0.005);
        Assert.AreEqual(-4.20, Math.Log2(model.OddsOf(AgreementPattern.Of(NameLevel.Unknown, BirthLevel.Other, SexLevel.Unknown, UnitLevel.Unknown))), 0.005);
    }

    [TestMethod]
    public void Expectation_maximisation_finds_back_the_model_whose_patterns_it_sees()
    {
        const double share = 0.01, pairs = 1e6;
        var counts = new double[AgreementPattern.Count];
        for (var pattern = 0; pattern < counts.Length; pattern++)
        {
            double Chance(double[][] model) => Enumerable.Range(0, 4).Aggregate(1.0, (product, field) =>
                product * (AgreementPattern.LevelOf(pattern, field) is > 0 and var level ? model[field][level] : 0));
            counts[pattern] = pairs * ((share * Chance(Same)) + ((1 - share) * Chance(Strangers)));
        }

        var model = LinkageModel.Estimate(counts, LinkageModel.Prior(0.05), matchesWorth: 0.01, strangersWorth: 0.01);

        Assert.AreEqual(share, model.Share, 1e-4);
        for (var field = 0; field < 4; field++)
        {
            for (var level = 1; level < Same[field].Length; level++)
            {
                Assert.AreEqual(Same[field][level], model.M(field, level), 2e-3, $"m of {field}, {level}");
                Assert.AreEqual(Strangers[field][level], model.U(field, level), 2e-4, $"u of {field}, {level}");
            }
        }
    }

    [TestMethod]
    public void Without_pairs_the_prior_stays() => Assert.AreEqual(0.02, LinkageModel.Estimate(new double[AgreementPattern.Count], LinkageModel.Prior(0.02)).Share);

    [TestMethod]
    public void The_levels_of_the_prior_are_shares_of_all_pairs()
    {
        var prior = LinkageModel.Prior(0.01);
        for (var field = 0; field < AgreementPattern.Levels.Length; field++)
        {
            var levels = Enumerable.Range(1, AgreementPattern.Levels[field] - 1).ToArray();
            Assert.AreEqual(1, levels.Sum(level => prior.M(field, level)), 1e-12, $"m of {field}");
            Assert.AreEqual(1, levels.Sum(level => prior.U(field, level)), 1e-12, $"u of {field}");
        }
    }
}
