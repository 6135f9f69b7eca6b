namespace ImpactEval.App.Tests;

[TestClass]
public sealed class UsageTests
{
    [TestMethod]
    public async Task Help_is_Vietnamese_by_default_and_holds_examples()
    {
        var help = await ProgramRun.OfAsync("evaluate", "--help");
        Assert.AreEqual(0, help.ExitCode);
        StringAssert.Contains(help.Output, "Cách dùng:", StringComparison.Ordinal);
        StringAssert.Contains(help.Output, "Ví dụ:", StringComparison.Ordinal);
        StringAssert.Contains(help.Output, "impacteval evaluate data-samples/jica-young-leaders", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Help_is_English_when_asked()
    {
        var help = await ProgramRun.OfAsync("--help", "--lang", "en");
        Assert.AreEqual(0, help.ExitCode);
        StringAssert.Contains(help.Output, "Usage:", StringComparison.Ordinal);
        foreach (var verb in new[] { "evaluate", "check", "import", "report", "schema", "statistic" })
            StringAssert.Contains(help.Output, verb, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("evalute", "evaluate")]
    [DataRow("chek", "check")]
    public async Task An_unknown_verb_names_the_nearest_one(string typed, string meant)
    {
        var run = await ProgramRun.OfAsync(typed, "x");
        Assert.AreEqual(2, run.ExitCode);
        StringAssert.Contains(run.Error, typed, StringComparison.Ordinal);
        StringAssert.Contains(run.Error, $"“{meant}”", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task An_unknown_option_names_the_nearest_one()
    {
        var run = await ProgramRun.OfAsync("evaluate", "x", "--databse", "y");
        Assert.AreEqual(2, run.ExitCode);
        StringAssert.Contains(run.Error, "--database", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_missing_study_is_said_in_the_language_asked_for()
    {
        var run = await ProgramRun.OfAsync("evaluate", "--lang", "en");
        Assert.AreEqual(2, run.ExitCode);
        StringAssert.Contains(run.Error, "STUDY is missing", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("study", "primaryOutcomes")]
    [DataRow("findings", "runId")]
    public async Task Schemas_are_printed(string name, string key)
    {
        var run = await ProgramRun.OfAsync("schema", name);
        Assert.AreEqual(0, run.ExitCode);
        StringAssert.Contains(run.Output, $"\"{key}\"", StringComparison.Ordinal);
    }
}
