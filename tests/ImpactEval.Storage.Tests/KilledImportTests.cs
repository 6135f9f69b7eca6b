using System.Diagnostics;
using System.Globalization;
using Dapper;
using ImpactEval.Studies;
using Npgsql;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests;

[TestClass]
public sealed class KilledImportTests
{
    const int Files = 3;
    const int Rounds = 6;

    /// <summary>
    /// The child saves one revision of every file after the other. In revision r each file has 200 + r assessments whose scores are all r,
    /// so a half-stored or mixed file shows.
    /// </summary>
    [TestMethod]
    [EveryEngine]
    public async Task Killed_at_any_moment_every_file_is_whole_and_nothing_acknowledged_is_lost(string engine)
    {
        await using var place = new TestPlace(engine);
        await (await place.OpenAsync()).DisposeAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var acknowledged = await KillAsync(place, afterLines: 1 + round, TimeSpan.FromMilliseconds(7 * round));
            await using var store = await place.OpenAsync();
            var revisions = await RevisionsAsync(store);
            foreach (var (file, revision) in acknowledged)
                Assert.IsGreaterThanOrEqualTo(revision, revisions[file], $"{file} went back in round {round}.");
            await AssertSoundAsync(place);
        }
    }

    /// <summary>What the child process does.</summary>
    public static async Task<int> SaveUntilKilledAsync(string database, string keyFolder)
    {
        await using var store = await Store.OpenAsync(StoreLocation.Parse(database, keyFolder), CancellationToken.None);
        var imports = new ImportStore(store);
        var reached = (await RevisionsAsync(store)).Values.DefaultIfEmpty().Max();
        for (var revision = reached + 1; ; revision++)
        {
            for (var file = 0; file < Files; file++)
            {
                var records = Revision(file, revision);
                await imports.SaveAsync(WithoutRoster, records, [], CancellationToken.None);
                Console.WriteLine($"{records.FileName} {revision}");
            }
        }
    }

    static FileRecords Revision(int file, int revision) => Before([.. Enumerable.Range(0, 200 + revision)
        .Select(row => Taken($"P{file}-{row}", "pre", row + 2, revision, revision, revision))]) with
    {
        FileName = $"files/before-{file}.csv",
        Sha256 = Sha(revision),
    };

    /// <returns>The last revision of each file that the child said was saved.</returns>
    static async Task<Dictionary<string, int>> KillAsync(TestPlace place, int afterLines, TimeSpan later)
    {
        var assembly = typeof(KilledImportTests).Assembly.Location;
        var (database, keyFolder) = place.Arguments;
        var start = new ProcessStartInfo("dotnet", [assembly, "save", database, keyFolder]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var child = Process.Start(start)!;
        var acknowledged = new Dictionary<string, int>();
        for (var line = 0; line < afterLines; line++)
            Note(await child.StandardOutput.ReadLineAsync());
        await Task.Delay(later);
        child.Kill();
        while (await child.StandardOutput.ReadLineAsync() is { } line)
            Note(line);
        await child.WaitForExitAsync();
        return acknowledged;

        void Note(string? line)
        {
            var words = line?.Split(' ') ?? throw new InvalidOperationException("The child ended before it was killed.");
            // The last line may be cut off by the kill.
            if (words is [var file, var revision] && int.TryParse(revision, CultureInfo.InvariantCulture, out var number))
                acknowledged[file] = Math.Max(number, acknowledged.GetValueOrDefault(file));
        }
    }

    /// <summary>The revision each file is at; fails when a file is not whole.</summary>
    static async Task<IReadOnlyDictionary<string, int>> RevisionsAsync(Store store)
    {
        var reader = new DatasetReader(store);
        var revisions = new Dictionary<string, int>();
        foreach (var file in await reader.FilesAsync(WithoutRoster, CancellationToken.None))
        {
            var dataset = await reader.LoadAsync(WithoutRoster, [file], CancellationToken.None);
            var revision = int.Parse(file.Sha256, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            Assert.HasCount(200 + revision, dataset.Assessments);
            Assert.IsTrue(dataset.Assessments.All(taken => taken.Scores.All(score => score == revision)), $"{file.FileName} is mixed.");
            revisions.Add(file.FileName, revision);
        }
        return revisions;
    }

    static async Task AssertSoundAsync(TestPlace place)
    {
        foreach (var vault in new[] { false, true })
        {
            await using var connection = await place.ConnectAsync(vault);
            if (connection is NpgsqlConnection)
                continue;
            Assert.AreEqual("ok", await connection.QuerySingleAsync<string>("PRAGMA integrity_check"));
            Assert.IsEmpty(await connection.QueryAsync("PRAGMA foreign_key_check"));
        }
        await using var records = await place.ConnectAsync();
        Assert.AreEqual(0L, await records.QuerySingleAsync<long>("""
            SELECT count(*) FROM assessment a JOIN import_file f ON f.import_id = a.import_id WHERE f.state <> 'merged'
            """));
    }
}
