using System.Globalization;
using ImpactEval.Evaluation;
using ImpactEval.Language;
using ImpactEval.Storage.Health;

namespace ImpactEval.App.Operations;

/// <summary>What the program needs of the machine beside a database.</summary>
static class MachineHealth
{
    /// <summary>Below this an import of an ordinary year may fail half way; above it nothing of ours fills a disk in a day.</summary>
    const long LowSpace = 1L << 30, NoSpace = 100L << 20;

    /// <summary>Certificates, leases and audit entries make no sense before the program was written.</summary>
    const int FirstYear = 2026;

    static readonly string[] FontFolders = ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts"];

    public static IReadOnlyList<HealthFinding> Examine(string folder) => [Versions(), Clock(), Disk(folder), Encodings(), Fonts(), LibreOffice()];

    static HealthFinding Versions() => new(HealthSubject.Versions, HealthState.Ok,
        $"impacteval {RunStamp.Engine}, .NET {Environment.Version}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}");

    static HealthFinding Clock()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new HealthFinding(HealthSubject.Clock, now.Year >= FirstYear ? HealthState.Ok : HealthState.Broken, now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    static HealthFinding Disk(string folder)
    {
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        var state = free < NoSpace ? HealthState.Broken : free < LowSpace ? HealthState.Warning : HealthState.Ok;
        return new HealthFinding(HealthSubject.DiskSpace, state, $"{free >> 20} MiB");
    }

    /// <summary>Windows-1258 and UTF-8 are read as Vietnamese files have them; the tables for both come with the program.</summary>
    static HealthFinding Encodings()
    {
        const string Sample = "Nguyễn Thị Hồng Ánh";
        var read = TextDecoder.Decode(System.Text.Encoding.UTF8.GetBytes(Sample), TextDecoder.Utf8).Text;
        return new HealthFinding(HealthSubject.Encodings, read == Sample ? HealthState.Ok : HealthState.Broken, "UTF-8, UTF-16, windows-1258, TCVN3, VNI, VISCII, VPS");
    }

    static HealthFinding Fonts()
    {
        var found = OperatingSystem.IsWindows() || FontFolders.Any(folder => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.*tf", SearchOption.AllDirectories).Any());
        return new HealthFinding(HealthSubject.Fonts, found ? HealthState.Ok : HealthState.Warning, "");
    }

    static HealthFinding LibreOffice()
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.exe" : "soffice")).FirstOrDefault(File.Exists);
        return new HealthFinding(HealthSubject.LibreOffice, found is null ? HealthState.Warning : HealthState.Ok, found ?? "");
    }
}
