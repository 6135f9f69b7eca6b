using ImpactEval.Reporting.Tables;

namespace ImpactEval.Reporting.Tests.Tables;

[TestClass]
public sealed class SheetTableTests
{
    static readonly Column<(double Before, double After)>[] Columns =
    [
        new(ColumnHead.Estimate("Before", Unit.Points), row => new Cell.Number(row.Before)),
        new(ColumnHead.Estimate("After", Unit.Points), row => new Cell.Number(row.After)),
        new(ColumnHead.Estimate("Difference", Unit.Points), row => new Cell.Formula("{After}-{Before}", row.After - row.Before)),
    ];

    static readonly SheetTable Table = SheetTable.Of("Trang", "Sample", Columns, [(1, 3), (2, 5), (4, 4)]);

    [TestMethod]
    public void A_formula_names_cells_of_its_own_row() =>
        Assert.AreEqual("B7-A7", Table.Resolve((Cell.Formula)Table[1, "Difference"], 1));

    [TestMethod]
    public void A_total_runs_over_the_rows_below() =>
        Assert.AreEqual("SUM(A7:A8)", Table.Resolve(new Cell.Formula("SUM({Before:below})", 6), 0));

    [TestMethod]
    public void A_reference_names_the_sheet_and_keeps_the_value() =>
        Assert.AreEqual(new Cell.Formula("'Trang'!C7", 3), Table.Reference(1, "Difference"));

    [TestMethod]
    public void A_run_of_rows_is_an_absolute_range() => Assert.AreEqual("$B$7:$B$8", Table.Range(1, 2, "After"));

    [TestMethod]
    public void A_second_table_leaves_room_for_its_caption() =>
        Assert.AreEqual(Table.LastRow + 3, Table.Then("QualityMissing", Columns, [(1, 1)]).HeaderRow);

    [TestMethod]
    public void A_table_without_rows_says_so()
    {
        var empty = SheetTable.Of("Trang", "Sample", Columns, []);
        Assert.HasCount(1, empty.Rows);
        Assert.AreEqual("Không có số liệu cho bảng này / There are no figures for this table", ((Cell.Text)empty[0, "Before"]).Value);
        Assert.IsNull(empty.Reference(0, "After"));
    }

    [TestMethod]
    [DataRow(0, "A")]
    [DataRow(25, "Z")]
    [DataRow(26, "AA")]
    [DataRow(701, "ZZ")]
    [DataRow(702, "AAA")]
    public void Columns_have_the_letters_of_Excel(int position, string letters) => Assert.AreEqual(letters, SheetTable.Letters(position));
}
