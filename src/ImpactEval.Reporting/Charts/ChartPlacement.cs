using System.Globalization;
using ImpactEval.Reporting.Finishing;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Sheets;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Charts;

/// <summary>Puts planned charts beside their tables, or below them two abreast, drawn from the cells of the chart-data sheet.</summary>
internal static class ChartPlacement
{
    /// <summary>Rows of the sheet for the title, axes and legend, and for each row of bars or markers.</summary>
    const double FrameRows = 4, RowsForEachCategory = 1.05;

    /// <summary>Rows for each row of markers that stand close to each other, with their numbers.</summary>
    const double RowsForEachComparison = 1.6;

    const int LeastRows = 12, ColumnRows = 15;

    /// <summary>Beside a table its caption and header give room to title and axes.</summary>
    const int LeastRowsBeside = 6;


    /// <summary>Share of the sheet's width for a chart that stands alone.</summary>
    const double AloneWidth = 0.7;

    public static IEnumerable<Chart> Place(IReadOnlyList<ChartPlan> plans, IReadOnlyList<Sheet> sheets, SheetTable data)
    {
        var dataRow = 0;
        var numbered = plans.Select((plan, index) => (Plan: plan, Number: index + 1)).ToArray();
        var starts = new Dictionary<int, int>();
        foreach (var (plan, number) in numbered)
        {
            starts[number] = dataRow;
            dataRow += plan.Series.Sum(series => series.Points.Count);
        }
        foreach (var onSheet in numbered.GroupBy(entry => entry.Plan.Sheet))
        {
            var sheet = sheets.Single(candidate => candidate.Kind == onSheet.Key);
            var (middle, wide) = (ColumnAt(sheet.Widths, 0.5), ColumnAt(sheet.Widths, AloneWidth));
            foreach (var (plan, number) in onSheet)
            {
                if (plan.Beside is { } table)
                    yield return Draw(plan, number, data, starts[number], sheet.Name) with
                    {
                        FromColumn = sheet.TableColumns + 1, ToColumn = sheet.Widths.Count, FromRow = table.TopRow - 1, ToRow = table.BottomRow,
                    };
            }
            var top = sheet.LastRow + 1;
            foreach (var pair in onSheet.Where(entry => entry.Plan.Beside is null).Chunk(2))
            {
                var height = pair.Max(entry => HeightOf(entry.Plan));
                for (var side = 0; side < pair.Length; side++)
                {
                    var (plan, number) = pair[side];
                    var (from, to) = pair.Length == 1 ? (0, wide) : side == 0 ? (0, middle) : (middle, sheet.Widths.Count);
                    yield return Draw(plan, number, data, starts[number], sheet.Name) with { FromColumn = from, ToColumn = to, FromRow = top, ToRow = top + height };
                }
                top += height + 1;
            }
        }
    }

    /// <summary>Rows below a table's header that a chart of this many rows beside it needs.</summary>
    public static int RowsBeside(int categories) => Math.Max(LeastRowsBeside, categories);

    static Chart Draw(ChartPlan plan, int number, SheetTable data, int firstRow, string sheet)
    {
        var series = new List<ChartSeries>();
        foreach (var planned in plan.Series)
        {
            CellRange Range(string column) => new(data.Sheet, data.Range(firstRow, planned.Points.Count, column));
            series.Add(new ChartSeries(planned.Name, Range("Category"), Range("Value"),
                planned.HasIntervals ? Range("ErrorPlus") : null, planned.HasIntervals ? Range("ErrorMinus") : null, planned.Colour));
            firstRow += planned.Points.Count;
        }
        return new Chart(sheet, plan.Kind, plan.Title.OnTwoLines(), AltText(plan, number), 0, 0, 0, 0, plan.CategoryAxis, plan.ValueAxis, series);
    }

    static string AltText(ChartPlan plan, int number)
    {
        var numbers = plan.Series.SelectMany(series => series.Points).Select(point => point.Value.Value!.Value).ToArray();
        var decimals = plan.ValueAxis.NumberFormat == "0" ? 0 : 2;
        string In(TextLanguage language) => string.Join(' ',
            Words.Of("Chart.AltText", language,
                ("title", plan.Title.In(language)),
                ("number", number.ToString(CultureInfo.InvariantCulture)),
                ("points", Figures.Number(numbers.Length, language)),
                ("series", Figures.Number(plan.Series.Count, language)),
                ("sheet", Sheet.NameOf(SheetKind.ChartData))),
            Words.Of("Chart.AltRange", language, ("lowest", Figures.Number(numbers.Min(), decimals, language)), ("highest", Figures.Number(numbers.Max(), decimals, language))));
        return new LocalText(In(TextLanguage.Vi), In(TextLanguage.En)).Bilingual();
    }

    static int HeightOf(ChartPlan plan) => plan.Kind == ChartKind.ClusteredColumns
        ? ColumnRows
        : Math.Max(LeastRows, (int)Math.Ceiling(FrameRows + RowsOf(plan.Kind) * plan.Series.Max(series => series.Points.Count)));

    static double RowsOf(ChartKind kind) => kind == ChartKind.DotsBeforeAfter ? RowsForEachComparison : RowsForEachCategory;

    /// <summary>The column that begins nearest to this share of the sheet's width.</summary>
    static int ColumnAt(IReadOnlyList<double> widths, double share)
    {
        var (left, sought) = (0.0, widths.Sum() * share);
        for (var column = 0; column < widths.Count; column++)
        {
            if (left + widths[column] / 2 >= sought && column > 0)
                return column;
            left += widths[column];
        }
        return widths.Count;
    }
}
