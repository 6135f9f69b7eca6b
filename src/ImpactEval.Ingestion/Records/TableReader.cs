using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>A table's rows as records and problems, under assumptions that hold for the whole file and are stated.</summary>
static class TableReader
{
    /// <exception cref="BrokenContractException">A declared column is missing.</exception>
    public static FileRecords Read(Study study, AdmittedFile file, Table table)
    {
        var headings = new Headings(file.Name, file.Source.HeaderRow, table.Headings, table.HeadingLabels);
        var form = TableForm.Of(file.Source, table, TableColumns.Of(study, file.Source, headings));
        var problems = new RowProblems(table.Headings);
        var reader = new RowReader(study, file.Source, form, problems);
        RowRecords[] sound = [.. table.Rows.Select(reader.Read).OfType<RowRecords>()];
        var rows = new Duplicates(file.Source.Kind, form.Columns.Participant, problems).Resolve(sound);
        var remarks = Remarks(table, headings, numbersAsText: file.Format == SourceFormat.Xlsx && reader.SawNumberAsText);
        return new FileRecords(
            file.Source.Code,
            file.Name,
            file.Sha256,
            new FileLayout(
                file.Format,
                table.Encoding,
                table.Delimiter,
                form.Numbers.DecimalMark,
                form.Dates.Order,
                table.Sheet,
                file.Source.HeaderRow,
                remarks),
            table.Rows.Count(row => !row.IsBlank),
            People(file.Source.Kind, rows),
            [.. rows.SelectMany(row => row.Assessments)],
            Numbered(rows),
            problems.InOrder());
    }

    static LayoutRemark[] Remarks(Table table, Headings headings, bool numbersAsText)
    {
        var remarks = headings.Remarks().ToHashSet();
        if (TextDecoder.IsLegacy(table.Encoding))
            remarks.Add(LayoutRemark.LegacyEncoding);
        if (table.WasDecomposed)
            remarks.Add(LayoutRemark.UnicodeNotNfc);
        if (numbersAsText)
            remarks.Add(LayoutRemark.NumberStoredAsText);
        return [.. remarks.Order()];
    }

    /// <summary>Outside a roster a person's facts stand in every row of the person; said twice alike, they are said once.</summary>
    static IReadOnlyList<PersonRecord> People(SourceKind kind, IReadOnlyList<RowRecords> rows)
    {
        var people = rows.Select(row => row.Person).OfType<PersonRecord>();
        return kind == SourceKind.Participants ? [.. people] : [.. people.DistinctBy(FactsOf)];
    }

    static string FactsOf(PersonRecord person)
    {
        var facts = person.Groups.Concat(person.Identity).Select(fact => $"{fact.Key}\u0001{fact.Value}");
        return string.Join('\u0000', [person.Code, person.Cohort ?? "", .. facts]);
    }

    /// <summary>Several answers of one person to one question at one wave count up in the order of their rows.</summary>
    static List<AnswerRecord> Numbered(IReadOnlyList<RowRecords> rows)
    {
        var counts = new Dictionary<(string, string, string), int>();
        var answers = new List<AnswerRecord>();
        foreach (var answer in rows.SelectMany(row => row.Answers))
        {
            var key = (answer.Person, answer.Question, answer.Wave);
            var number = counts[key] = counts.GetValueOrDefault(key) + 1;
            answers.Add(answer with { Number = number });
        }
        return answers;
    }
}
