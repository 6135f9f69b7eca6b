using System.Diagnostics;
using System.Globalization;

namespace ImpactEval.Benchmarks.Load;

/// <summary>
/// Kills imports at random points, takes the database away from them and the room on the disk, and looks every time whether the store holds the old
/// content or the new one whole, whether anything acknowledged is gone, and whether the next run completes.
/// </summary>
sealed class KillRounds : IDisposable
{
    /// <summary>Few enough to be quick, many enough for several batches.</summary>
    const int Lines = 20_000;

    readonly string folder = Directory.CreateTempSubdirectory("impacteval-kill-").FullName;
    readonly Random chance = new(1);
    SurveyFile survey;
    int content, expected, wrong;

    KillRounds() => survey = NewContent();

    public static int Print(int rounds)
    {
        using var kills = new KillRounds();
        using var server = new ThrowAwayServer();
        IStoreUnderTest[] stores = [new SqliteUnderTest(Path.Combine(kills.folder, "store")), new PostgresUnderTest(server)];
        Console.WriteLine($"{rounds} rounds each, {Lines} lines of {SurveyFile.Items} items, chance from seed 1.");
        Console.WriteLine();
        Console.WriteLine("| | rounds | besides, ended before | old content whole | new content whole | half | acknowledged and lost | next run failed |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var store in stores)
            kills.Run($"kill -9, {store.Name}", store, rounds, KillRounds.Kill);
        var postgres = stores[1];
        kills.Run("pg_terminate_backend", postgres, rounds / 5, (_, _) => server.Ask<long>(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'impacteval'"));
        kills.Run("server stopped at once", postgres, rounds / 5, (_, _) => server.StopHard(), server.StartAgain);
        kills.Run("two imports at once, SQLite", stores[0], rounds / 5, kills.ImportBeside);
        kills.Run("two imports at once, PostgreSQL", postgres, rounds / 5, kills.ImportBeside);
        if (Environment.UserName == "root")
            kills.FillDisks(rounds / 5);
        return kills.wrong == 0 ? 0 : 1;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static void Kill(Process process, IStoreUnderTest store) => process.Kill();

    void ImportBeside(Process process, IStoreUnderTest store) => TimedRun.OfImport(survey, store.Database).OrThrow();

    /// <summary>The disk has room for a part of what the import writes; afterwards there is enough again.</summary>
    void FillDisks(int rounds)
    {
        const double WrittenAtMost = 16;
        using var disk = new SmallDisk();
        var sqlite = new SqliteUnderTest(Path.Combine(disk.Path, "store"));
        Run("disk full, SQLite", sqlite, rounds, static (_, _) => { }, disk.MakeRoom, () => disk.LeaveRoom(chance.NextDouble() * WrittenAtMost));
        using var server = new ThrowAwayServer(Path.Combine(disk.Path, "server"));
        var postgres = new PostgresUnderTest(server);
        Run("disk full, PostgreSQL", postgres, rounds, static (_, _) => { }, () => { disk.MakeRoom(); server.StartAgain(); },
            () => disk.LeaveRoom(chance.NextDouble() * WrittenAtMost));
    }

    SurveyFile NewContent()
    {
        content++;
        expected = Lines + content;
        return SurveyFile.Write(Path.Combine(folder, "study"), expected, (ulong)content);
    }

    void Run(string what, IStoreUnderTest store, int rounds, Action<Process, IStoreUnderTest> disturb, Action? mend = null, Action? prepare = null)
    {
        TimedRun.OfImport(survey, store.Database).OrThrow();
        var (before, old, whole, half, lost, failed) = (0, 0, 0, 0, 0, 0);
        var seconds = 1.0;
        for (var round = 0; round < rounds;)
        {
            var previous = expected;
            survey = NewContent();
            prepare?.Invoke();
            using var import = TimedRun.Start("dotnet", TimedRun.ImportArguments(survey.Folder, store.Database));
            var output = import.StandardOutput.ReadToEndAsync();
            var errors = import.StandardError.ReadToEndAsync();
            // The start of the program changes nothing: what follows it is what is to be interrupted.
            var isDisturbed = !import.WaitForExit(TimeSpan.FromSeconds(seconds * (0.2 + 0.9 * chance.NextDouble())));
            if (isDisturbed)
                disturb(import, store);
            import.WaitForExit();
            // One that ended before it could be disturbed is looked at too, but is no round.
            round += isDisturbed || prepare is not null ? 1 : 0;
            before += isDisturbed || prepare is not null ? 0 : 1;
            mend?.Invoke();

            var found = store.WholeContent();
            (old, whole, half) = found == previous ? (old + 1, whole, half) : found == expected ? (old, whole + 1, half) : (old, whole, half + 1);
            lost += import.ExitCode == 0 && found != expected ? 1 : 0;
            var next = TimedRun.OfImport(survey, store.Database);
            failed += next.ExitCode == 0 && store.WholeContent() == expected ? 0 : 1;
            seconds = found == expected ? seconds : next.Seconds;
        }
        wrong += half + lost + failed;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {rounds} | {before} | {old} | {whole} | {half} | {lost} | {failed} |"));
    }
}
