using System.Text.Json;
using ImpactEval.Statistics.Catalogue;

namespace ImpactEval.App.Tests;

/// <summary>Any statistic over a file of the user's own, run as a user runs it.</summary>
[TestClass]
public sealed class StatisticVerbTests
{
    const int Usage = 2, ContractBroken = 3, SourceMissing = 4;

    static readonly TemporaryFolder Folder = new();

    static string Sleep => Folder["sleep.csv"];

    [ClassInitialize]
    public static async Task WriteFiles(TestContext context)
    {
        // Hours of sleep gained under two drugs: Student (1908), Biometrika 6(1), p. 20; as a Vietnamese spreadsheet saves them.
        await File.WriteAllTextAsync(Sleep, """
            người;trước;sau;câu 1;câu 2;ghi chú
            1;0,7;1,9;1;2;a
            2;-1,6;0,8;2;2;b
            3;-0,2;1,1;3;4;a
            4;-1,2;0,1;2;1;b
            5;-0,1;-0,1;4;4;a
            6;3,4;4,4;5;4;b
            7;3,7;5,5;3;3;a
            8;0,8;1,6;2;3;b
            9;0,0;4,6;1;1;a
            10;2,0;3,4;4;5;b
            11;;1,0;3;;a
            """);
    }

    [ClassCleanup]
    public static void Clean() => Folder.Dispose();

    [TestMethod]
    public async Task The_table_is_Vietnamese_with_decimal_commas_and_says_n_method_and_source()
    {
        var run = await OfAsync("d_av", "pre=trước,post=sau");
        Assert.AreEqual(0, run.ExitCode, run.Error);
        foreach (var text in new[] { "0,8322", "[0,2686; 1,372]", "Algina–Keselman, 95 %", "Dùng 10 quan sát; bỏ 1", "Nguồn: Cumming (2012)" })
            StringAssert.Contains(run.Output, text);
    }

    [TestMethod]
    public async Task The_table_is_English_with_decimal_points_when_asked()
    {
        var run = await OfAsync("d_av", "pre=trước,post=sau", "--lang", "en");
        foreach (var text in new[] { "0.8322", "10 observations used; 1 left out", "Source:" })
            StringAssert.Contains(run.Output, text);
    }

    [TestMethod]
    public async Task JSON_holds_the_full_precision_and_what_the_result_rests_on()
    {
        var run = await OfAsync("cohens_d_paired", "pre=trước,post=sau", "--json", "--option", "confidence_level=0.9");
        using var json = JsonDocument.Parse(run.Output);
        var row = json.RootElement.GetProperty("results")[0];
        Assert.AreEqual(1.2845575625910546, row.GetProperty("value").GetDouble(), 1e-12);
        Assert.AreEqual((10, 1), (json.RootElement.GetProperty("size").GetInt32(), json.RootElement.GetProperty("dropped").GetInt32()));
        Assert.AreEqual("noncentral_t", row.GetProperty("intervals").GetProperty("primary").GetProperty("method").GetString());
        Assert.AreEqual("0.9", json.RootElement.GetProperty("options").GetProperty("confidence_level").GetString());
    }

    [TestMethod]
    public async Task An_unbounded_limit_is_null_and_said_to_be_unbounded()
    {
        var run = await OfAsync("paired_t_test", "pre=trước,post=sau", "--json", "--option", "alternative=greater");
        using var json = JsonDocument.Parse(run.Output);
        var interval = json.RootElement.GetProperty("results")[0].GetProperty("intervals").GetProperty("primary");
        Assert.AreEqual(JsonValueKind.Null, interval.GetProperty("upper").ValueKind);
        Assert.IsTrue(interval.GetProperty("unbounded").GetBoolean());
    }

    [TestMethod]
    public async Task A_pattern_takes_all_matching_columns_and_a_repeated_role_accumulates()
    {
        var pattern = await OfAsync("cronbach_alpha", "items=câu*", "--json");
        Assert.AreEqual(0, pattern.ExitCode, pattern.Error);
        Assert.AreEqual(pattern.Output, (await OfAsync("cronbach_alpha", "items=câu 1,items=câu 2", "--json")).Output);
    }

    [TestMethod]
    public async Task Answers_that_are_words_are_in_the_language_of_the_screen()
    {
        var map = await OfAsync("importance_performance", "importance=câu 1,importance=câu 2,performance=sau,performance=trước");
        StringAssert.Contains(map.Output, "ưu tiên");
        var attrition = await OfAsync("attrition_table", "treated=ghi chú,observed=trước");
        Assert.AreEqual(0, attrition.ExitCode, attrition.Error);
        StringAssert.Contains(attrition.Output, "cao");
    }

    [TestMethod]
    public async Task Planning_needs_no_data()
    {
        // G*Power and pwr: 34 pairs find d = 0.5 with power 0.8, two-sided at 5 %.
        var run = await ProgramRun.OfAsync("statistic", "power_t_test", "--option", "solve=n", "--option", "d=0.5", "--lang", "en");
        Assert.AreEqual(0, run.ExitCode, run.Error);
        StringAssert.Contains(run.Output, "33.37");
    }

