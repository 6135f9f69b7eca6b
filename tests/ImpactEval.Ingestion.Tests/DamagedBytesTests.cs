using System.Text;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests;

/// <summary>Whatever the bytes, reading ends in records or in a refusal; no other exception may reach the user. Seeds are fixed.</summary>
[TestClass]
public sealed class DamagedBytesTests
{
    const int Rounds = 300;

    static readonly Study Study = SampleStudy.Whole();

    static readonly byte[] Csv = SampleReading.Tests("YLC-001,20/01/2024,Đầu khóa,1,0,1", "\"YLC-002\",2024-01-20,Cuối khóa,\"0,5\",0,x");

    static readonly IReadOnlyList<(string Name, string Content)> Workbook = Office.WorkbookParts(
        [("Sheet1", "", [["Mã học viên", "Ngày làm", "Đợt", "K01", "K02", "K03"], ["YLC-001", new DateOnly(2024, 1, 20), "Đầu khóa", 1, 0.5, "Đúng"]])], from1904: false);

    static readonly string[] Turns = ["Mã học viên: YLC-001", "Ngày phỏng vấn: 16/09/2024", "PV: Gì?", "HV: Một.", "Hai.", "HV: -"];

    [TestMethod]
    public void Random_bytes_under_every_name()
    {
        var chance = new Random(1);
        foreach (var name in new[] { "a.csv", "a.xlsx", "a.docx", "a.dat" })
        {
            for (var round = 0; round < Rounds; round++)
            {
                var bytes = new byte[chance.Next(1, 400)];
                chance.NextBytes(bytes);
                AssertAnswered(round % 2 == 0 ? "knowledge-tests" : "interviews", name, round % 3 == 0 ? [0x50, 0x4B, 0x03, 0x04, .. bytes] : bytes);
            }
        }
    }

    [TestMethod]
    public void Damaged_delimited_text() => Damage(2, chance => AssertAnswered("knowledge-tests", "a.csv", Damaged(Csv, chance)));

    [TestMethod]
    public void Damaged_archives()
    {
        var (workbook, document) = (Office.Zip(Workbook), Office.Document(Turns));
        Damage(3, chance =>
        {
            AssertAnswered("knowledge-tests", "a.xlsx", Damaged(workbook, chance));
            AssertAnswered("interviews", "a.docx", Damaged(document, chance));
        });
    }

    [TestMethod]
    public void Damaged_parts_in_sound_archives() => Damage(4, chance =>
    {
        var hit = chance.Next(Workbook.Count);
        var parts = Workbook.Select((part, index) => (part.Name, index == hit ? DamagedText(part.Content, chance) : part.Content));
        AssertAnswered("knowledge-tests", "a.xlsx", Office.Zip(parts));
        AssertAnswered("interviews", "a.docx", Office.DocumentOf(DamagedText(string.Concat(Turns.Select(turn => $"<w:p><w:r><w:t>{turn}</w:t></w:r></w:p>")), chance)));
    });

    [TestMethod]
    public void Damaged_study_files() => Damage(5, chance =>
    {
        try
        {
            StudyFile.Parse(Damaged(Encoding.UTF8.GetBytes(SampleStudy.Text), chance), "study.yaml");
        }
        catch (BrokenContractException refused)
        {
            Assert.IsNotEmpty(refused.Problems);
        }
    });

    static void Damage(int seed, Action<Random> round)
    {
        var chance = new Random(seed);
        for (var n = 0; n < Rounds; n++)
            round(chance);
    }

    static void AssertAnswered(string source, string name, byte[] bytes)
    {
        try
        {
            var records = SampleReading.Of(Study, source, name, bytes);
            Assert.IsGreaterThanOrEqualTo(records.RowsRejected, records.RowsRead);
        }
        catch (BrokenContractException refused)
        {
            Assert.IsNotEmpty(refused.Problems);
        }
    }

    /// <summary>Some bytes changed, removed, doubled or cut off.</summary>
    static byte[] Damaged(byte[] sound, Random chance)
    {
        var bytes = sound.ToList();
        for (var hits = chance.Next(1, 6); hits > 0 && bytes.Count > 2; hits--)
        {
            var at = chance.Next(bytes.Count);
            switch (chance.Next(4))
            {
                case 0:
                    bytes[at] = (byte)chance.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(chance.Next(1, 20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(chance.Next(1, 50), bytes.Count - at)));
                    break;
                default:
                    bytes[at] = "\"\0\n,;<>:{}[]&*-#"u8[chance.Next(16)];
                    break;
            }
        }
        return [.. bytes];
    }

    static string DamagedText(string sound, Random chance) => Encoding.UTF8.GetString(Damaged(Encoding.UTF8.GetBytes(sound), chance));
}
