using ImpactEval.Reporting.Sheets;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tests.Sheets;

[TestClass]
public sealed class ApplicationSheetTests
{
    static Instrument OnScale(double low, double high) => StudySample.Create().Instrument("application") with { Scale = new ScoreScale(low, high) };

    static Sheet SheetOn(double low, double high)
    {
        var study = StudySample.Create();
        var changed = study with { Instruments = [.. study.Instruments.Select(one => one.Code == "application" ? OnScale(low, high) : one)] };
        return ApplicationSheet.Of(new SponsorReport(changed, FindingsSample.Create(), new WorkbookOptions()));
    }

    static string[] Columns(Sheet sheet) => [.. sheet.Tables.Single().Columns.Select(column => column.Code)];

    [TestMethod]
    public void A_rating_has_its_mean_and_the_share_of_the_top_two() =>
        CollectionAssert.AreEqual(new[] { "Item", "Answered", "Mean", "Sd", "TopShare", "Lower", "Upper" }, Columns(SheetOn(1, 5)));

    [TestMethod]
    public void A_choice_has_the_share_who_chose_it() =>
        CollectionAssert.AreEqual(new[] { "Item", "Answered", "ChosenShare", "Lower", "Upper" }, Columns(SheetOn(0, 1)));

    [TestMethod]
    public void Marks_have_their_mean_and_no_top() =>
        CollectionAssert.AreEqual(new[] { "Item", "Answered", "Mean", "Sd" }, Columns(SheetOn(0, 10)));

    [TestMethod]
    [DataRow(1, 7, "Rating")]
    [DataRow(0, 1, "Choice")]
    [DataRow(0, 7, "Marks")]
    [DataRow(0, 100, "Marks")]
    public void The_scale_tells_how_items_are_answered(double low, double high, string form) =>
        Assert.AreEqual(form, ApplicationSheet.FormOf(OnScale(low, high)).ToString());
}
