using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>Reads from a row who the person is: code, cohort, groups, identity.</summary>
sealed class PersonReader(Study study, TableForm form, RowProblems problems)
{
    readonly TableColumns columns = form.Columns;
    readonly WordTable<string> cohorts = WordTable.OfCohorts(study);
    readonly WordTable<string>[] values = [.. form.Columns.Groups.Select(group => WordTable.OfValues(group.Group))];

    /// <summary>The file says more of a person than the code.</summary>
    public bool HasFacts { get; } = form.Columns is { Cohort: not null } or { Groups.Count: > 0 } or { Identity.Count: > 0 };

    /// <summary>The person's code in its one spelling; empty, with a problem told, when there is none.</summary>
    public string Code(IRow row)
    {
        var written = row.At(columns.Participant).Shown;
        var code = PersonCode.Of(written);
        if (code.Length == 0)
            problems.Reject(row.Number, columns.Participant, RowProblemKind.MissingId, written);
        else if (code != written)
            problems.Tell(row.Number, columns.Participant, RowProblemKind.IdVariant, written);
        return code;
    }

    public PersonRecord Facts(IRow row, string code)
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < columns.Groups.Count; at++)
        {
            if (GroupValue(row, at) is { } value)
                groups[columns.Groups[at].Group.Code] = value;
        }
        return new PersonRecord(code, Cohort(row), groups, Identity(row), row.Number);
    }

    string? Cohort(IRow row)
    {
        if (columns.Cohort is not { } column || row.At(column) is { IsEmpty: true })
            return null;
        var cell = row.At(column);
        if (!cohorts.TryFind(cell, out var cohort))
            problems.Reject(row.Number, column, RowProblemKind.UnknownCohort, cell.Shown);
        return cohort;
    }

    string? GroupValue(IRow row, int at)
    {
        var (group, column) = columns.Groups[at];
        var cell = row.At(column);
        if (cell.IsEmpty)
            return null;
        if (group.Cuts.Count > 0 && form.Numbers.TryRead(cell, out var number))
            return group.Values[group.Cuts.Count(cut => cut <= number)].Code;
        // The column of a banded number may also name the band itself.
        if (!values[at].TryFind(cell, out var value))
            problems.Reject(row.Number, column, RowProblemKind.UnknownGroupValue, cell.Shown);
        return value;
    }

    Dictionary<string, string> Identity(IRow row)
    {
        var identity = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kind, column) in columns.Identity)
        {
            var cell = row.At(column);
            if (cell.IsEmpty)
                continue;
            var text = cell.Shown.Trim();
            identity[kind] = text;
            if (FreeText.LooksLikeFormula(text))
                problems.Tell(row.Number, column, RowProblemKind.FormulaLikeText, text);
        }
        return identity;
    }
}
