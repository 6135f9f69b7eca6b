using System.IO.Compression;
using System.Text;
using ImpactEval.Ingestion.Exports;
using ImpactEval.Ingestion.Tests.Samples;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class RefusedExportTests
{
    static void IsRefused(ExportReading read, DefectKind kind)
    {
        Assert.AreEqual("hostile", read.Format);
        Assert.AreEqual(0, read.Records);
        Assert.IsTrue(read.IsRefused);
        Assert.AreEqual(DefectWord.Of(kind), ExportSample.Kinds(read));
    }

    static byte[] WorkbookWith(string part, string content) =>
        Office.Zip(Office.WorkbookParts([("Sheet1", "", [["Code", "Pre"], ["A1", 5.5]])], from1904: false).Select(known => known.Name == part ? (part, content) : known));

    [TestMethod]
    public void A_file_without_bytes() => IsRefused(ExportFile.Read("empty.csv", []), DefectKind.EmptyFile);

    [TestMethod]
    [DataRow("table.xlsx", "Code,Score\nA1,50\n")]
    [DataRow("table.csv", "<html><table><tr><td>1</td></tr></table></html>")]
    [DataRow("table.sav", "Code,Score\nA1,50\n")]
    [DataRow("table.pdf", "%PDF-1.7")]
    public void Content_that_is_not_what_the_name_says(string name, string content) => IsRefused(ExportFile.Read(name, Encoding.UTF8.GetBytes(content)), DefectKind.ContentTypeMismatch);

    [TestMethod]
    public void A_workbook_under_the_name_of_a_text() => IsRefused(ExportFile.Read("table.csv", Office.Workbook(["Code", "Pre"], ["A1", 5.5])), DefectKind.ContentTypeMismatch);

    [TestMethod]
    public void An_archive_cut_in_half()
    {
        var whole = Office.Workbook(["Code", "Pre"], ["A1", 5.5]);
        IsRefused(ExportFile.Read("table.xlsx", whole[..(whole.Length / 2)]), DefectKind.ContentTypeMismatch);
    }

    [TestMethod]
    [DataRow("xl/worksheets/sheet1.xml")]
    [DataRow("xl/workbook.xml")]
    [DataRow("xl/_rels/workbook.xml.rels")]
    public void A_document_type_in_any_part(string part) =>
        IsRefused(ExportFile.Read("table.xlsx", WorkbookWith(part, "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///nowhere\">]><a>&x;</a>")), DefectKind.DtdForbidden);

    [TestMethod]
    [DataRow("../evil.csv")]
    [DataRow("/evil.csv")]
    [DataRow("a\\..\\..\\evil.csv")]
    public void A_member_that_points_outside(string member) => IsRefused(ExportFile.Read("x.zip", Office.Zip((member, "a,b\n1,2\n"), ("ok.csv", "a,b\n1,2\n"))), DefectKind.UnsafePath);

    [TestMethod]
    public void A_member_that_is_a_link()
    {
        const int UnixLink = 0xA1FF;
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var link = archive.CreateEntry("a.csv");
            link.ExternalAttributes = UnixLink << 16;
            using var content = link.Open();
            content.Write("/etc/passwd"u8);
        }
        IsRefused(ExportFile.Read("x.zip", bytes.ToArray()), DefectKind.UnsafePath);
    }

    [TestMethod]
    public void An_archive_in_an_archive()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var inner = archive.CreateEntry("inner.csv").Open())
            inner.Write(Office.Zip(("a.csv", "a,b\n1,2\n")));
        IsRefused(ExportFile.Read("x.zip", bytes.ToArray()), DefectKind.DecompressionLimit);
    }

    [TestMethod]
    public void A_part_that_unpacks_to_a_hundred_times_its_size()
    {
        var read = ExportFile.Read("table.xlsx", WorkbookWith("xl/worksheets/sheet1.xml", new string(' ', 12 << 20)));

        IsRefused(read, DefectKind.DecompressionLimit);
        Assert.AreEqual(12 << 20, read.ExpandsTo);
    }

    [TestMethod]
    public void Many_parts_each_just_small_enough() =>
        IsRefused(ExportFile.Read("x.zip", Office.Zip(Enumerable.Range(1, 3).Select(n => ($"{n}.csv", new string(' ', 9 << 20))))), DefectKind.DecompressionLimit);

    [TestMethod]
    public void Damage_anywhere_is_a_refusal_or_a_reading_and_never_a_crash()
    {
        var sheet = Office.Workbook(ExportSample.Class("Mã học viên,Họ tên,Điểm trước,Điểm sau").Select(line => line.Split(',').Cast<object?>().ToArray()));
        var text = Encoding.UTF8.GetBytes(string.Join('\n', ExportSample.Class("Mã học viên,Họ tên,Điểm trước,Điểm sau")));
        var chance = 12345u;
        foreach (var (name, whole) in new[] { ("t.xlsx", sheet), ("t.csv", text), ("t.zip", Office.Zip(("t.csv", Encoding.UTF8.GetString(text)))) })
        {
            for (var round = 0; round < 300; round++)
            {
                var damaged = whole.ToArray();
                for (var hit = 0; hit < 3; hit++)
                {
                    // A linear congruential step: the same damage at every run.
                    chance = chance * 1664525 + 1013904223;
                    damaged[(int)(chance >> 8) % damaged.Length] = (byte)(chance >> 16);
                }
                var read = ExportFile.Read(name, round % 3 == 0 ? damaged[..(damaged.Length * (round % 7) / 7)] : damaged);
                Assert.IsNotNull(read.Format);
            }
        }
    }
}
