using System.IO.Compression;
using System.Text;
using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Gate;

[TestClass]
public sealed class FileGateTests
{
    static readonly byte[] Workbook = Office.Workbook([["a"], [1]]);
    static readonly byte[] Document = Office.Document("a");
    static readonly FileLimits Limits = FileLimits.Usual;

    static ContractProblem Refusal(string name, byte[] bytes, FileLimits? limits = null, SourceFormat stated = SourceFormat.Auto) =>
        Assert.ThrowsExactly<BrokenContractException>(() => FileGate.Admit(name, bytes, stated, limits ?? Limits)).Problems.Single();

    [TestMethod]
    public void Honest_files_pass_with_the_format_of_their_content()
    {
        Assert.AreEqual(SourceFormat.Xlsx, FileGate.Admit("a.xlsx", Workbook, SourceFormat.Auto, Limits));
        Assert.AreEqual(SourceFormat.Docx, FileGate.Admit("a.docx", Document, SourceFormat.Auto, Limits));
        Assert.AreEqual(SourceFormat.Csv, FileGate.Admit("a.tsv", "a,b"u8.ToArray(), SourceFormat.Auto, Limits));
        Assert.AreEqual(SourceFormat.Csv, FileGate.Admit("a.export", "a,b"u8.ToArray(), SourceFormat.Auto, Limits));
    }

    [TestMethod]
    public void An_empty_file_is_refused() => Assert.AreEqual(ContractProblemKind.FileEmpty, Refusal("a.csv", []).Kind);

    [TestMethod]
    public void Content_that_is_not_what_the_name_says_is_refused()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        var cases = new (string Name, byte[] Bytes, string Found, string Expected)[]
        {
            ("a.xlsx", "<html><table>"u8.ToArray(), "html", "xlsx"),
            ("a.xlsx", "Mã,Điểm"u8.ToArray(), "text", "xlsx"),
            ("a.xlsx", Document, "docx", "xlsx"),
            ("a.xlsx", ole, "ole", "xlsx"),
            ("a.docx", Workbook, "xlsx", "docx"),
            ("a.csv", Workbook, "xlsx", "csv"),
            ("a.csv", Encoding.Unicode.GetBytes("<!DOCTYPE html>"), "html", "csv"),
            ("a.csv", "%PDF-1.7"u8.ToArray(), "pdf", "csv"),
            ("a.xlsx", Office.Zip(("readme.txt", "a")), "zip", "xlsx"),
            ("a.pdf", "%PDF-1.7"u8.ToArray(), "pdf", "csv, xlsx, docx, sav"),
        };
        foreach (var (name, bytes, found, expected) in cases)
            Assert.AreEqual(new ContractProblem(ContractProblemKind.ContentTypeMismatch, name, null, found, expected), Refusal(name, bytes));
    }

    [TestMethod]
    public void The_stated_format_counts_as_well_as_the_name()
    {
        Assert.AreEqual("csv", Refusal("a.xlsx", Workbook, stated: SourceFormat.Csv).Expected);
        Assert.AreEqual("xlsx", Refusal("a.dat", "text"u8.ToArray(), stated: SourceFormat.Xlsx).Expected);
    }

    [TestMethod]
    public void A_file_above_the_limit_is_refused() =>
        Assert.AreEqual(ContractProblemKind.OutOfRange, Refusal("a.csv", new byte[4096], Limits with { Bytes = 4095 }).Kind);

    [TestMethod]
    public void An_archive_bomb_is_refused_by_ratio_and_by_total()
    {
        // 12 MB of spaces pack to some 12 KB: far above ratio 100, and beyond the 10 MB that are free of it.
        var bomb = With("xl/media/blank.txt", new string(' ', 12 << 20));
        Assert.AreEqual(("xl/media/blank.txt", "ratio ≤ 100"), FoundAndExpected(Refusal("a.xlsx", bomb)));
        Assert.AreEqual("≤ 8 MB unpacked", Refusal("a.xlsx", bomb, Limits with { UnpackedBytes = 8 << 20 }).Expected);
        Assert.AreEqual(SourceFormat.Xlsx, FileGate.Admit("a.xlsx", With("xl/media/blank.txt", new string(' ', 9 << 20)), SourceFormat.Auto, Limits));
    }

    [TestMethod]
    public void The_total_counts_all_entries_together()
    {
        var many = Office.Zip([.. Parts(), .. Enumerable.Range(0, 10).Select(n => ($"xl/media/{n}.txt", new string('a', 1 << 20)))]);
        Assert.AreEqual("≤ 8 MB unpacked", Refusal("a.xlsx", many, Limits with { UnpackedBytes = 8 << 20 }).Expected);
    }

    [TestMethod]
    [DataRow("../evil.xml")]
    [DataRow("xl/../../evil.xml")]
    [DataRow("/etc/passwd")]
    [DataRow("C:/evil.xml")]
    [DataRow("..\\evil.xml")]
    public void A_path_that_leads_out_is_refused(string name)
    {
        var problem = Refusal("a.xlsx", With(name, "x"));
        Assert.AreEqual((ContractProblemKind.HostileArchive, "path inside the archive"), (problem.Kind, problem.Expected));
    }

    [TestMethod]
    public void An_entry_that_stands_twice_is_refused() => Assert.AreEqual("each entry once", Refusal("a.xlsx", With("XL/workbook.xml", "x")).Expected);

    [TestMethod]
    public void An_archive_inside_the_archive_is_refused()
    {
        using var bytes = new MemoryStream();
        bytes.Write(Workbook);
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var inner = archive.CreateEntry("xl/embeddings/inner.bin").Open();
            inner.Write(Office.Zip(("a", "b")));
        }
        Assert.AreEqual(("xl/embeddings/inner.bin", "no archive inside"), FoundAndExpected(Refusal("a.xlsx", bytes.ToArray())));
    }

    [TestMethod]
    [DataRow("xl/evil.xml")]
    [DataRow("xl/_rels/evil.xml.rels")]
    [DataRow("xl/drawings/evil.vml")]
    public void A_document_type_in_any_part_is_refused(string name)
    {
        const string Laughs = "<?xml version=\"1.0\"?><!-- --><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
        Assert.AreEqual((name, "no DTD"), FoundAndExpected(Refusal("a.xlsx", With(name, Laughs))));
    }

    [TestMethod]
    public void Too_many_entries_are_refused() => Assert.AreEqual("≤ 3", Refusal("a.xlsx", Workbook, Limits with { Entries = 3 }).Expected);

    [TestMethod]
    public void A_damaged_archive_is_unreadable() =>
        Assert.AreEqual(ContractProblemKind.FileUnreadable, Refusal("a.xlsx", Workbook[..^40]).Kind);

    static (string?, string?) FoundAndExpected(ContractProblem problem)
    {
        Assert.AreEqual(ContractProblemKind.HostileArchive, problem.Kind);
        return (problem.Found, problem.Expected);
    }

    static IReadOnlyList<(string Name, string Content)> Parts() => Office.WorkbookParts([("Sheet1", "", [["a"], [1]])], from1904: false);

    static byte[] With(string name, string content) => Office.Zip([.. Parts(), (name, content)]);
}
