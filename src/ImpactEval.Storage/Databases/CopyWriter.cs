using Npgsql;
using NpgsqlTypes;

namespace ImpactEval.Storage.Databases;

/// <summary>A row on its way into PostgreSQL, each value in the form its column has on the wire.</summary>
sealed class CopyWriter(NpgsqlBinaryImporter copy) : IRowWriter
{
    public IRowWriter Add(long value)
    {
        copy.Write(value, NpgsqlDbType.Bigint);
        return this;
    }

    public IRowWriter Add(int value)
    {
        copy.Write(value, NpgsqlDbType.Integer);
        return this;
    }

    public IRowWriter Add(double value)
    {
        copy.Write(value, NpgsqlDbType.Double);
        return this;
    }

    public IRowWriter Add(string? value)
    {
        if (value is null)
            copy.WriteNull();
        else
            copy.Write(value, NpgsqlDbType.Text);
        return this;
    }

    public IRowWriter Add(DateOnly? value)
    {
        if (value is { } day)
            copy.Write(day, NpgsqlDbType.Date);
        else
            copy.WriteNull();
        return this;
    }

    public IRowWriter Add(double[] value)
    {
        copy.Write(value, NpgsqlDbType.Array | NpgsqlDbType.Double);
        return this;
    }
}
