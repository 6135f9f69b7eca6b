using System.Globalization;
using ImpactEval.Studies;

namespace ImpactEval.Reporting;

/// <summary>A broken contract in the user's words: where, what was found, what was expected, what to do next.</summary>
public static class ContractProblemText
{
    public static string Of(ContractProblem problem, TextLanguage language)
    {
        var sentences = new List<string> { Where(problem, language) + What(problem, language) };
        if (problem is { Found: not null, Expected: { } expected })
            sentences.Add(Words.Of("ContractProblemText.Expected", language, ("expected", expected)));
        if (problem.Nearest is { } nearest)
            sentences.Add(Words.Of("ContractProblemText.Nearest", language, ("nearest", nearest)));
        sentences.Add(Words.Of($"ContractProblemText.{problem.Kind}.Next", language));
        return string.Join(' ', sentences);
    }

    static string Where(ContractProblem problem, TextLanguage language) => problem.Line is { } line
        ? Words.Of("ContractProblemText.WhereLine", language, ("file", problem.File), ("line", line.ToString(CultureInfo.InvariantCulture)))
        : Words.Of("ContractProblemText.Where", language, ("file", problem.File));

    static string What(ContractProblem problem, TextLanguage language) =>
        Words.Of($"ContractProblemText.{problem.Kind}.What", language, ("found", problem.Found ?? problem.Expected ?? Words.Of("ContractProblemText.Nothing", language)));
}
