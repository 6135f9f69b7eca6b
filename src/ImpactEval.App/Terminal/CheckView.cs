using ImpactEval.Reporting;
using ImpactEval.Studies;
using Spectre.Console;

namespace ImpactEval.App.Terminal;

/// <summary>Every file with what was assumed about it, then every problem with its place.</summary>
static class CheckView
{
    public static void Write(TextWriter output, IReadOnlyList<FileRecords> files, Messages messages)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in new[] { "file", "format", "encoding", "delimiter", "decimal", "dates", "rows", "accepted", "rejected" })
            table.AddColumn(Markup.Escape(messages[$"check.{column}"]));
        foreach (var file in files)
            table.AddRow([.. Cells(file, messages).Select(cell => new Text(cell))]);
        Screen.Of(output).Write(table);

        var count = files.Sum(file => file.Problems.Count);
        output.WriteLine(count == 0 ? messages["check.clean"] : messages.Format("check.problems", count));
        foreach (var file in files)
        {
            foreach (var problem in file.Problems)
                output.WriteLine($"  {file.FileName}: {RowProblemText.Of(problem, messages.Language)}");
        }
    }

    static IEnumerable<string> Cells(FileRecords file, Messages messages)
    {
        var layout = file.Layout;
        yield return file.FileName;
        yield return Words.Of(layout.Format, messages.Language);
        yield return layout.Encoding ?? "–";
        yield return layout.Delimiter switch { null => "–", '\t' => "TAB", var mark => mark.ToString()! };
        yield return layout.DecimalMark.ToString();
        yield return Words.Of(layout.DateOrder, messages.Language);
        yield return file.RowsRead.ToString(messages.Culture);
        yield return (file.RowsRead - file.RowsRejected).ToString(messages.Culture);
        yield return file.RowsRejected.ToString(messages.Culture);
    }
}
