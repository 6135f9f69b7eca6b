using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ImpactEval.Benchmarks.Load;

/// <summary>A PostgreSQL of its own on a socket in a temporary folder, with the settings it is delivered with, so that commits reach the disk.</summary>
sealed class ThrowAwayServer : IDisposable
{
    readonly string programs;

    /// <param name="folder">Where it lies; a temporary one when none is said.</param>
    public ThrowAwayServer(string? folder = null)
    {
        programs = Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Max()
            ?? throw new InvalidOperationException("Install the server programs initdb and pg_ctl (Debian: postgresql).");
        Folder = folder is null ? Directory.CreateTempSubdirectory("impacteval-load-").FullName : Directory.CreateDirectory(folder).FullName;
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

    /// <summary>Starts it if it gave up.</summary>
    public void StartAgain()
    {
        NpgsqlConnection.ClearAllPools();
        if (TimedRun.Of(Path.Combine(programs, "pg_isready"), "-q", "-h", Folder).ExitCode == 0)
            return;
        Thread.Sleep(TimeSpan.FromSeconds(2));
        if (TimedRun.Of(Path.Combine(programs, "pg_isready"), "-q", "-h", Folder).ExitCode != 0)
            Start();
    }

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

    /// <summary>What a step took, the server's own time counted in.</summary>
    public TimedRun Timed(Func<TimedRun> step)
    {
        var before = ProcessorSeconds();
        var run = step().OrThrow();
        return run with { Processor = run.Processor + ProcessorSeconds() - before };
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        StopHard();
        Directory.Delete(Folder, recursive: true);
    }

    double ProcessorSeconds()
    {
        var postmaster = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        var children = File.ReadAllText($"/proc/{postmaster}/task/{postmaster}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return TimedRun.ProcessorOf(postmaster, withEnded: true)
            + children.Sum(child => TimedRun.ProcessorOf(int.Parse(child, CultureInfo.InvariantCulture), withEnded: false));
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
