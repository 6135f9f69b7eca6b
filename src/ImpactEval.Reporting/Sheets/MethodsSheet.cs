using System.Globalization;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>How everything was measured, by which formula and rule, and what may not be concluded.</summary>
internal static class MethodsSheet
{
    /// <summary>Names of the cells that formulas on other sheets use.</summary>
    public const string ConfidenceLevel = "ConfidenceLevel", SmallestCell = "SmallestCell", MaximumRejectedShare = "MaximumRejectedShare";

    /// <summary>A threshold; named cells have a <paramref name="CellName"/>.</summary>
    sealed record Parameter(LocalText Title, double Value, string? CellName);

    static readonly Column<Parameter>[] ParameterColumns =
    [
        new(ColumnHead.Text("CellName", 26, ColumnOrigin.Written), parameter => parameter.CellName is { } name ? new Cell.Text(name) : Cell.NotApplicable),
        new(ColumnHead.Estimate("ParameterValue", Unit.AsRowSays).From(ColumnOrigin.Declared).Wide(28) with { Format = CellFormat.General }, parameter => new Cell.Number(parameter.Value)),
        new(ColumnHead.Text("Parameter", 72, ColumnOrigin.Written), parameter => new Cell.Text(parameter.Title.Within(72))),
    ];

    static readonly Column<MethodStatement>[] StatementColumns =
    [
        new(ColumnHead.Text("Section", 26, ColumnOrigin.Written), statement => new Cell.Text(Words.Both(statement.Section).Bilingual())),
        new(ColumnHead.Text("Subject", 28, ColumnOrigin.Written), statement => new Cell.Text(statement.Subject.Bilingual())),
        new(ColumnHead.Text("TextVi", 72, ColumnOrigin.Written), statement => new Cell.Text(statement.Text.Vi)),
        new(ColumnHead.Text("TextEn", 68, ColumnOrigin.Written), statement => new Cell.Text(statement.Text.In(TextLanguage.En))),
        new(ColumnHead.Text("Citation", 40, ColumnOrigin.Written), statement => new Cell.Text(statement.Citation)),
    ];

    public static Sheet Of(SponsorReport report)
    {
        var parameters = SheetTable.Of(Sheet.NameOf(SheetKind.Methods), "Parameters", ParameterColumns, Parameters(report));
        return new Sheet(
            SheetKind.Methods,
            report.Note("Sheet.Methods.Note"),
            [parameters, parameters.Then("MethodStatements", StatementColumns, MethodStatements.Of(report))]);
    }

    /// <summary>Cells with a name, and where they are.</summary>
    public static IEnumerable<(string Name, string Address)> NamedCells(Sheet methods)
    {
        var parameters = methods.Tables[0];
        for (var row = 0; row < parameters.Rows.Count; row++)
        {
            if (parameters[row, "CellName"] is Cell.Text { Value: { } name })
                yield return (name, parameters.Range(row, 1, "ParameterValue"));
        }
    }

    static IEnumerable<Parameter> Parameters(SponsorReport report)
    {
        var (study, run) = (report.Study, report.Findings.Run);
        yield return new Parameter(Words.Both("Parameter.ConfidenceLevel"), run.ConfidenceLevel, ConfidenceLevel);
        yield return new Parameter(Words.Both("Parameter.SmallestCell"), run.SmallestCell, SmallestCell);
        yield return new Parameter(Words.Both("Parameter.MaximumRejectedShare"), study.Checks.MaximumRejectedShare, MaximumRejectedShare);
        yield return new Parameter(Words.Both("Parameter.Resamples"), study.Analysis.Resamples, null);
        foreach (var outcome in study.Outcomes())
        {
            if (study.Analysis.SmallestImportantDifferences.TryGetValue(outcome.Code, out var difference))
                yield return new Parameter(TitleOf(outcome), difference, null);
        }
    }

    static LocalText TitleOf(Outcome outcome)
    {
        string In(TextLanguage language) => Words.Of("Parameter.ImportantDifference", language, ("outcome", outcome.Title.In(language)));
        return new LocalText(In(TextLanguage.Vi), In(TextLanguage.En));
    }
}
