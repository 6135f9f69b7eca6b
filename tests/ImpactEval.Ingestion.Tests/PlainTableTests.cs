using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests;

[TestClass]
public sealed class PlainTableTests
{
    [TestMethod]
    public void A_file_with_semicolons_and_decimal_commas_is_read_as_it_was_written()
    {
        var table = Read("pre;post;nhóm\n7,5;8,25;a\n6;;b\n");
        CollectionAssert.AreEqual(new[] { "pre", "post", "nhóm" }, table.Headings.ToArray());
        Assert.AreEqual(';', table.Delimiter);
        Assert.AreEqual(',', table.DecimalMarkOf([0, 1]));
        CollectionAssert.AreEqual(new double?[] { 8.25, null }, table.Column(1, ',').Select(cell => cell.Number).ToArray());
    }

    [TestMethod]
    public void A_cell_says_the_row_that_a_person_sees_and_its_text()
    {
        var cell = Read("pre,post\n1,2\n3,x\n").Column(1, '.')[1];
        Assert.AreEqual(new PlainCell(3, "x", null), cell);
    }

    [TestMethod]
    public void One_column_of_decimal_commas_is_not_cut_at_them()
    {
        var table = Read("điểm\n7,5\n8,25\n");
        Assert.IsNull(table.Delimiter);
        CollectionAssert.AreEqual(new double?[] { 7.5, 8.25 }, table.Column(0, table.DecimalMarkOf([0])).Select(cell => cell.Number).ToArray());
    }

    [TestMethod]
    public void A_number_with_an_exponent_is_a_number() =>
        Assert.AreEqual(1.2e-5, Read("a,vi\n1,1.2e-05\n").Column(1, '.')[0].Number);

    [TestMethod]
    public void A_row_that_does_not_fit_the_headings_is_named() =>
        CollectionAssert.AreEqual(new[] { 3 }, Read("a,b\n1,2\n3\n4,5\n").RaggedRows.ToArray());

    [TestMethod]
    public void Blank_rows_are_no_rows() => Assert.AreEqual(2, Read("a,b\n1,2\n\n4,5\n").Rows);

    [TestMethod]
    public void A_file_with_headings_alone_is_refused() =>
        Assert.ThrowsExactly<BrokenContractException>(() => Read("a,b\n"));

    static PlainTable Read(string text)
    {
        using var folder = new TemporaryFolder();
        return PlainTable.Read(folder.Write("data.csv", text));
    }
}
