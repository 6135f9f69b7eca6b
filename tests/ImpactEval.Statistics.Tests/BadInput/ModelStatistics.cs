using ImpactEval.Statistics.Controlled;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Matching;
using ImpactEval.Statistics.Missing;
using ImpactEval.Statistics.Mixed;
using ImpactEval.Statistics.Multiplicity;
using ImpactEval.Statistics.Needs;
using ImpactEval.Statistics.Ordinal;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Planning;
using ImpactEval.Statistics.Pooling;
using ImpactEval.Statistics.Regression;
using ImpactEval.Statistics.Reliability;
using ImpactEval.Statistics.Resampling;

namespace ImpactEval.Statistics.Tests.BadInput;

/// <summary>Models, pooling, missing scores, reliability, resampling, planning and distributions.</summary>
static class ModelStatistics
{
    const int Resamples = 40;

    public static IEnumerable<Trial> Controlled =>
    [
        new("PrePostControl", draw => (PrePostControl.D2(Arm(draw, true), Arm(draw, false), draw.At), PrePostControl.D1(Arm(draw, true), Arm(draw, false), draw.At))),
        new("Ancova", draw => AnalysisOfCovariance.Impact(draw.B, draw.Flags, [Term(draw.A)], draw.At)),
        new("AncovaClustered", draw => AnalysisOfCovariance.ClusteredImpact(draw.B, draw.Flags, [Term(draw.A)], draw.Codes, draw.At)),
        new("Lin", draw => LinEstimator.Of(draw.B, draw.Flags, [("pre", draw.A)]).Of("treated", draw.At)),
        new("DifferenceOfPairs", draw => DifferenceInDifferences.OfPairs(draw.Arm(0, true), draw.Arm(1, true), draw.Arm(0, false), draw.Arm(1, false), draw.At)),
        new("DifferenceClustered", draw => DifferenceInDifferences.Clustered(draw.A, draw.Flags, [.. draw.Codes.Select(code => code > 1)], draw.Codes, draw.At)),
        new("PreTrend", draw => PreTrend.Of(draw.A, draw.Flags, [.. draw.Codes.Select(code => (double)(code % 2))], [.. draw.Codes.Select((_, i) => i / 2)], draw.At)),
        new("AdjustedMeans", draw => WithGroups(draw) is var model ? (AdjustedMeans.Of(model, "group", draw.At), AdjustedMeans.Contrasts(model, "group", draw.At)) : null),
        new("AdjustedEffectSize", draw => AdjustedEffectSize.Of(WithGroups(draw), "group", draw.Groups(1), draw.At)),
        new("LinearModel", draw => LinearModel.Fit(new Design(draw.A.Size, Term(draw.A), Term(draw.C, "other")), draw.B) is var model
            ? (model.Coefficients, model.Fitted, model.ResidualVariance, model.RSquared, model.Aic, model.OverallTest()) : null),
        new("WeightedModel", draw => LinearModel.Fit(new Design(draw.A.Size, Term(draw.A)), draw.B, draw.C) is var model ? (model.Coefficients, model.RSquared) : null),
        new("Heteroscedastic", draw => Enum.GetValues<HeteroscedasticKind>().Select(kind =>
            HeteroscedasticCovariance.Of(LinearModel.Fit(new Design(draw.A.Size, Term(draw.A)), draw.B), kind).Of("pre", draw.At)).ToArray()),
        new("ClusterCovariance", draw => Enum.GetValues<ClusterKind>().Select(kind =>
            ClusterCovariance.Of(LinearModel.Fit(new Design(draw.A.Size, Term(draw.A)), draw.B), draw.Codes, kind).Of("pre", draw.At)).ToArray()),
        new("TermTests", draw => TermTests.Of(new Design(draw.A.Size, Term(draw.A), Group(draw)), draw.B, SumOfSquaresType.TypeIII)),
        new("Logistic", draw => LogisticRegression.Fit(new Design(draw.A.Size, Term(draw.A), Term(draw.B, "other")), draw.Flags) is var fit
            ? (fit.Coefficients, fit.Probabilities, fit.Deviance, fit.McFadden, fit.Of("pre", draw.At)) : null),
        new("PropensityScore", draw => PropensityScore.LogOdds(PropensityScore.Of(new Design(draw.A.Size, Term(draw.A)), draw.Flags)).Values.ToArray()),
        new("NearestNeighbours", draw => NearestNeighbours.Of(draw.A, draw.Flags)),
        new("MatchedImpact", draw => MatchedImpact.Of(NearestNeighbours.Of(draw.A, draw.Flags), draw.B, [("c", draw.C)], draw.At)),
        new("InverseProbability", draw => BalancingWeights.InverseProbability(new Sample(draw.Columns[0].Select(value => Math.Abs(value % 1))), draw.Flags, Estimand.Everybody) is var weights
            ? (weights, weights.Impact(draw.B, draw.At)) : null),
        new("EntropyBalance", draw => BalancingWeights.Entropy([draw.A], draw.Flags) is var weights ? (weights, weights.Impact(draw.B, draw.At)) : null),
        new("BalanceTable", draw => (BalanceTable.Of([("a", draw.A)], draw.Flags, draw.At), BalanceTable.JointTest(new Design(draw.A.Size, Term(draw.A)), draw.Flags))),
    ];

