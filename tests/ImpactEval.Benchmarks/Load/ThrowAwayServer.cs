using System.Diagnostics;
using Npgsql;

namespace ImpactEval.Benchmarks.Load;

/// <summary>A PostgreSQL of its own on a socket in a temporary folder, with the settings it is delivered with, so that commits reach the disk.</summary>
sealed class ThrowAwayServer : IDisposable
{
    readonly string programs;

    public ThrowAwayServer()
    {
        programs = Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Max()
            ?? throw new InvalidOperationException("Install the server programs initdb and pg_ctl (Debian: postgresql).");
        Folder = Directory.CreateTempSubdirectory("impacteval-load-").FullName;
        if (IsRoot)
            Execute("chown", ["postgres", Folder]);
        Run("initdb", "-D", Data, "-U", "impacteval", "-A", "trust", "-E", "UTF8", "--no-locale");
        Start();
    }

    public string Folder { get; }

    public string ConnectionString => $"Host={Folder};Username=impacteval;Database=postgres";

    string Data => Path.Combine(Folder, "data");

    public void Start() => Run("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(Folder, "log"), "-o", $"-k {Folder} -c listen_addresses=", "start");

    /// <summary>As if its process had died: what was committed is found again from the log at the next start.</summary>
    public void StopHard() => Run("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    public T Ask<T>(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return (T)command.ExecuteScalar()!;
    }

    public void Do(string sql) => Psql("-c", sql).OrThrow();

    public TimedRun Psql(params string[] arguments) =>
        TimedRun.Of("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", Folder, "-U", "impacteval", "-d", "postgres", .. arguments]);

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        StopHard();
        Directory.Delete(Folder, recursive: true);
    }

    static bool IsRoot => Environment.UserName == "root";

    /// <summary>PostgreSQL refuses to run as root, so root hands over to the account its packages make.</summary>
    void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(programs, program);
        Execute(IsRoot ? "runuser" : path, IsRoot ? ["-u", "postgres", "--", path, .. arguments] : arguments);
    }

    static void Execute(string program, IReadOnlyList<string> arguments)
    {
        // Only what the server does not inherit is redirected: a reader of its output would wait for its end.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null", "sh", program, .. arguments]) { WorkingDirectory = Path.GetTempPath() })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
