using System.Diagnostics;
using System.Globalization;

namespace ImpactEval.Benchmarks.Engine;

/// <summary>What users would pick instead: a script that prints its versions and the seconds one computation took, apart by a tab.</summary>
sealed record Peer(string Program, params string[] Arguments)
{
    static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "Engine", "peers");

    public static Peer R(string script, params string[] arguments) => new("Rscript", [script, .. arguments]);

    // Debian's Python, which has Debian's SciPy.
    public static Peer Python(string script, params string[] arguments) => new("/usr/bin/python3", [script, .. arguments]);

    /// <exception cref="InvalidOperationException">The program is missing or failed.</exception>
    public (string Versions, double Seconds) Run()
    {
        var start = new ProcessStartInfo(Program, [Path.Combine(Scripts, Arguments[0]), .. Arguments[1..]]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
        var printed = process.StandardOutput.ReadToEnd().Split('\t');
        process.WaitForExit();
        if (process.ExitCode != 0 || printed.Length != 2)
            throw new InvalidOperationException($"{Program} {string.Join(' ', Arguments)} failed.");
        return (printed[0], double.Parse(printed[1], NumberStyles.Float, CultureInfo.InvariantCulture));
    }
}
