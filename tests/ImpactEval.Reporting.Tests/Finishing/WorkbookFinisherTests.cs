using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ImpactEval.Reporting.Finishing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Chart = ImpactEval.Reporting.Finishing.Chart;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace ImpactEval.Reporting.Tests.Finishing;

[TestClass]
public sealed class WorkbookFinisherTests
{
    static readonly byte[] Finished = SampleWorkbook.Finished();

    static SpreadsheetDocument Open() => SpreadsheetDocument.Open(new MemoryStream(Finished), isEditable: false);

    static WorksheetPart Sheet(SpreadsheetDocument document, string name)
    {
        var parts = document.WorkbookPart!;
        return (WorksheetPart)parts.GetPartById(parts.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == name).Id!.Value!);
    }

    static string Entry(string name)
    {
        using var archive = new ZipArchive(new MemoryStream(Finished));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    static void Finish(IReadOnlyList<Chart> charts, IReadOnlyList<CachedCell> cached)
    {
        using var draft = SampleWorkbook.Draft();
        WorkbookFinisher.Finish(draft, new MemoryStream(), charts, cached, SampleWorkbook.Properties);
    }

    [TestMethod]
    [DataRow(FileFormatVersions.Office2013)]
    [DataRow(FileFormatVersions.Office2016)]
    public void The_workbook_keeps_the_schema(FileFormatVersions version)
    {
        using var document = Open();
        var errors = new OpenXmlValidator(version).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ToArray();
        Assert.IsEmpty(errors, string.Join('\n', errors));
    }

    [TestMethod]
    public void Every_chart_stands_on_its_sheet_with_its_alternative_text()
    {
        using var document = Open();
        foreach (var charts in SampleWorkbook.Charts.GroupBy(chart => chart.Sheet))
        {
            var drawing = Sheet(document, charts.Key).DrawingsPart!;
            var frames = drawing.WorksheetDrawing.Descendants<Xdr.NonVisualDrawingProperties>().ToArray();
            CollectionAssert.AreEqual(charts.Select(chart => chart.AltText).ToArray(), frames.Select(frame => frame.Description!.Value).ToArray());
            Assert.HasCount(charts.Count(), drawing.ChartParts);
        }
    }

    [TestMethod]
    public void A_chart_is_bound_to_its_cells_and_shows_them_before_anything_is_calculated()
    {
        using var document = Open();
        var columns = ChartAt(document, SampleWorkbook.Results, 2).Descendants<C.BarChartSeries>().First();
        Assert.AreEqual("'Kết quả học tập'!$B$6:$B$11", columns.GetFirstChild<C.Values>()!.NumberReference!.Formula!.Text);
        CollectionAssert.AreEqual(
            new[] { "3.1", "2.7", "3.4", "3.6", "2.9", "2.5" },
            columns.GetFirstChild<C.Values>()!.Descendants<C.NumericPoint>().Select(point => point.InnerText).ToArray());
        Assert.AreEqual("Quy hoạch và quản lý phát triển đô thị", columns.Descendants<C.StringPoint>().First().InnerText);
    }

    [TestMethod]
    public void Text_among_the_numbers_is_left_out_of_the_chart()
    {
        using var document = Open();
        var forest = ChartAt(document, SampleWorkbook.Results, 0).Descendants<C.BarChartSeries>().Last();
        var values = forest.GetFirstChild<C.Values>()!.NumberReference!;
        Assert.AreEqual("('Kết quả học tập'!$E$6:$E$10,'Kết quả học tập'!$XFD$1048576)", values.Formula!.Text);
        Assert.AreEqual(6u, values.NumberingCache!.PointCount!.Val!.Value);
        Assert.HasCount(5, values.Descendants<C.NumericPoint>());
    }

    [TestMethod]
    public void The_intervals_of_a_forest_plot_are_the_distances_in_the_cells()
    {
        using var document = Open();
        var intervals = ChartAt(document, SampleWorkbook.Results, 0).Descendants<C.BarChartSeries>().First().GetFirstChild<C.ErrorBars>()!;
        Assert.AreEqual("'Kết quả học tập'!$I$6:$I$11", intervals.Plus!.NumberReference!.Formula!.Text);
        Assert.AreEqual("'Kết quả học tập'!$H$6:$H$11", intervals.Minus!.NumberReference!.Formula!.Text);
        Assert.AreEqual(0.27, double.Parse(intervals.Plus.Descendants<C.NumericPoint>().First().InnerText, CultureInfo.InvariantCulture), 1e-12);
    }

    [TestMethod]
    public void Only_charts_with_several_series_have_a_legend_and_gaps_stay_gaps()
    {
        using var document = Open();
        var charts = Enumerable.Range(0, 4).Select(position => ChartAt(document, SampleWorkbook.Results, position)).ToArray();
        CollectionAssert.AreEqual(new[] { false, true, true, false }, charts.Select(chart => chart.Descendants<C.Legend>().Any()).ToArray());
        Assert.IsTrue(charts.All(chart => chart.Descendants<C.DisplayBlanksAs>().Single().Val! == C.DisplayBlanksAsValues.Gap));
    }

    [TestMethod]
    public void Formula_cells_bear_their_values_and_are_calculated_on_opening()
    {
        using var document = Open();
        var cells = Sheet(document, SampleWorkbook.Results).Worksheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
        Assert.AreEqual(0.8, double.Parse(cells["D6"].CellValue!.Text, CultureInfo.InvariantCulture), 1e-12);
        Assert.AreEqual("C6-B6", cells["D6"].CellFormula!.Text);
        Assert.AreEqual("tăng", cells["D12"].CellValue!.Text);
        Assert.AreEqual(CellValues.String, cells["D12"].DataType!.Value);
        Assert.IsTrue(document.WorkbookPart!.Workbook.CalculationProperties!.FullCalculationOnLoad!.Value);
        Assert.IsNull(document.WorkbookPart.CalculationChainPart);
    }

    [TestMethod]
    public void The_properties_name_no_person_and_no_time()
    {
        using var document = Open();
        Assert.AreEqual("ImpactEval", document.PackageProperties.Creator);
        Assert.IsNull(document.PackageProperties.LastModifiedBy);
        Assert.AreEqual("Báo cáo đánh giá tác động", document.PackageProperties.Title);
        Assert.AreEqual("Đào tạo cán bộ lãnh đạo trẻ", document.PackageProperties.Subject);
        Assert.AreEqual("vi", document.PackageProperties.Language);
        StringAssert.Contains(Entry("docProps/core.xml"), ">1980-01-01T00:00:00Z</dcterms:created>", StringComparison.Ordinal);
        StringAssert.Contains(Entry("xl/comments1.xml"), "author>ImpactEval</", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Parts_have_their_names_from_their_order()
    {
        using var archive = new ZipArchive(new MemoryStream(Finished));
        string[] expected =
        [
            "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
            "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet2.xml.rels",
            "xl/sharedStrings.xml", "xl/styles.xml", "xl/theme/theme1.xml", "xl/drawings/drawing1.xml", "xl/drawings/_rels/drawing1.xml.rels",
            "xl/drawings/vmlDrawing1.vml", "xl/tables/table1.xml", "xl/comments1.xml", "xl/drawings/drawing2.xml", "xl/drawings/_rels/drawing2.xml.rels",
            "xl/tables/table2.xml", "xl/charts/chart1.xml", "xl/charts/chart2.xml", "xl/charts/chart3.xml", "xl/charts/chart4.xml", "xl/charts/chart5.xml",
        ];
        CollectionAssert.AreEqual(expected, archive.Entries.Select(entry => entry.FullName).ToArray());
    }

    [TestMethod]
    [DoNotParallelize]
    public void The_same_content_gives_the_same_bytes_in_every_time_zone()
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", "Asia/Tokyo");
            TimeZoneInfo.ClearCachedData();
            CollectionAssert.AreEqual(Finished, SampleWorkbook.Finished());
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    /// <summary>The fingerprint was made by another process; it changes only when the form of workbooks is changed on purpose.</summary>
    [TestMethod]
    public void The_same_content_gives_the_same_bytes_in_every_process() =>
        Assert.AreEqual("d08bc082462706f90d2a69f1c4bccddd273e7e5f2699ba639d8f4546d2f25224", Convert.ToHexStringLower(SHA256.HashData(Finished)));

    [TestMethod]
    public void What_is_not_in_the_workbook_is_refused()
    {
        var chart = SampleWorkbook.Charts[0];
        Assert.ThrowsExactly<ArgumentException>(() => Finish([chart with { Sheet = "Không có" }], []));
        Assert.ThrowsExactly<ArgumentException>(() => Finish([], [new CachedCell(SampleWorkbook.Results, "B6", 1, null)]));
        Assert.ThrowsExactly<ArgumentException>(() => Finish([], [new CachedCell(SampleWorkbook.Results, "Z99", 1, null)]));
        Assert.ThrowsExactly<ArgumentException>(() => Finish([], [new CachedCell(SampleWorkbook.Results, "D6", double.NaN, null)]));
    }

    [TestMethod]
    public void A_chart_that_cannot_be_drawn_is_refused()
    {
        var chart = SampleWorkbook.Charts[0];
        var series = chart.Series[0];
        Assert.ThrowsExactly<ArgumentException>(() => Finish([chart with { Series = [] }], []));
        Assert.ThrowsExactly<ArgumentException>(() => Finish([chart with { Series = [series, series] }], []));
        Assert.ThrowsExactly<ArgumentException>(() => Finish([chart with { Series = [series with { Values = series.Values with { Address = "$E$6:$E$9" } }] }], []));
        Assert.ThrowsExactly<ArgumentException>(() => Finish([chart with { Series = [series with { Values = series.Values with { Address = "E6:" } }] }], []));
    }

    static C.ChartSpace ChartAt(SpreadsheetDocument document, string sheet, int position)
    {
        var drawing = Sheet(document, sheet).DrawingsPart!;
        var relation = drawing.WorksheetDrawing.Descendants<C.ChartReference>().ElementAt(position).Id!.Value!;
        return ((ChartPart)drawing.GetPartById(relation)).ChartSpace;
    }
}
