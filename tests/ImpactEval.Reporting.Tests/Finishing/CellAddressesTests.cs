using ImpactEval.Reporting.Finishing;

namespace ImpactEval.Reporting.Tests.Finishing;

[TestClass]
public sealed class CellAddressesTests
{
    [TestMethod]
    [DataRow("$C$6:$C$8", "C6 C7 C8")]
    [DataRow("Z1:AB1", "Z1 AA1 AB1")]
    [DataRow("A1:B2", "A1 B1 A2 B2")]
    [DataRow("$XFD$1048576", "XFD1048576")]
    public void An_area_holds_its_cells_row_by_row(string area, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', CellAddresses.In(area)));

    [TestMethod]
    [DataRow("")]
    [DataRow("C")]
    [DataRow("6C")]
    [DataRow("Sheet!C6")]
    public void What_is_no_area_is_refused(string area) => Assert.ThrowsExactly<ArgumentException>(() => CellAddresses.In(area).ToArray());

    [TestMethod]
    public void An_apostrophe_in_a_sheet_name_is_doubled() =>
        Assert.AreEqual("'Học viên ''K3'''!$A$1", CellAddresses.Formula(new CellRange("Học viên 'K3'", "$A$1")));

    [TestMethod]
    public void An_empty_cell_stands_in_for_each_cell_left_out() => Assert.AreEqual(
        "('S'!$XFD$1048576,'S'!$C$2:$C$2,'S'!$XFD$1048576,'S'!$XFD$1048576,'S'!$C$5:$C$6)",
        CellAddresses.Formula(new CellRange("S", "$C$1:$C$6"), new HashSet<int> { 0, 2, 3 }));
}
