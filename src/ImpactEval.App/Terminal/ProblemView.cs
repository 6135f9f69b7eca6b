using ImpactEval.Reporting;
using ImpactEval.Studies;

namespace ImpactEval.App.Terminal;

/// <summary>Why a study or a file was refused: a clear message per problem, and that nothing was stored.</summary>
static class ProblemView
{
    public static void Write(TextWriter error, IReadOnlyList<ContractProblem> problems, Messages messages)
    {
        foreach (var problem in problems)
            error.WriteLine(ContractProblemText.Of(problem, messages.Language));
        error.WriteLine(messages["failed.nothingStored"]);
    }
}
