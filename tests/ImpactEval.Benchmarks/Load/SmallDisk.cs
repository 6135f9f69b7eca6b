using System.Globalization;

namespace ImpactEval.Benchmarks.Load;

/// <summary>A disk in memory whose size can be changed; to mount it the program must be root.</summary>
sealed class SmallDisk : IDisposable
{
    const int Roomy = 512;

    public SmallDisk() => Mount("-t", "tmpfs", "-o", "size=512m", "tmpfs", Path);

    public string Path { get; } = Directory.CreateTempSubdirectory("impacteval-disk-").FullName;

    /// <summary>Leaves so much room beside what is there.</summary>
    public void LeaveRoom(double megabytes)
    {
        var drive = new DriveInfo(Path);
        var used = (drive.TotalSize - drive.TotalFreeSpace) / 1e6;
        Resize(used + megabytes);
    }

    public void MakeRoom() => Resize(Roomy);

    public void Dispose()
    {
        TimedRun.Of("umount", "-l", Path);
        Directory.Delete(Path);
    }

    void Resize(double megabytes) =>
        Mount("-o", string.Create(CultureInfo.InvariantCulture, $"remount,size={(long)(megabytes * 1000)}k"), Path);

    static void Mount(params string[] arguments) => TimedRun.Of("mount", arguments).OrThrow();
}
