using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Records;

/// <summary>A workbook as KoboToolbox writes it: every value a text, group paths before item codes, meta columns, repeats in a second sheet.</summary>
[TestClass]
public sealed class SurveyWorkbookTests
{
    static readonly object?[] Headings =
    [
        "start", "Đợt khảo sát", "Mã học viên", "kien_thuc/K01", "kien_thuc/K02", "kien_thuc/K03", "tu_danh_gia/S01", "tu_danh_gia/S02", "Ghi chú", "_id", "Ghi chú", "_uuid",
    ];

    static FileRecords Read(params object?[][] rows)
    {
        var workbook = Office.Workbook([("Khảo sát học viên lãnh đạo t...", "", [Headings, .. rows]), ("ke_hoach", "", [["_parent_index"], ["1"]])]);
        var words = new Dictionary<string, string> { ["Trước khóa học"] = "pre", ["Sau khóa học"] = "post" };
        return SampleReading.Of("self-post", "kobo.xlsx", workbook, source => source with
        {
            Columns = source.Columns with { Wave = "Đợt khảo sát", Date = "start" },
            Assessments =
            [
                new AssessmentBlock("knowledge", null, ItemHeading.Code, "kien_thuc/", new Dictionary<string, double>(), words),
                new AssessmentBlock("self", null, ItemHeading.Code, "tu_danh_gia/", new Dictionary<string, double>(), words),
            ],
            Answers = [],
        });
    }

    [TestMethod]
    public void Texts_become_scores_waves_and_days()
    {
        var records = Read(["2024-02-05T15:56:53.000+07:00", "Trước khoá học", "YLC-001", "1", "0", "0.5", "4", "3", null, 4310040, null, "556194eb"]);
        Assert.IsEmpty(records.Problems);
        CollectionAssert.AreEqual(
            new[] { ("knowledge", "pre", (DateOnly?)new DateOnly(2024, 2, 5)), ("self", "pre", (DateOnly?)new DateOnly(2024, 2, 5)) },
            records.Assessments.Select(one => (one.Instrument, one.Wave, one.TakenOn)).ToArray());
        CollectionAssert.AreEqual(new[] { 1.0, 0.0, 0.5 }, records.Assessments[0].Scores);
        Assert.AreEqual("Khảo sát học viên lãnh đạo t...", records.Layout.Sheet);
        CollectionAssert.AreEqual(
            new[] { LayoutRemark.DuplicateHeader, LayoutRemark.UnmappedColumn, LayoutRemark.NumberStoredAsText }, records.Layout.Remarks.ToArray());
    }

    [TestMethod]
    public void One_unknown_wave_is_told_once_however_many_blocks_the_row_has()
    {
        var records = Read(["2024-02-05T15:56:53.000+07:00", "Giữa khóa", "YLC-001", "1", "0", "1", "4", "3", null, 1, null, null]);
        Assert.AreEqual(new RowProblem(2, "Đợt khảo sát", RowProblemKind.UnknownWave, "Giữa khóa"), records.Problems.Single());
    }
}
