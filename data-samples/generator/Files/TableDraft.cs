namespace ImpactEval.Samples;

/// <summary>Something wrong that was put into a file on purpose.</summary>
/// <param name="Row">As a person sees it in the sheet, from 1.</param>
/// <param name="Column">Heading, or empty when the whole row is meant.</param>
/// <param name="Participant">The code in the row, or empty.</param>
public sealed record PlantedDefect(string File, int Row, string Kind, string Column, string Found, string Participant);

/// <summary>The table of a file while defective rows are put into it; rows are numbered when all are in place.</summary>
sealed class TableDraft(string file, IReadOnlyList<string> headings, int headingRow = 1)
{
    readonly List<Row> rows = [];

    public IReadOnlyList<string> Headings => headings;
    public IEnumerable<IReadOnlyList<string>> Rows => rows.Select(row => row.Cells);
    public string File => file;

    public int ColumnOf(string heading) => headings.Index().First(pair => pair.Item == heading).Index;

    public void Add(string[] cells) => rows.Add(new Row(cells, null));

    public string[] CellsAt(int place) => [.. rows[place].Cells];

    public int Count => rows.Count;

    /// <summary>Puts an additional defective row before the row that now stands at <paramref name="place"/>.</summary>
    public void Plant(int place, string[] cells, string kind, string column = "", string found = "", string participant = "") =>
        rows.Insert(Math.Min(place, rows.Count), new Row(cells, new PlantedDefect(file, 0, kind, column, found, participant)));

    public IEnumerable<PlantedDefect> Defects() =>
        rows.Index().Where(row => row.Item.Defect is not null).Select(row => row.Item.Defect! with { Row = row.Index + 1 + headingRow });

    sealed record Row(string[] Cells, PlantedDefect? Defect);
}
