using ImpactEval.Evaluation;
using ImpactEval.Reporting.Sheets;
using ImpactEval.Reporting.Tables;
using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tests.Sheets;

[TestClass]
public sealed class QualitySheetTests
{
    static SheetTable TableOf(string name, Study study, Findings findings) =>
        QualitySheet.Of(new SponsorReport(study, findings, new WorkbookOptions())).Tables.Single(table => table.Name == name);

    [TestMethod]
    public void Reliability_has_a_row_for_each_outcome_and_a_column_for_each_wave()
    {
        var table = TableOf("QualityReliability", StudySample.Create(), FindingsSample.Create());
        CollectionAssert.AreEqual(new[] { "Outcome", "Instrument", "Items", "Alpha.pre", "Alpha.post" }, table.Columns.Select(column => column.Code).ToArray());
        Assert.HasCount(3, table.Rows);
        Assert.AreEqual(new Cell.Number(0.71), table[0, "Alpha.pre"]);
        Assert.AreEqual(Cell.NotApplicable, table[0, "Alpha.post"]);
        Assert.AreEqual(new Cell.Mark(Shorthand.TooFew), table[2, "Alpha.pre"]);
    }

    [TestMethod]
    public void Lists_to_choose_from_have_no_reliability_and_tests_have()
    {
        var study = StudySample.Create();
        var choices = study with { Instruments = [.. study.Instruments.Select(one => one.Code == "application" ? one with { Scale = new ScoreScale(0, 1) } : one)] };
        var sample = FindingsSample.Create();
        var alpha = FindingsSample.Interval(0.3, 0.1, 0.5, 30, IntervalMethod.Feldt);
        var findings = sample with { Reliability = [.. sample.Reliability, new ReliabilityFinding("application", "follow_up", 3, alpha, null, false)] };
        Assert.HasCount(4, TableOf("QualityReliability", study, findings).Rows);
        Assert.HasCount(3, TableOf("QualityReliability", choices, findings).Rows);
    }

    [TestMethod]
    public void A_remark_is_told_once_with_the_number_of_sources()
    {
        var sample = FindingsSample.Create();
        var sources = sample.Quality.Sources;
        var twice = sample with { Quality = sample.Quality with { Sources = [.. sources, sources[1], sources[1] with { SourceCode = "roster" }] } };
        var table = TableOf("QualityRemarks", StudySample.Create(), twice);
        CollectionAssert.AreEqual(new Cell[] { new Cell.Number(2), new Cell.Number(2) }, table.Rows.Select(row => row[2]).ToArray());
    }

    [TestMethod]
    public void People_are_counted_by_how_they_were_found_again_and_compared_at_the_start()
    {
        var methods = TableOf("QualityMatching", StudySample.Create(), FindingsSample.Create());
        CollectionAssert.AreEqual(new Cell[] { new Cell.Number(27), new Cell.Number(6), new Cell.Number(6) }, methods.Rows.Select(row => row[1]).ToArray());
        var baseline = TableOf("QualityBaseline", StudySample.Create(), FindingsSample.Create());
        Assert.AreEqual(new Cell.Number(0.376), baseline[0, "BaselineDifference"]);
        Assert.AreEqual(Cell.Confidential, baseline[1, "MatchedMean"]);
    }
}
