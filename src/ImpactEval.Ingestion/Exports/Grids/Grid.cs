using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Grids;

/// <summary>A sheet, a CSV or a member of an archive as it stands in the file, before anybody knows which row holds the headings.</summary>
sealed record Grid(string Name, IReadOnlyList<TableRow> Rows)
{
    public bool IsHidden { get; init; }

    /// <summary>Numbers of hidden rows.</summary>
    public IReadOnlySet<int> HiddenRows { get; init; } = new HashSet<int>();

    public IReadOnlySet<int> HiddenColumns { get; init; } = new HashSet<int>();

    public IReadOnlyList<MergedCells> Merges { get; init; } = [];

    /// <summary>Numbers of rows whose text was not composed (NFC).</summary>
    public IReadOnlySet<int> DecomposedRows { get; init; } = new HashSet<int>();

    /// <summary>A row says by itself how many cells it has, so that one can have too few or too many.</summary>
    public bool HasRaggedRows { get; init; }

    public bool IsEmpty => Rows.All(row => row.IsBlank);
}

/// <param name="FirstRow">Number of the row as a person sees it.</param>
/// <param name="FirstColumn">From 0.</param>
readonly record struct MergedCells(int FirstRow, int LastRow, int FirstColumn, int LastColumn);

enum GridContainer { Csv, Xlsx, Zip, Sav }

/// <summary>Everything a file holds, with what was assumed to open it.</summary>
sealed record GridBook(GridContainer Container, IReadOnlyList<Grid> Grids)
{
    public string? Encoding { get; init; }

    public bool IsLegacyEncoding { get; init; }

    public char? Delimiter { get; init; }

    public bool DelimiterIsStated { get; init; }

    public bool CountsFrom1904 { get; init; }

    /// <summary>Some text was not composed, in rows that nobody can tell.</summary>
    public bool WasDecomposed { get; init; }

    /// <summary>A system file of SPSS in its newer compression.</summary>
    public bool IsZlib { get; init; }

    /// <summary>What the file says beside each heading.</summary>
    public IReadOnlyList<string> HeadingLabels { get; init; } = [];

    public IReadOnlyList<DeclaredMissing> UserMissing { get; init; } = [];

    /// <summary>The line where a quote opens that never closes; the rows after it are lost.</summary>
    public int? OpenQuoteLine { get; init; }
}
