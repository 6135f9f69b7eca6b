using System.Globalization;

namespace ImpactEval.Samples;

/// <summary>What is to be written where.</summary>
sealed record CommandLine
{
    const string Usage = "Usage: generator OUT-FOLDER [--study jica-young-leaders] [--seed N] [--people N] [--no-truth]";
    const int Done = 0, WrongUsage = 2;

    public string Folder { get; init; } = "";
    public string Study { get; init; } = JicaYoungLeaders.Code;
    public ulong Seed { get; init; } = JicaYoungLeaders.DefaultSeed;
    public int People { get; init; } = JicaYoungLeaders.DefaultPeople;

    /// <summary>Whether the truth is simulated, which takes longer than all the rest.</summary>
    public bool WithTruth { get; init; } = true;

    public static int Run(string[] args)
    {
        if (Parse(args) is not { } command)
        {
            Console.Error.WriteLine(Usage);
            return WrongUsage;
        }
        var target = Path.Combine(command.Folder, command.Study);
        JicaYoungLeaders.Write(JicaYoungLeaders.Generate(command.Seed, command.People), target);
        if (command.WithTruth)
            JicaYoungLeaders.WriteTruth(target);
        return Done;
    }

    static CommandLine? Parse(string[] args)
    {
        var command = new CommandLine();
        for (var at = 0; at < args.Length; at++)
        {
            var value = at + 1 < args.Length ? args[at + 1] : "";
            var next = command.With(args[at], value);
            if (next is null)
                return null;
            if (args[at] is "--study" or "--seed" or "--people")
                at++;
            command = next;
        }
        return command.Folder.Length > 0 ? command : null;
    }

    CommandLine? With(string word, string value) => word switch
    {
        "--no-truth" when WithTruth => this with { WithTruth = false },
        "--study" when value == JicaYoungLeaders.Code => this with { Study = value },
        "--seed" when ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) => this with { Seed = seed },
        "--people" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people > 0 => this with { People = people },
        _ when Folder.Length == 0 && word.Length > 0 && !word.StartsWith('-') => this with { Folder = word },
        _ => null,
    };
}
