using ImpactEval.App.Operations;
using ImpactEval.Ingestion;
using ImpactEval.Statistics.Catalogue;

namespace ImpactEval.App.Terminal;

/// <summary>What was wrong about a question to the catalogue, in the user's words: what, where, what may stand there, what was probably
/// meant.</summary>
static class StatisticProblemText
{
    public static string Of(StatisticRefusedException refused, Messages messages) =>
        messages.Format($"statistic.refused.{refused.Kind}", [.. refused.Places]) + Meant(refused.Nearest, messages);

    public static string Of(CatalogueProblem problem, Messages messages)
    {
        var text = messages.Format($"statistic.problem.{problem.Kind}", problem.Name, problem.Found, problem.Expected);
        return text + Meant(NearestWord.To(problem.Found ?? problem.Name, problem.Known), messages);
    }

    public static ExitCode ExitCodeOf(CatalogueProblemKind kind) => kind switch
    {
        CatalogueProblemKind.UnequalRows or CatalogueProblemKind.ColumnNotNumeric or CatalogueProblemKind.NotTwoLevels or CatalogueProblemKind.NotZeroOrOne
            or CatalogueProblemKind.NumberTooLarge or CatalogueProblemKind.NotACount or CatalogueProblemKind.Refused => ExitCode.ContractBroken,
        _ => ExitCode.Usage,
    };

    static string Meant(string? nearest, Messages messages) => nearest is null ? "" : " " + messages.Format("usage.nearest", nearest);
}
