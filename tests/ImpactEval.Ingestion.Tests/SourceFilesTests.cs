using System.Text;
using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests;

[TestClass]
public sealed class SourceFilesTests
{
    static readonly Source Roster = SampleStudy.Whole().Sources[0];

    static string[] Find(TemporaryFolder folder, string pattern) =>
        [.. SourceFiles.Find(folder.Path, Roster with { File = pattern }).Select(file => file.Name)];

    [TestMethod]
    public void Files_that_fit_the_pattern_come_in_ordinal_order_with_forward_slashes()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "files/b/02.csv", "files/a/10.csv", "files/a/9.csv", "files/a/B.csv", "files/a/x.txt", "files/a/.ẩn.csv", "files/a/~$9.csv" })
            folder.Write(name, "x");
        CollectionAssert.AreEqual(new[] { "files/a/10.csv", "files/a/9.csv", "files/a/B.csv", "files/b/02.csv" }, Find(folder, "files/*/*.csv"));
        CollectionAssert.AreEqual(new[] { "files/a/9.csv" }, Find(folder, "files/a/9.csv"));
    }

    [TestMethod]
    public void A_decomposed_file_name_fits_a_composed_pattern_and_is_named_composed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Đợt 1.csv".Normalize(NormalizationForm.FormD), "x");
        var file = SourceFiles.Find(folder.Path, Roster with { File = "Đợt*.csv" }).Single();
        Assert.AreEqual("Đợt 1.csv", file.Name);
        Assert.IsTrue(File.Exists(file.FullPath));
    }

    [TestMethod]
    [DataRow("files/danh-sahc.xlsx", "files/danh-sach.xlsx")]
    [DataRow("file/danh-sach.xlsx", "files")]
    [DataRow("files/zzzzzz.csv", null)]
    public void A_missing_file_is_told_with_the_nearest_name(string pattern, string? nearest)
    {
        using var folder = new TemporaryFolder();
        folder.Write("files/danh-sach.xlsx", "x");
        folder.Write("files/khac.csv", "x");
        var problem = Assert.ThrowsExactly<BrokenContractException>(() => Find(folder, pattern)).Problems.Single();
        Assert.AreEqual(new ContractProblem(ContractProblemKind.SourceFileMissing, pattern, null, null, pattern, nearest), problem);
    }

    [TestMethod]
    [DataRow("../x.csv")]
    [DataRow("/etc/passwd")]
    [DataRow("a/../../x.csv")]
    [DataRow("C:/x.csv")]
    [DataRow("a\\x.csv")]
    [DataRow("")]
    public void A_pattern_that_leads_out_of_the_folder_finds_nothing(string pattern) => Assert.IsFalse(SourceFiles.IsInside(pattern));

    [TestMethod]
    public void A_file_that_vanished_is_an_io_error()
    {
        var file = new SourceFile(Roster, "x.csv", Path.Combine(Path.GetTempPath(), "impacteval-no-such-folder", "x.csv"));
        Assert.Throws<IOException>(() => SourceReader.Check(SampleStudy.Whole(), file));
    }
}
