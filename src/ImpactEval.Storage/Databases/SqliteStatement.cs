using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ImpactEval.Storage.Databases;

/// <summary>
/// A statement that is run many times. It speaks to SQLite itself: the parameters of <see cref="SqliteCommand"/> are boxed and looked up for every row.
/// </summary>
sealed class SqliteStatement : IRowWriter, IDisposable
{
    readonly sqlite3 database;
    readonly sqlite3_stmt statement;
    int column;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    public IRowWriter Add(long value) => Bound(raw.sqlite3_bind_int64(statement, ++column, value));

    public IRowWriter Add(int value) => Bound(raw.sqlite3_bind_int64(statement, ++column, value));

    public IRowWriter Add(double value) => Bound(raw.sqlite3_bind_double(statement, ++column, value));

    public IRowWriter Add(string? value) =>
        Bound(value is null ? raw.sqlite3_bind_null(statement, ++column) : raw.sqlite3_bind_text(statement, ++column, value));

    public IRowWriter Add(DateOnly? value) => Add(value is { } day ? DateOnlyColumn.ToText(day) : null);

    public IRowWriter Add(double[] value) => Bound(raw.sqlite3_bind_blob(statement, ++column, ScoresColumn.ToBytes(value)));

    public void Run()
    {
        column = 0;
        var result = raw.sqlite3_step(statement);
        // What a failed step tells is told again by the reset.
        Check(result is raw.SQLITE_DONE or raw.SQLITE_ROW ? raw.sqlite3_reset(statement) : result);
    }

    public void Dispose() => raw.sqlite3_finalize(statement);

    SqliteStatement Bound(int result)
    {
        Check(result);
        return this;
    }

    void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
