using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ImpactEval.Samples;

namespace ImpactEval.App.Tests;

/// <summary>Nobody of the sample's invented people stands in what leaves, in the store of answers, or on the screen.</summary>
[TestClass]
public sealed class PrivacyTests
{
    static readonly TemporaryFolder Folder = new();
    static ProgramRun run = null!;

    [ClassInitialize]
    public static async Task RunTheMainJob(TestContext context) =>
        run = await ProgramRun.OfAsync("evaluate", Repository.SampleStudy, "--out", Folder["out"], "--database", Folder["store"]);

    [ClassCleanup]
    public static void Clean() => Folder.Dispose();

    [TestMethod]
    public void Names_numbers_and_addresses_planted_in_answers_do_not_get_past_the_vault() => AssertNowhere(Planted());

    [TestMethod]
    public void Names_numbers_and_addresses_of_the_roster_do_not_get_past_the_vault() =>
        AssertNowhere(JicaYoungLeaders.Generate().Participants.SelectMany(participant => new[] { participant.Person.Name, participant.Person.Email, participant.Person.Phone }));

    [TestMethod]
    public void Codes_of_participants_stand_in_nothing_that_leaves()
    {
        foreach (var (place, text) in Leaving())
        {
            foreach (var participant in JicaYoungLeaders.Generate().Participants)
                Assert.IsFalse(text.Contains(participant.Code, StringComparison.Ordinal), $"{participant.Code} in {place}");
        }
    }

    [TestMethod]
    public void The_vault_and_its_key_are_for_their_owner_only()
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in new[] { "vault.db", "vault.key" })
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Folder["store"], file)), file);
    }

    static void AssertNowhere(IEnumerable<string> secrets)
    {
        var store = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(Folder["store"], "store.db")));
        foreach (var (place, text) in Leaving().Append(("the store", store)).Append(("the screen", run.Output + run.Error)))
        {
            foreach (var secret in secrets)
                Assert.IsFalse(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} in {place}");
        }
    }

    static IEnumerable<(string Place, string Text)> Leaving()
    {
        yield return ("findings.json", File.ReadAllText(Path.Combine(Folder["out"], "findings.json")));
        using var workbook = ZipFile.OpenRead(Directory.GetFiles(Folder["out"], "*.xlsx").Single());
        foreach (var part in workbook.Entries)
        {
            using var reader = new StreamReader(part.Open(), Encoding.UTF8);
            yield return (part.FullName, reader.ReadToEnd());
        }
    }

    static string[] Planted()
    {
        using var planted = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.SampleStudy, "truth", "personal-data.json")));
        return [.. planted.RootElement.EnumerateArray().SelectMany(answer => answer.GetProperty("planted").EnumerateArray()).Select(item => item.GetProperty("found").GetString()!)];
    }
}
