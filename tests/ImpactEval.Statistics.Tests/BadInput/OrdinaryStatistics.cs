using ImpactEval.Statistics.Bayes;
using ImpactEval.Statistics.Categorical;
using ImpactEval.Statistics.Change;
using ImpactEval.Statistics.DataQuality;
using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Needs;
using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Ordinal;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Repeated;
using ImpactEval.Statistics.Returns;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Tests.BadInput;

/// <summary>Statistics of columns, pairs and groups.</summary>
static class OrdinaryStatistics
{
    public static IEnumerable<Trial> Descriptive =>
    [
        new("Moments", draw => Moments.Of(draw.A)),
        new("Median", draw => (Median.Of(draw.A), Median.DeviationOf(draw.A))),
        new("Quantile", draw => Enum.GetValues<QuantileType>().Select(type => Quantile.Of(draw.A, draw.Level, type)).ToArray()),
        new("Skewness", draw => Enum.GetValues<ShapeType>().Select(type => Shape.Skewness(draw.A, type)).ToArray()),
        new("Kurtosis", draw => Enum.GetValues<ShapeType>().Select(type => Shape.Kurtosis(draw.A, type)).ToArray()),
        new("SampleMean", draw => SampleMean.Of(draw.A, draw.At)),
        new("TrimmedMean", draw => (TrimmedMean.Of(draw.A, draw.Number), TrimmedMean.Winsorised(draw.A, draw.Number).Values.ToArray())),
        new("PearsonCorrelation", draw => PearsonCorrelation.Of(draw.A, draw.B, draw.At)),
        new("PearsonTest", draw => PearsonCorrelation.Test(draw.A, draw.B, Alternative.TwoSided)),
        new("Spearman", draw => (RankCorrelation.SpearmanRho(draw.A, draw.B), RankCorrelation.SpearmanTest(draw.A, draw.B, Alternative.Less))),
        new("Kendall", draw => (RankCorrelation.KendallTau(draw.A, draw.B), RankCorrelation.KendallTest(draw.A, draw.B, Alternative.Greater))),
        new("ShapiroWilk", draw => ShapiroWilk.Of(draw.A)),
        new("Levene", draw => (LeveneTest.Of(draw.Groups(0), LeveneCentre.Mean), LeveneTest.Of(draw.Groups(0), LeveneCentre.Median))),
        new("Mahalanobis", draw => MahalanobisDistance.Squared([draw.A, draw.B])),
        new("OutlierByMedian", draw => OutlierFlags.ByMedianDeviation(draw.A, draw.Number)),
        new("OutlierByFences", draw => OutlierFlags.ByFences(draw.A)),
        new("OutlierByDistance", draw => OutlierFlags.ByDistance([draw.A, draw.B], draw.Number)),
        new("CarelessAnswers", draw => (CarelessAnswers.LongStrings(draw.Rows(4)), CarelessAnswers.LowVariability(draw.Rows(4), 1), CarelessAnswers.Doubled(draw.Rows(4), 2))),
    ];

