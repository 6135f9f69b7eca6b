namespace ImpactEval.Reporting.Tests;

[TestClass]
public sealed class PaperTests
{
    /// <summary>Ten rows of ten points.</summary>
    static readonly double[] Rows = [.. Enumerable.Repeat(10.0, 10)];

    static readonly (int First, int Last)[] Nothing = [];

    [TestMethod]
    public void Pages_end_where_they_are_full() => CollectionAssert.AreEqual(new[] { 4, 8 }, Paper.PageEnds(Rows, 40, 0, Nothing).ToArray());

    [TestMethod]
    public void What_fits_one_page_has_no_ends() => Assert.IsEmpty(Paper.PageEnds(Rows, 100, 0, Nothing));

    [TestMethod]
    public void Repeated_rows_take_room_on_every_page_but_the_first() =>
        CollectionAssert.AreEqual(new[] { 4, 7 }, Paper.PageEnds(Rows, 40, 10, Nothing).ToArray());

    [TestMethod]
    public void A_chart_that_would_be_cut_begins_the_next_page() =>
        CollectionAssert.AreEqual(new[] { 2, 6 }, Paper.PageEnds(Rows, 40, 0, [(3, 6)]).ToArray());

    [TestMethod]
    public void What_holds_a_chart_is_kept_with_it() =>
        CollectionAssert.AreEqual(new[] { 1, 5, 9 }, Paper.PageEnds(Rows, 40, 0, [(3, 5), (2, 3)]).ToArray());

    [TestMethod]
    public void A_chart_taller_than_a_page_is_cut_where_the_page_is_full() =>
        CollectionAssert.AreEqual(new[] { 4, 8 }, Paper.PageEnds(Rows, 40, 0, [(1, 10)]).ToArray());

    [TestMethod]
    public void A_row_taller_than_a_page_has_one_of_its_own() =>
        CollectionAssert.AreEqual(new[] { 1, 2 }, Paper.PageEnds([10, 90, 10], 40, 0, Nothing).ToArray());

    // A4 is 297 mm wide; less 15 mm on either side 267 mm or 1009 pixels at 96 per inch: one column of 143 digits (7 · 143 + 5 = 1006).
    [TestMethod]
    [DataRow(143, 1.0)]
    [DataRow(285, 0.505)]
    public void A_sheet_is_printed_as_large_as_the_page_allows(double width, double scale) => Assert.AreEqual(scale, Paper.Scale([width]), 0.001);

    [TestMethod]
    public void A_smaller_print_holds_more_rows() => Assert.AreEqual(2 * Paper.Room(1), Paper.Room(0.5), 1e-9);
}
