using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>Every column of every table, told from the very heads the tables are made with.</summary>
internal static class DictionarySheet
{
    sealed record Entry(string Sheet, string Table, ColumnHead Head);

    static readonly Column<Entry>[] Columns =
    [
        new(ColumnHead.Text("SheetLink", 28, ColumnOrigin.Written), entry => new Cell.Link(entry.Sheet, entry.Sheet)),
        new(ColumnHead.Text("Table", 20, ColumnOrigin.Written), entry => new Cell.Text(entry.Table)),
        new(ColumnHead.Text("ColumnName", 44, ColumnOrigin.Written), entry => new Cell.Text(entry.Head.Heading)),
        new(ColumnHead.Text("MeaningVi", 56, ColumnOrigin.Written), entry => new Cell.Text(entry.Head.Meaning.Vi)),
        new(ColumnHead.Text("MeaningEn", 56, ColumnOrigin.Written), entry => new Cell.Text(entry.Head.Meaning.In(TextLanguage.En))),
        new(ColumnHead.Text("UnitName", 20, ColumnOrigin.Written), entry => new Cell.Text(Words.Both(entry.Head.Unit).Bilingual())),
        new(ColumnHead.Text("Type", 32, ColumnOrigin.Written), entry => new Cell.Text(Words.Both(entry.Head.Format).Bilingual())),
        new(ColumnHead.Text("Origin", 36, ColumnOrigin.Written), entry => new Cell.Text(Words.Both(entry.Head.Origin).Bilingual())),
    ];

    /// <param name="others">All other sheets; the dictionary explains itself as well.</param>
    public static Sheet Of(SponsorReport report, IEnumerable<Sheet> others)
    {
        var name = Sheet.NameOf(SheetKind.Dictionary);
        var entries = others
            .SelectMany(sheet => sheet.Tables.SelectMany(table => table.Columns.Select(head => new Entry(sheet.Name, table.Name, head))))
            .Concat(Columns.Select(column => new Entry(name, "Dictionary", column.Head)));
        return new Sheet(SheetKind.Dictionary, report.Note("Sheet.Dictionary.Note"), [SheetTable.Of(name, "Dictionary", Columns, entries)]);
    }
}
