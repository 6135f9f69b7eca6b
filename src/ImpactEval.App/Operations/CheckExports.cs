using ImpactEval.Ingestion.Exports;
using ImpactEval.Statistics;
using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Paired;
using ImpactEval.Studies;
using ImpactEval.Topics;

namespace ImpactEval.App.Operations;

/// <summary>Scores of the same people before and after, summed up; what too few people or equal gains cannot give is null.</summary>
public sealed record PairedFigures(int Size, double? MeanPre, double? MeanPost, double? MeanDifference, double? DeviationOfDifference,
    double? CohensDz)
{
    public static PairedFigures Of(IReadOnlyList<ScorePair> pairs)
    {
        if (pairs.Count < 2)
            return new(pairs.Count, null, null, null, null, null);
        var (pre, post) = (new Sample(pairs.Select(pair => pair.Pre)), new Sample(pairs.Select(pair => pair.Post)));
        var summary = PairedSummary.Of(pre, post);
        var dz = Statistics.Paired.CohensDz.Value(summary);
        return new(pairs.Count, Moments.Of(pre).Mean, Moments.Of(post).Mean, summary.MeanGain, summary.SdOfGain, double.IsFinite(dz) ? dz : null);
    }
}

/// <summary>An exported file that was read without a study.</summary>
/// <param name="Topics">Into how many subjects its open answers fall.</param>
/// <param name="Links">The people it shares with the file given beside it.</param>
sealed record CheckedExport(ExportReading Reading, PairedFigures? Paired, int? Topics, ExportLinks? Links);

/// <summary>Reads one exported file, or two of the same people, without any study.</summary>
static class CheckExports
{
    /// <summary>How many subjects there are is a close call in short texts: several independent divisions vote.</summary>
    static readonly ulong[] Seeds = [1, 2, 3, 4, 5];
    const int Runs = 10;

    /// <summary>Fewer answers fall into no subjects.</summary>
    const int LeastAnswers = 20;

    public static IReadOnlyList<CheckedExport> Run(string file, string? pairedFile)
    {
        var first = ExportFile.Read(file);
        if (pairedFile is null)
            return [Alone(first)];
        var second = ExportFile.Read(pairedFile);
        var links = ExportMatching.Of(first, second);
        var pairs = first.Pairs ?? PairsOf(first, second, links);
        return [Alone(first) with { Paired = pairs is null ? null : PairedFigures.Of(pairs), Links = links }, Alone(second)];
    }

    static CheckedExport Alone(ExportReading read) => new(read, read.Pairs is { } pairs ? PairedFigures.Of(pairs) : null, TopicsOf(read), null);

    /// <summary>The first file holds the scores before, unless the files say otherwise.</summary>
    static List<ScorePair>? PairsOf(ExportReading first, ExportReading second, ExportLinks links)
    {
        var isTurned = first.Waves.ContainsKey(WaveKind.Post) && second.Waves.ContainsKey(WaveKind.Pre);
        var scored = links.Links.Where(link => link.FirstScore is not null && link.SecondScore is not null).ToArray();
        return scored.Length == 0 ? null
            : [.. scored.Select(link => isTurned ? new ScorePair("", link.SecondScore!.Value, link.FirstScore!.Value)
                : new ScorePair("", link.FirstScore!.Value, link.SecondScore!.Value))];
    }

    static int? TopicsOf(ExportReading read) => read.Answers.Count < LeastAnswers
        ? null
        : Seeds.Select(seed => ThemeFinder.Find(read.Answers, new ThemeOptions(Themes: null, Runs, seed, QuotesPerTheme: 0)).Themes.Count)
            .Order().ElementAt(Seeds.Length / 2);
}
