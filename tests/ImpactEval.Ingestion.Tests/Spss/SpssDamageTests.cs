using System.Diagnostics;
using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Spss;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Spss;

[TestClass]
public sealed class SpssDamageTests
{
    /// <summary>Where the first record stands, behind the header.</summary>
    const int Records = 176;

    /// <summary>Everything the reader knows, in a few rows.</summary>
    static byte[] Sound(int compression) => new SavFile { Compression = compression, Weight = 1, BlockSize = 200 }
        .Number("A", "Điểm", missing: [99]).Text("B", 12, "Tỉnh").VeryLong("CCCC", 300).Number("D", format: SavFile.Date11)
        .Labels([1], (1.0, "Rất kém"), (5.0, "Tốt")).Labels([2], ("HN", "Hà Nội")).Documents("Ghi chú").CodePage(65001)
        .Extension(4, 8, [.. new SavFile().Double(double.MinValue), .. new SavFile().Double(double.MaxValue), .. new SavFile().Double(double.MinValue)])
        .Extension(7, "$s=D1 1 4 nhãn a d\n").Extension(11, 4, new SavFile().Ints(3, 8, 1, 1, 12, 0, 1, 8, 0, 1, 8, 0, 3, 8, 1))
        .Extension(13, "A=diem\tB=tinh").Utf8()
        .Extension(21, 1, [1, 0, 0, 0, (byte)'B', 12, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, .. "HN"u8, 3, 0, 0, 0, .. "abc"u8])
        .Extension(22, 1, [1, 0, 0, 0, (byte)'B', 1, 8, 0, 0, 0, .. "KHONG RO"u8])
        .Row(1.0, "Hà Nội", new string('x', 300), 13936752000.0).Row(99.0, "HN", "", null).Row(2.5, "KHONG RO", "ngắn", 1.0).Bytes();

    static string Unreadable(byte[] bytes)
    {
        var problem = SpssReading.Refusal(bytes);
        Assert.AreEqual(ContractProblemKind.FileUnreadable, problem.Kind, problem.ToString());
        return problem.Found!;
    }

    static byte[] With(byte[] bytes, int at, params byte[] instead)
    {
        instead.CopyTo(bytes, at);
        return bytes;
    }

