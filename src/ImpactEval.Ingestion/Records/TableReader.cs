using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>What became of one row. Without records it is blank or goes to quarantine.</summary>
sealed record ReadRow(int Number, bool IsBlank, RowRecords? Records, IReadOnlyList<RowProblem> Problems);

/// <summary>A table's rows as records and problems, under assumptions that hold for the whole file and are stated.</summary>
sealed class TableReader
{
    /// <summary>Enough to guess the form rightly, so that the file is checked once; all of its rows confirm it, or it is checked again.</summary>
    const int RowsOfASample = 1000;

    readonly Study study;
    readonly AdmittedFile file;
    readonly Table table;
    readonly Headings headings;
    readonly TableColumns columns;
    TableForm form;
    Duplicates duplicates;
    bool sawNumberAsText;

    TableReader(Study study, AdmittedFile file, Table table)
    {
        (this.study, this.file, this.table) = (study, file, table);
        headings = new Headings(file.Name, file.Source.HeaderRow, table.Headings, table.HeadingLabels);
        columns = TableColumns.Of(study, file.Source, headings);
        form = FormOf(table.Rows.Take(RowsOfASample));
        duplicates = new Duplicates(file.Source.Kind);
    }

    /// <summary>Goes through all rows, and more often only where rows may say the same; the records are read again when they are wanted.</summary>
    /// <exception cref="BrokenContractException">A declared column is missing.</exception>
    public static CheckedFile Check(Study study, AdmittedFile file, Table table)
    {
        var reader = new TableReader(study, file, table);
        var tally = reader.CountInItsForm();
        if (reader.duplicates.MayBeThere)
        {
            reader.Count(reader.duplicates.Compare);
            tally = reader.duplicates.AreThere ? reader.Count(static _ => { }) : tally;
        }
        reader.duplicates.Settle();
        var stamp = new FileStamp(file.Source.Code, file.Name, file.Sha256);
        var batches = new RowBatches(file.Source.Kind, () => reader.Rows());
        return new CheckedFile(stamp, reader.Layout(), tally.Read, tally.Rejected, tally.Problems, batches);
    }

    /// <summary>Checks under the form that the first rows show, and again if all rows together show another one.</summary>
    RowTally CountInItsForm()
    {
        var evidence = new FormEvidence(file.Source, columns, table.CountsFrom1904);
        var tally = Count(duplicates.Note, evidence.Add);
        if (evidence.Form() is var shown && shown.ReadsAs(form))
            return tally;
        form = shown;
        duplicates = new Duplicates(file.Source.Kind);
        return Count(duplicates.Note);
    }

    TableForm FormOf(IEnumerable<IRow> rows)
    {
        var evidence = new FormEvidence(file.Source, columns, table.CountsFrom1904);
        foreach (var row in rows)
            evidence.Add(row);
        return evidence.Form();
    }

    RowTally Count(Action<RowRecords> note, Action<IRow>? look = null)
    {
        var tally = new RowTally();
        foreach (var row in Rows(look))
        {
            tally.Add(row);
            if (row.Records is { } records)
                note(records);
        }
        return tally;
    }

    IEnumerable<ReadRow> Rows(Action<IRow>? look = null)
    {
        var problems = new RowProblems(table.Headings);
        var reader = new RowReader(study, file.Source, form, problems);
        var filter = duplicates.AreThere ? new DuplicateFilter(duplicates, form.Columns.Participant, problems) : null;
        foreach (var row in table.Rows)
        {
            look?.Invoke(row);
            var isBlank = row.IsBlank;
            var records = reader.Read(row);
            if (records is not null && filter is not null)
                records = filter.Keep(records);
            yield return new ReadRow(row.Number, isBlank, records, problems.Take());
        }
        sawNumberAsText = reader.SawNumberAsText;
    }

    FileLayout Layout() => new(
        file.Format,
        table.Encoding,
        table.Delimiter,
        form.Numbers.DecimalMark,
        form.Dates.Order,
        table.Sheet,
        file.Source.HeaderRow,
        Remarks());

    LayoutRemark[] Remarks()
    {
        var remarks = headings.Remarks().ToHashSet();
        if (TextDecoder.IsLegacy(table.Encoding))
            remarks.Add(LayoutRemark.LegacyEncoding);
        if (table.WasDecomposed)
            remarks.Add(LayoutRemark.UnicodeNotNfc);
        if (file.Format == SourceFormat.Xlsx && sawNumberAsText)
            remarks.Add(LayoutRemark.NumberStoredAsText);
        return [.. remarks.Order()];
    }
}
