using System.Diagnostics;

namespace ImpactEval.App.Tests;

/// <summary>Programs that a test needs beside the SDK. A machine without one makes the test inconclusive, with its name.</summary>
static class Needed
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static string LibreOffice => Find("soffice", "libreoffice-calc");

    public static string PdfText => Find("pdftotext", "poppler-utils");

    /// <summary>Runs a program to its end; what it printed.</summary>
    public static async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.AreEqual(0, process.ExitCode, await error);
        return await output;
    }

    static string Find(string program, string package)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
        if (found is null)
            Assert.Inconclusive($"{program} is not installed (Debian package {package}).");
        return found;
    }
}
