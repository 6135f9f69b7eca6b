using System.Text.Json;
using ImpactEval.App.Operations;
using ImpactEval.Studies;

namespace ImpactEval.App.Terminal;

/// <summary>The files of a run as JSON, for programs: state, counts, assumptions, problems by kind. No content of any row.</summary>
static class ImportJson
{
    public static void Write(TextWriter output, IReadOnlyList<ImportedFile> files) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var file in files)
            Write(json, file);
        json.WriteEndArray();
    });

    static void Write(Utf8JsonWriter json, ImportedFile file)
    {
        var summary = file.Summary;
        json.WriteStartObject();
        json.WriteString("source", summary.SourceCode);
        json.WriteString("file", summary.FileName);
        json.WriteString("sha256", summary.Sha256);
        json.WriteString("state", Word.Of(file.State));
        json.WriteString("format", Word.Of(summary.Layout.Format));
        json.WriteString("encoding", summary.Layout.Encoding);
        json.WriteString("delimiter", summary.Layout.Delimiter?.ToString());
        json.WriteString("decimalMark", summary.Layout.DecimalMark.ToString());
        json.WriteString("dateOrder", Word.Of(summary.Layout.DateOrder));
        json.WriteNumber("rowsRead", summary.RowsRead);
        json.WriteNumber("rowsAccepted", summary.RowsAccepted);
        json.WriteNumber("rowsRejected", summary.RowsRejected);
        json.WriteStartArray("problems");
        foreach (var problem in summary.Problems)
        {
            json.WriteStartObject();
            json.WriteString("kind", Word.Of(problem.Kind));
            json.WriteBoolean("rejects", problem.Rejects);
            json.WriteNumber("count", problem.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
