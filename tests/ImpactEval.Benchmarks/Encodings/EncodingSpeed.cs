using System.Diagnostics;
using System.Globalization;
using ImpactEval.Language;

namespace ImpactEval.Benchmarks.Encodings;

/// <summary>Processor time for finding the encoding of a long file and for reading it, and the memory it takes.</summary>
static class EncodingSpeed
{
    const int RowsPerBlock = 5000, Blocks = 400;

    public static int Print()
    {
        Console.WriteLine("| written in | MB | find MB/s | read MB/s | memory MB |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var name in (string[])[TextDecoder.Utf8, TextDecoder.Tcvn3, TextDecoder.Vni, TextDecoder.Windows1258])
        {
            var path = Path.GetTempFileName();
            Write(path, name);
            // The first time compiles and fills the file cache.
            Measure(path);
            var (found, read, size) = Measure(path);
            var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {size:F0} | {size / found:F0} | {size / read:F0} | {memory:F0} |"));
            File.Delete(path);
        }
        return 0;
    }

    static void Write(string path, string name)
    {
        var rows = Enumerable.Range(0, RowsPerBlock).Select(row => $"YLC-{row},Nguyễn Thị Hạnh,Quảng Ninh,47.1,49.7,Khóa học rất bổ ích\n");
        var block = TextDecoder.EncodingOf(name).GetBytes(string.Concat(rows));
        using var file = File.Create(path);
        for (var written = 0; written < Blocks; written++)
            file.Write(block);
    }

    static (double Found, double Read, double Size) Measure(string path)
    {
        using var file = File.OpenRead(path);
        var start = Seconds();
        var assumption = TextDecoder.Detect(file);
        var found = Seconds() - start;
        file.Position = 0;
        start = Seconds();
        using var reader = TextDecoder.Open(file, assumption, new UnreadableBytes());
        var block = new char[64 * 1024];
        while (reader.Read(block) > 0)
        {
            // Only the reading is timed.
        }
        return (found, Seconds() - start, new FileInfo(path).Length / 1e6);
    }

    static double Seconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
