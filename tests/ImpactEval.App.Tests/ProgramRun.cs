using System.Diagnostics;
using System.Text;

namespace ImpactEval.App.Tests;

/// <summary>The real program, run as a user runs it: a process, its output and its exit code.</summary>
sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static Task<ProgramRun> OfAsync(params IEnumerable<string> arguments) => OfAsync(new Dictionary<string, string?>(), arguments);

    /// <param name="environment">Variables that the process sees otherwise than this one does; null: not at all.</param>
    public static async Task<ProgramRun> OfAsync(IReadOnlyDictionary<string, string?> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "impacteval.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new ProgramRun(process.ExitCode, await output, await error);
    }
}
