using ImpactEval.Reporting.Tests;

namespace ImpactEval.App.Tests;

/// <summary>The main job, run as a user runs it, on the sample study.</summary>
[TestClass]
public sealed class EvaluateVerbTests
{
    static readonly TemporaryFolder Folder = new();
    static ProgramRun first = null!;

    [ClassInitialize]
    public static async Task RunTheMainJob(TestContext context) =>
        first = await ProgramRun.OfAsync("evaluate", Repository.SampleStudy, "--out", Folder["first"], "--database", Folder["store"]);

    [ClassCleanup]
    public static void Clean() => Folder.Dispose();

    [TestMethod]
    public void It_ends_well_and_says_where_the_workbook_is()
    {
        Assert.AreEqual(0, first.ExitCode, first.Error);
        StringAssert.Contains(first.Output, Workbook("first"), StringComparison.Ordinal);
        Assert.IsGreaterThan(20_000, new FileInfo(Workbook("first")).Length);
    }

    [TestMethod]
    public void It_prints_the_findings_with_a_forest_plot_and_no_causal_claim()
    {
        StringAssert.Contains(first.Output, "●", StringComparison.Ordinal);
        StringAssert.Contains(first.Output, "Không có nhóm đối chứng", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_second_run_finds_nothing_new_and_writes_the_same_bytes()
    {
        var second = await ProgramRun.OfAsync("evaluate", Repository.SampleStudy, "--out", Folder["second"], "--database", Folder["store"]);
        Assert.AreEqual(0, second.ExitCode, second.Error);
        AssertSameBytes("second");
    }

    [TestMethod]
    public async Task Another_store_with_another_key_gives_the_same_bytes()
    {
        var elsewhere = await ProgramRun.OfAsync("evaluate", Repository.SampleStudy, "--out", Folder["elsewhere"], "--database", Folder["other-store"]);
        Assert.AreEqual(0, elsewhere.ExitCode, elsewhere.Error);
        AssertSameBytes("elsewhere");
    }

    [TestMethod]
    public async Task The_language_of_the_screen_does_not_change_the_results()
    {
        var english = await ProgramRun.OfAsync("evaluate", Repository.SampleStudy, "--out", Folder["english"], "--database", Folder["store"], "--lang", "en");
        StringAssert.Contains(english.Output, "There is no comparison group", StringComparison.Ordinal);
        AssertSameBytes("english");
    }

    [TestMethod]
    public async Task Findings_follow_the_published_schema()
    {
        var offences = PublishedSchema.Offences(await File.ReadAllTextAsync(Path.Combine(Folder["first"], "findings.json")));
        Assert.IsEmpty(offences, string.Join("; ", offences.Take(5)));
    }

    [TestMethod]
    public async Task As_JSON_it_prints_the_findings_and_nothing_else()
    {
        var json = await ProgramRun.OfAsync("evaluate", Repository.SampleStudy, "--out", Folder["json"], "--database", Folder["store"], "--json");
        Assert.AreEqual(await File.ReadAllTextAsync(Path.Combine(Folder["json"], "findings.json")), json.Output);
    }

    [TestMethod]
    public async Task The_report_of_the_latest_findings_is_the_same_workbook()
    {
        var report = await ProgramRun.OfAsync("report", Repository.SampleStudy, "--out", Folder["report"], "--database", Folder["store"]);
        Assert.AreEqual(0, report.ExitCode, report.Error);
        AssertSameBytes("report");
    }

    [TestMethod]
    public async Task Nothing_to_report_is_said()
    {
        var report = await ProgramRun.OfAsync("report", Repository.SampleStudy, "--out", Folder["nothing"], "--database", Folder["empty-store"]);
        Assert.AreEqual(4, report.ExitCode);
        StringAssert.Contains(report.Error, "impacteval evaluate", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_mended_file_replaces_what_was_read_from_it_before()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        await ProgramRun.OfAsync("import", study);
        var file = Directory.GetFiles(Path.Combine(study, "files"), "*.csv").Order(StringComparer.Ordinal).First();
        var lines = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, [.. lines, (byte)'\n']);
        var again = await ProgramRun.OfAsync("import", study, "--json");
        Assert.AreEqual(0, again.ExitCode, again.Error);
        Assert.AreEqual(1, again.Output.Split("\"state\": \"replaced\"").Length - 1, again.Output);
        Assert.AreEqual(0, again.Output.Split("\"state\": \"imported\"").Length - 1);
    }

    [TestMethod]
    public async Task More_warnings_than_allowed_end_with_their_own_exit_code() =>
        Assert.AreEqual(1, (await ProgramRun.OfAsync("check", Repository.SampleStudy, "--max-warnings", "0")).ExitCode);

    static string Workbook(string run) => Directory.GetFiles(Folder[run], "*.xlsx").Single();

    static void AssertSameBytes(string run)
    {
        foreach (var file in new[] { Path.GetFileName(Workbook("first")), "findings.json" })
            CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(Folder["first"], file)), File.ReadAllBytes(Path.Combine(Folder[run], file)), file);
    }
}
