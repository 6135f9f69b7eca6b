using System.Globalization;
using ClosedXML.Excel;
using ImpactEval.Reporting.Finishing;

namespace ImpactEval.Reporting.Tests.Finishing;

/// <summary>A small report as the sheets leave it: two sheets with tables, formulas, data bars, and charts of every kind.</summary>
static class SampleWorkbook
{
    public const string Results = "Kết quả học tập", Shares = "Tham gia & áp dụng";
    const string Before = "7F7F7F", After = "0072B2", FollowUp = "D55E00";

    public static readonly WorkbookProperties Properties = new("Báo cáo đánh giá tác động", "Đào tạo cán bộ lãnh đạo trẻ", "vi", "ImpactEval");

    static readonly (string Field, double Before, double After, double? Change, double Lower, double Upper)[] Fields =
    [
        ("Quy hoạch và quản lý phát triển đô thị", 3.1, 3.9, 0.82, 0.55, 1.09),
        ("Quản lý chất thải rắn và môi trường", 2.7, 3.6, 0.94, 0.61, 1.27),
        ("Thu hút đầu tư và phát triển kinh tế địa phương", 3.4, 3.6, 0.18, -0.12, 0.48),
        ("Kỹ năng lãnh đạo, điều hành", 3.6, 4.2, 0.57, 0.30, 0.84),
        ("Hợp tác quốc tế", 2.9, 2.8, -0.11, -0.42, 0.20),
        ("Chuyển đổi số trong quản lý nhà nước", 2.5, 3.3, null, 0, 0),
    ];

    static readonly (string Step, double Direct, double Adapted, double Reference, double None)[] Steps =
    [
        ("Quy hoạch đô thị", 0.38, 0.44, 0.14, 0.04),
        ("Môi trường", 0.52, 0.31, 0.12, 0.05),
        ("Kinh tế địa phương", 0.21, 0.48, 0.26, 0.05),
    ];

    public static MemoryStream Draft()
    {
        using var workbook = new XLWorkbook();
        WriteResults(workbook.AddWorksheet(Results));
        WriteShares(workbook.AddWorksheet(Shares));
        foreach (var sheet in workbook.Worksheets)
        {
            sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
            sheet.PageSetup.FitToPages(1, 1);
        }
        var stream = new MemoryStream();
        workbook.SaveAs(stream);
        stream.Position = 0;
        return stream;
    }

    public static byte[] Finished()
    {
        using var draft = Draft();
        using var output = new MemoryStream();
        WorkbookFinisher.Finish(draft, output, Charts, Cached, Properties);
        return output.ToArray();
    }

    static void WriteResults(IXLWorksheet sheet)
    {
        sheet.Cell("A1").SetValue("Điểm tăng ở năm trên sáu lĩnh vực");
        WriteHeader(sheet, "Lĩnh vực", "Trước", "Sau", "Chênh lệch", "g_av", "Cận dưới", "Cận trên", "Khoảng dưới", "Khoảng trên");
        for (var position = 0; position < Fields.Length; position++)
        {
            var (row, field) = (position + 6, Fields[position]);
            sheet.Cell(row, 1).SetValue(field.Field);
            sheet.Cell(row, 2).Value = field.Before;
            sheet.Cell(row, 3).Value = field.After;
            sheet.Cell(row, 4).FormulaA1 = string.Create(CultureInfo.InvariantCulture, $"C{row}-B{row}");
            if (field.Change is { } change)
                WriteChange(sheet, row, change, field.Lower, field.Upper);
            else
                sheet.Cell(row, 5).SetValue("[c]");
        }
        sheet.Cell("D12").FormulaA1 = "IF(D6>0,\"tăng\",\"không tăng\")";
        sheet.Range("A5:I11").CreateTable("KetQua");
        sheet.Range("D6:D11").AddConditionalFormat().DataBar(XLColor.Blue);
        sheet.Cell("B5").Comment.AddText("Điểm trung bình của những người có cả hai lần đo");
        sheet.Column(1).Width = 44;
    }

    static void WriteChange(IXLWorksheet sheet, int row, double change, double lower, double upper)
    {
        sheet.Cell(row, 5).Value = change;
        sheet.Cell(row, 6).Value = lower;
        sheet.Cell(row, 7).Value = upper;
        sheet.Cell(row, 8).Value = change - lower;
        sheet.Cell(row, 9).Value = upper - change;
    }