    public static IEnumerable<Trial> Mixed =>
    [
        new("MixedModel", draw => MixedModel.Of(new MixedModelDesign(draw.A, [new ModelColumn("x", draw.B)], [new RandomFactor("g", draw.Names)]), LikelihoodMethod.Restricted, draw.At) is var model
            ? (model, model.Standardised(model.Effects.Coefficients[1], draw.Codes.Length, draw.At)) : null),
        new("MixedModelSlopes", draw => MixedModel.Of(new MixedModelDesign(draw.A, [new ModelColumn("x", draw.B)],
            [new RandomFactor("g", draw.Names, [new ModelColumn("x", draw.B)], true)]), LikelihoodMethod.Maximum, draw.At)),
        new("MixedModelCrossed", draw => MixedModel.Of(new MixedModelDesign(draw.A, [],
            [new RandomFactor("g", draw.Names), new RandomFactor("h", [.. draw.Flags.Select(flag => flag ? "x" : "y")])]), LikelihoodMethod.Restricted, draw.At)),
        new("OrdinalMixedModel", draw => OrdinalMixedModel.Of([.. draw.Flags.Select(flag => flag ? 1 : 0)], [draw.A], draw.Codes, draw.At)),
        new("MarginalModel", draw => MarginalModel.Of(new MarginalDesign(draw.A, [new ModelColumn("x", draw.B)],
            [.. draw.Codes.Select((_, i) => $"{i / 2}")], [.. draw.Codes.Select((_, i) => i % 2)]), LikelihoodMethod.Restricted, draw.At)),
        new("ClusterCorrelation", draw => ClusterCorrelation.Of(draw.A, draw.Names)),
    ];

    public static IEnumerable<Trial> Missing =>
    [
        new("LittleMcar", draw => LittleMcarTest.Of(Gaps(draw), McarCovariance.Unbiased)),
        new("NormalByEm", draw => NormalByEm.Of(Gaps(draw))),
        new("ImputationNormal", draw => MultipleImputation.Of(Gaps(draw), ImputationModel.Normal, 2, 2)),
        new("ImputationMatching", draw => MultipleImputation.Of(Gaps(draw), ImputationModel.PredictiveMeanMatching, 2, 2)),
        new("RubinPooling", draw => RubinPooling.Of([.. draw.Columns[0].Zip(draw.Columns[1], (value, error) =>
            new Estimate(value, Math.Abs(error), null, 9, NamedIntervals.Of(IntervalMethod.Normal, null, null, draw.At)))], draw.Number, draw.At)),
        new("LeeBounds", draw => LeeBounds.Of(Observed(draw, true), Observed(draw, false))),
        new("LeeInterval", draw => LeeBounds.Interval(Observed(draw, true), Observed(draw, false), draw.At, Resamples, 1)),
        new("ImbensManski", draw => LeeBounds.ImbensManski(draw.First(0), Math.Abs(draw.First(1)), draw.First(2), Math.Abs(draw.First(3)), draw.At)),
        new("Attrition", draw => AttritionTable.Of(draw.Codes.Length, draw.Codes.Count(code => code > 0), draw.Flags.Length, draw.Flags.Count(flag => flag))),
        new("ResponseWeighting", draw => ResponseWeighting.Of([.. draw.Columns[0].Select((value, i) => i % 3 == 0 ? double.NaN : value)], draw.Flags, [draw.B], draw.At)),
    ];

