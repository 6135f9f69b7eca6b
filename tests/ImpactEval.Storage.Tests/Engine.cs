using System.Reflection;

namespace ImpactEval.Storage.Tests;

/// <summary>The databases that every storage test runs on, by name.</summary>
static class Engine
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgresql";

    static readonly IReadOnlyList<GivenDatabase> Given =
        GivenDatabase.Read(Environment.GetEnvironmentVariable(GivenDatabase.Variable) ?? "");

    public static IReadOnlyList<string> All { get; } = [Sqlite, Postgres, .. Given.Select(database => database.Name)];

    /// <summary>Where a server of this name is reached.</summary>
    /// <exception cref="AssertInconclusiveException">There is no PostgreSQL to test with.</exception>
    public static string ConnectionStringOf(string engine) =>
        engine == Postgres ? PostgresCluster.ConnectionString : Given.Single(database => database.Name == engine).ConnectionString;
}

/// <summary>Runs a test once for each of <see cref="Engine.All"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class EveryEngineAttribute : Attribute, ITestDataSource
{
    public IEnumerable<object?[]> GetData(MethodInfo methodInfo) => Engine.All.Select(engine => new object?[] { engine });

    public string? GetDisplayName(MethodInfo methodInfo, object?[]? data) => $"{methodInfo.Name} ({data?[0]})";
}
