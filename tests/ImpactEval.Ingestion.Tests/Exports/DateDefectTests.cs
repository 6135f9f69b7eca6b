using ImpactEval.Ingestion.Exports;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class DateDefectTests
{
    /// <summary>Real dates of November before and December after, among which a test puts texts.</summary>
    static ExportReading With(object? before, object? after)
    {
        var rows = new List<object?[]> { new object?[] { "Mã học viên", "Ngày kiểm tra trước", "Ngày kiểm tra sau", "Điểm trước", "Điểm sau" } };
        rows.AddRange(Enumerable.Range(1, 8).Select(n => new object?[] { $"A{n:00}", new DateOnly(2024, 11, 4), new DateOnly(2024, 12, 2), 40.5 + n, 60.5 + n }));
        rows[5][1] = before ?? rows[5][1];
        rows[5][2] = after ?? rows[5][2];
        return ExportSample.Sheet(rows);
    }

    [TestMethod]
    public void A_day_that_is_not_in_the_calendar_is_told() =>
        CollectionAssert.AreEqual(new[] { "A05" }, With(null, "31/02/2024").The(DefectKind.DateInvalid).Ids.ToArray());

    [TestMethod]
    public void A_text_among_real_dates_may_be_read_both_ways()
    {
        var read = With("05/11/2024", null);

        CollectionAssert.AreEqual(new[] { "A05" }, read.The(DefectKind.DateAmbiguous).Ids.ToArray());
        Assert.IsNull(read.Find(DefectKind.DateOutOfWindow));
    }

    [TestMethod]
    public void Read_as_day_and_month_it_may_fall_far_outside() =>
        CollectionAssert.AreEqual(new[] { "A05" }, With("11/05/2024", null).The(DefectKind.DateOutOfWindow).Ids.ToArray());

    [TestMethod]
    public void The_second_day_before_the_first_is_told() =>
        CollectionAssert.AreEqual(new[] { "A05" }, With(null, new DateOnly(2024, 10, 20)).The(DefectKind.PostBeforePre).Ids.ToArray());

    [TestMethod]
    public void A_serial_number_is_a_date() => Assert.AreEqual("", ExportSample.Kinds(With(45600.0, null)));

    [TestMethod]
    public void A_column_in_one_form_is_one_assumption()
    {
        var lines = new[] { "Code,Date,Pre,Post" }.Concat(Enumerable.Range(1, 6).Select(n => $"A{n},02/09/2024,{40 + n}.5,{60 + n}.5"));

        var read = ExportSample.Csv(lines);

        Assert.AreEqual("", ExportSample.Kinds(read));
        Assert.IsTrue(read.Assumptions.Any(assumption => assumption is { What: "date_order", Value: "day_month_year", Evidence: "Date" }));
    }

    [TestMethod]
    public void In_rows_of_their_own_the_days_are_compared_too()
    {
        var lines = new List<string> { "受講者ID,時点,得点,実施日" };
        foreach (var n in Enumerable.Range(1, 6))
            lines.AddRange([$"P{n:00},研修前,{4 + n % 3}.5,2024-02-0{n}", $"P{n:00},研修後,{6 + n % 3}.5,2024-0{(n == 3 ? 1 : 3)}-10"]);

        CollectionAssert.AreEqual(new[] { "P03" }, ExportSample.Csv(lines).The(DefectKind.PostBeforePre).Ids.ToArray());
    }

    [TestMethod]
    public void Dates_of_which_a_third_lies_apart_were_collected_twice()
    {
        var lines = new[] { "Code,Test date,Pre,Post" }.Concat(Enumerable.Range(1, 9).Select(n => $"A{n},{(n % 3 == 0 ? "2023" : "2024")}-11-0{n},{40 + n}.5,{60 + n}.5"));

        Assert.AreEqual("", ExportSample.Kinds(ExportSample.Csv(lines)));
    }
}
