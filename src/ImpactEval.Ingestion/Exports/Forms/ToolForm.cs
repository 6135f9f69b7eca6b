using System.Globalization;
using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>What a record is worth, by what its tool says of it.</summary>
enum RecordState { Usable, Preview, Unfinished, Rejected, NotDecrypted, Ungraded, Superseded, Duplicate, Conflicting, Unreadable }

/// <summary>A column in which the tool says what became of a record.</summary>
/// <param name="Words">What the cell says then, in comparable spelling (see <see cref="Said"/>).</param>
/// <param name="WhenEmpty">An empty cell says it.</param>
/// <param name="Below">A number below this one says it.</param>
sealed record StatusRule(int Column, RecordState State, DefectKind Defect, IReadOnlySet<string> Words, bool WhenEmpty = false, double? Below = null)
{
    public bool Says(Cell cell) => cell.IsEmpty
        ? WhenEmpty
        : Words.Contains(Said(cell.Shown))
            || (Below is { } least && double.TryParse(cell.Shown, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number < least);

    public static string Said(string cell) => Language.FoldedText.Of(cell).Replace('_', ' ').Trim();
}

/// <summary>A file recognised as the export of one tool: what its columns of its own are, and what it does in its own way.</summary>
/// <param name="Format">The word of tool and form, e.g. <c>qualtrics-csv-values</c>.</param>
/// <param name="Evidence">By what the tool was recognised.</param>
sealed record ToolForm(string Format, string Evidence, Grid Main, HeaderRows Header)
{
    /// <summary>What columns are called for people, where the headings are codes.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    /// <summary>Columns of the tool's own; no answers of anybody.</summary>
    public HashSet<int> Meta { get; init; } = [];

    public IReadOnlyList<StatusRule> Statuses { get; init; } = [];

    /// <summary>The column that tells people apart, where the tool fixes it.</summary>
    public int? Key { get; init; }

    /// <summary>The column by which people are named in messages, where it is not the key.</summary>
    public int? NamedBy { get; init; }

    /// <summary>Columns that tell people apart when no question asked for a code, the best first.</summary>
    public IReadOnlyList<int> KeyFallbacks { get; init; } = [];

    public int? WaveColumn { get; init; }

    public int? DateColumn { get; init; }

    public int? ScoreColumn { get; init; }

    /// <summary>A row of a repeating part; such rows are no answers of a moment of their own.</summary>
    public int? RepeatColumn { get; init; }

    public int? RepeatInstance { get; init; }

    /// <summary>Grids below the main one.</summary>
    public IReadOnlyList<Grid> Repeats { get; init; } = [];

    /// <summary>One form holds what is asked for before and after: the time before was rated afterwards.</summary>
    public bool AsksAtOneTime { get; init; }

    /// <summary>Several rows of one person are attempts, of which the best counts.</summary>
    public bool HasAttempts { get; init; }

    /// <summary>Written by a program, not by hand: no totals, no notes, numbers as text by habit.</summary>
    public bool IsResponseExport { get; init; } = true;

    /// <summary>The tool leaves no-break spaces in texts and headings.</summary>
    public bool KeepsNoBreakSpaces { get; init; }

    /// <summary>The tool puts a number behind a repeated heading.</summary>
    public bool NumbersRepeatedHeadings { get; init; }

    /// <summary>What the tool writes where there is no value; no defect.</summary>
    public IReadOnlySet<string> EmptyMarks { get; init; } = new HashSet<string>();

    /// <summary>Rows above the data, when the tool writes several.</summary>
    public int? HeaderRowCount { get; init; }

    /// <summary>Part of the format name that only the headings of the questions decide, kept out of <see cref="Texts"/>.</summary>
    public bool StripsGroupPath { get; init; }
}
