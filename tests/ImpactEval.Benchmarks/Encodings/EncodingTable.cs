using System.Globalization;
using ImpactEval.Language;

namespace ImpactEval.Benchmarks.Encodings;

/// <summary>
/// How often an encoding is recognised, and the text comes back exactly, by encoding and length of the text. A folder holds sentences
/// (<c>sib200/vi.tsv</c>, <c>fr.tsv</c>, <c>en.tsv</c>, <c>ja.tsv</c> with the columns index_id, topic, split, text) and rewritten ones
/// (<c>encodings/dev.tsv</c>: id, scheme, text, gold).
/// </summary>
static class EncodingTable
{
    static readonly (string Name, Func<string, List<string>> Cut)[] Lengths =
    [
        ("one word", text => [.. Words(text).Where(Letters.HasMark).Take(3)]),
        ("three words", text => [.. Words(text).Chunk(3).Select(words => string.Join(' ', words)).Where(Letters.HasMark).Take(2)]),
        ("sentence", text => text.Any(letter => letter >= 0x80) ? [text] : []),
    ];

    public static int Print(string folder)
    {
        // The rows with even numbers served to look at mistakes; the others are measured.
        Print(folder, heldOut: true);
        return 0;
    }

    public static void Print(string folder, bool heldOut)
    {
        Console.WriteLine("| text | written in | one word: name / text | three words: name / text | sentence: name / text | file of 40: name / text |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|");
        foreach (var (language, encodings) in new[]
        {
            ("vi", Writers.Vietnamese), ("fr", Writers.Western), ("en", Writers.Western), ("ja", Writers.Japanese),
        })
        {
            var texts = Sentences(Path.Combine(folder, "sib200", $"{language}.tsv"), heldOut);
            foreach (var writer in encodings)
                Console.WriteLine($"| {language} | {writer.Encoding}{writer.Remark} | {string.Join(" | ", Cells(writer, texts))} |");
        }
        Console.WriteLine();
        MisreadTable.Print(folder, heldOut);
    }

    static IEnumerable<string> Cells(Writer writer, List<string> texts)
    {
        foreach (var (_, cut) in Lengths)
            yield return Score(writer, texts.SelectMany(cut).Distinct(StringComparer.Ordinal).Where(writer.Holds));
        var files = texts.Where(writer.Holds).Chunk(40).Select(lines => string.Join("\r\n", lines.Select((line, at) => $"YLC-{at:D3},\"{line}\",{at}")));
        yield return Score(writer, files);
    }

    static string Score(Writer writer, IEnumerable<string> texts)
    {
        var (count, named, exact) = (0, 0, 0);
        foreach (var text in texts)
        {
            count++;
            try
            {
                var read = TextDecoder.Read(writer.Write(text));
                named += read.Encoding == writer.Encoding ? 1 : 0;
                exact += read.Text == writer.Expected(text) ? 1 : 0;
            }
            catch (UndecodableTextException)
            {
                // Refused: neither named nor exact.
            }
        }
        return count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{Percent(named, count)} / {Percent(exact, count)} ({count})");
    }

    public static string Percent(int part, int whole) => (100.0 * part / whole).ToString("F1", CultureInfo.InvariantCulture);

    public static List<string> Sentences(string path, bool heldOut) =>
        [.. File.ReadLines(path).Skip(1).Select(line => line.Split('\t')[^1].Normalize()).Where((_, row) => row % 2 == (heldOut ? 1 : 0))];

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
