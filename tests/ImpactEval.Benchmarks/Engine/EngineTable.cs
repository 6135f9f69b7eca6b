using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ImpactEval.Benchmarks.Engine;

/// <summary>The engine beside its peers in one run, as the table of <c>src/docs/results/statistics-engine.md</c>.</summary>
static class EngineTable
{
    /// <param name="Asked">Peer's time divided by ours, at least.</param>
    sealed record Comparison(string What, string Ours, Peer Peer, double Asked);

    static readonly Comparison[] Comparisons =
    [
        new("BCa interval of d_av, n = 120, 10,000 resamples", nameof(EngineBenchmarks.BcaOf120), Peer.R("bca.R", "120", "10000", "3"), 200),
        new("the same", nameof(EngineBenchmarks.BcaOf120), Peer.Python("bca.py", "120", "10000", "15"), 20),
        new("BCa interval of d_av, n = 1,000, 10,000 resamples", nameof(EngineBenchmarks.BcaOf1000), Peer.R("bca.R", "1000", "10000", "1"), 200),
        new("the same", nameof(EngineBenchmarks.BcaOf1000), Peer.Python("bca.py", "1000", "10000", "7"), 20),
        new("REML random intercepts, 100,000 rows in 10,000 groups", nameof(EngineBenchmarks.MixedModelOf100000Rows), Peer.R("mixed.R", "10000", "10", "3"), 1),
        new("REML meta-analysis, Hartung–Knapp, 19 studies", nameof(EngineBenchmarks.MetaAnalysisOf19), Peer.R("meta.R", "19", "200"), 1),
        new("Multiple imputation, normal, m = 20, 2,000 × 10, 5 rounds", nameof(EngineBenchmarks.NormalImputation),
            Peer.R("imputation.R", "2000", "10", "20", "5", "norm", "3"), 1),
        new("Multiple imputation, predictive mean matching, same shape", nameof(EngineBenchmarks.MatchingImputation),
            Peer.R("imputation.R", "2000", "10", "20", "5", "pmm", "3"), 1),
        new("Exact permutation, 705,432 splits of 22", nameof(EngineBenchmarks.ExactSplits), Peer.R("permutation.R", "independent", "11", "20"), 1),
        new("Exact permutation, 524,288 signs of 19 pairs", nameof(EngineBenchmarks.ExactSigns), Peer.R("permutation.R", "paired", "19", "20"), 1),
    ];

    public static int Print()
    {
        var config = ManualConfig.CreateEmpty()
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "impacteval-benchmarks"))
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(2).WithIterationCount(9))
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultConfig.Instance.GetColumnProviders().ToArray());
        var reports = BenchmarkRunner.Run<EngineBenchmarks>(config).Reports.ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name);
        double Seconds(string name) => reports[name].ResultStatistics!.Median / 1e9;

        Console.WriteLine($"""
            .NET {Environment.Version}, {Environment.ProcessorCount} processors, BenchmarkDotNet (medians)

            | | ours | peer | | peer ÷ ours | asked for |
            |---|---:|---|---:|---:|---:|
            """);
        foreach (var comparison in Comparisons)
        {
            var (versions, seconds) = comparison.Peer.Run();
            var ours = Seconds(comparison.Ours);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {comparison.What} | {Time(ours)} | {versions} | {Time(seconds)} | {seconds / ours:G3} | ≥ {comparison.Asked} |"));
        }

        var (reading, effect) = (Seconds(nameof(EngineBenchmarks.ReadingAMillionPairs)), Seconds(nameof(EngineBenchmarks.DavOfAMillionPairs)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            d_av with its intervals for 1,000,000 pairs: {Time(effect)}; summing both arrays once with TensorPrimitives.Sum: {Time(reading)};
            ratio {effect / reading:F2} (asked for: ≤ 3).

            | REML random intercepts | time | memory allocated |
            |---|---:|---:|
            """));
        foreach (var (rows, name) in new[]
            {
                ("10,000 rows", nameof(EngineBenchmarks.MixedModelOf10000Rows)), ("100,000 rows", nameof(EngineBenchmarks.MixedModelOf100000Rows)),
                ("1,000,000 rows", nameof(EngineBenchmarks.MixedModelOfAMillionRows)),
            })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rows} | {Time(Seconds(name))} | {Allocated(reports[name]) / 1e6:F1} MB |"));
        return 0;
    }

    static long Allocated(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;

    static string Time(double seconds) => seconds switch
    {
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds:F2} s"),
        >= 0.001 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:F2} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:F1} µs"),
    };
}
