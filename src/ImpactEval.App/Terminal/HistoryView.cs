using System.Globalization;
using ImpactEval.Storage.History;
using ImpactEval.Studies;
using Spectre.Console;

namespace ImpactEval.App.Terminal;

/// <summary>Imports, undone imports and the rows behind a result.</summary>
static class HistoryView
{
    public static void Write(TextWriter output, IReadOnlyList<StoredImport> imports, Messages messages)
    {
        if (imports.Count == 0)
            return;
        var table = TableOf(messages, "import", "file", "state", "rows", "rejected", "time", "actor");
        foreach (var import in imports)
            AddRow(table, Shown(import.ImportId), import.File.FileName, messages[$"imports.state.{Word.Of(import.State)}"],
                import.RowsRead.ToString(messages.Culture), import.RowsRejected.ToString(messages.Culture),
                import.ChangedAt is { } time ? time[..19] + "Z" : "–", import.Actor ?? "–");
        Screen.Of(output).Write(table);
    }

    public static void Write(TextWriter output, IReadOnlyList<SourceRow> rows, Messages messages)
    {
        var table = TableOf(messages, "import", "file", "row", "code", "wave");
        foreach (var row in rows)
            AddRow(table, Shown(row.ImportId), row.FileName, row.Row.ToString(messages.Culture), row.Instrument, row.Wave);
        Screen.Of(output).Write(table);
    }

    public static void Write(TextWriter output, UndoOutcome outcome, Messages messages)
    {
        var name = outcome.Import.File.FileName;
        output.WriteLine(messages.Format("undo.done", name, Shown(outcome.Import.ImportId)));
        output.WriteLine(messages.Format("undo.rows", outcome.Enrolments, outcome.Assessments, outcome.Answers));
        output.WriteLine(outcome.Replaced is { } replaced
            ? messages.Format("undo.replacedGone", replaced.File.FileName, replaced.File.Sha256)
            : messages["undo.nothingBefore"]);
        if (outcome.Results > 0)
            output.WriteLine(messages.Format("undo.results", outcome.Results));
        output.WriteLine(messages.Format("undo.again", Path.GetFileName(name)));
    }

    static Table TableOf(Messages messages, params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(Markup.Escape(messages[$"imports.{column}"]));
        return table;
    }

    static void AddRow(Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(cell)));

    static string Shown(long import) => import.ToString(CultureInfo.InvariantCulture);
}
