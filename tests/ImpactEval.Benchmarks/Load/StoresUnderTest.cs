using Microsoft.Data.Sqlite;

namespace ImpactEval.Benchmarks.Load;

/// <summary>A store that imports are made into, looked at past the program.</summary>
interface IStoreUnderTest
{
    string Name { get; }

    /// <summary>As the program is told it.</summary>
    string Database { get; }

    /// <summary>How many lines the merged content has; −1 when it is not whole, or rows of another lie beside it.</summary>
    int WholeContent();
}

static class Wholeness
{
    /// <summary>Every row belongs to the one merged import, which has as many rows as it says, numbered without a gap, and everybody in them is known.</summary>
    public const string Question = """
        SELECT CASE
            WHEN (SELECT count(*) FROM import_file WHERE state = 'merged') = 1
                AND (SELECT count(*) FROM import_file WHERE state = 'received') = 0
                AND count(*) = count(DISTINCT a.number) AND max(a.number) = count(*) - 1
                AND count(*) = max(f.rows_read) AND min(f.state) = 'merged' AND max(f.state) = 'merged'
                AND count(p.participant_id) = count(*)
            THEN count(*) ELSE -1 END
        FROM assessment a JOIN import_file f ON f.import_id = a.import_id LEFT JOIN participant p ON p.participant_id = a.participant_id
        """;

    /// <summary>Assessments whose person the vault does not know.</summary>
    public static string Strangers(string store, string vault) =>
        $"SELECT count(*) FROM {store}.assessment a WHERE NOT EXISTS (SELECT 1 FROM {vault}.person p WHERE p.participant_id = a.participant_id)";
}

sealed class SqliteUnderTest(string folder) : IStoreUnderTest
{
    public string Name => "SQLite";

    public string Database => folder;

    public int WholeContent()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "store.db")};Pooling=False");
        connection.Open();
        Ask(connection, $"ATTACH '{Path.Combine(folder, "vault.db")}' AS vault");
        var isSound = Ask(connection, "PRAGMA main.integrity_check") is "ok" && Ask(connection, "PRAGMA vault.integrity_check") is "ok"
            && Ask(connection, "PRAGMA foreign_key_check") is null
            && Ask(connection, Wholeness.Strangers("main", "vault")) is 0L;
        return isSound ? (int)(long)Ask(connection, Wholeness.Question)! : -1;
    }

    static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

sealed class PostgresUnderTest(ThrowAwayServer server) : IStoreUnderTest
{
    public string Name => "PostgreSQL";

    public string Database => server.ConnectionString;

    public int WholeContent() => server.Ask<long>(Wholeness.Strangers("impacteval", "impacteval_vault")) == 0
        ? (int)server.Ask<long>($"SET search_path = impacteval; {Wholeness.Question}")
        : -1;
}
