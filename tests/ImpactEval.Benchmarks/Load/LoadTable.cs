using System.Globalization;
using System.Runtime.InteropServices;

namespace ImpactEval.Benchmarks.Load;

/// <summary>How long a large survey file takes into the store, beside PostgreSQL's own client copying the same file into a bare table.</summary>
static class LoadTable
{
    const int Rounds = 5;

    public static int Print(int lines)
    {
        using var server = new ThrowAwayServer();
        var folder = Directory.CreateTempSubdirectory("impacteval-survey-").FullName;
        try
        {
            var survey = SurveyFile.Write(folder, lines, seed: 1, withItemRows: true);
            Print(server, survey, Enumerable.Range(0, Rounds).Select(round => Round.Of(server, survey, round)).ToList());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Print(ThrowAwayServer server, SurveyFile survey, IReadOnlyList<Round> rounds)
    {
        var responses = (double)survey.Lines * SurveyFile.Items;
        Write($"{survey.Lines:#,0} lines of {SurveyFile.Items} items, {responses:#,0} responses, {new FileInfo(survey.Path).Length / 1e6:0.0} MB; best of {Rounds} rounds, in turn.");
        Write($"PostgreSQL {server.Ask<string>("SHOW server_version")}, .NET {Environment.Version}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}.");
        Write($"");
        Write($"| | seconds | × `\\copy` | of processor | × `\\copy` | responses per second | peak memory |");
        Write($"|---|---:|---:|---:|---:|---:|---:|");
        var (copy, copyProcessor) = (rounds.Min(round => round.Copy.Seconds), rounds.Min(round => round.Copy.Processor));
        Row(@"`psql \copy`, table of `smallint` without keys", round => round.Copy);
        Row(@"`psql \copy`, table of `double precision` without keys", round => round.CopyOfDoubles);
        Row(@"`psql \copy`, one row per item", round => round.ItemRows);
        Row("`impacteval import`, PostgreSQL", round => round.Postgres);
        Row("the same file again", round => round.PostgresAgain);
        Row("`impacteval import`, SQLite", round => round.Sqlite);
        Row("the same file again", round => round.SqliteAgain);

        void Row(string what, Func<Round, TimedRun> step)
        {
            var seconds = rounds.Min(round => step(round).Seconds);
            var processor = rounds.Min(round => step(round).Processor);
            Write($"| {what} | {seconds:0.00} | {seconds / copy:0.0} | {processor:0.00} | {processor / copyProcessor:0.0} | {responses / seconds:#,0} | {rounds.Max(round => step(round).PeakMegabytes):0} MB |");
        }
    }

    static void Write(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    sealed record Round(TimedRun Copy, TimedRun CopyOfDoubles, TimedRun ItemRows, TimedRun Postgres, TimedRun PostgresAgain, TimedRun Sqlite, TimedRun SqliteAgain)
    {
        public static Round Of(ThrowAwayServer server, SurveyFile survey, int number)
        {
            server.Do($"""
                DROP TABLE IF EXISTS wide, wide_of_doubles, item_row;
                CREATE TABLE wide (person text, taken_on date, wave text, {Items("smallint")});
                CREATE TABLE wide_of_doubles (person text, taken_on date, wave text, {Items("double precision")});
                CREATE TABLE item_row (person text, taken_on date, wave text, item smallint, score smallint);
                """);
            static string Items(string type) => string.Join(", ", SurveyFile.ItemCodes.Select(code => $"{code} {type}"));
            TimedRun Copy(string table, string file) => server.Timed(() => server.Psql("-c", $"\\copy {table} from '{file}' with (format csv, header)"));
            TimedRun Import(string database) => server.Timed(() => TimedRun.OfImport(survey, database));
            var (postgres, sqlite) = ($"{server.ConnectionString};Search Path=round_{number}", Path.Combine(survey.Folder, "store"));
            var round = new Round(
                Copy("wide", survey.Path),
                Copy("wide_of_doubles", survey.Path),
                Copy("item_row", survey.ItemRowsPath),
                Import(postgres),
                Import(postgres),
                Import(sqlite),
                Import(sqlite));
            server.Do($"DROP SCHEMA round_{number}, round_{number}_vault CASCADE; CHECKPOINT");
            Directory.Delete(sqlite, recursive: true);
            // The key of the vault belonged to the store that is gone.
            Directory.Delete(Path.Combine(survey.Folder, ".impacteval"), recursive: true);
            return round;
        }
    }
}