    public static IEnumerable<Trial> Paired =>
    [
        new("PairedSummary", draw => PairedSummary.Of(draw.A, draw.B).RequireVaryingScores()),
        new("MeanGain", draw => MeanGain.Of(draw.A, draw.B, draw.At)),
        new("PairedTTest", draw => PairedTTest.Of(draw.A, draw.B, Alternative.TwoSided)),
        new("CohensDav", draw => CohensDav.Of(draw.A, draw.B, draw.At)),
        new("CohensDz", draw => CohensDz.Of(draw.A, draw.B, draw.At)),
        new("CohensDrm", draw => CohensDrm.Of(draw.A, draw.B, draw.At)),
        new("HedgesGav", draw => HedgesGav.Of(draw.A, draw.B, draw.At)),
        new("GlassByPre", draw => GlassDelta.ByPre(PairedSummary.Of(draw.A, draw.B), draw.At)),
        new("GlassByPost", draw => GlassDelta.ByPost(PairedSummary.Of(draw.A, draw.B), draw.At)),
        new("EquivalencePaired", draw => Equivalence.Paired(draw.A, draw.B, -1, draw.Number, draw.At)),
        new("EquivalenceIndependent", draw => Equivalence.Independent(draw.A, draw.B, -1, draw.Number, draw.At)),
        new("NormalisedGainOfIndividuals", draw => NormalisedGain.OfIndividuals(draw.A, draw.B, 4)),
        new("NormalisedChange", draw => NormalisedGain.Change(draw.A, draw.B, 0, 4)),
        new("AnchoredDifference", draw => AnchoredDifference.Of(draw.A, draw.B, draw.Codes, 2, draw.At)),
        new("ReturnOnInvestment", draw => ReturnOnInvestment.Of(
            [new BenefitLine("b", new ThreePoint(draw.First(0), draw.First(1), draw.First(2)), ThreePoint.Certain(draw.Level), new ThreePoint(0, 0.5, 1), draw.Codes.Length)],
            ThreePoint.Certain(draw.Number), draw.Level, draw.At, 100, 1)),
        new("NormalisedGainOfClass", draw => NormalisedGain.OfClass(draw.A, draw.B, 4, draw.At, 40, 1)),
        new("NormalisedGainCorrelation", draw => NormalisedGain.CorrelationWithPre(draw.A, draw.B, 4, draw.At)),
        new("ResponseShift", draw => ResponseShift.Of(draw.A, draw.B, draw.C, draw.At)),
        new("ReliableChange", draw => ReliableChange.Of(draw.A, draw.B, draw.Number, draw.At)),
        new("MinimalDifference", draw => (MinimalDifference.SmallestDetectable(draw.A, draw.Number), MinimalDifference.ShareOfDeviation(draw.A, draw.Number))),
        new("Retention", draw => Retention.Of(draw.A, draw.B, draw.C, draw.At)),
        new("JzsPaired", draw => JzsBayesFactor.Paired(draw.A, draw.B, draw.Number) is var factor ? (factor.LogTwoSided, factor.LogPositive, factor.LogNegative) : null),
        new("JzsIndependent", draw => JzsBayesFactor.Independent(draw.A, draw.B, draw.Number) is var factor ? (factor.LogTwoSided, factor.LogPositive, factor.LogNegative) : null),
        new("Borich", draw => BorichScore.Of(draw.A, draw.B)),
        new("RankedDiscrepancy", draw => RankedDiscrepancy.Of(draw.A, draw.B)),
        new("ImportancePerformanceMap", draw => ImportancePerformanceMap.Of(draw.A, draw.B)),
        new("OrdinalChange", draw => (OrdinalChange.Of(draw.A, draw.B, draw.Number), OrdinalChange.Of(draw.A, draw.B, 3).Net(draw.At))),
        new("Polychoric", draw => PolychoricCorrelation.Of(draw.A, draw.B, draw.At)),
        new("OrdinalLogit", draw => OrdinalLogit.Of(draw.Codes, [draw.A], draw.At)),
    ];

    public static IEnumerable<Trial> Groups =>
    [
        new("Welch", draw => (MeanDifference.Welch(draw.A, draw.B, draw.At), WelchTTest.Of(draw.A, draw.B, Alternative.TwoSided))),
        new("Student", draw => (MeanDifference.Student(draw.A, draw.B, draw.At), StudentTTest.Of(draw.A, draw.B, Alternative.Less))),
        new("CohensD", draw => StandardisedDifference.CohensD(TwoGroups.Of(draw.A, draw.B), draw.At)),
        new("HedgesG", draw => StandardisedDifference.HedgesG(TwoGroups.Of(draw.A, draw.B), draw.At)),
        new("HedgesGStar", draw => StandardisedDifference.HedgesGStar(TwoGroups.Of(draw.A, draw.B), draw.At)),
        new("GlassDelta", draw => StandardisedDifference.GlassDelta(TwoGroups.Of(draw.A, draw.B), draw.At)),
        new("NormalOverlap", draw => StandardisedDifference.CohensD(TwoGroups.Of(draw.A, draw.B), draw.At) is var d
            ? (NormalOverlap.CommonLanguage(d), NormalOverlap.CohensU3(d), NormalOverlap.Overlap(d)) : null),
        new("VarianceRatio", draw => (VarianceRatio.Of(TwoGroups.Of(draw.A, draw.B), draw.At), VarianceRatio.Log(TwoGroups.Of(draw.A, draw.B), draw.At))),
        new("BrunnerMunzel", draw => BrunnerMunzel.Of(draw.A, draw.B, draw.At) is var chance ? (chance, BrunnerMunzel.Test(chance, Alternative.TwoSided)) : null),
        new("OneWayAnova", draw => (OneWayAnova.Of(draw.Groups(0)), OneWayAnova.Of(draw.Groups(0)).EtaSquaredEstimate(draw.At))),
        new("WelchAnova", draw => WelchAnova.Of(draw.Groups(0))),
        new("KruskalWallis", draw => KruskalWallis.Of(draw.Groups(0))),
        new("PairwiseComparisons", draw => (PairwiseComparisons.PooledSd(draw.Groups(0), draw.At), PairwiseComparisons.Welch(draw.Groups(0), draw.At))),
        new("MannWhitney", draw => (MannWhitney.Of(draw.A, draw.B, Alternative.TwoSided), MannWhitney.Approximate(draw.A, draw.B, ContinuityCorrection.Half, Alternative.Less))),
        new("CliffsDelta", draw => CliffsDelta.Of(draw.A, draw.B, draw.At)),
        new("YuenPaired", draw => YuenTest.Paired(draw.A, draw.B, 0.2, draw.At) is var yuen ? (yuen, YuenTest.Test(yuen, Alternative.TwoSided)) : null),
        new("YuenIndependent", draw => YuenTest.Independent(draw.A, draw.B, 0.2, draw.At) is var yuen ? (yuen, YuenTest.Test(yuen, Alternative.TwoSided)) : null),
        new("RobustEffectSize", draw => RobustEffectSize.Of(draw.A, draw.B, 0.2)),
        new("RobustEffectSizeInterval", draw => RobustEffectSize.Of(draw.A, draw.B, 0.2, draw.At, 40, 1)),
        new("HodgesLehmann", draw => HodgesLehmann.OfChange(draw.A, draw.B, draw.At)),
        new("ShiftOfGroups", draw => ShiftOfGroups.Of(draw.A, draw.B, draw.At)),
        new("ContrastOfMeans", draw => ContrastOfMeans.Of(draw.Groups(0), [1, draw.Number, -1 - draw.Number], draw.At)),
        new("Wilcoxon", draw => WilcoxonSignedRank.Of(draw.A, draw.B, Alternative.TwoSided)),
        new("WilcoxonApproximate", draw => Enum.GetValues<ZeroRule>().Select(rule =>
            WilcoxonSignedRank.Approximate(SignedRanks.Of(draw.A, draw.B, rule), ContinuityCorrection.Half, Alternative.TwoSided)).ToArray()),
        new("MatchedRankBiserialValue", draw => MatchedRankBiserial.Of(draw.A, draw.B, ZeroRule.Wilcoxon, draw.At, 40, 1)),
        new("MatchedRankBiserial", draw => MatchedRankBiserial.Of(draw.A, draw.B, ZeroRule.Pratt, draw.At, 40, 1)),
        new("ProbabilityOfSuperiority", draw => ProbabilityOfSuperiority.Of(draw.A, draw.B, draw.At)),
        new("Friedman", draw => (FriedmanTest.Of([draw.A, draw.B, draw.C]), FriedmanTest.Concordance([draw.A, draw.B, draw.C], draw.At, 40, 1))),
        new("RepeatedAnova", draw => RepeatedAnova.Of(new RepeatedDesign(draw.Rows(3), [new BetweenFactor("arm", [.. draw.Flags.Select(flag => flag ? 1 : 0)])], [new WithinFactor("wave", 3)]))),
        new("RepeatedAnovaWithin", draw => RepeatedAnova.Of(new RepeatedDesign(draw.Rows(4), [], [new WithinFactor("wave", 2), new WithinFactor("hour", 2)]))),
    ];

