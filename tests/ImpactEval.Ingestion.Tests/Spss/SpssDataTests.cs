using System.Text;
using ImpactEval.Ingestion.Spss;

namespace ImpactEval.Ingestion.Tests.Spss;

[TestClass]
public sealed class SpssDataTests
{
    static SavFile Sample(SavFile file) => file.Number("A").Text("B", 14).VeryLong("CCCC", 600).Number("D").Utf8()
        .Row(1.0, "Hà Nội", Long(600), 2.5).Row(null, "", "", -3.0).Row(150.0, "12345678", "ngắn", 1e10).Row(151.0, "        tiếp", Long(255), 152.0);

    static string Long(int length) => string.Concat(Enumerable.Range(0, length).Select(at => (char)('a' + at % 26)));

    static string Shown(SpssFile file) =>
        string.Join("\n", file.Rows().Select(row => $"{row.Case}: " + string.Join(" | ", row.Cells.Select(cell => cell.Text ?? $"{cell.Number:R}"))));

    static readonly string Expected = string.Join("\n",
        $"1: 1 | Hà Nội | {Long(600)} | 2.5", "2: NaN |  |  | -3", "3: 150 | 12345678 | ngắn | 10000000000", $"4: 151 |         tiếp | {Long(255)} | 152");

    [TestMethod]
    [DataRow(0, false)]
    [DataRow(0, true)]
    [DataRow(1, false)]
    [DataRow(1, true)]
    [DataRow(2, false)]
    [DataRow(2, true)]
    public void The_same_rows_are_read_from_every_compression_and_byte_order(int compression, bool isBigEndian) =>
        Assert.AreEqual(Expected, Shown(SpssReading.Open(Sample(new SavFile { Compression = compression, IsBigEndian = isBigEndian }))));

    [TestMethod]
    public void Zlib_data_may_come_in_many_blocks() =>
        Assert.AreEqual(Expected, Shown(SpssReading.Open(Sample(new SavFile { Compression = 2, BlockSize = 100 }))));

    [TestMethod]
    public void Rows_are_read_to_the_end_when_their_number_is_open() =>
        Assert.AreEqual(Expected, Shown(SpssReading.Open(Sample(new SavFile { Cases = -1 }))));

    [TestMethod]
    public void The_64_bit_number_of_rows_goes_before_the_header()
    {
        var counts = new SavFile();
        byte[] two = [.. counts.Long(1), .. counts.Long(2)];
        var file = SpssReading.Open(new SavFile { Cases = -1 }.Number("A").Extension(16, 8, two).Row(1.0).Row(2.0).Utf8());
        Assert.AreEqual(2L, file.Dictionary.Cases);
        Assert.HasCount(2, file.Rows().ToArray());
    }

    [TestMethod]
    public void Rows_can_be_read_again()
    {
        var file = SpssReading.Open(Sample(new SavFile { Compression = 2 }));
        Assert.AreEqual(Shown(file), Shown(file));
    }

    [TestMethod]
    public void An_end_command_ends_the_data_whatever_stands_behind_it()
    {
        // Commands: 101 (= 1), filling, 102 (= 2), end; GNU PSPP Developers Guide, Data Record.
        var bytes = new SavFile { Cases = -1 }.Number("A").Utf8().Bytes();
        byte[] ended = [.. bytes, 101, 0, 102, 252, 103, 104, 105, 106, 99, 99];
        CollectionAssert.AreEqual(new[] { 1.0, 2.0 }, SpssReading.Open(ended).Column("A").Select(cell => cell.Number).ToArray());
    }

    [TestMethod]
    public void Another_bias_moves_the_commands()
    {
        var file = SpssReading.Open(new SavFile { Bias = 50 }.Number("A").Row(-49.0).Row(201.0).Row(202.0).Utf8());
        CollectionAssert.AreEqual(new[] { -49.0, 201, 202 }, file.Column("A").Select(cell => cell.Number).ToArray());
    }

    [TestMethod]
    public void Seconds_since_1582_are_dates_and_times()
    {
        // SPSS: DATE.DMY(3,6,2024) = 13936752000; TIME.HMS(25,1,2) = 90062.
        var file = SpssReading.Open(new SavFile().Number("D", format: SavFile.Date11).Number("E", format: SavFile.EDate10)
            .Number("DT", format: SavFile.DateTime20).Number("T", format: SavFile.Time8)
            .Row(13936752000.0, 13936752000.0 + 3600, 13936752000.0 + 27015.25, 90062.0).Row(-1.0, 1e20, null, -60.0).Utf8());

        var (first, second) = (file.Rows().First().Cells, file.Rows().Last().Cells);
        Assert.AreEqual(new DateTime(2024, 6, 3), first[0].Date);
        Assert.AreEqual(new DateTime(2024, 6, 3), first[1].Date);
        Assert.AreEqual(new DateTime(2024, 6, 3, 7, 30, 15, 250), first[2].Date);
        Assert.AreEqual(new TimeSpan(25, 1, 2), first[3].Duration);
        Assert.IsNull(first[3].Date);
        Assert.IsNull(second[0].Date, "Before the calendar.");
        Assert.IsNull(second[1].Date, "After its end.");
        Assert.IsNull(second[2].Date);
        Assert.AreEqual(TimeSpan.FromSeconds(-60), second[3].Duration);
    }

    [TestMethod]
    public void Zeros_fill_a_text_as_spaces_do()
    {
        var file = SpssReading.Open(new SavFile().Text("A", 8).Utf8().Row((object)new byte[8]).Row((object)"HN\0\0"u8.ToArray()));
        CollectionAssert.AreEqual(new[] { "", "HN" }, file.Column("A").Select(cell => cell.Text).ToArray());
    }

    [TestMethod]
    public void A_last_letter_cut_by_the_width_is_dropped()
    {
        // "Tỉnh ủy": ủ takes three bytes, of which the width of eight leaves one.
        var cut = Encoding.UTF8.GetBytes("Tỉnh ủy")[..8];
        var file = SpssReading.Open(new SavFile().Text("A", 8).Utf8().Row((object)cut));
        Assert.AreEqual("Tỉnh", file.Column("A")[0].Text!.TrimEnd());
    }

    [TestMethod]
    public void A_system_missing_value_of_another_program_is_missing_too()
    {
        var numbers = new SavFile();
        byte[] info = [.. numbers.Double(-1e307), .. numbers.Double(1e307), .. numbers.Double(-9e306)];
        var file = SpssReading.Open(new SavFile().Number("A").Extension(4, 8, info).Row(-1e307).Row(1.0).Utf8());
        Assert.IsTrue(file.Column("A")[0].IsSystemMissing);
        Assert.IsFalse(file.Column("A")[1].IsSystemMissing);
    }
}
