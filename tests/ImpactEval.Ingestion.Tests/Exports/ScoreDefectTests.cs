using ImpactEval.Ingestion.Exports;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class ScoreDefectTests
{
    const string Headings = "Participant ID,Name,Score before,Score after";

    static ExportReading With(int person, string before, string after)
    {
        var lines = ExportSample.Class(Headings);
        lines[person] = $"HV-{person:000},Somebody,{before},{after}";
        return ExportSample.Csv(lines);
    }

    [TestMethod]
    [DataRow("101.5")]
    [DataRow("-3")]
    [DataRow("855")]
    public void A_score_off_the_scale_is_told_and_not_used(string score)
    {
        var read = With(4, score, "70.5");

        var defect = read.The(DefectKind.ScoreOutOfRange);
        CollectionAssert.AreEqual(new[] { "HV-004" }, defect.Ids.ToArray());
        CollectionAssert.AreEqual(new[] { 5 }, defect.Rows.ToArray());
        CollectionAssert.AreEqual(new[] { "Score before" }, defect.Columns.ToArray());
        Assert.AreEqual(11, read.Waves[WaveKind.Pre]);
        Assert.IsNull(read.Find(DefectKind.MissingPre));
    }

    [TestMethod]
    [DataRow("8.5.5")]
    [DataRow("7l.5")]
    [DataRow("eighty")]
    public void What_is_no_number_is_told(string score) =>
        CollectionAssert.AreEqual(new[] { "HV-002" }, With(2, "50", score).The(DefectKind.ScoreNotNumeric).Ids.ToArray());

    [TestMethod]
    [DataRow("N/A")]
    [DataRow("-")]
    [DataRow("vắng")]
    [DataRow("Vắng mặt")]
    [DataRow("absent")]
    [DataRow("(absent)")]
    [DataRow("non évalué")]
    [DataRow("欠席")]
    [DataRow("999")]
    [DataRow("-99")]
    [DataRow("#N/A")]
    public void Words_and_numbers_that_mean_no_value_are_told_and_leave_it_missing(string code)
    {
        var read = With(3, "50", code);

        CollectionAssert.AreEqual(new[] { code }, read.The(DefectKind.MissingCode).Values.ToArray());
        CollectionAssert.AreEqual(new[] { "HV-003" }, read.The(DefectKind.MissingPost).Ids.ToArray());
        Assert.HasCount(11, read.Pairs!);
    }

    [TestMethod]
    public void A_number_within_the_scale_is_no_missing_code() => Assert.IsNull(With(3, "99", "99").Find(DefectKind.MissingCode));

    [TestMethod]
    [DataRow("75.5đ", 75.5)]
    [DataRow("75 điểm", 75)]
    [DataRow("75/100", 75)]
    [DataRow("75 points", 75)]
    [DataRow("75点", 75)]
    [DataRow("75 %", 75)]
    public void A_score_with_its_unit_is_read_and_told(string written, double score)
    {
        var read = With(5, "50", written);

        CollectionAssert.AreEqual(new[] { "HV-005" }, read.The(DefectKind.ScoreWithUnit).Ids.ToArray());
        Assert.AreEqual(score, read.Pairs!.Single(pair => pair.Id == "HV-005").Post);
    }

    [TestMethod]
    public void An_empty_cell_is_a_missing_score()
    {
        var read = With(7, "", "70.5");

        CollectionAssert.AreEqual(new[] { "HV-007" }, read.The(DefectKind.MissingPre).Ids.ToArray());
        Assert.AreEqual("missing_pre", ExportSample.Kinds(read));
    }

    [TestMethod]
    public void Part_of_a_class_on_a_smaller_scale_is_suspected_and_nothing_is_paired()
    {
        var lines = ExportSample.Class(Headings);
        foreach (var n in new[] { 9, 10, 11, 12 })
            lines[n] = $"HV-{n:000},Somebody,{5 + n / 10.0},{6 + n / 10.0}";

        var read = ExportSample.Csv(lines);

        CollectionAssert.AreEqual(new[] { "HV-009", "HV-010", "HV-011", "HV-012" }, read.The(DefectKind.ScaleSuspect).Ids.ToArray());
        Assert.IsNull(read.Pairs);
    }

    [TestMethod]
    public void A_decimal_comma_is_one_assumption_for_the_file()
    {
        var read = ExportSample.Csv(ExportSample.Class("Code;Name;Pre;Post").ConvertAll(line => line.Replace(',', ';').Replace('.', ',')));

        Assert.AreEqual(',', read.DecimalMark);
        Assert.AreEqual(41.5, read.Pairs![0].Pre);
    }

    [TestMethod]
    public void Numbers_stored_as_text_in_a_sheet_are_read_and_counted()
    {
        var rows = new List<object?[]> { new object?[] { "Code", "Before", "After" } };
        rows.AddRange(Enumerable.Range(1, 8).Select(n => new object?[] { $"A{n:00}", n % 2 == 0 ? 40.5 + n : $"\u00A0{40 + n},5", 60.5 + n }));

        var read = ExportSample.Sheet(rows);

        Assert.AreEqual(4, read.The(DefectKind.NumberStoredAsText).Count);
        Assert.AreEqual("number_stored_as_text", ExportSample.Kinds(read));
        Assert.AreEqual(41.5, read.Pairs![0].Pre);
    }

    [TestMethod]
    [DataRow("Note sur 20", 20)]
    [DataRow("Điểm (thang 10)", 10)]
    [DataRow("得点（50点満点）", 50)]
    [DataRow("Score out of 40", 40)]
    [DataRow("Điểm (0 đến 30)", 30)]
    public void The_heading_states_the_scale(string heading, double maximum)
    {
        var lines = new[] { $"Code,Time point,{heading}" }.Concat(Enumerable.Range(1, 6).SelectMany(n => new[] { $"A{n},pre,{n}", $"A{n},post,{n + 1}" }));

        Assert.AreEqual(maximum, ExportSample.Csv(lines).ScoreMax);
    }

    [TestMethod]
    public void A_rating_off_the_scale_of_its_heading_is_told()
    {
        var lines = ExportSample.Class(Headings).Select((line, at) => at == 0 ? line + ",Satisfaction (1-5)" : $"{line},{(at == 6 ? 7 : 4)}");

        var defect = ExportSample.Csv(lines).The(DefectKind.ScoreOutOfRange);

        CollectionAssert.AreEqual(new[] { "HV-006" }, defect.Ids.ToArray());
        CollectionAssert.AreEqual(new[] { "Satisfaction (1-5)" }, defect.Columns.ToArray());
    }
}
