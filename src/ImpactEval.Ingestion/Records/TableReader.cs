using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>A table's rows as records and problems, under assumptions that hold for the whole file and are stated.</summary>
static class TableReader
{
    public static FileRecords Read(Study study, SourceFile file, SourceFormat format, string fingerprint, Table table)
    {
        var source = file.Source;
        var headings = new Headings(file.Name, source.HeaderRow, table.Headings);
        var columns = TableColumns.Of(study, source, headings);
        var numbers = source.DecimalMark is { } mark ? new NumberForm(mark) : NumberForm.Shown(table, columns.Numeric);
        var dates = Dates(source, table, columns);
        var problems = new RowProblems(table.Headings);
        var reader = new RowReader(study, source, columns, numbers, dates, problems);
        RowRecords[] accepted = [.. table.Rows.Select(reader.Read).OfType<RowRecords>()];
        var rows = new Duplicates(source.Kind, columns.Participant, problems).Resolve(accepted);
        var layout = new FileLayout(
            format, table.Encoding, table.Delimiter, numbers.DecimalMark, dates.Order, table.Sheet, source.HeaderRow,
            Remarks(table, headings, format == SourceFormat.Xlsx && reader.SawNumberAsText));
        return new FileRecords(
            source.Code, file.Name, fingerprint, layout, table.Rows.Count(row => !row.IsBlank),
            People(source.Kind, rows), [.. rows.SelectMany(row => row.Assessments)], Numbered(rows), problems.InOrder());
    }

    static DateForm Dates(Source source, Table table, TableColumns columns)
    {
        if (source.DateOrder is { } order)
            return DateForm.Stated(order, table.CountsFrom1904);
        var cells = columns.Date is { } column ? table.Rows.Select(row => row.At(column)) : [];
        return DateForm.Shown(cells, table.CountsFrom1904);
    }

    static LayoutRemark[] Remarks(Table table, Headings headings, bool numbersAsText)
    {
        var remarks = headings.Remarks().ToHashSet();
        if (table.Encoding == Language.TextDecoder.Windows1258)
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
