using System.Data;
using System.Globalization;
using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ImpactEval.Storage.Databases;

/// <summary>Days: <c>date</c> on PostgreSQL, <c>2024-02-27</c> as text in SQLite.</summary>
sealed class DateOnlyColumn : SqlMapper.TypeHandler<DateOnly>
{
    const string Iso = "yyyy-MM-dd";

    public static string ToText(DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);

    public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = parameter is SqliteParameter ? ToText(value) : value;

    public override DateOnly Parse(object value) => value switch
    {
        DateOnly day => day,
        DateTime time => DateOnly.FromDateTime(time),
        _ => DateOnly.ParseExact((string)value, Iso, CultureInfo.InvariantCulture),
    };
}

/// <summary>Scores: <c>double precision[]</c> on PostgreSQL, little-endian float64 one after the other in SQLite; missing = NaN in both.</summary>
sealed class ScoresColumn : SqlMapper.TypeHandler<double[]>
{
    public static ReadOnlySpan<byte> ToBytes(double[] scores)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Scores are stored as the little-endian bytes that every supported processor holds.");
        return MemoryMarshal.AsBytes(scores.AsSpan());
    }

    public override void SetValue(IDbDataParameter parameter, double[]? value) =>
        parameter.Value = parameter is SqliteParameter && value is not null ? ToBytes(value).ToArray() : value;

    public override double[] Parse(object value) => value as double[] ?? MemoryMarshal.Cast<byte, double>((byte[])value).ToArray();
}
