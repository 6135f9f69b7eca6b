using System.Globalization;
using ImpactEval.Studies;

namespace ImpactEval.Reporting;

/// <summary>
/// What is wrong with a row, in the user's words. The sentence repeats what stood in the cell, so it belongs to the officer who holds the file;
/// personal data in free text are never repeated.
/// </summary>
public static class RowProblemText
{
    public static string Of(RowProblem problem, TextLanguage language)
    {
        var fate = problem.Rejects ? "RowProblemText.Rejected" : "RowProblemText.Taken";
        return string.Join(' ',
            Where(problem, language) + Words.Of($"RowProblemText.{problem.Kind}.What", language, ("found", problem.Found)),
            Words.Of(fate, language),
            Words.Of($"RowProblemText.{problem.Kind}.Next", language));
    }

    static string Where(RowProblem problem, TextLanguage language)
    {
        var row = problem.Row.ToString(CultureInfo.InvariantCulture);
        return problem.Column.Length == 0
            ? Words.Of("RowProblemText.Where", language, ("row", row))
            : Words.Of("RowProblemText.WhereColumn", language, ("row", row), ("column", problem.Column));
    }
}
