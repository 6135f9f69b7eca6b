using System.Text;
using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Spss;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Grids;

/// <summary>A system file of SPSS as a grid: the names of its variables as row 0, so that the cases keep the numbers that SPSS shows.</summary>
static class SpssGrid
{
    /// <exception cref="BrokenContractException">The file is damaged or hostile, or its texts cannot be decoded.</exception>
    public static GridBook Read(string file, byte[] bytes, FileLimits limits)
    {
        var spss = SpssFile.Open(file, new MemoryStream(bytes, writable: false), limits);
        var variables = spss.Dictionary.Variables;
        var columns = variables.Select(_ => new SpssColumn()).ToArray();
        var rows = new List<TableRow> { new(0, [.. variables.Select(variable => (object?)variable.Name)], IsRagged: false) };
        foreach (var row in spss.Rows())
        {
            if ((row.Case + 1) * Math.Max(1, columns.Length) > limits.Cells)
                throw new SpssRefusal(file).TooLarge($"> {row.Case} × {columns.Length}", $"≤ {limits.Cells}");
            rows.Add(new TableRow((int)row.Case, [.. columns.Select((column, at) => column.ValueOf(row.Cells[at]))], IsRagged: false));
        }
        return new GridBook(GridContainer.Sav, [new Grid(file, rows)])
        {
            Encoding = spss.Dictionary.Encoding,
            // A code page is worth a word only where it wrote anything.
            IsLegacyEncoding = TextDecoder.IsLegacy(spss.Dictionary.Encoding) && !HoldsOnlyAscii(variables, rows),
            WasDecomposed = spss.WasDecomposed,
            IsZlib = bytes is [_, _, _, (byte)'3', ..],
            HeadingLabels = [.. variables.Select(variable => variable.Label ?? "")],
            UserMissing = [.. variables.Select(Of).OfType<DeclaredMissing>()],
        };
    }

    static bool HoldsOnlyAscii(IReadOnlyList<SpssVariable> variables, List<TableRow> rows) =>
        variables.All(variable => Ascii.IsValid(variable.Name) && Ascii.IsValid(variable.Label ?? ""))
        && rows.TrueForAll(row => row.Cells.All(cell => cell.Kind != CellKind.Text || Ascii.IsValid(cell.Shown)));

    static DeclaredMissing? Of(SpssVariable variable) => variable.Missing is { Numbers: var numbers, Range: var range }
        && (numbers.Count > 0 || range is not null)
        ? new DeclaredMissing(variable.Name, numbers, range?.Low, range?.High)
        : null;
}
