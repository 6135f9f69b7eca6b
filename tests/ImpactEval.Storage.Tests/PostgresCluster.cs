using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ImpactEval.Storage.Tests;

/// <summary>
/// The PostgreSQL of the tests: the one that IMPACTEVAL_POSTGRES names (a connection string), or a throw-away cluster made of the
/// programs on this machine, on a socket in a temporary folder, gone when the tests are.
/// </summary>
[TestClass]
public sealed class PostgresCluster
{
    const string Variable = "IMPACTEVAL_POSTGRES";
    const string NoPrograms =
        $"PostgreSQL was not tested: set {Variable} to a connection string, or install the server programs initdb and pg_ctl (Debian: postgresql).";

    static readonly Lazy<PostgresCluster> Running = new(() => new PostgresCluster());
    readonly string? folder;
    readonly string? programs;

    public PostgresCluster()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            Connection = given;
            return;
        }
        programs = FindPrograms();
        if (programs is null)
        {
            Connection = "";
            return;
        }
        folder = Directory.CreateTempSubdirectory("impacteval-pg-").FullName;
        Connection = Start();
    }

    string Connection { get; }

    /// <exception cref="AssertInconclusiveException">There is no PostgreSQL to test with.</exception>
    public static string ConnectionString => Running.Value.Connection is { Length: > 0 } connection
        ? connection
        : throw new AssertInconclusiveException(NoPrograms);

    [AssemblyCleanup]
    public static void Stop()
    {
        if (!Running.IsValueCreated || Running.Value is not { folder: { } folder } cluster)
            return;
        NpgsqlConnection.ClearAllPools();
        cluster.Run("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    static bool IsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    static string? FindPrograms()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var major) ? major : 0)
            : Enumerable.Empty<string>();
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return debian.Select(folder => Path.Combine(folder, "bin")).Concat(path)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    string Start()
    {
        var data = Path.Combine(folder!, "data");
        if (IsRoot)
            Execute("chown", ["postgres", folder!]);
        Run("initdb", "-D", data, "-U", "impacteval", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        // The data live as long as the tests: nothing is forced to disk.
        Run("pg_ctl", "-D", data, "-w", "-l", Path.Combine(folder!, "log"), "-o", $"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=200", "start");
        return $"Host={folder};Username=impacteval;Database=postgres;Maximum Pool Size=8";
    }

    /// <summary>PostgreSQL refuses to run as root, so root hands over to the account its packages make.</summary>
    void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(programs!, program);
        if (IsRoot)
            Execute("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else
            Execute(path, arguments);
    }

    static void Execute(string program, IReadOnlyList<string> arguments)
    {
        // No redirection: the server inherits the handles of pg_ctl, and a reader of theirs would wait for its end.
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
