using System.Globalization;

namespace ImpactEval.Samples;

/// <summary><c>generator OUT-FOLDER [--study jica-young-leaders] [--seed N] [--people N] [--no-truth]</c></summary>
static class CommandLine
{
    const string Usage = "Usage: generator OUT-FOLDER [--study jica-young-leaders] [--seed N] [--people N] [--no-truth]";
    const int Done = 0, WrongUsage = 2;

    public static int Run(string[] args)
    {
        if (!TryParse(args, out var folder, out var seed, out var people, out var withTruth))
        {
            Console.Error.WriteLine(Usage);
            return WrongUsage;
        }
        var target = Path.Combine(folder, JicaYoungLeaders.Code);
        JicaYoungLeaders.Write(JicaYoungLeaders.Generate(seed, people), target);
        if (withTruth)
            JicaYoungLeaders.WriteTruth(target);
        return Done;
    }

    static bool TryParse(string[] args, out string folder, out ulong seed, out int people, out bool withTruth)
    {
        (folder, seed, people, withTruth) = ("", JicaYoungLeaders.DefaultSeed, JicaYoungLeaders.DefaultPeople, true);
        var understood = true;
        for (var at = 0; at < args.Length && understood; at++)
        {
            switch (args[at])
            {
                case "--no-truth":
                    withTruth = false;
                    break;
                case "--study" when at + 1 < args.Length:
                    understood = args[++at] == JicaYoungLeaders.Code;
                    break;
                case "--seed" when at + 1 < args.Length:
                    understood = ulong.TryParse(args[++at], NumberStyles.None, CultureInfo.InvariantCulture, out seed);
                    break;
                case "--people" when at + 1 < args.Length:
                    understood = int.TryParse(args[++at], NumberStyles.None, CultureInfo.InvariantCulture, out people) && people > 0;
                    break;
                default:
                    understood = folder.Length == 0 && !args[at].StartsWith('-');
                    folder = args[at];
                    break;
            }
        }
        return understood && folder.Length > 0;
    }
}
