using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>The problems found in a table's rows, with the heading a person sees over the cell.</summary>
sealed class RowProblems(IReadOnlyList<string> headings)
{
    List<RowProblem> problems = [];

    /// <summary>How many problems so far send their row to quarantine.</summary>
    public int Rejecting { get; private set; }

    /// <summary>The row goes to quarantine.</summary>
    /// <param name="column">Null when the whole row is meant.</param>
    public void Reject(int row, int? column, RowProblemKind kind, string found)
    {
        Add(row, column, kind, found, rejects: true);
        Rejecting++;
    }

    /// <summary>The row is taken and the problem told.</summary>
    public void Tell(int row, int? column, RowProblemKind kind, string found) => Add(row, column, kind, found, rejects: false);

    /// <summary>In the order of the rows; within a row as found.</summary>
    public IReadOnlyList<RowProblem> InOrder() => [.. problems.OrderBy(problem => problem.Row)];

    /// <summary>The problems told since they were last taken, as found.</summary>
    public IReadOnlyList<RowProblem> Take()
    {
        if (problems.Count == 0)
            return [];
        var taken = problems;
        problems = [];
        return taken;
    }

    void Add(int row, int? column, RowProblemKind kind, string found, bool rejects) =>
        problems.Add(new RowProblem(row, column is { } at ? headings[at].Trim() : "", kind, found, rejects));
}
