using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Language;

namespace ImpactEval.Ingestion.Exports.Columns;

/// <summary>The columns of a recognised file: what they are called, what they hold, what they are.</summary>
sealed class ExportColumns
{
    readonly ToolForm form;
    readonly ColumnProfile[] profiles;
    readonly string[] texts;
    readonly Sought[] sought;
    readonly Sought[] paths;

    public ExportColumns(ToolForm form, IReadOnlyList<TableRow> records)
    {
        this.form = form;
        Headings = form.Header.Headings;
        profiles = [.. Enumerable.Range(0, Headings.Count).Select(column => ColumnProfile.Of(records, column))];
        var misread = MisreadText.Of(Headings);
        texts = [.. Enumerable.Range(0, Headings.Count).Select(column => form.Texts is { } known && column < known.Count
            && known[column].Length > 0 ? known[column] : misread?.Repair(Headings[column]) ?? Headings[column])];
        paths = [.. texts.Select(text => new Sought(text))];
        sought = form.StripsGroupPath ? [.. texts.Select(text => new Sought(LastSegment(text)))] : paths;
    }

    public IReadOnlyList<string> Headings { get; }

    public int Count => Headings.Count;

    /// <summary>The heading as it is told: without spaces around it.</summary>
    public string Told(int column) => column < Headings.Count ? Headings[column].Trim() : "";

    /// <summary>What the column asks, in the words that people saw; a misread heading is recognised by what it was.</summary>
    public string Text(int column) => texts[column];

    public ColumnProfile Profile(int column) => profiles[column];

    /// <summary>The column's own words.</summary>
    public Sought Words(int column) => sought[column];

    /// <summary>The column's words with those of the groups it stands in.</summary>
    public Sought Path(int column) => paths[column];

    /// <summary>The heading names a score.</summary>
    public bool IsScore(int column) =>
        (sought[column].Find(RoleWords.NoScore) is { } other ? new Sought(sought[column].Without(other)) : sought[column]).Has(RoleWords.Score);

    /// <summary>The column says the maximum; a heading that writes the number itself is the score's own.</summary>
    public bool IsMaximum(int column) => sought[column].Has(RoleWords.ScoreMaximum) && !texts[column].Any(char.IsDigit);

    public bool IsMeta(int column) => form.Meta.Contains(column);

    /// <summary>Columns that people filled in.</summary>
    public IEnumerable<int> Own => Enumerable.Range(0, Count).Where(column => !IsMeta(column));

    public int? First(IReadOnlyList<Phrase> words, Func<int, bool>? also = null) =>
        Own.Where(column => sought[column].Has(words) && (also is null || also(column))).Select(column => (int?)column).FirstOrDefault();

    /// <summary>Group names stand before the question's, joined by a mark that the user chose.</summary>
    static string LastSegment(string name)
    {
        // q/choice stays whole: the choice alone says nothing.
        var at = name.LastIndexOfAny(['/', '-', '|', ':', '.']);
        return at < 0 || at == name.Length - 1 ? name : name[(at + 1)..];
    }
}
