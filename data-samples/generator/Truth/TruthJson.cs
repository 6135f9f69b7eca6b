using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ImpactEval.Samples;

/// <summary>What is true, as JSON.</summary>
static class TruthJson
{
    // Numbers beyond the sixth decimal are below the error of the simulation.
    const int Decimals = 6;

    public static string Of(Truth truth) => Written(json =>
    {
        json.WriteStartObject();
        json.WriteString("study", JicaYoungLeaders.Code);
        json.WriteString("seed", truth.Seed.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("people", truth.People);
        json.WriteStartArray("zeroEffects");
        json.WriteStringValue("knowledge.personnel");
        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach (var change in truth.Changes)
            WriteChange(json, change);
        json.WriteEndArray();
        json.WriteStartArray("waves");
        foreach (var wave in truth.Waves)
            WriteWave(json, wave);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static string Defects(IEnumerable<PlantedDefect> defects) => Written(json =>
    {
        json.WriteStartArray();
        foreach (var defect in defects)
        {
            json.WriteStartObject();
            json.WriteString("file", defect.File);
            json.WriteNumber("row", defect.Row);
            json.WriteString("kind", defect.Kind);
            json.WriteString("column", defect.Column);
            json.WriteString("found", defect.Found);
            json.WriteString("participant", defect.Participant);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    public static string PersonalData(IEnumerable<WrittenAnswer> corpus) => Written(json =>
    {
        json.WriteStartArray();
        foreach (var answer in corpus.Where(answer => answer.PersonalData.Count > 0))
        {
            json.WriteStartObject();
            json.WriteString("participant", answer.Participant.Code);
            json.WriteString("question", answer.Question);
            json.WriteString("wave", answer.Wave);
            json.WriteNumber("number", answer.Number);
            json.WriteStartArray("planted");
            foreach (var planted in answer.PersonalData)
            {
                json.WriteStartObject();
                json.WriteString("kind", planted.Kind);
                json.WriteString("found", planted.Found);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    static void WriteChange(Utf8JsonWriter json, TrueChange change)
    {
        var moments = change.Moments;
        json.WriteStartObject();
        json.WriteString("outcome", change.Outcome);
        json.WriteString("from", change.From);
        json.WriteString("to", change.To);
        json.WriteNumber("pairs", moments.Paired);
        Write(json, "meanBefore", moments.MeanBefore);
        Write(json, "meanAfter", moments.MeanAfter);
        Write(json, "meanChange", moments.MeanChange);
        Write(json, "simulationError", moments.SimulationError);
        Write(json, "standardDeviationBefore", moments.DeviationBefore);
        Write(json, "standardDeviationAfter", moments.DeviationAfter);
        Write(json, "standardDeviationOfChange", moments.DeviationOfChange);
        Write(json, "correlation", moments.Correlation);
        Write(json, "dZ", moments.DZ);
        Write(json, "dAv", moments.DAv);
        Write(json, "dRm", moments.DRm);
        Write(json, "improved", moments.Improved);
        Write(json, "unchanged", moments.Unchanged);
        Write(json, "worsened", moments.Worsened);
        Write(json, "improvedByImportantDifference", moments.ImprovedByImportantDifference);
        json.WriteEndObject();
    }

    static void WriteWave(Utf8JsonWriter json, TrueWave wave)
    {
        json.WriteStartObject();
        json.WriteString("outcome", wave.Outcome);
        json.WriteString("wave", wave.Wave);
        json.WriteNumber("scored", wave.Moments.Scored);
        Write(json, "mean", wave.Moments.Mean);
        Write(json, "standardDeviation", wave.Moments.Deviation);
        Write(json, "alpha", wave.Moments.Alpha);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, double value) => json.WriteNumber(name, Math.Round(value, Decimals));

    static string Written(Action<Utf8JsonWriter> write)
    {
        var options = new JsonWriterOptions { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options))
            write(json);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
