using System.Collections;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>The rows of a file in batches, read each time they are gone through.</summary>
sealed class RowBatches(SourceKind kind, Func<IEnumerable<ReadRow>> read) : IEnumerable<FileBatch>
{
    /// <summary>With 50 scores each about half a megabyte: large enough to be written quickly, small enough to have a few at once.</summary>
    const int RowsOfABatch = 1024;

    public IEnumerator<FileBatch> GetEnumerator()
    {
        var (told, numbers) = (new HashSet<UInt128>(), new Dictionary<UInt128, int>());
        foreach (var rows in read().Chunk(RowsOfABatch))
        {
            RowRecords[] records = [.. rows.Select(row => row.Records).OfType<RowRecords>()];
            yield return new FileBatch(
                People(records, told),
                [.. records.SelectMany(row => row.Assessments)],
                Numbered(records, numbers),
                [.. rows.SelectMany(row => row.Problems)]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Outside a roster a person's facts stand in every row of the person; said twice alike, they are said once.</summary>
    PersonRecord[] People(RowRecords[] rows, HashSet<UInt128> told)
    {
        var people = rows.Select(row => row.Person).OfType<PersonRecord>();
        return kind == SourceKind.Participants ? [.. people] : [.. people.Where(person => told.Add(TextDigest.Of(PersonFacts.TextOf(person))))];
    }

    /// <summary>
    /// Several answers of one person to one question at one wave count up in the order of their rows. Only a file of answers may hold several:
    /// elsewhere they are duplicates.
    /// </summary>
    AnswerRecord[] Numbered(RowRecords[] rows, Dictionary<UInt128, int> numbers)
    {
        var answers = rows.SelectMany(row => row.Answers).ToArray();
        if (kind != SourceKind.Answers)
            return answers;
        for (var at = 0; at < answers.Length; at++)
        {
            var key = TextDigest.Of($"{answers[at].Person}\0{answers[at].Question}\0{answers[at].Wave}");
            answers[at] = answers[at] with { Number = numbers[key] = numbers.GetValueOrDefault(key) + 1 };
        }
        return answers;
    }
}
