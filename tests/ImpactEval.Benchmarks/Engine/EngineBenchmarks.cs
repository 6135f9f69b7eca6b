using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using ImpactEval.Statistics;
using ImpactEval.Statistics.Missing;
using ImpactEval.Statistics.Mixed;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Pooling;
using ImpactEval.Statistics.Resampling;

namespace ImpactEval.Benchmarks.Engine;

/// <summary>What the engine is timed on; the peers simulate data of the same shape.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    const int Resamples = 10_000;

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    readonly (Sample Pre, Sample Post) hundred = SimulatedScores.Pairs(120);
    readonly (Sample Pre, Sample Post) thousand = SimulatedScores.Pairs(1000);
    readonly (Sample Pre, Sample Post) million = SimulatedScores.Pairs(1_000_000);
    readonly (Sample Pre, Sample Post) sign = SimulatedScores.Pairs(19);
    readonly (Sample First, Sample Second) split = SimulatedScores.Groups(11);
    readonly MixedModelDesign tenThousandRows = SimulatedScores.Grouped(1000, 10);
    readonly MixedModelDesign hundredThousandRows = SimulatedScores.Grouped(10_000, 10);
    readonly MixedModelDesign millionRows = SimulatedScores.Grouped(100_000, 10);
    readonly StudyEffects studies = SimulatedScores.Studies(19);
    readonly IncompleteScores incomplete = SimulatedScores.WithGaps(2000, 10);

    [Benchmark]
    public ConfidenceInterval BcaOf120() => Bca(hundred);

    [Benchmark]
    public ConfidenceInterval BcaOf1000() => Bca(thousand);

    [Benchmark]
    public double ReadingAMillionPairs() =>
        TensorPrimitives.Sum(million.Pre.Values) + TensorPrimitives.Sum(million.Post.Values);

    [Benchmark]
    public Estimate DavOfAMillionPairs() => CohensDav.Of(million.Pre, million.Post, Level);

    [Benchmark]
    public MixedModel MixedModelOf10000Rows() => Fit(tenThousandRows);

    [Benchmark]
    public MixedModel MixedModelOf100000Rows() => Fit(hundredThousandRows);

    [Benchmark]
    public MixedModel MixedModelOfAMillionRows() => Fit(millionRows);

    [Benchmark]
    public MetaAnalysis MetaAnalysisOf19() =>
        MetaAnalysis.Of(studies, new PoolingModel(HeterogeneityMethod.Restricted, PooledTest.HartungKnapp, Level));

    [Benchmark]
    public IReadOnlyList<double[][]> NormalImputation() => MultipleImputation.Of(incomplete, ImputationModel.Normal, 20, 5);

    [Benchmark]
    public IReadOnlyList<double[][]> MatchingImputation() => MultipleImputation.Of(incomplete, ImputationModel.PredictiveMeanMatching, 20, 5);

    /// <summary>705,432 splits of 22 people.</summary>
    [Benchmark]
    public PermutationTest ExactSplits() => PermutationTest.Independent(split.First, split.Second, Alternative.TwoSided, 99_999, 1);

    /// <summary>524,288 signs of 19 gains.</summary>
    [Benchmark]
    public PermutationTest ExactSigns() => PermutationTest.Paired(sign.Pre, sign.Post, Alternative.TwoSided, 99_999, 1);

    static ConfidenceInterval Bca((Sample Pre, Sample Post) pairs) =>
        PairedBootstrap.Of(pairs.Pre, pairs.Post, Resamples, 1).Of(CohensDav.Value).Bca(Level);

    static MixedModel Fit(MixedModelDesign design) => MixedModel.Of(design, LikelihoodMethod.Restricted, Level);
}
