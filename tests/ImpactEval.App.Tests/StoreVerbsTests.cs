using System.Text.Json;

namespace ImpactEval.App.Tests;

/// <summary>The verbs that look after a store, as an officer runs them one after the other.</summary>
[TestClass]
public sealed class StoreVerbsTests
{
    const string Answers = "phieu-theo-doi.xlsx", Person = "LDT-004";

    [TestMethod]
    public async Task An_undone_file_stays_out_until_it_is_asked_for_again()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        await DoneAsync("evaluate", study);

        StringAssert.Contains(await DoneAsync("undo", study, Answers), Answers, StringComparison.Ordinal);
        Assert.AreEqual(4, (await ProgramRun.OfAsync("report", study)).ExitCode);
        StringAssert.Contains(await DoneAsync("import", study), $"--again {Answers}", StringComparison.Ordinal);
        Assert.AreEqual("undone", await StateAsync(study));
        Assert.DoesNotContain("--again", await DoneAsync("import", study, "--again", Answers), StringComparison.Ordinal);
        Assert.AreEqual("merged", await StateAsync(study));
        Assert.AreEqual(4, (await ProgramRun.OfAsync("undo", study, "khong-co.xlsx")).ExitCode);
        StringAssert.Contains(await DoneAsync("audit", "verify", study), "nguyên vẹn", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_backup_brings_the_same_findings_back()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        var before = await DoneAsync("evaluate", study, "--json");
        await DoneAsync("backup", study, folder["kho.iebackup"]);
        Directory.Delete(Path.Combine(study, ".impacteval"), recursive: true);

        await DoneAsync("restore", folder["kho.iebackup"], study);

        Assert.AreEqual(before, await DoneAsync("evaluate", study, "--json"));
        StringAssert.Contains(await DoneAsync("import", study), "mới hoặc đã đổi: 0", StringComparison.Ordinal);
        var refused = await ProgramRun.OfAsync("restore", folder["kho.iebackup"], study);
        Assert.AreEqual(5, refused.ExitCode);
        StringAssert.Contains(refused.Error, "--force", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task An_erased_person_does_not_come_back_and_the_findings_are_made_anew()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        await DoneAsync("evaluate", study);

        using var proof = JsonDocument.Parse(await DoneAsync("erase", study, Person, "--json", "--actor", "Phòng Đánh giá"));

        Assert.IsTrue(proof.RootElement.GetProperty("wiped").GetBoolean());
        Assert.AreEqual("Phòng Đánh giá", proof.RootElement.GetProperty("entry").GetProperty("actor").GetString());
        Assert.DoesNotContain(Person, proof.RootElement.GetProperty("entry").GetRawText(), StringComparison.Ordinal);
        foreach (var file in proof.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("fileName").GetString()!).Where(file => file.Contains(Person, StringComparison.Ordinal)))
            File.Delete(Path.Combine(study, file));
        await DoneAsync("evaluate", study);
        foreach (var file in Directory.GetFiles(Path.Combine(study, ".impacteval")))
            Assert.DoesNotContain(Person, System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal, file);
        Assert.AreEqual(4, (await ProgramRun.OfAsync("erase", study, "KHONG-CO")).ExitCode);
        Assert.AreEqual(2, (await ProgramRun.OfAsync("erase", study)).ExitCode);
    }

    [TestMethod]
    public async Task The_doctor_is_content_with_a_fresh_store_and_names_a_missing_key()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        await DoneAsync("import", study);
        await DoneAsync("doctor", study);
        File.Delete(Path.Combine(study, ".impacteval", "vault.key"));

        var run = await ProgramRun.OfAsync("doctor", study, "--json");

        Assert.AreEqual(5, run.ExitCode);
        StringAssert.Contains(run.Output, "\"vault_key\"", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_store_without_a_cluster_says_so()
    {
        using var folder = new TemporaryFolder();
        var study = folder.CopyOfSampleStudy();
        await DoneAsync("migrate", study);
        var run = await ProgramRun.OfAsync("migrate", study, "--distributed");
        Assert.AreEqual(5, run.ExitCode);
        StringAssert.Contains(run.Error, "Citus", StringComparison.Ordinal);
    }

    static async Task<string> DoneAsync(params string[] arguments)
    {
        var run = await ProgramRun.OfAsync(arguments);
        Assert.AreEqual(0, run.ExitCode, run.Error + run.Output);
        return run.Output;
    }

    static async Task<string> StateAsync(string study)
    {
        using var imports = JsonDocument.Parse(await DoneAsync("imports", study, "--json"));
        return imports.RootElement.EnumerateArray().Single(import => import.GetProperty("file").GetProperty("fileName").GetString()!.EndsWith(Answers, StringComparison.Ordinal))
            .GetProperty("state").GetString()!;
    }
}