    public static IEnumerable<Trial> Pooled =>
    [
        .. Enum.GetValues<HeterogeneityMethod>().Select(method => new Trial($"MetaAnalysis{method}", draw =>
            MetaAnalysis.Of(Studies(draw), new PoolingModel(method, PooledTest.HartungKnappGuarded, draw.At)))),
        new("MetaAnalysisNormal", draw => MetaAnalysis.Of(Studies(draw), new PoolingModel(HeterogeneityMethod.Restricted, PooledTest.Normal, draw.At))),
        new("LeavingOneOut", draw => MetaAnalysis.LeavingOneOut(Studies(draw), PoolingModel.Default)),
        new("PredictionInterval", draw => PredictionInterval.Of(Studies(draw), HeterogeneityMethod.PauleMandel, PredictionConvention.StudentTKMinus2, draw.At)),
        new("ShrunkenEffects", draw => ShrunkenEffects.Of(Studies(draw), PoolingModel.Default)),
        new("HeterogeneityLimits", draw => HeterogeneityLimits.Of(Studies(draw), draw.At)),
        new("MetaRegression", draw => MetaRegression.Of(Studies(draw), [new Moderator("x", draw.C)], PoolingModel.Default)),
        new("SubgroupsApart", draw => SubgroupAnalysis.Of(Studies(draw), draw.Names, SubgroupHeterogeneity.Separate, PoolingModel.Default)),
        new("SubgroupsTogether", draw => SubgroupAnalysis.Of(Studies(draw), draw.Names, SubgroupHeterogeneity.Common, PoolingModel.Default)),
        new("Egger", draw => (EggerTest.Classical(Studies(draw), draw.At), EggerTest.MixedEffects(Studies(draw), PoolingModel.Default))),
        new("ThreeLevel", draw => ThreeLevelModel.Of(Studies(draw), new Nesting(draw.Names, [.. draw.Codes.Select((_, i) => $"{i}")]), [], draw.At)),
    ];

    public static IEnumerable<Trial> Reliability =>
    [
        new("CronbachAlpha", draw => Matrix(draw) is var scores
            ? (CronbachAlpha.Of(scores, draw.At), CronbachAlpha.Standardised(scores), CronbachAlpha.StandardErrorOfMeasurement(scores)) : null),
        new("ItemAnalysis", draw => ItemAnalysis.Of(Matrix(draw))),
        new("SplitHalf", draw => SplitHalf.Of(Matrix(draw), [0, 2])),
        new("Omega", draw => FactorModel.Fit(Matrix(draw)) is var model ? (McDonaldOmega.Of(model, draw.At), FactorFit.Of(model), McDonaldOmega.OfObservedVariance(model)) : null),
        new("OmegaWithBootstrap", draw => McDonaldOmega.WithBootstrap(Matrix(draw), draw.At, 10, 1)),
        new("OrdinalAlpha", draw => OrdinalReliability.Alpha(Matrix(draw), draw.At, 3, 1)),
        new("OrdinalOmega", draw => OrdinalReliability.Omega(Matrix(draw), draw.At, 3, 1)),
        new("IntraclassCorrelation", draw => Enum.GetValues<IntraclassForm>().Select(form => IntraclassCorrelation.Of(Matrix(draw), form, draw.At)).ToArray()),
        new("Kappa", draw => Enum.GetValues<KappaWeights>().Select(weights => CohenKappa.Of(new AgreementTable(OrdinaryStatistics.Square(draw, 3)), weights, draw.At)).ToArray()),
        new("Ac1", draw => GwetAc1.Of(new AgreementTable(OrdinaryStatistics.Square(draw, 2)), draw.At)),
        new("FleissKappa", draw => FleissKappa.Of([.. draw.Codes.Select(code => new[] { code, 3 - code, 0 })], draw.At)),
        new("KrippendorffInterval", draw => KrippendorffAlpha.Of(draw.Rows(3), KrippendorffMetric.Interval, draw.At, Resamples, 1)),
        new("KrippendorffOrdinal", draw => KrippendorffAlpha.Value(draw.Rows(3), KrippendorffMetric.Ordinal)),
        new("KrippendorffRatio", draw => KrippendorffAlpha.Value([.. draw.Rows(3).Select(row => Array.ConvertAll(row, Math.Abs))], KrippendorffMetric.Ratio)),
    ];

