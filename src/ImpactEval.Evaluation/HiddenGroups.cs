namespace ImpactEval.Evaluation;

/// <summary>The groups that may not be shown, and the single findings that go with a hidden neighbour.</summary>
sealed class HiddenGroups
{
    readonly HashSet<GroupKey> groups = [];
    readonly HashSet<(string Outcome, ChangeKind Kind, string From, string To, GroupKey Group)> changes = [];

    public static HiddenGroups Of(Findings findings, int smallestCell)
    {
        var hidden = new HiddenGroups();
        foreach (var dimension in findings.Participation.Rows.Where(row => row.Group is not null).GroupBy(row => row.Group!.Dimension))
            hidden.groups.UnionWith(WithCompany(dimension, row => row.Enrolled.Value ?? 0, smallestCell).Select(row => row.Group!));

        var questions = findings.Changes
            .Where(change => change.Group is not null && change.Counts is not null)
            .GroupBy(change => (change.Outcome, change.Kind, change.From, change.To, change.Group!.Dimension));
        foreach (var question in questions)
            hidden.changes.UnionWith(WithCompany(question, change => change.Counts!.Paired, smallestCell).Select(Key));
        return hidden;
    }

    public bool Contains(GroupKey? group) => group is not null && groups.Contains(group);

    public bool Contains(ChangeFinding change) => change.Group is not null && changes.Contains(Key(change));

    static (string, ChangeKind, string, string, GroupKey) Key(ChangeFinding change) =>
        (change.Outcome, change.Kind, change.From, change.To, change.Group!);

    /// <summary>The rows that are too small, and the next smallest when there is only one of them.</summary>
    static List<T> WithCompany<T>(IEnumerable<T> rows, Func<T, int> people, int smallestCell)
    {
        var ordered = rows.Where(row => people(row) > 0).OrderBy(people).ToArray();
        var small = ordered.TakeWhile(row => people(row) < smallestCell).ToList();
        if (small.Count == 1 && ordered.Length > 1)
            small.Add(ordered[1]);
        return small;
    }
}
