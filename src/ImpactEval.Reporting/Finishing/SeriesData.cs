using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;

namespace ImpactEval.Reporting.Finishing;

/// <summary>A series with what its cells show, so that the chart can be drawn before anything is calculated.</summary>
sealed record SeriesData(
    ChartSeries Series,
    IReadOnlyList<CellContent> Categories,
    IReadOnlyList<CellContent> Values,
    IReadOnlyList<CellContent> ErrorPlus,
    IReadOnlyList<CellContent> ErrorMinus)
{
    public static SeriesData Read(ChartSeries series, WorkbookCells cells)
    {
        var read = new SeriesData(
            series,
            cells.Read(series.Categories),
            cells.Read(series.Values),
            series.ErrorPlus is { } plus ? cells.Read(plus) : [],
            series.ErrorMinus is { } minus ? cells.Read(minus) : []);
        if (read.Categories.Count != read.Values.Count)
            throw new ArgumentException($"Series '{series.Name}' has {read.Values.Count} values for {read.Categories.Count} categories.", nameof(series));
        return read;
    }

    public bool HasErrors => Series.ErrorPlus is not null || Series.ErrorMinus is not null;

    public CategoryAxisData CategoryReference() =>
        new(new StringReference(new Formula(CellAddresses.Formula(Series.Categories)), Cache(Categories)));

    public Values ValueReference(string format) => new(Reference(Series.Values, Values, format));

    public IEnumerable<OpenXmlElement> ErrorReferences(string format)
    {
        if (Series.ErrorPlus is { } plus)
            yield return new Plus(Reference(plus, ErrorPlus, format));
        if (Series.ErrorMinus is { } minus)
            yield return new Minus(Reference(minus, ErrorMinus, format));
    }

    /// <summary>Text among the numbers, such as the sign for a number that may not be told, would be drawn as zero; it is left out.</summary>
    static NumberReference Reference(CellRange range, IReadOnlyList<CellContent> contents, string format)
    {
        var cache = new NumberingCache(new FormatCode(format), new PointCount { Val = (uint)contents.Count });
        cache.Append(Points(contents.Select(content => content.Number)));
        var text = Enumerable.Range(0, contents.Count).Where(position => contents[position].Text is not null).ToHashSet();
        return new NumberReference(new Formula(CellAddresses.Formula(range, text)), cache);
    }

    static IEnumerable<NumericPoint> Points(IEnumerable<double?> numbers) =>
        from point in numbers.Select((number, position) => (number, position))
        let written = point.number?.ToString(CultureInfo.InvariantCulture)
        where written is not null
        select new NumericPoint(new NumericValue(written)) { Index = (uint)point.position };

    static StringCache Cache(IReadOnlyList<CellContent> contents)
    {
        var cache = new StringCache(new PointCount { Val = (uint)contents.Count });
        cache.Append(
            from point in contents.Select((content, position) => (content, position))
            let text = point.content.Text ?? point.content.Number?.ToString(CultureInfo.InvariantCulture)
            where text is not null
            select new StringPoint(new NumericValue(text)) { Index = (uint)point.position });
        return cache;
    }
}
