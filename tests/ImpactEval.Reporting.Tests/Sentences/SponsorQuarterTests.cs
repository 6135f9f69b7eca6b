using System.Globalization;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tests.Sentences;

[TestClass]
public sealed class SponsorQuarterTests
{
    // Fiscal years: Japan and Canada 1 April-31 March, United States 1 October-30 September. Reiwa 1 = 2019, Heisei 30 = 2018.
    [TestMethod]
    [DataRow("2025-02-10", SponsorCalendar.Vietnam, "Quý I/2025", "2025-Q1")]
    [DataRow("2024-12-31", SponsorCalendar.Vietnam, "Quý IV/2024", "2024-Q4")]
    [DataRow("2024-06-30", SponsorCalendar.Japan, "FY2024 Q1, 2024年度第1四半期 (令和6年度)", "FY2024-Q1")]
    [DataRow("2025-03-31", SponsorCalendar.Japan, "FY2024 Q4, 2024年度第4四半期 (令和6年度)", "FY2024-Q4")]
    [DataRow("2019-05-02", SponsorCalendar.Japan, "FY2019 Q1, 2019年度第1四半期 (令和元年度)", "FY2019-Q1")]
    [DataRow("2018-07-01", SponsorCalendar.Japan, "FY2018 Q2, 2018年度第2四半期 (平成30年度)", "FY2018-Q2")]
    [DataRow("2024-04-01", SponsorCalendar.Canada, "2024–25 Q1 / T1 2024-2025", "2024-25-Q1")]
    [DataRow("2000-01-01", SponsorCalendar.Canada, "1999–00 Q4 / T4 1999-2000", "1999-00-Q4")]
    [DataRow("2025-01-01", SponsorCalendar.France, "T1 2025", "2025-Q1")]
    [DataRow("2024-10-01", SponsorCalendar.UnitedStates, "FY25 Q1", "FY2025-Q1")]
    [DataRow("2025-09-30", SponsorCalendar.UnitedStates, "FY25 Q4", "FY2025-Q4")]
    public void A_day_falls_into_the_quarter_as_the_sponsor_writes_it(string day, SponsorCalendar calendar, string written, string code)
    {
        var quarter = SponsorQuarter.Of(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), calendar);
        Assert.AreEqual(written, quarter.Written);
        Assert.AreEqual(code, quarter.Code);
    }
}
