using System.Text.Json;

namespace ImpactEval.App.Tests;

/// <summary><c>check FILE [PAIRED_FILE]</c> as a user runs it.</summary>
[TestClass]
public sealed class CheckFileTests
{
    static string Written(TemporaryFolder folder, string name, params string[] lines)
    {
        File.WriteAllLines(folder[name], lines);
        return folder[name];
    }

    static string Class(TemporaryFolder folder, string name = "lop.csv") =>
        Written(folder, name, "Mã học viên,Họ và tên,Điểm trước,Điểm sau", "A1,Người Một,40.5,60.5", "A2,Người Hai,45.5,62.5", "A3,Người Ba,50.5,64.5", "A4,Người Bốn,43.5,vắng");

    [TestMethod]
    public async Task One_file_is_one_object_with_its_figures_and_defects()
    {
        using var folder = new TemporaryFolder();

        var run = await ProgramRun.OfAsync("check", Class(folder), "--json");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        var read = JsonDocument.Parse(run.Output).RootElement;
        Assert.AreEqual("wide-table", read.GetProperty("format").GetString());
        Assert.AreEqual(3, read.GetProperty("paired").GetProperty("n").GetInt32());
        // Gains of 20, 17 and 14: mean 17, standard deviation 3, d_z = 17/3.
        Assert.AreEqual(5.6667, read.GetProperty("paired").GetProperty("cohen_dz").GetDouble(), 1e-12);
        CollectionAssert.AreEqual(new[] { "missing_post", "missing_code" }, read.GetProperty("defects").EnumerateArray().Select(defect => defect.GetProperty("kind").GetString()).ToArray());
    }

    [TestMethod]
    public async Task Two_files_are_an_array_and_the_first_says_who_is_in_both()
    {
        using var folder = new TemporaryFolder();
        var first = Written(folder, "truoc.csv", "Mã học viên,Điểm", "A1,40.5", "A2,45.5", "A3,50.5");
        var second = Written(folder, "sau.csv", "Mã học viên,Điểm", "a3,64.5", "a1,60.5", "a7,62.5");

        var run = await ProgramRun.OfAsync("check", first, second, "--json");

        var read = JsonDocument.Parse(run.Output).RootElement;
        Assert.AreEqual(2, read.GetArrayLength());
        Assert.AreEqual(2, read[0].GetProperty("linked").GetInt32());
        Assert.AreEqual(1, read[0].GetProperty("only_post").GetInt32());
        Assert.AreEqual(17, read[0].GetProperty("paired").GetProperty("mean_diff").GetDouble(), 1e-12);
    }

    [TestMethod]
    public async Task A_refused_file_says_why_and_breaks_its_contract()
    {
        using var folder = new TemporaryFolder();

        var run = await ProgramRun.OfAsync("check", Class(folder, "lop.xlsx"), "--json");

        Assert.AreEqual(3, run.ExitCode);
        var read = JsonDocument.Parse(run.Output).RootElement;
        Assert.AreEqual("hostile", read.GetProperty("format").GetString());
        Assert.AreEqual("content_type_mismatch", read.GetProperty("defects")[0].GetProperty("kind").GetString());
    }

    [TestMethod]
    [DataRow("vi", "không có điểm sau dùng được: 1 – dòng 5; A4")]
    [DataRow("en", "no usable value after: 1 – rows 5; A4")]
    public async Task A_person_reads_it_in_words(string language, string line)
    {
        using var folder = new TemporaryFolder();

        var run = await ProgramRun.OfAsync("check", Class(folder), "--lang", language);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.Contains(line, run.Output);
    }

    [TestMethod]
    public async Task More_defects_than_allowed_and_a_missing_second_file_have_their_exit_codes()
    {
        using var folder = new TemporaryFolder();

        Assert.AreEqual(1, (await ProgramRun.OfAsync("check", Class(folder), "--max-warnings", "1")).ExitCode);
        Assert.AreEqual(4, (await ProgramRun.OfAsync("check", Class(folder), folder["nicht-da.csv"])).ExitCode);
        Assert.AreEqual(4, (await ProgramRun.OfAsync("check", folder["nicht-da.csv"])).ExitCode);
    }

    [TestMethod]
    public async Task The_same_file_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var file = Class(folder);

        Assert.AreEqual((await ProgramRun.OfAsync("check", file, "--json")).Output, (await ProgramRun.OfAsync("check", file, "--json")).Output);
    }
}
