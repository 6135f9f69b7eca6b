using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>What results were made from. <paramref name="RunId"/> is the hash of the rest, so equal inputs have equal ids.</summary>
public sealed record RunStamp(string RunId, string StudyCode, string PlanSha256, string InputSha256, string EngineVersion, ulong Seed, double ConfidenceLevel, int SmallestCell)
{
    /// <summary>The version that stands on every result; raised whenever a number could change.</summary>
    public const string Engine = "0.1.0";

    const int RunIdLength = 16;

    /// <summary>The stamp of an evaluation of these files, in the order of sources and names, under this plan.</summary>
    /// <param name="matches">Who is whom; a decision of an officer changes results as a file does. Told by places in files, not by the vault's numbers.</param>
    /// <param name="erasedRows">Fingerprint of the rows of erased people, without whom the same files give other numbers; null when there are none.</param>
    public static RunStamp Of(Study study, IEnumerable<FileStamp> files, IReadOnlyList<MatchedPair> matches, string? erasedRows = null)
    {
        var inputs = files.Select(file => $"{file.SourceCode}\n{file.FileName}\n{file.Sha256}").Concat(matches.Select(TextOf));
        var input = Hash(erasedRows is null ? inputs : inputs.Append($"erased\n{erasedRows}"));
        var seed = study.Analysis.Seed.ToString(CultureInfo.InvariantCulture);
        var run = Hash([study.Code, study.Sha256, input, Engine, seed])[..RunIdLength];
        return new RunStamp(run, study.Code, study.Sha256, input, Engine, study.Analysis.Seed, study.Analysis.ConfidenceLevel, study.Privacy.SmallestCell);
    }

    static string TextOf(MatchedPair pair) => string.Create(CultureInfo.InvariantCulture,
        $"{pair.Place.FirstFile}\n{pair.Place.FirstRow}\n{pair.Place.SecondFile}\n{pair.Place.SecondRow}\n{pair.Method}\n{pair.IsLinked}");

    static string Hash(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n\n", parts))));
}