    static void WriteShares(IXLWorksheet sheet)
    {
        sheet.Cell("A1").SetValue("Mức độ áp dụng tại nơi làm việc");
        WriteHeader(sheet, "Lĩnh vực", "Áp dụng trực tiếp", "Áp dụng có điều chỉnh", "Tham khảo", "Chưa áp dụng");
        for (var position = 0; position < Steps.Length; position++)
        {
            var (row, step) = (position + 6, Steps[position]);
            sheet.Cell(row, 1).SetValue(step.Step);
            sheet.Cell(row, 2).Value = step.Direct;
            sheet.Cell(row, 3).Value = step.Adapted;
            sheet.Cell(row, 4).Value = step.Reference;
            sheet.Cell(row, 5).Value = step.None;
        }
        sheet.Range("A5:E8").CreateTable("ApDung");
        sheet.Column(1).Width = 30;
    }

    static void WriteHeader(IXLWorksheet sheet, params string[] names)
    {
        for (var column = 0; column < names.Length; column++)
            sheet.Cell(5, column + 1).SetValue(names[column]);
    }

    public static IReadOnlyList<CachedCell> Cached { get; } =
    [
        .. Fields.Select((field, position) => new CachedCell(Results, string.Create(CultureInfo.InvariantCulture, $"D{position + 6}"), field.After - field.Before, null)),
        new CachedCell(Results, "D12", null, "tăng"),
    ];

    static ChartSeries Series(string name, string sheet, string column, int lastRow, string colour, string? plus = null, string? minus = null)
    {
        CellRange Column(string letter) => new(sheet, string.Create(CultureInfo.InvariantCulture, $"${letter}$6:${letter}${lastRow}"));
        return new ChartSeries(name, Column("A"), Column(column), plus is null ? null : Column(plus), minus is null ? null : Column(minus), colour);
    }

    static readonly ChartAxis Fields5 = new("", null, null, "General");

    public static IReadOnlyList<Chart> Charts { get; } =
    [
        new(Results, ChartKind.ForestPlot, "Điểm tăng rõ ở ba trên sáu lĩnh vực; hợp tác quốc tế chưa thay đổi", "Biểu đồ rừng: cỡ ảnh hưởng g_av của năm lĩnh vực kèm khoảng tin cậy 95 %.",
            0, 13, 7, 33, Fields5, new ChartAxis("Cỡ ảnh hưởng g_av (khoảng tin cậy 95 %)", -0.5, 1.5, "0.0"),
            [Series("g_av", Results, "E", 11, After, "I", "H")]),
        new(Results, ChartKind.DotsBeforeAfter, "Điểm trung bình trước và sau khóa học", "Điểm trung bình của sáu lĩnh vực trước và sau khóa học.",
            0, 35, 7, 55, Fields5, new ChartAxis("Điểm trung bình (thang 1–5)", 1, 5, "0.0"),
            [Series("Trước", Results, "B", 11, Before), Series("Sau", Results, "C", 11, After, minus: "D")]),
        new(Results, ChartKind.ClusteredColumns, "Điểm trung bình từng lĩnh vực", "Cột: điểm trung bình của sáu lĩnh vực.",
            8, 13, 20, 33, Fields5, new ChartAxis("Điểm (thang 1–5)", 0, 5, "0.0"),
            [Series("Trước", Results, "B", 11, Before), Series("Sau", Results, "C", 11, After)]),
        new(Results, ChartKind.ClusteredBars, "Cỡ ảnh hưởng theo lĩnh vực", "Thanh ngang: cỡ ảnh hưởng của năm lĩnh vực kèm khoảng tin cậy.",
            8, 35, 20, 55, new ChartAxis("Lĩnh vực", null, null, "General"), new ChartAxis("g_av", -0.5, 1.5, "0.0"),
            [Series("g_av", Results, "E", 11, FollowUp, "I", "H")]),
        new(Shares, ChartKind.StackedBars, "Hơn ba phần tư học viên đã áp dụng kiến thức về quy hoạch đô thị vào công việc", "Thanh chồng: mức độ áp dụng ở ba lĩnh vực.",
            0, 10, 6, 28, Fields5, new ChartAxis("Tỷ lệ học viên", 0, 1, "0%"),
            [
                Series("Áp dụng trực tiếp", Shares, "B", 8, "0072B2"),
                Series("Áp dụng có điều chỉnh", Shares, "C", 8, "56B4E9"),
                Series("Tham khảo", Shares, "D", 8, "BFBFBF"),
                Series("Chưa áp dụng", Shares, "E", 8, "E69F00"),
            ]),
    ];
}
