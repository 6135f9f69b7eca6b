using System.Text.RegularExpressions;
using Npgsql;

namespace ImpactEval.Storage.Tests;

/// <summary>
/// A further PostgreSQL (or Citus cluster) that the environment puts under test. IMPACTEVAL_TEST_DATABASES holds one connection string or URL
/// per line, or several with <c>|</c> between them; each may begin with a name of its own and a colon:
/// <c>citus: Host=db;Username=tester;Database=postgres</c>. Every test makes schemas of its own there and drops them.
/// </summary>
sealed partial record GivenDatabase(string Name, string ConnectionString)
{
    public const string Variable = "IMPACTEVAL_TEST_DATABASES";

    /// <exception cref="ArgumentException">An entry is no server's connection string.</exception>
    public static IReadOnlyList<GivenDatabase> Read(string text)
    {
        var entries = Separator().Split(text).Select(entry => entry.Trim(' ', '\t', '\r', ';')).Where(entry => entry.Length > 0);
        return [.. entries.Select((entry, place) => Of(entry, $"database-{place + 1}"))];
    }

    static GivenDatabase Of(string entry, string usualName)
    {
        var named = Named().Match(entry);
        var location = StoreLocation.Parse(named.Success ? named.Groups["rest"].Value.Trim() : entry, keyFolder: "");
        if (location is not StoreLocation.Server server)
            throw new ArgumentException($"{Variable} holds what is no connection string of a PostgreSQL server.", nameof(entry));
        // A handful of connections per test suffices, and a small cluster has few.
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString) { MaxPoolSize = 4, Timeout = 120 };
        return new GivenDatabase(named.Success ? named.Groups["name"].Value : usualName, settings.ConnectionString);
    }

    /// <summary>A line end, a bar, or the semicolon before what can only be the next connection string, since each names its host once.</summary>
    [GeneratedRegex(@"[\r\n|]+|;(?=\s*(?:[\w-]+:\s)?\s*(?:Host\s*=|Server\s*=|postgres(?:ql)?://))|\s+(?=postgres(?:ql)?://)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?<name>[\w-]+):(?!//)\s*(?<rest>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
