using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>What nearly every row of a tool's file shows: a few damaged rows do not change which tool wrote it.</summary>
static class Nearly
{
    const int RowsLookedAt = 200;

    /// <summary>Filled rows under the headings, as many as show what the columns hold.</summary>
    public static TableRow[] Rows(Grids.Grid main, HeaderRows header) => [.. main.Rows
        .Where(row => row.Number > header.Last && !row.IsBlank).Take(RowsLookedAt)];

    /// <summary>Nine rows of ten; of fewer than ten rows all.</summary>
    public static bool All(IReadOnlyCollection<TableRow> rows, Func<TableRow, bool> holds) => rows.Count > 0
        && rows.Count(holds) * 10 >= rows.Count * 9;
}
