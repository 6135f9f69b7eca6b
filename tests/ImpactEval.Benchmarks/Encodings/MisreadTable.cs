using System.Globalization;
using System.Text;
using ImpactEval.Language;

namespace ImpactEval.Benchmarks.Encodings;

/// <summary>How often misread text is mended exactly, and how often sound text is left alone: cell by cell.</summary>
static class MisreadTable
{
    static readonly (string Written, int Page, int Times)[] Ways =
    [
        (TextDecoder.Utf8, 1252, 1), (TextDecoder.Utf8, 1258, 1), (TextDecoder.Utf8, 28591, 1), (TextDecoder.Utf8, 10000, 1), (TextDecoder.Utf8, 1252, 2),
        (TextDecoder.Tcvn3, 1252, 1), (TextDecoder.Vni, 1252, 1), (TextDecoder.Viscii, 1252, 1), (TextDecoder.Vps, 1252, 1), (TextDecoder.Windows1258, 1252, 1),
        (TextDecoder.Tcvn3, 1258, 1),
    ];

    public static void Print(string folder, bool heldOut)
    {
        var texts = EncodingTable.Sentences(Path.Combine(folder, "sib200", "vi.tsv"), heldOut);
        var names = texts.SelectMany(text => text.Split(' ').Chunk(3).Select(words => string.Join(' ', words))).Where(Letters.HasMark).ToList();
        Console.WriteLine("| written in | read as | three words | sentence | three words, column of 40 |");
        Console.WriteLine("|---|---|---:|---:|---:|");
        foreach (var way in Ways)
        {
            var times = way.Times > 1 ? $" × {way.Times}" : "";
            Console.WriteLine($"| {way.Written} | {PageOf(way.Page).WebName}{times} | {Alone(names, way)} | {Alone(texts, way)} | {Column(names, way)} |");
        }
        Console.WriteLine();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "sib200"), "*.tsv").Order(StringComparer.Ordinal))
        {
            var sound = EncodingTable.Sentences(path, heldOut);
            Console.WriteLine($"Sound sentences changed, {Path.GetFileNameWithoutExtension(path)}: {sound.Count(text => MisreadText.Of(text) is not null)} of {sound.Count}");
        }
        Console.WriteLine($"Sound cells of three words changed, vi: {names.Count(text => MisreadText.Of(text) is not null)} of {names.Count}");
    }

    /// <summary>Mends the rows of a table with the columns id, scheme, text, gold and prints id and text.</summary>
    public static int Mend(string path)
    {
        Console.WriteLine("id\ttext");
        foreach (var cells in File.ReadLines(path).Skip(1).Select(line => line.Split('\t')))
        {
            var text = cells[2].Normalize();
            var mended = MisreadText.Of(text)?.Repair(text) ?? text;
            Console.WriteLine($"{cells[0]}\t{(cells[1] == "tone-new" ? ToneMarks.Place(mended) : mended)}");
        }
        return 0;
    }

    static string Alone(List<string> texts, (string, int, int) way) => Score(texts, way, cells => cells.Select(cell => MisreadText.Of(cell)?.Repair(cell) ?? cell), 1);

    static string Column(List<string> texts, (string, int, int) way) =>
        Score(texts, way, cells => MisreadText.Of(cells) is { } misreading ? cells.Select(cell => misreading.Repair(cell) ?? cell) : cells, 40);

    static string Score(List<string> texts, (string Written, int Page, int Times) way, Func<string[], IEnumerable<string>> mend, int size)
    {
        var gold = texts.Select(text => way.Written == TextDecoder.Tcvn3 ? Letters.SmallMarkedCapitals(text) : text)
            .Where(text => TextDecoder.EncodingOf(way.Written) is var encoding && encoding.GetString(encoding.GetBytes(text)) == text).ToList();
        var exact = 0;
        foreach (var cells in gold.Chunk(size))
            exact += mend([.. cells.Select(text => Misread(text, way))]).Zip(cells).Count(pair => pair.First == pair.Second);
        return string.Create(CultureInfo.InvariantCulture, $"{EncodingTable.Percent(exact, gold.Count)} ({gold.Count})");
    }

    static string Misread(string text, (string Written, int Page, int Times) way)
    {
        for (var time = 0; time < way.Times; time++)
            text = PageOf(way.Page).GetString(Writers.Bytes(way.Written, text));
        return text;
    }

    static Encoding PageOf(int page) => page == 28591 ? Encoding.Latin1 : CodePagesEncodingProvider.Instance.GetEncoding(page)!;
}
