using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>What a record speaks of: two of one key are duplicates.</summary>
readonly record struct RecordKey(string Person, string Matter, string Wave);

/// <summary>
/// Rows of one file that speak of the same person, instrument and wave. If they say the same, the first is kept; if they differ, none is used
/// until somebody decides, since nobody can know from the file which is right. Found in two passes that keep no rows: the first remembers eight
/// bytes of every record, the second looks closely at those that these bytes let seem alike.
/// </summary>
sealed class Duplicates(SourceKind kind)
{
    readonly HashSlots seen = new();
    readonly HashSet<ulong> alike = [];
    readonly Dictionary<RecordKey, UInt128> said = [];
    readonly HashSet<RecordKey> repeated = [], conflicting = [];

    public bool MayBeThere => alike.Count > 0;

    public bool AreThere => repeated.Count > 0;

    /// <summary>First pass.</summary>
    public void Note(RowRecords row)
    {
        foreach (var (key, _) in Records(row))
        {
            var hash = HashOf(key);
            if (!seen.Add(hash))
                alike.Add(hash);
        }
    }

    /// <summary>Second pass.</summary>
    public void Compare(RowRecords row)
    {
        foreach (var (key, record) in Records(row).Where(entry => alike.Contains(HashOf(entry.Key))))
        {
            var content = TextDigest.Of(TextOf(record));
            if (said.TryAdd(key, content))
                continue;
            repeated.Add(key);
            if (said[key] != content)
                conflicting.Add(key);
        }
    }

    /// <summary>No row will be compared any more.</summary>
    public void Settle()
    {
        seen.Clear();
        alike.Clear();
        alike.TrimExcess();
        said.Clear();
        said.TrimExcess();
    }

    public bool IsConflicting(RecordKey key) => conflicting.Contains(key);

    public bool IsRepeated(RecordKey key) => repeated.Contains(key);

    /// <summary>
    /// In a roster the person is the matter; elsewhere a person may have a row per wave. A file of answers may hold several of one person to
    /// one question, so there only equal texts are duplicates.
    /// </summary>
    public IEnumerable<(RecordKey Key, object Record)> Records(RowRecords row)
    {
        if (kind == SourceKind.Participants && row.Person is { } person)
            yield return (new RecordKey(person.Code, "", ""), person);
        foreach (var assessment in row.Assessments)
            yield return (new RecordKey(assessment.Person, assessment.Instrument, assessment.Wave), assessment);
        foreach (var answer in row.Answers)
            yield return (new RecordKey(answer.Person, MatterOf(answer), answer.Wave), answer);
    }

    string MatterOf(AnswerRecord answer) =>
        kind == SourceKind.Answers ? $"\n{answer.Question}:{answer.Text}" : $"\n{answer.Question}";

    /// <summary>FNV-1a, 64 bits (Fowler, Noll and Vo). Two keys with one hash cost a closer look and nothing else.</summary>
    static ulong HashOf(RecordKey key)
    {
        const ulong Basis = 14_695_981_039_346_656_037, Prime = 1_099_511_628_211;
        var hash = Basis;
        foreach (var part in (ReadOnlySpan<string>)[key.Person, key.Matter, key.Wave])
        {
            foreach (var letter in part)
                hash = (hash ^ letter) * Prime;
            hash = (hash ^ 0xFFFF) * Prime;
        }
        return hash;
    }

    static string TextOf(object record) => record switch
    {
        // −0 is 0.
        AssessmentRecord taken => $"{taken.TakenOn:O} {string.Join(' ', taken.Scores.Select(score => score + 0.0))}",
        AnswerRecord answer => answer.Text,
        PersonRecord person => PersonFacts.TextOf(person with { Code = "" }),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record, null),
    };
}

/// <summary>Goes through the rows once more and leaves out what an earlier row said, and what rows disagree on.</summary>
sealed class DuplicateFilter(Duplicates duplicates, int idColumn, RowProblems problems)
{
    readonly HashSet<RecordKey> seen = [];

    /// <returns>The row without what an earlier row said; null when nothing is left of it.</returns>
    public RowRecords? Keep(RowRecords row)
    {
        var records = duplicates.Records(row).ToArray();
        if (Array.Exists(records, record => duplicates.IsConflicting(record.Key)))
        {
            problems.Reject(row.Row, idColumn, RowProblemKind.DuplicateConflicting, row.Written);
            return null;
        }
        var news = records.Where(record => !duplicates.IsRepeated(record.Key) || seen.Add(record.Key))
            .Select(record => record.Record).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        if (news.Count == records.Length)
            return row;
        return news.Count == 0 ? Rejected(row) : Told(row, news);
    }

    RowRecords? Rejected(RowRecords row)
    {
        problems.Reject(row.Row, idColumn, RowProblemKind.DuplicateIdentical, row.Written);
        return null;
    }

    RowRecords Told(RowRecords row, HashSet<object> news)
    {
        problems.Tell(row.Row, idColumn, RowProblemKind.DuplicateIdentical, row.Written);
        return row with
        {
            Assessments = [.. row.Assessments.Where(news.Contains)],
            Answers = [.. row.Answers.Where(news.Contains)],
        };
    }
}
