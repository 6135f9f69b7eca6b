using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ImpactEval.Storage.Databases;

/// <summary>Which failures of a database are the surroundings' and not ours.</summary>
static class StoreFailure
{
    /// <returns>Null for a failure that is a mistake of the program; that one is let rise.</returns>
    public static StoreUnavailableKind? KindOf(DbException failure) => failure switch
    {
        SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode),
        PostgresException postgres => OfPostgres(postgres.SqlState),
        NpgsqlException => StoreUnavailableKind.Unreachable,
        _ => null,
    };

    /// <remarks>Result codes: https://www.sqlite.org/rescode.html.</remarks>
    static StoreUnavailableKind? OfSqlite(int code) => code switch
    {
        5 or 6 => StoreUnavailableKind.Locked,          // SQLITE_BUSY, SQLITE_LOCKED
        3 or 8 or 23 => StoreUnavailableKind.Denied,    // SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH
        10 or 14 => StoreUnavailableKind.Unreachable,   // SQLITE_IOERR, SQLITE_CANTOPEN
        11 or 26 => StoreUnavailableKind.Damaged,       // SQLITE_CORRUPT, SQLITE_NOTADB
        13 => StoreUnavailableKind.Full,                // SQLITE_FULL
        _ => null,
    };

    /// <remarks>SQLSTATE classes: PostgreSQL 15 manual, appendix A.</remarks>
    static StoreUnavailableKind? OfPostgres(string state) => state switch
    {
        "42501" => StoreUnavailableKind.Denied,         // insufficient_privilege
        "53100" => StoreUnavailableKind.Full,           // disk_full
        "3D000" => StoreUnavailableKind.Unreachable,    // invalid_catalog_name: no such database
        "25006" => StoreUnavailableKind.Denied,         // read_only_sql_transaction: a standby
        "58030" or "XX001" or "XX002" => StoreUnavailableKind.Damaged,      // io_error, data_corrupted, index_corrupted
        _ => state[..2] switch
        {
            "08" or "53" or "57" => StoreUnavailableKind.Unreachable,   // connection, resources, operator intervention
            "28" => StoreUnavailableKind.Denied,                        // authorization
            "40" or "55" => StoreUnavailableKind.Locked,                // rollback by deadlock, lock not available
            _ => null,
        },
    };
}