    [TestMethod]
    public void The_place_and_what_was_found_there_are_told()
    {
        var sound = new SavFile().Number("A").Utf8().Bytes();
        Assert.AreEqual("byte 0: 24464c39", Unreadable(With([.. sound], 3, (byte)'9')));
        Assert.AreEqual("byte 64: 07070707", Unreadable(With([.. sound], 64, 7, 7, 7, 7)));
        Assert.AreEqual("byte 72: 2", Unreadable(With([.. sound], 72, 2)));
        Assert.AreEqual("byte 176: record 5", Unreadable(With([.. sound], Records, 5)));
        Assert.AreEqual("byte 176: width 256", Unreadable(With([.. sound], Records + 4, 0, 1)));
        Assert.AreEqual("byte 76: weight 2", Unreadable(With([.. sound], 76, 2)));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    public void A_file_cut_anywhere_is_damaged(int compression)
    {
        var sound = Sound(compression);
        Assert.AreEqual(3, SpssReading.Open(sound).Rows().Count());
        for (var length = 0; length < sound.Length; length += 3)
            Assert.StartsWith("byte ", Unreadable(sound[..length]));
    }

    [TestMethod]
    public void Fewer_or_more_rows_than_announced_are_damage()
    {
        static byte[] Announcing(int cases) => new SavFile { Cases = cases }.Number("A").Utf8().Row(1.0).Row(2.0).Bytes();
        Assert.Contains("2 rows", Unreadable(Announcing(3)));
        Assert.Contains("> 1 rows", Unreadable(Announcing(1)));
    }

    [TestMethod]
    public void A_length_beyond_the_file_is_damage_and_takes_no_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var (size, count) in new[] { (1, int.MaxValue), (int.MaxValue, int.MaxValue), (-1, 8), (8, -1) })
            Assert.Contains("record 7/13", Unreadable(new SavFile().Number("A").Raw(new SavFile().Ints(7, 13, size, count)).Bytes()));
        Assert.Contains("2000000000 labels", Unreadable(new SavFile().Number("A").Raw(new SavFile().Ints(3, 2_000_000_000)).Bytes()));
        Assert.Contains("1000 variables", Unreadable(new SavFile().Number("A").Raw(new SavFile().Ints(3, 0, 4, 1000)).Bytes()));
        Assert.Contains("2000000000 lines", Unreadable(new SavFile().Number("A").Raw(new SavFile().Ints(6, 2_000_000_000)).Bytes()));
        Assert.Contains("2000000000 bytes", Unreadable(new SavFile().Raw(new SavFile().Ints(2, 0, 1, 0, 0, 0, 0, 0, 2_000_000_000)).Bytes()));
        Assert.IsLessThan(4L << 20, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void Records_that_contradict_the_variables_are_damage()
    {
        Assert.Contains("variable 2", Unreadable(new SavFile().Text("A", 16).Labels([2], ("a", "b")).Utf8().Bytes()));
        Assert.Contains("width 0", Unreadable(new SavFile().Number("A").Extension(14, 1, "A=00300\0\t"u8.ToArray()).Utf8().Bytes()));
        Assert.Contains("A=x", Unreadable(new SavFile().Number("A").Extension(14, 1, "A=x\0\t"u8.ToArray()).Utf8().Bytes()));
        Assert.Contains("record 3", Unreadable(new SavFile().Raw(new SavFile().Ints(2, 9, 0, 0, 0, 0, 0, 0), new SavFile().Ints(3, 0)).Bytes()));
        Assert.Contains("long", Unreadable(new SavFile().Number("A").Extension(13, "long").Utf8().Bytes()));
        Assert.Contains("response set", Unreadable(new SavFile().Number("A").Extension(7, "$a=C 99 x a\n").Utf8().Bytes()));
        Assert.Contains("4 missing", Unreadable(new SavFile().Text("A", 9).Extension(22, 1, [1, 0, 0, 0, (byte)'A', 4, 8, 0, 0, 0]).Utf8().Bytes()));
        Assert.Contains("missing NaN", Unreadable(new SavFile().Number("A", missing: [double.NaN]).Utf8().Bytes()));
    }

    [TestMethod]
    public void A_zlib_table_that_promises_too_much_is_hostile_before_anything_is_inflated()
    {
        var zeros = new SavFile { Compression = 2, Cases = -1 }.Number("A").Utf8();
        for (var row = 0; row < 200_000; row++)
            zeros.Row(1.0);
        var bytes = zeros.Bytes();
        var problem = SpssReading.Refusal(bytes, limits: FileLimits.Usual with { RatioFreeBytes = 100_000 });
        Assert.AreEqual(ContractProblemKind.HostileArchive, problem.Kind);
        Assert.AreEqual("ratio ≤ 100", problem.Expected);
        Assert.AreEqual("≤ 0 MB unpacked", SpssReading.Refusal(bytes, limits: FileLimits.Usual with { UnpackedBytes = 100_000 }).Expected);
    }

    [TestMethod]
    public void A_zlib_block_is_held_to_what_the_table_says()
    {
        var sound = Sound(2);
        var descriptor = sound.Length - 24;
        foreach (var (at, what) in new[] { (descriptor + 16, "zlib"), (descriptor + 20, "block"), (descriptor, "block"), (descriptor + 8, "block") })
            Assert.Contains(what, Unreadable(With([.. sound], at, (byte)(sound[at] + 1))));

        var one = new SavFile { Compression = 2 }.Number("A").Utf8().Row(2.5).Bytes();
        Assert.Contains("zlib", Unreadable(With([.. one], one.Length - 8, (byte)(one[^8] - 1))));
        Assert.Contains("zlib", Unreadable(With([.. one], one.Length - 50, 0xFF, 0xFF)));
    }

    [TestMethod]
    public void A_dictionary_of_a_million_variables_is_refused()
    {
        var variable = new SavFile().Ints(2, 0, 0, 0, 0, 0, 0, 0);
        var problem = SpssReading.Refusal(new SavFile().Raw([.. Enumerable.Repeat(variable, 100_001)]).Bytes());
        Assert.AreEqual(ContractProblemKind.OutOfRange, problem.Kind);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(2)]
    public void Whatever_the_bytes_reading_ends_in_rows_or_a_refusal(int compression)
    {
        const int Rounds = 1500;
        var sound = Sound(compression);
        var chance = new Random(compression);
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
            AssertAnswered(Damaged(sound, chance), $"round {round}");
        Assert.IsLessThan(30.0, clock.Elapsed.TotalSeconds);
    }

    static void AssertAnswered(byte[] bytes, string round)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var file = SpssReading.Open(bytes);
            foreach (var cell in file.Rows().SelectMany(row => row.Cells))
            {
                Assert.AreEqual(cell.Variable.IsText, cell.Text is not null, round);
                Assert.IsFalse(cell.IsSystemMissing && (cell.IsUserMissing || cell.Date is not null || cell.Duration is not null), round);
            }
        }
        catch (BrokenContractException refused)
        {
            Assert.HasCount(1, refused.Problems, round);
        }
        Assert.IsLessThan(50L << 20, GC.GetAllocatedBytesForCurrentThread() - before, round);
    }

    static byte[] Damaged(byte[] sound, Random chance)
    {
        var bytes = sound.ToList();
        for (var hits = chance.Next(1, 5); hits > 0 && bytes.Count > 8; hits--)
        {
            var at = chance.Next(bytes.Count);
            switch (chance.Next(5))
            {
                case 0:
                    bytes[at] = (byte)chance.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << chance.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(chance.Next(1, 20), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(chance.Next(1, 50), bytes.Count - at)));
                    break;
                default:
                    BitConverter.GetBytes(Odd[chance.Next(Odd.Length)]).Take(bytes.Count - at).Select((value, index) => (value, index)).ToList()
                        .ForEach(one => bytes[at + one.index] = one.value);
                    break;
            }
        }
        return [.. bytes];
    }

    static readonly int[] Odd = [-1, 0, 1, int.MinValue, int.MaxValue, 255, 256, 65536, 0x00FFFFFF];
}
