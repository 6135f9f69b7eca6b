using System.Globalization;
using ImpactEval.Benchmarks.IntervalCoverage.Designs;

namespace ImpactEval.Benchmarks.IntervalCoverage;

/// <summary>How often the nominal intervals of the statistics engine hold the truth, in every design it serves.</summary>
static class IntervalCoverageTable
{
    static readonly Design[] Designs =
    [
        PairedDesign.Moments, PairedDesign.Order, ShareDesign.Once, ShareDesign.Twice,
        GroupsDesign.Two, GroupsDesign.Unequal, GroupsDesign.Three,
        ArmsDesign.Design, ClusterDesign.Design, BalancingDesign.Design, LogitDesign.Design,
        WavesDesign.Design, ImputationDesign.Design, AttritionDesign.Design,
        PoolingDesign.Studies, PoolingDesign.Nested,
        ReliabilityDesign.Scale, ReliabilityDesign.Judged, AgreementDesign.Design, NeedsDesign.Design,
    ];

    /// <param name="arguments">Number of trials and name of one design; either may be left out.</param>
    /// <returns>1 when a cell outside the band has no reason, 2 when no design has this name.</returns>
    public static int Print(IReadOnlyList<string> arguments)
    {
        int? trials = arguments is [var first, ..] && int.TryParse(first, CultureInfo.InvariantCulture, out var given) ? given : null;
        var name = arguments.Skip(trials is null ? 0 : 1).FirstOrDefault();
        var chosen = Designs.Where(design => name is null || design.Name == name).ToArray();
        if (chosen.Length == 0)
        {
            Console.Error.WriteLine($"{name} is none of {string.Join(", ", Designs.Select(design => design.Name))}.");
            return 2;
        }
        var document = new CoverageDocument(Console.Out);
        document.WriteIntroduction();
        foreach (var design in chosen)
        {
            var started = TimeProvider.System.GetTimestamp();
            var number = trials ?? design.Trials;
            document.Write(design, number, CoverageRow.Of(design, number));
            var elapsed = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{design.Name}: {elapsed:0} s"));
        }
        document.WriteReasons();
        return document.Unexplained == 0 ? 0 : 1;
    }
}
