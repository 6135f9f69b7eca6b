using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>What became of the rows of a file, counted.</summary>
sealed class RowTally
{
    readonly Dictionary<(RowProblemKind Kind, bool Rejects), int> problems = [];

    /// <summary>Rows that are not blank.</summary>
    public int Read { get; private set; }

    /// <summary>Rows that went to quarantine; one with several problems counts once.</summary>
    public int Rejected { get; private set; }

    public IReadOnlyList<ProblemCount> Problems =>
    [
        .. problems.OrderBy(problem => problem.Key.Kind).ThenBy(problem => problem.Key.Rejects)
            .Select(problem => new ProblemCount(problem.Key.Kind, problem.Key.Rejects, problem.Value)),
    ];

    public void Add(ReadRow row)
    {
        Read += row.IsBlank ? 0 : 1;
        Rejected += row.Problems.Any(problem => problem.Rejects) ? 1 : 0;
        foreach (var problem in row.Problems)
            problems[(problem.Kind, problem.Rejects)] = problems.GetValueOrDefault((problem.Kind, problem.Rejects)) + 1;
    }
}
