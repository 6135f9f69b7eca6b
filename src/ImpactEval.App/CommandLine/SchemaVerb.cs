using System.CommandLine;
using ImpactEval.Ingestion;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Reporting;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval schema study|findings</c>: prints a published JSON Schema.</summary>
static class SchemaVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var name = new Argument<string>("study|findings") { Description = messages["argument.schema"] };
        name.AcceptOnlyFromAmong("study", "findings");
        var verb = new Command("schema", messages["verb.schema"]) { name };
        verb.SetAction(parsed => Console.Out.Write(parsed.GetRequiredValue(name) == "study" ? StudySchema.Text() : FindingsSchema.Text));
        return verb;
    }
}
