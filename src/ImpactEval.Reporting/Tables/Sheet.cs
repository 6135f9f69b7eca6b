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
/// <param name="ChartWidth">Of the column kept for charts beside the tables; 0 when charts stand below.</param>
internal sealed record Sheet(SheetKind Kind, LocalText Note, IReadOnlyList<SheetTable> Tables, double ChartWidth = 0)
{
    /// <summary>Between a table and the chart beside it.</summary>
    const double Gap = 2;

    public string Name => NameOf(Kind);

    public LocalText Title => Words.Both($"Sheet.{Kind}.Title");

    /// <summary>Widths by column; tables that share a sheet share its columns.</summary>
    public IReadOnlyList<double> Widths
    {
        get
        {
            var widths = Enumerable.Range(0, TableColumns).Select(position => Tables.Max(table => WidthIn(table, position)));
            return ChartWidth == 0 ? [.. widths] : [.. widths, Gap, ChartWidth];
        }
    }

    /// <summary>Columns that tables take; charts beside them stand behind these.</summary>
    public int TableColumns => Tables.Max(table => table.Columns.Count);

    public int LastRow => Tables[^1].BottomRow;

    /// <summary>The tab: Vietnamese - English.</summary>
    public static string NameOf(SheetKind kind)
    {
        var name = Words.Both($"Sheet.{kind}.Name");
        return $"{name.Vi} - {name.En}";
    }

    static double WidthIn(SheetTable table, int position) => position < table.Columns.Count ? table.Columns[position].Width : 0;
}
