using System.Text.Json;

namespace ImpactEval.App.Tests;

[TestClass]
public sealed class SelfTestVerbTests
{
    const string Entry = """{"id":"gain","procedure":"paired_t_test","scope":"core","dataset":"scores","arguments":{"pre":{"column":"pre"},"post":{"column":"post"}},"expected":{"mean_diff":2},"tolerance":{"rel":0,"abs":1e-12}}""";

    static Task<ProgramRun> RunAsync(string? oracle, params string[] options) =>
        ProgramRun.OfAsync(new Dictionary<string, string?> { ["IMPACTEVAL_ORACLE"] = oracle }, ["self-test", .. options]);

    static TemporaryFolder Oracle(string entries)
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "data"));
        File.WriteAllText(Path.Combine(folder.Path, "data", "scores.csv"), "pre,post\n1,4\n2,3\n3,5\n");
        File.WriteAllText(Path.Combine(folder.Path, "topic.json"), entries);
        return folder;
    }

    [TestMethod]
    public async Task Without_an_oracle_it_says_so_and_everything_agrees()
    {
        var run = await RunAsync(null, "--lang", "en");
        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Contains(run.Output, "Wampler5", StringComparison.Ordinal);
        StringAssert.Contains(run.Output, "random_effects_meta", StringComparison.Ordinal);
        StringAssert.Contains(run.Output, "There is no larger oracle: the environment variable IMPACTEVAL_ORACLE is not set.", StringComparison.Ordinal);
        Assert.EndsWith("Every number agrees.", run.Output.TrimEnd());
    }

    [TestMethod]
    public async Task It_speaks_Vietnamese_by_default()
    {
        var run = await RunAsync(null);
        StringAssert.Contains(run.Output, "Mọi con số đều khớp.", StringComparison.Ordinal);
        StringAssert.Contains(run.Output, "hồi quy tuyến tính", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task An_oracle_is_compared_procedure_by_procedure()
    {
        using var folder = Oracle($"[{Entry}]");
        var run = await RunAsync(folder.Path, "--json");
        Assert.AreEqual(0, run.ExitCode, run.Error);
        var found = JsonDocument.Parse(run.Output).RootElement.GetProperty("oracle")[0];
        Assert.AreEqual("paired_t_test", found.GetProperty("procedure").GetString());
        Assert.AreEqual(1, found.GetProperty("compared").GetInt32());
        Assert.IsTrue(found.GetProperty("agrees").GetBoolean());
        Assert.DoesNotContain(folder.Path, run.Output);
    }

    [TestMethod]
    public async Task A_number_that_differs_is_named_and_the_exit_code_is_1()
    {
        using var folder = Oracle($"[{Entry.Replace("\"mean_diff\":2", "\"mean_diff\":2.5", StringComparison.Ordinal)}]");
        var run = await RunAsync(folder.Path, "--lang", "en");
        Assert.AreEqual(1, run.ExitCode);
        StringAssert.Contains(run.Output, "topic/gain: mean_diff: expected 2.5, found 2", StringComparison.Ordinal);
        StringAssert.Contains(run.Output, "Numbers do not agree.", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("{ not json", 3, "topic.json")]
    [DataRow("{}", 3, "not a list of entries")]
    [DataRow("[]", 3, "holds no entries")]
    [DataRow("""[{"id":"x"}]""", 3, "incomplete entry")]
    [DataRow("""[{"id":"x","dataset":"elsewhere"}]""", 4, "elsewhere.csv")]
    public async Task A_broken_oracle_is_told_clearly(string entries, int exitCode, string said)
    {
        using var folder = Oracle(entries);
        var run = await RunAsync(folder.Path, "--lang", "en");
        Assert.AreEqual(exitCode, run.ExitCode);
        StringAssert.Contains(run.Error, said, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_folder_that_is_not_there_is_told()
    {
        var run = await RunAsync(Path.Combine(Path.GetTempPath(), "no-such-oracle"), "--lang", "en");
        Assert.AreEqual(4, run.ExitCode);
        StringAssert.Contains(run.Error, "no-such-oracle", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task The_page_of_results_lists_what_is_compared_and_what_is_left_out()
    {
        using var folder = Oracle($"[{Entry}]");
        var run = await RunAsync(folder.Path, "--markdown");
        StringAssert.Contains(run.Output, "| `paired_t_test` | 1 | 0 | 0.000 |", StringComparison.Ordinal);
        var leftOut = run.Output[run.Output.IndexOf("## Left out", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToArray();
        Assert.IsNotEmpty(leftOut);
        // The page in the repository was made by this command: its list of what is left out is the one the engine uses.
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "docs", "results", "conformance.md"));
        foreach (var line in leftOut)
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            Assert.IsTrue(page.Split('\n').Any(row => row.StartsWith($"| {cells[1]} | {cells[2]} | ", StringComparison.Ordinal) && row.EndsWith($" | {cells[4]} |", StringComparison.Ordinal)), line);
        }
    }
}
