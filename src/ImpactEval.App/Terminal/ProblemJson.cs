using ImpactEval.Studies;

namespace ImpactEval.App.Terminal;

/// <summary>Why a study or a file was refused, as JSON, for programs that asked for JSON and would else get nothing.</summary>
static class ProblemJson
{
    public static void Write(TextWriter output, IReadOnlyList<ContractProblem> problems) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("kind", Word.Of(problem.Kind));
            json.WriteString("file", problem.File);
            if (problem.Line is { } line)
                json.WriteNumber("line", line);
            else
                json.WriteNull("line");
            json.WriteString("found", problem.Found);
            json.WriteString("expected", problem.Expected);
            json.WriteString("nearest", problem.Nearest);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
