using ImpactEval.Reporting;
using ImpactEval.Studies;
using Spectre.Console;

namespace ImpactEval.App.Terminal;

/// <summary>Every file with what was assumed about it, then every problem with its place.</summary>
static class CheckView
{
    public static void Write(TextWriter output, IReadOnlyList<CheckedFile> files, Messages messages)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in new[] { "file", "format", "encoding", "delimiter", "decimal", "dates", "rows", "accepted", "rejected" })
            table.AddColumn(Markup.Escape(messages[$"check.{column}"]));
        // Files of one source that were read alike stand in one row: sixty transcripts are not sixty lines.
        foreach (var alike in files.GroupBy(file => (file.Stamp.SourceCode, file.Layout.Format, file.Layout.Encoding, file.Layout.Delimiter, file.Layout.DecimalMark, file.Layout.DateOrder)))
            table.AddRow([.. Cells([.. alike], messages).Select(cell => new Text(cell))]);
        Screen.Of(output).Write(table);

        var count = files.Sum(file => file.Problems.Sum(problem => problem.Count));
        output.WriteLine(count == 0 ? messages["check.clean"] : messages.Format("check.problems", count));
        foreach (var file in files)
        {
            foreach (var problem in file.Batches.SelectMany(batch => batch.Problems))
                output.WriteLine($"  {file.Stamp.FileName}: {RowProblemText.Of(problem, messages.Language)}");
        }
    }

    static IEnumerable<string> Cells(CheckedFile[] alike, Messages messages)
    {
        var layout = alike[0].Layout;
        var read = alike.Sum(file => file.RowsRead);
        var rejected = alike.Sum(file => file.RowsRejected);
        yield return alike.Length == 1 ? alike[0].Stamp.FileName : messages.Format("check.files", Path.GetDirectoryName(alike[0].Stamp.FileName)?.Replace('\\', '/'), alike.Length);
        yield return Words.Of(layout.Format, messages.Language);
        yield return layout.Encoding ?? "–";
        yield return layout.Delimiter switch { null => "–", '\t' => "TAB", var mark => mark.ToString()! };
        yield return layout.DecimalMark.ToString();
        yield return Words.Of(layout.DateOrder, messages.Language);
        yield return read.ToString(messages.Culture);
        yield return (read - rejected).ToString(messages.Culture);
        yield return rejected.ToString(messages.Culture);
    }
}
