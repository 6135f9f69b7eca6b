using System.Text.Json;
using ImpactEval.App.Operations;
using ImpactEval.Evaluation;
using ImpactEval.Statistics.Conformance;

namespace ImpactEval.App.Terminal;

/// <summary>A self-test as JSON, for programs. No clock and no path.</summary>
static class SelfTestJson
{
    public static void Write(TextWriter output, SelfTest test) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("engine", RunStamp.Engine);
        json.WriteBoolean("agrees", test.Agrees);
        json.WriteStartArray("nist");
        foreach (var set in test.Nist)
            Write(json, set);
        json.WriteEndArray();
        Write(json, "published", test.Published);
        if (test.Oracle is { } oracle)
            Write(json, "oracle", oracle);
        else
            json.WriteNull("oracle");
        json.WriteEndObject();
    });

    static void Write(Utf8JsonWriter json, ReferenceSetAgreement set)
    {
        json.WriteStartObject();
        json.WriteString("kind", set.Kind);
        json.WriteString("set", set.Set);
        json.WriteBoolean("agrees", set.Agrees);
        json.WriteStartArray("values");
        foreach (var value in set.Values)
        {
            json.WriteStartObject();
            json.WriteString("name", value.Name);
            json.WriteNumber("digits", value.Digits);
            json.WriteNumber("asked", value.Asked);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, IReadOnlyList<EntryResult> results)
    {
        json.WriteStartArray(name);
        foreach (var procedure in ConformanceSuite.ByProcedure(results))
        {
            json.WriteStartObject();
            json.WriteString("procedure", procedure.Procedure);
            json.WriteBoolean("agrees", procedure.Agrees);
            json.WriteNumber("compared", procedure.Compared);
            json.WriteNumber("leftOut", procedure.LeftOut);
            // An entry that could not be compared at all has no largest error.
            if (double.IsFinite(procedure.Worst))
                json.WriteNumber("worst", procedure.Worst);
            else
                json.WriteNull("worst");
            Write(json, "differences", procedure.Differences);
            Write(json, "reasons", results.Where(result => result.Entry.Procedure == procedure.Procedure && result.Outcome == EntryOutcome.LeftOut)
                .Select(result => $"{result.Entry.Id}: {result.Notes[0]}"));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