    public static IEnumerable<Trial> Resampled =>
    [
        new("PairedBootstrap", draw => PairedBootstrap.Of(draw.A, draw.B, Resamples, 1).Of(CohensDav.Value) is var replicates
            ? (replicates.Bca(draw.At), replicates.Percentile(draw.At), replicates.Basic(draw.At), replicates.Normal(draw.At), replicates) : null),
        new("ClusterBootstrap", draw => Bootstrap.Of(ResamplingPlan.Clusters(draw.Codes), people => Mean(draw.Columns[0], people), Resamples, 1) is var replicates
            ? (replicates.Bca(draw.At), replicates) : null),
        new("StratifiedBootstrap", draw => Bootstrap.Of(ResamplingPlan.Persons(draw.A.Size).Within(draw.Codes), people => Mean(draw.Columns[0], people), Resamples, 1).Bca(draw.At)),
        new("StudentisedBootstrap", draw => Bootstrap.Studentised(ResamplingPlan.Persons(draw.A.Size),
            people => new StudentisedValue(Mean(draw.Columns[0], people), Math.Abs(Mean(draw.Columns[0], people)) + 1), Resamples, 1) is var replicates
            ? (replicates.Interval(draw.At), replicates) : null),
        new("PermutationPaired", draw => PermutationTest.Paired(new Sample(draw.Columns[0].Take(10)), new Sample(draw.Columns[1].Take(10)), Alternative.TwoSided, 50, 1)),
        new("PermutationIndependent", draw => PermutationTest.Independent(new Sample(draw.Columns[0].Take(6)), new Sample(draw.Columns[1].Take(6)), Alternative.TwoSided, 50, 1)),
        new("ClusterRandomisation", draw => ClusterRandomisation.Of(draw.A, [.. draw.Codes.Select(code => code % 2 == 0)], draw.Codes, draw.At, Resamples, 1)),
        new("WildClusterBootstrap", draw => WildClusterBootstrap.Of(LinearModel.Fit(new Design(draw.A.Size, Term(draw.A)), draw.B), draw.Codes, "pre", WildWeights.Webb, draw.At, Resamples, 1)),
        new("NeedsPriorities", draw => NeedsPriorities.Of(new NeedsSurvey([new("a", draw.Columns[0], draw.Columns[1]), new("b", draw.Columns[2], draw.Columns[3])]), draw.At, 100, 1)),
    ];