    [TestMethod]
    [DataRow("d_avv", "pre=trước,post=sau", Usage, "“d_av”")]
    [DataRow("d_av", "pre=truoc,post=sau", Usage, "trước, sau, câu 1, câu 2, ghi chú")]
    [DataRow("d_av", "pre=trước", Usage, "post")]
    [DataRow("d_av", "prr=trước,post=sau", Usage, "“pre”")]
    [DataRow("d_av", "trước", Usage, "trước")]
    [DataRow("d_av", "pre=trước,post=ghi chú", ContractBroken, "ghi chú:2 “a”")]
    [DataRow("d_av", "pre=sau,post=sau", ContractBroken, "không biến thiên")]
    [DataRow("reliable_change", "pre=trước,post=sau", Usage, "--option reliability=0 ≤ x < 1")]
    [DataRow("normalised_gain", "pre=trước,post=sau", Usage, "maximum")]
    public async Task A_failure_is_said_in_words_with_its_exit_code(string name, string columns, int exitCode, string said)
    {
        var run = await OfAsync(name, columns);
        Assert.AreEqual(exitCode, run.ExitCode, run.Error);
        StringAssert.Contains(run.Error, said);
        Assert.AreEqual("", run.Output);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [TestMethod]
    public async Task A_value_off_its_range_or_twice_or_no_value_at_all_is_refused()
    {
        foreach (var (option, said) in new[] { ("confidence_level=2", "0 < x < 1"), ("confidence_level=abc", "abc"), ("confidence_level", "confidence_level"), ("confidnce_level=0.9", "“confidence_level”") })
        {
            var run = await OfAsync("d_av", "pre=trước,post=sau", "--option", option);
            Assert.AreEqual(Usage, run.ExitCode, option);
            StringAssert.Contains(run.Error, said);
        }
        Assert.AreEqual(Usage, (await OfAsync("d_av", "pre=trước,post=sau", "--option", "confidence_level=0.9", "--option", "confidence_level=0.8")).ExitCode);
    }

    [TestMethod]
    public async Task Files_that_are_missing_or_broken_are_named()
    {
        var missing = await ProgramRun.OfAsync("statistic", "d_av", "--data", Folder["none.csv"], "--columns", "pre=a,post=b");
        Assert.AreEqual(SourceMissing, missing.ExitCode);
        StringAssert.Contains(missing.Error, "none.csv");
        await File.WriteAllTextAsync(Folder["ragged.csv"], "a,b\n1,2\n3\n");
        var ragged = await ProgramRun.OfAsync("statistic", "d_av", "--data", Folder["ragged.csv"], "--columns", "pre=a,post=b");
        Assert.AreEqual(ContractBroken, ragged.ExitCode);
        StringAssert.Contains(ragged.Error, "3");
        Assert.AreEqual(Usage, (await ProgramRun.OfAsync("statistic", "d_av", "--columns", "pre=a,post=b")).ExitCode);
        Assert.AreEqual(Usage, (await ProgramRun.OfAsync("statistic")).ExitCode);
    }

    [TestMethod]
    public async Task The_list_names_every_statistic_with_its_columns_and_defaults()
    {
        var list = await ProgramRun.OfAsync("statistic", "--list");
        Assert.AreEqual(0, list.ExitCode, list.Error);
        foreach (var entry in StatisticsCatalogue.All)
            StringAssert.Contains(list.Output, $"  {entry.Name} – ");
        StringAssert.Contains(list.Output, "confidence_level=0.95");
        var one = await ProgramRun.OfAsync("statistic", "tost", "--list", "--lang", "en");
        StringAssert.Contains(one.Output, "pre: score before (numbers)");
    }

    [TestMethod]
    public async Task The_list_as_JSON_tells_programs_all_they_need_to_ask()
    {
        using var json = JsonDocument.Parse((await ProgramRun.OfAsync("statistic", "--list", "--json")).Output);
        Assert.AreEqual(StatisticsCatalogue.All.Count, json.RootElement.GetArrayLength());
        var tost = json.RootElement.EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == "tost");
        Assert.AreEqual(3, tost.GetProperty("columns").GetArrayLength());
        Assert.AreEqual("0.05", tost.GetProperty("options").EnumerateArray().Single(option => option.GetProperty("name").GetString() == "alpha").GetProperty("default").GetString());
    }

    [TestMethod]
    public async Task Help_has_examples()
    {
        var help = await ProgramRun.OfAsync("statistic", "--help");
        StringAssert.Contains(help.Output, "impacteval statistic paired_effects --data");
        StringAssert.Contains(help.Output, "--columns");
    }

    static Task<ProgramRun> OfAsync(string name, string columns, params IEnumerable<string> more) =>
        ProgramRun.OfAsync(["statistic", name, "--data", Sleep, "--columns", columns, .. more]);
}
