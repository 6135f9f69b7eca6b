namespace ImpactEval.Evaluation;

/// <summary>The groups that may not be shown, and the single counts and findings that go with a hidden neighbour.</summary>
sealed class HiddenGroups
{
    readonly HashSet<GroupKey> groups = [];
    readonly HashSet<(int Column, GroupKey Group)> counts = [];
    readonly HashSet<(string Outcome, ChangeKind Kind, string From, string To, GroupKey Group)> changes = [];

    public static HiddenGroups Of(Findings findings, int smallestCell)
    {
        var hidden = new HiddenGroups();
        hidden.AddParticipation(findings.Participation, smallestCell);
        hidden.AddChanges(findings.Changes, smallestCell);
        return hidden;
    }

    public bool Contains(GroupKey? group) => group is not null && groups.Contains(group);

    /// <summary>Columns as in <see cref="ParticipationRow.Columns"/>.</summary>
    public bool Contains(int column, GroupKey? group) => group is not null && counts.Contains((column, group));

    public bool Contains(ChangeFinding change) => change.Group is not null && changes.Contains(Key(change));

    void AddParticipation(Participation participation, int smallestCell)
    {
        var everybody = participation.Rows.FirstOrDefault(row => row.Group is null);
        foreach (var dimension in participation.Rows.Where(row => row.Group is not null).GroupBy(row => row.Group!.Dimension))
        {
            groups.UnionWith(Company.Of(dimension, row => row.Enrolled.Value ?? 0, smallestCell, everybody?.Enrolled.Value).Select(row => row.Group!));
            for (var column = 0; column < dimension.First().Columns.Count; column++)
            {
                var rows = Company.Of(dimension, row => row.Columns[column].Value ?? 0, smallestCell, everybody?.Columns[column].Value);
                counts.UnionWith(rows.Select(row => (column, row.Group!)));
            }
        }
    }

    void AddChanges(IReadOnlyList<ChangeFinding> findings, int smallestCell)
    {
        var known = findings.Where(change => change.Counts is not null).ToLookup(change => (change.Outcome, change.Kind, change.From, change.To));
        foreach (var question in known)
        {
            var everybody = question.FirstOrDefault(change => change.Group is null)?.Counts!.Paired;
            foreach (var dimension in question.Where(change => change.Group is not null).GroupBy(change => change.Group!.Dimension))
                changes.UnionWith(Company.Of(dimension, change => change.Counts!.Paired, smallestCell, everybody).Select(Key));
        }
    }

    static (string, ChangeKind, string, string, GroupKey) Key(ChangeFinding change) =>
        (change.Outcome, change.Kind, change.From, change.To, change.Group!);
}
