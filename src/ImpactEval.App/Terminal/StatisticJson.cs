using System.Text.Json;
using ImpactEval.Statistics;
using ImpactEval.Statistics.Catalogue;
using ImpactEval.Studies;

namespace ImpactEval.App.Terminal;

/// <summary>Results and the catalogue as JSON, for programs: full double precision, never NaN or infinity, every property always there.</summary>
static class StatisticJson
{
    public static void Write(TextWriter output, StatisticResult result) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("statistic", result.Entry.Name);
        json.WriteString("family", Word.Of(result.Entry.Family));
        json.WriteNumber("size", result.Size);
        json.WriteNumber("dropped", result.Dropped);
        Write(json, "facts", result.Facts);
        Write(json, "options", result.Options);
        json.WriteStartArray("results");
        foreach (var row in result.Rows)
            Write(json, row);
        json.WriteEndArray();
        json.WriteString("source", result.Entry.Source);
        json.WriteEndObject();
    });

    public static void Write(TextWriter output, IReadOnlyList<CatalogueEntry> entries, Messages messages) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var entry in entries)
            Write(json, entry, messages);
        json.WriteEndArray();
    });

    static void Write(Utf8JsonWriter json, string name, IReadOnlyList<ResultFact> facts)
    {
        json.WriteStartObject(name);
        foreach (var fact in facts.DistinctBy(fact => fact.Name))
            json.WriteString(fact.Name, fact.Value);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ResultRow row)
    {
        json.WriteStartObject();
        json.WriteString("term", row.Term);
        json.WriteString("of", row.Of);
        Write(json, "value", row.Value);
        Write(json, "standardError", row.StandardError);
        Write(json, "degreesOfFreedom", row.DegreesOfFreedom);
        Write(json, "errorDegreesOfFreedom", row.ErrorDegreesOfFreedom);
        json.WriteNumber("size", row.Size);
        Write(json, row.Intervals);
        Write(json, "statistic", row.Statistic);
        Write(json, "pValue", row.PValue);
        json.WriteString("word", row.Word);
        json.WriteBoolean("unbounded", row.Unbounded);
        json.WriteString("notEstimable", row.NotEstimable is { } reason ? Word.Of(reason) : null);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, NamedIntervals? intervals)
    {
        if (intervals is null)
        {
            json.WriteNull("intervals");
            return;
        }
        json.WriteStartObject("intervals");
        json.WritePropertyName("primary");
        Write(json, intervals.Primary);
        json.WriteStartArray("others");
        foreach (var interval in intervals.Others)
            Write(json, interval);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ConfidenceInterval interval)
    {
        json.WriteStartObject();
        json.WriteString("method", Word.Of(interval.Method));
        Write(json, "lower", interval.Lower);
        Write(json, "upper", interval.Upper);
        json.WriteNumber("level", interval.Level);
        json.WriteBoolean("unbounded", interval.Unbounded);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, CatalogueEntry entry, Messages messages)
    {
        json.WriteStartObject();
        json.WriteString("name", entry.Name);
        json.WriteString("family", Word.Of(entry.Family));
        json.WriteString("title", messages[$"statistic.title.{entry.Name}"]);
        json.WriteStartArray("columns");
        foreach (var set in entry.Columns)
            Write(json, set);
        json.WriteEndArray();
        json.WriteStartArray("options");
        foreach (var option in entry.Options)
            Write(json, option);
        json.WriteEndArray();
        json.WriteString("source", entry.Source);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ColumnSet set)
    {
        json.WriteStartArray();
        foreach (var role in set.Roles)
        {
            json.WriteStartObject();
            json.WriteString("role", role.Name);
            json.WriteString("kind", Word.Of(role.Kind));
            json.WriteBoolean("required", role.IsRequired);
            json.WriteBoolean("list", role.IsList);
            Write(json, "aliases", role.Aliases);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, StatisticOption option)
    {
        json.WriteStartObject();
        json.WriteString("name", option.Name);
        json.WriteString("kind", Word.Of(option.Kind));
        json.WriteString("default", option.Default);
        json.WriteBoolean("required", option.IsRequired);
        json.WriteString("allowed", option.Allowed);
        Write(json, "words", option.Words);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
