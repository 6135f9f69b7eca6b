using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Language;
using CsvReader = ImpactEval.Ingestion.Tables.CsvReader;

namespace ImpactEval.Ingestion.Tests.Tables;

[TestClass]
public sealed class CsvReaderTests
{
    /// <summary>Delimiters, quotes and line ends come often; pairs of quotes only inside quotes, where every reader agrees on them.</summary>
    static readonly string[] Pieces = [",", ",", "\n", "\r\n", "\r", "a", "1", "bc", " ", "\"x\"", "\"x,y\"", "\"x\r\ny\"", "\"x\"\"y\"", "\"\"", "đ"];

    [TestMethod]
    public void Reads_the_records_that_CsvHelper_reads_however_the_text_arrives()
    {
        var chance = new Random(1);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, chance.Next(1, 30)).Select(_ => Pieces[chance.Next(Pieces.Length)]));
            if (HasLettersBehindAQuote(text))
                continue;
            CollectionAssert.AreEqual(OfCsvHelper(text), Read(new Trickle(text, chance)), text.ReplaceLineEndings("⏎"));
        }
    }

    /// <summary>CsvHelper drops pairs of quotes from such a cell; here they stay a quote.</summary>
    static bool HasLettersBehindAQuote(string text) => text.Contains("\"\"", StringComparison.Ordinal) && OfCsvHelper(text, out var bad) is not null && bad;

    [TestMethod]
    public void What_follows_a_closing_quote_belongs_to_the_cell() =>
        CollectionAssert.AreEqual(new[] { "x y\"z|1" }, Read(new StringReader("\"x\" y\"z,1")));

    [TestMethod]
    public void A_quote_inside_a_cell_is_a_letter() =>
        CollectionAssert.AreEqual(new[] { "5\" pipe|1" }, Read(new StringReader("5\" pipe,1")));

    [TestMethod]
    public void A_record_longer_than_the_buffer_is_one_record()
    {
        var (plain, quoted) = (new string('a', 200_000), new string('b', 150_000));
        CollectionAssert.AreEqual(new[] { $"{plain}|{quoted}\n{quoted}", "1|2" }, Read(new StringReader($"{plain},\"{quoted}\n{quoted}\"\n1,2\n")));
    }

    [TestMethod]
    public void An_open_quote_is_told_with_the_line_where_it_opened()
    {
        using var reader = Reader(new StringReader("a,b\n\"x\ny\",1\n1,\"2\n3\n"));
        Assert.IsTrue(reader.Read());
        Assert.IsTrue(reader.Read());
        Assert.IsFalse(reader.Read());
        Assert.AreEqual(4, reader.OpenQuoteLine);
    }

    [TestMethod]
    public void A_cell_of_one_digit_is_known_without_its_text()
    {
        using var reader = Reader(new StringReader("7,\"8\",12,x,,−"));
        Assert.IsTrue(reader.Read());
        CollectionAssert.AreEqual(new[] { 7, 8, -1, -1, -1, -1, -1 }, Enumerable.Range(0, 7).Select(reader.DigitAt).ToArray());
    }

    static CsvReader Reader(TextReader text) => new(text, ',') { Unreadable = new UnreadableBytes() };

    static string[] Read(TextReader text)
    {
        using var reader = Reader(text);
        var records = new List<string>();
        while (reader.Read())
        {
            Assert.AreEqual(records.Count + 1, reader.Number);
            records.Add(string.Join('|', Enumerable.Range(0, reader.Width).Select(column => reader.At(column) is var cell && cell.IsEmpty ? "" : cell.Shown)));
        }
        return [.. records];
    }

    static string[] OfCsvHelper(string text) => OfCsvHelper(text, out _);

    static string[] OfCsvHelper(string text, out bool hasBadData)
    {
        var bad = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { IgnoreBlankLines = false, BadDataFound = _ => bad = true };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var records = new List<string>();
        while (parser.Read())
            records.Add(string.Join('|', parser.Record!.Select(cell => Cell.OfText(cell).IsEmpty ? "" : cell)));
        hasBadData = bad;
        return [.. records];
    }

    /// <summary>Gives a few letters at a time, so that every record is cut somewhere.</summary>
    sealed class Trickle(string text, Random chance) : TextReader
    {
        int next;

        public override int Read(Span<char> buffer)
        {
            var count = Math.Min(Math.Min(buffer.Length, text.Length - next), chance.Next(1, 6));
            text.AsSpan(next, count).CopyTo(buffer);
            next += count;
            return count;
        }
    }
}