    public static IEnumerable<Trial> Planned =>
    [
        new("Adjustments", draw => Shares(draw) is var p ? new[]
        {
            BonferroniAdjustment.Of(p), HolmAdjustment.Of(p), HochbergAdjustment.Of(p), HommelAdjustment.Of(p), BenjaminiHochbergAdjustment.Of(p),
            BenjaminiYekutieliAdjustment.Of(p), SidakAdjustment.Of(p), HolmSidakAdjustment.Of(p),
        } : null),
        new("SimultaneousIntervals", draw => Marginal(draw) is var family ? (SimultaneousIntervals.Bonferroni(family, draw.At), SimultaneousIntervals.Sidak(family, draw.At),
            SimultaneousIntervals.HolmTwoSided(family, draw.At), SimultaneousIntervals.Holm(family, draw.At, BoundedSide.Above, draw.Number)) : null),
        new("SelectedIntervals", draw => SelectedIntervals.Of(Marginal(draw), Shares(draw), draw.At, FamilyDependence.Any)),
        new("TTestPower", draw => new TTestPower(TTestDesign.Paired, 0.05, Alternative.TwoSided).At(draw.First(0), Math.Abs(draw.Number))),
        new("TTestSize", draw => new TTestPower(TTestDesign.Independent, 0.05, Alternative.Greater).Size(draw.First(0), draw.Level)),
        new("TTestDetectable", draw => new TTestPower(TTestDesign.Independent, 1 - draw.Level, Alternative.TwoSided).SmallestDetectable(draw.Number, 0.8)),
        new("AnovaPower", draw => AnovaPower.At(3, draw.Number, Math.Abs(draw.First(0)), 0.05)),
        new("ClusterDesign", draw => new ClusterDesign(draw.Codes.Length, Math.Abs(draw.Number), Math.Abs(draw.Number) % 1) is var plan
            ? (plan.SmallestDetectable(0.05, 0.8), plan.Power(draw.First(0), 0.05), plan.DesignEffect) : null),
        new("SampleSizeFactor", draw => (SampleSizeFactor.OfAncova(draw.Number), SampleSizeFactor.OfChangeScore(draw.Number), SampleSizeFactor.ForAttrition(draw.Number))),
        new("NoncentralT", draw => NoncentralT.Cdf(draw.First(0), 1 + draw.Codes.Length, draw.First(1))),
        new("NoncentralityLimits", draw => NoncentralityLimits.Of(draw.First(0), 1 + draw.Codes.Length, draw.At)),
        new("NoncentralF", draw => (NoncentralF.Cdf(Math.Abs(draw.First(0)), 2, 9, Math.Abs(draw.First(1))), NoncentralF.Limits(Math.Abs(draw.First(0)), 2, 9, draw.At))),
        new("NoncentralChiSquare", draw => (NoncentralChiSquare.Cdf(Math.Abs(draw.First(0)), 3, Math.Abs(draw.First(1))), NoncentralChiSquare.Limits(Math.Abs(draw.First(0)), 3, draw.At))),
        new("StudentT", draw => (StudentT.Cdf(draw.First(0), Math.Abs(draw.Number)), StudentT.Quantile(draw.Level, Math.Abs(draw.Number)))),
        new("FisherF", draw => (FisherF.Cdf(draw.First(0), 3, Math.Abs(draw.Number)), FisherF.Quantile(draw.Level, 3, Math.Abs(draw.Number)))),
        new("ChiSquare", draw => (ChiSquare.Cdf(draw.First(0), Math.Abs(draw.Number)), ChiSquare.Quantile(draw.Level, Math.Abs(draw.Number)))),
        new("BetaDistribution", draw => (BetaDistribution.Cdf(draw.Level, Math.Abs(draw.Number), 2), BetaDistribution.Quantile(draw.Level, Math.Abs(draw.Number), 2))),
    ];

    static DesignTerm Term(Sample values, string name = "pre") => new(Predictor.Numeric(name, values));

    static DesignTerm Group(Draw draw) => new(Predictor.Factor("group", ["0", "1", "2"], [.. draw.Codes.Select(code => $"{code % 3}")], FactorCoding.SumToZero));

    static CoefficientCovariance WithGroups(Draw draw) =>
        CoefficientCovariance.Classical(LinearModel.Fit(new Design(draw.A.Size, Term(draw.A), Group(draw)), draw.B));

    static PairedSummary Arm(Draw draw, bool treated) => PairedSummary.Of(draw.Arm(0, treated), draw.Arm(1, treated));

    static ObservedArm Observed(Draw draw, bool treated) => new(draw.Arm(0, treated), draw.Arm(0, treated).Size + (treated ? 1 : 3));

    static StudyEffects Studies(Draw draw) => new(draw.A, new Sample(draw.Columns[1].Select(value => Math.Abs(value))));

    static ScoreMatrix Matrix(Draw draw) => ScoreMatrix.Listwise(draw.Rows(4));

    static IncompleteScores Gaps(Draw draw) =>
        new([.. draw.Rows(3).Select((row, i) => row.Select((value, j) => (i + 2 * j) % 5 == 0 ? double.NaN : value).ToArray())]);

    static double?[] Shares(Draw draw) => [.. draw.Columns[0].Select((value, i) => i % 4 == 3 ? (double?)null : Math.Abs(value) % 1)];

    static IReadOnlyList<MarginalInterval?> Marginal(Draw draw) => MarginalIntervals.Of([.. draw.Columns[0].Select((value, i) => i % 4 == 3 ? null
        : new Estimate(value, Math.Abs(draw.Columns[1].ElementAtOrDefault(i)), i % 2 == 0 ? null : 5, 9, NamedIntervals.Of(IntervalMethod.Normal, null, null, draw.At)))]);

    static double Mean(double[] values, ReadOnlySpan<int> people)
    {
        var sum = 0.0;
        foreach (var person in people)
            sum += values.ElementAtOrDefault(person);
        return sum / people.Length;
    }
}
