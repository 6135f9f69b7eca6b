using System.Text;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>Every column of every table, told from the very heads the tables are made with.</summary>
internal static class DictionarySheet
{
    /// <summary>A column and the tables that have it; what is called and means the same is told once.</summary>
    sealed record Entry(ColumnHead Head, string Tables);

    static readonly Column<Entry>[] Columns =
    [
        new(ColumnHead.Text("ColumnName", 48, ColumnOrigin.Written), entry => new Cell.Text(entry.Head.Title)),
        new(ColumnHead.Text("MeaningVi", 60, ColumnOrigin.Written), entry => new Cell.Text(entry.Head.Meaning.Vi)),
        new(ColumnHead.Text("MeaningEn", 54, ColumnOrigin.Written), entry => new Cell.Text(entry.Head.Meaning.In(TextLanguage.En))),
        new(ColumnHead.Text("Origin", 25, ColumnOrigin.Written), entry => new Cell.Text(Words.Both(entry.Head.Origin).Bilingual())),
        new(ColumnHead.Text("Tables", 46, ColumnOrigin.Written), entry => new Cell.Text(entry.Tables)),
    ];

    /// <param name="others">All other sheets; the dictionary explains itself as well.</param>
    public static Sheet Of(SponsorReport report, IEnumerable<Sheet> others)
    {
        var name = Sheet.NameOf(SheetKind.Dictionary);
        var entries = others
            .SelectMany(sheet => sheet.Tables)
            .SelectMany(table => table.Columns.Select(head => (Head: head, Table: table.Name)))
            .Concat(Columns.Select(column => (column.Head, Table: "Dictionary")))
            .GroupBy(column => (column.Head.Title, column.Head.Meaning, column.Head.Origin))
            .Select(columns => new Entry(columns.First().Head, Listed([.. columns.Select(column => column.Table).Distinct()])));
        return new Sheet(SheetKind.Dictionary, report.Note("Sheet.Dictionary.Note"), [SheetTable.Of(name, "Dictionary", Columns, entries)]);
    }

    /// <summary>Tables of one kind are told by their letters: <c>Learning, Application B C</c>.</summary>
    static string Listed(string[] tables)
    {
        var (list, kind) = (new StringBuilder(), "");
        foreach (var table in tables)
        {
            var isSameKind = kind.Length > 0 && table.Length == kind.Length + 1 && table.StartsWith(kind, StringComparison.Ordinal);
            list.Append(isSameKind ? " " + table[^1] : list.Length == 0 ? table : ", " + table);
            kind = isSameKind ? kind : table;
        }
        return list.ToString();
    }
}
