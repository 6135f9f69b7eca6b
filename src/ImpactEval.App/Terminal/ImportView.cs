using ImpactEval.App.Operations;
using ImpactEval.Reporting;
using ImpactEval.Studies;

namespace ImpactEval.App.Terminal;

/// <summary>What was imported, in a few lines: files new and unchanged, rows taken, rows in quarantine by reason.</summary>
static class ImportView
{
    public static void Write(TextWriter output, IReadOnlyList<ImportedFile> files, Messages messages)
    {
        var leftOut = files.Where(file => file.State is FileState.Undone or FileState.Expired).ToArray();
        var unchanged = files.Count(file => file.State == FileState.Unchanged);
        var taken = files.Count - leftOut.Length;
        output.WriteLine(messages.Format("import.files", taken, taken - unchanged, unchanged));
        output.WriteLine(messages.Format(
            "import.rows",
            files.Sum(file => file.Summary.RowsRead),
            files.Sum(file => file.Summary.RowsAccepted),
            files.Sum(file => file.Summary.RowsRejected)));
        foreach (var file in files.Where(file => file.Summary.RowsRejected > 0))
        {
            var reasons = file.Problems.Where(problem => problem.Rejects)
                .Select(problem => $"{Words.Of(problem.Kind, messages.Language)}: {problem.Count.ToString(messages.Culture)}");
            output.WriteLine($"  {file.Summary.FileName}: {string.Join("; ", reasons)}");
        }
        foreach (var file in leftOut)
            output.WriteLine(messages.Format($"import.left.{Word.Of(file.State)}", file.Summary.FileName, Path.GetFileName(file.Summary.FileName)));
        output.WriteLine();
    }
}
