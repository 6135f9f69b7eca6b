using System.Text.Json;

namespace ImpactEval.App.Tests;

[TestClass]
public sealed class BadInputTests
{
    const int ContractBroken = 3, SourceMissing = 4;

    [TestMethod]
    public async Task A_folder_that_is_not_there()
    {
        using var folder = new TemporaryFolder();
        await Refused(folder["nowhere"], SourceMissing, "nowhere");
        Assert.IsFalse(Directory.Exists(folder["nowhere"]));
    }

    [TestMethod]
    public async Task A_report_that_cannot_be_written_is_named_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["file"], "");
        var run = await ProgramRun.OfAsync("evaluate", folder.CopyOfSampleStudy(), "--out", Path.Combine(folder["file"], "out"));
        Assert.AreEqual(5, run.ExitCode);
        StringAssert.Contains(run.Error, "Không ghi được");
        StringAssert.Contains(run.Error, "--out");
        Assert.DoesNotContain("   at ", run.Error);
    }

    [TestMethod]
    [DoNotParallelize]
    public async Task Two_runs_of_one_study_at_the_same_time_both_end_well()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        await ProgramRun.OfAsync("evaluate", study);
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ProgramRun.OfAsync("evaluate", study)));
        Assert.IsTrue(runs.All(run => run.ExitCode == 0), string.Join('\n', runs.Select(run => run.Error)));
        Assert.HasCount(2, Directory.GetFiles(Path.Combine(study, "out")));
    }

    [TestMethod]
    public async Task A_folder_without_a_study_file()
    {
        using var folder = new TemporaryFolder();
        await Refused(folder.Path, SourceMissing, "study.yaml");
    }

    [TestMethod]
    public async Task An_unknown_key_names_its_line_and_the_nearest_known_word()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        var file = Path.Combine(study, "study.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("maximumRejectedShare", "maximumRejectedShares", StringComparison.Ordinal));
        await Refused(study, ContractBroken, "maximumRejectedShares", "“maximumRejectedShare”", "study.yaml");
    }

    [TestMethod]
    public async Task A_program_that_asked_for_JSON_gets_the_refusal_as_JSON()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        var file = Path.Combine(study, "study.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("maximumRejectedShare", "maximumRejectedShares", StringComparison.Ordinal));

        var run = await ProgramRun.OfAsync("check", study, "--json");

        Assert.AreEqual(ContractBroken, run.ExitCode);
        var problem = JsonDocument.Parse(run.Output).RootElement.GetProperty("problems")[0];
        Assert.AreEqual("unknown_key", problem.GetProperty("kind").GetString());
        Assert.AreEqual("maximumRejectedShare", problem.GetProperty("nearest").GetString());
        Assert.IsGreaterThan(1, problem.GetProperty("line").GetInt32());
    }

    [TestMethod]
    public async Task A_missing_file_is_named()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        var file = SomeFile(study, "*.csv");
        File.Delete(file);
        await Refused(study, SourceMissing, Path.GetFileName(file));
    }

    [TestMethod]
    public async Task An_empty_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        var file = SomeFile(study, "*.csv");
        await File.WriteAllBytesAsync(file, []);
        await Refused(study, ContractBroken, Path.GetFileName(file));
    }

    [TestMethod]
    public async Task A_file_that_is_not_what_its_name_says_is_refused()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        var file = SomeFile(study, "*.xlsx");
        await File.WriteAllTextAsync(file, "Mã học viên;Điểm\n1;2\n");
        await Refused(study, ContractBroken, Path.GetFileName(file));
    }

    [TestMethod]
    public async Task A_missing_column_names_the_nearest_heading()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        var file = Path.Combine(study, "study.yaml");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace("participant: \"Mã học viên\"", "participant: \"Mã số học viên\"", StringComparison.Ordinal));
        await Refused(study, ContractBroken, "Mã số học viên", "“Mã học viên”");
    }

    [TestMethod]
    public async Task A_server_that_does_not_answer_is_the_surroundings_fault()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        var run = await ProgramRun.OfAsync("evaluate", study, "--database", "Host=127.0.0.1;Port=1;Database=x;Username=x");
        Assert.AreEqual(5, run.ExitCode);
        StringAssert.Contains(run.Error, "không kết nối", StringComparison.Ordinal);
        Assert.IsFalse(run.Error.Contains("   at ", StringComparison.Ordinal), run.Error);
    }

    static string SomeFile(string study, string pattern) => Directory.GetFiles(Path.Combine(study, "files"), pattern).Order(StringComparer.Ordinal).First();

    /// <summary>Refused with this exit code, with these words, without a stack trace, and with nothing in the store.</summary>
    static async Task Refused(string study, int exitCode, params string[] words)
    {
        var run = await ProgramRun.OfAsync("evaluate", study);
        Assert.AreEqual(exitCode, run.ExitCode, run.Error);
        foreach (var word in words)
            StringAssert.Contains(run.Error, word, StringComparison.Ordinal);
        Assert.IsFalse(run.Error.Contains("   at ", StringComparison.Ordinal), run.Error);
        StringAssert.Contains(run.Error, "Không có gì được lưu.", StringComparison.Ordinal);
        Assert.IsFalse(Directory.Exists(Path.Combine(study, ".impacteval")));
        Assert.IsFalse(Directory.Exists(Path.Combine(study, "out")));
    }
}
