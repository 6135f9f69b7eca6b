using ImpactEval.Ingestion.Exports.Columns;
using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Exports.Records;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports;

/// <summary>Reads what was agreed with a sponsor: one indicator in each row, with its baseline and target.</summary>
static class IndicatorReader
{
    static readonly IReadOnlyList<Phrase> NotYet = Phrase.List(
        "chưa có; sẽ xác định; chưa xác định; xác định sau; cần xác định; đang thu thập; tbd; to be set; to be determined; to be defined",
        "to be confirmed; tbc; pending; not yet available",
        "à déterminer; à définir; à confirmer; à établir; en cours; 未定; 未設定; 調査中; 設定予定");

    public static ExportReading Read(string name, GridBook book, ToolForm form)
    {
        var defects = new DefectLog();
        var rows = SortedRows.Of(form, defects);
        FileDefects.Check(book, form, rows, defects);
        var code = TableForms.IndicatorColumn(form.Header.Headings);
        var baseline = TableForms.BaselineColumn(form.Header.Headings);
        foreach (var row in rows.Records)
        {
            var id = code is { } column ? row.At(column).Shown.Trim() : "";
            if (baseline is { } at && IsMissing(row.At(at)))
                defects.Add(DefectKind.BaselineMissing, row.Number, id, form.Header.Headings[at].Trim());
            if (rows.Ragged.Contains(row))
                defects.Add(DefectKind.RaggedRow, row.Number, id);
        }
        Duplicates(rows.Records, code, defects);
        var numbers = NumberForm.Shown(new Table(form.Header.Headings, rows.Records), Enumerable.Range(0, form.Header.Headings.Count)
            .Where(column => ColumnProfile.Of(rows.Records, column).IsNumeric));
        return FileDefects.Reading(name, book, form, rows.Records.Count) with
        {
            DecimalMark = numbers.DecimalMark,
            Usable = rows.Records.Count - rows.Ragged.Count,
            Key = code is { } key ? form.Header.Headings[key].Trim() : null,
            Defects = defects.All(),
            Assumptions = FileDefects.Assumptions(book, form),
            IsRefused = book.OpenQuoteLine is not null,
        };
    }

    /// <summary>Nobody's baseline is zero because its cell is empty.</summary>
    static bool IsMissing(Cell cell) => cell.IsEmpty || RowWords.IsNoValue(cell.Shown) || new Sought(cell.Shown).Has(NotYet);

    static void Duplicates(IReadOnlyList<TableRow> rows, int? code, DefectLog defects)
    {
        if (code is not { } column)
            return;
        foreach (var twice in rows.Where(row => !row.At(column).IsEmpty).GroupBy(row => row.At(column).Shown.Trim())
            .Where(group => group.Count() > 1))
        {
            var first = twice.First();
            var areEqual = twice.All(row => row.Cells.Select(cell => cell.Shown).SequenceEqual(first.Cells.Select(cell => cell.Shown)));
            foreach (var row in areEqual ? twice.Skip(1) : twice)
                defects.Add(areEqual ? DefectKind.DuplicateIdentical : DefectKind.DuplicateConflicting, row.Number, twice.Key);
        }
    }
}