    public static IEnumerable<Trial> Shares =>
    [
        new("ChangedShare", draw => (ChangedShare.Improved(draw.A, draw.B, draw.At), ChangedShare.Unchanged(draw.A, draw.B, draw.At), ChangedShare.ImprovedByAtLeast(draw.A, draw.B, draw.Number, draw.At))),
        new("Wilson", draw => ShareEstimate.Wilson(draw.Number, draw.Codes.Length, draw.At)),
        new("ClopperPearson", draw => ShareEstimate.ClopperPearson(draw.Codes.Sum(), draw.Codes.Length, draw.At)),
        new("ClusteredShare", draw => ClusteredShare.Of(draw.Codes, [.. draw.Codes.Select(code => Math.Max(code, 2))], draw.At)),
        new("CochranQ", draw => CochranQ.Of([draw.Flags, [.. draw.Codes.Select(code => code > 1)], [.. draw.Columns[0].Select(value => value > 0)]])),
        new("McNemar", draw => Enum.GetValues<McNemarMethod>().Select(method => McNemarTest.Of(PairedOutcomes.Of(draw.A, draw.B, draw.Number), method)).ToArray()),
        new("PairedShareOdds", draw => PairedShareEffects.OddsRatio(PairedOutcomes.Of(draw.A, draw.B, draw.Number), draw.At)),
        new("PairedShareDifference", draw => (PairedShareEffects.Difference(PairedOutcomes.Of(draw.A, draw.B, draw.Number), draw.At), PairedShareEffects.CohensG(PairedOutcomes.Of(draw.A, draw.B, 2)))),
        new("CohensH", draw => PairedShareEffects.CohensH(draw.Number, draw.Level)),
        new("StuartMaxwell", draw => MarginalHomogeneity.StuartMaxwell(Square(draw, 3))),
        new("Bowker", draw => MarginalHomogeneity.Bowker(Square(draw, 3))),
    ];

    /// <summary>Counts of a square table, some of them zero.</summary>
    public static int[,] Square(Draw draw, int side)
    {
        var counts = new int[side, side];
        for (var i = 0; i < draw.Codes.Length; i++)
            counts[draw.Codes[i] % side, (draw.Codes[i] + (i < draw.Flags.Length && draw.Flags[i] ? 1 : 0)) % side] += 1;
        return counts;
    }
}
