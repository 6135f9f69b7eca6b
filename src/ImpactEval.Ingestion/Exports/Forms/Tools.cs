using ImpactEval.Ingestion.Exports.Grids;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>The tools that are known, in the order in which they are tried: those with a signature of their own before those known by form.</summary>
static class Tools
{
    delegate ToolForm? Recogniser(GridBook book, Grid main, HeaderRows header);

    static readonly Recogniser[] All =
    [
        SpssForm.Of, KoboForm.Of, OdkForm.Of, QualtricsForm.Of, RedcapForm.Of, LimeSurveyForm.Of, MoodleForm.Of, WebForms.Microsoft,
            WebForms.Google, TableForms.Of,
    ];

    /// <summary>The form of a file; null when it holds no table at all.</summary>
    public static ToolForm? Recognise(GridBook book)
    {
        foreach (var main in Candidates(book))
        {
            if (HeaderRows.Find(main) is not { } header)
                continue;
            return All.Select(tool => tool(book, main, header)).First(form => form is not null);
        }
        return null;
    }

    /// <summary>Visible sheets before hidden ones, tables before a line of text; members of archives that are no repeats first.</summary>
    static IEnumerable<Grid> Candidates(GridBook book) => book.Grids
        .Where(grid => !grid.IsEmpty)
        .OrderBy(grid => grid.IsHidden)
        .ThenBy(grid => book.Container == GridContainer.Zip && OdkForm.IsRepeat(grid))
        .ThenBy(grid => !HasTable(grid));

    static bool HasTable(Grid grid) => grid.Rows.Any(row => row.Cells.Count(cell => !cell.IsEmpty) > 1);
}
