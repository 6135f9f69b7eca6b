namespace ImpactEval.Studies.Tests;

[TestClass]
public sealed class FileRecordsTests
{
    [TestMethod]
    public void A_row_with_several_problems_is_rejected_once_and_a_remark_rejects_nothing()
    {
        var layout = new FileLayout(SourceFormat.Csv, "utf-8", ';', ',', DateOrder.DayMonthYear, null, 1, []);
        var file = new FileRecords("s", "f.csv", "00", layout, 10, [], [], [],
        [
            new RowProblem(4, "A", RowProblemKind.ScoreOutOfRange, "9"),
            new RowProblem(4, "B", RowProblemKind.ScoreNotNumeric, "x"),
            new RowProblem(7, "", RowProblemKind.IdVariant, "hv-1", Rejects: false),
        ]);
        Assert.AreEqual(1, file.RowsRejected);
    }
}
