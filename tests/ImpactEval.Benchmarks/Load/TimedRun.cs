using System.Diagnostics;
using System.Globalization;

namespace ImpactEval.Benchmarks.Load;

/// <summary>What a program took from its start to its end.</summary>
/// <param name="Processor">Seconds of processor of the program, and of the server that worked for it.</param>
/// <param name="PeakMegabytes">Most memory the program held at once, as the kernel counted it (VmHWM).</param>
readonly record struct TimedRun(double Seconds, double Processor, double PeakMegabytes, int ExitCode, string Output)
{
    /// <summary><c>impacteval import</c>, as a user would run it.</summary>
    public static TimedRun OfImport(SurveyFile survey, string database) => Of("dotnet", ImportArguments(survey.Folder, database));

    public static string[] ImportArguments(string folder, string database) =>
        [System.IO.Path.Combine(AppContext.BaseDirectory, "impacteval.dll"), "import", folder, "--database", database, "--json"];

    public static TimedRun Of(string program, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var (peak, processor) = (0.0, 0.0);
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            processor = Math.Max(processor, ProcessorOf(process.Id, withEnded: false));
        }
        return new TimedRun(clock.Elapsed.TotalSeconds, processor, peak, process.ExitCode, output.Result + errors.Result);
    }

    public static Process Start(string program, params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })
        ?? throw new InvalidOperationException($"{program} did not start.");

    public TimedRun OrThrow() => ExitCode == 0 ? this : throw new InvalidOperationException($"It ended with {ExitCode}: {Output}");

    /// <summary>Seconds of processor that a process has taken, with those of its children that have ended.</summary>
    public static double ProcessorOf(int process, bool withEnded)
    {
        const int TicksPerSecond = 100, UserTime = 11, Times = 4;
        try
        {
            // Behind the program's name in brackets, which may hold blanks: state, parent … (proc(5)).
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
            var times = fields.Skip(UserTime).Take(withEnded ? Times : Times / 2);
            return times.Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }

    static double PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }
}
