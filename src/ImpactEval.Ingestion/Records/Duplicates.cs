using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>
/// Rows of one file that speak of the same person, instrument and wave. If they say the same, the first is kept; if they differ, none is used
/// until somebody decides, since nobody can know from the file which is right.
/// </summary>
sealed class Duplicates(SourceKind kind, int idColumn, RowProblems problems)
{
    /// <summary>What a record speaks of: two of one key are duplicates.</summary>
    readonly record struct Key(string Person, string Matter, string Wave);

    public IReadOnlyList<RowRecords> Resolve(IReadOnlyList<RowRecords> rows)
    {
        var conflicting = ConflictingKeys(rows);
        var seen = new HashSet<Key>();
        var kept = new List<RowRecords>(rows.Count);
        foreach (var row in rows)
        {
            if (Records(row).Any(record => conflicting.Contains(record.Key)))
                problems.Reject(row.Row, idColumn, RowProblemKind.DuplicateConflicting, row.Written);
            else if (WithoutSeen(row, seen) is { } rest)
                kept.Add(rest);
            else
                problems.Reject(row.Row, idColumn, RowProblemKind.DuplicateIdentical, row.Written);
        }
        return kept;
    }

    HashSet<Key> ConflictingKeys(IReadOnlyList<RowRecords> rows)
    {
        var first = new Dictionary<Key, object>(rows.Count);
        var conflicting = new HashSet<Key>();
        foreach (var (key, record) in rows.SelectMany(Records))
        {
            if (!first.TryAdd(key, record) && !SayTheSame(first[key], record))
                conflicting.Add(key);
        }
        return conflicting;
    }

    /// <returns>The row without what an earlier row said; null when nothing is left of it.</returns>
    RowRecords? WithoutSeen(RowRecords row, HashSet<Key> seen)
    {
        var records = Records(row).ToArray();
        var news = records.Where(record => seen.Add(record.Key)).Select(record => record.Record).ToHashSet(ReferenceEqualityComparer.Instance);
        if (news.Count == records.Length)
            return row;
        if (news.Count == 0)
            return null;
        problems.Tell(row.Row, idColumn, RowProblemKind.DuplicateIdentical, row.Written);
        return row with
        {
            Assessments = [.. row.Assessments.Where(news.Contains)],
            Answers = [.. row.Answers.Where(news.Contains)],
        };
    }

    /// <summary>
    /// In a roster the person is the matter; elsewhere a person may have a row per wave. A file of answers may hold several of one person to
    /// one question, so there only equal texts are duplicates.
    /// </summary>
    IEnumerable<(Key Key, object Record)> Records(RowRecords row)
    {
        if (kind == SourceKind.Participants && row.Person is { } person)
            yield return (new Key(person.Code, "", ""), person);
        foreach (var assessment in row.Assessments)
            yield return (new Key(assessment.Person, $"i:{assessment.Instrument}", assessment.Wave), assessment);
        foreach (var answer in row.Answers)
            yield return (new Key(answer.Person, MatterOf(answer), answer.Wave), answer);
    }

    string MatterOf(AnswerRecord answer) =>
        kind == SourceKind.Answers ? $"q:{answer.Question}:{answer.Text}" : $"q:{answer.Question}";

    static bool SayTheSame(object one, object other) => (one, other) switch
    {
        (AssessmentRecord a, AssessmentRecord b) => a.TakenOn == b.TakenOn && a.Scores.SequenceEqual(b.Scores),
        (AnswerRecord a, AnswerRecord b) => a.Text == b.Text,
        (PersonRecord a, PersonRecord b) => a.Cohort == b.Cohort && SameEntries(a.Groups, b.Groups) && SameEntries(a.Identity, b.Identity),
        _ => false,
    };

    static bool SameEntries(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(entry => other.TryGetValue(entry.Key, out var value) && value == entry.Value);
}
