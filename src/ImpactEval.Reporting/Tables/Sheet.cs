using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tables;

/// <summary>The sheets in the order of their tabs.</summary>
internal enum SheetKind
{
    Cover,
    Summary,
    Participation,
    Learning,
    Competencies,
    EffectSizes,
    Disaggregation,
    Application,
    Topics,
    Quotes,
    DataQuality,
    Methods,
    Dictionary,
    ChartData,
}

/// <summary>A sheet as it will stand: its lines on top and its tables below them.</summary>
internal sealed record Sheet(SheetKind Kind, LocalText Note, IReadOnlyList<SheetTable> Tables)
{
    public string Name => NameOf(Kind);

    public LocalText Title => Words.Both($"Sheet.{Kind}.Title");

    /// <summary>Widths by column; tables that share a sheet share its columns.</summary>
    public IReadOnlyList<double> Widths =>
        [.. Enumerable.Range(0, Tables.Max(table => table.Columns.Count)).Select(position => Tables.Max(table => WidthIn(table, position)))];

    public int LastRow => Tables[^1].LastRow;

    /// <summary>The tab: Vietnamese - English.</summary>
    public static string NameOf(SheetKind kind)
    {
        var name = Words.Both($"Sheet.{kind}.Name");
        return $"{name.Vi} - {name.En}";
    }

    static double WidthIn(SheetTable table, int position) => position < table.Columns.Count ? table.Columns[position].Width : 0;
}
