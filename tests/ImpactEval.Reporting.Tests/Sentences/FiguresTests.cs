using ImpactEval.Reporting.Sentences;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tests.Sentences;

[TestClass]
public sealed class FiguresTests
{
    [TestMethod]
    public void Vietnamese_numbers_have_a_decimal_comma_and_dots_between_thousands() => Assert.AreEqual("1.234,5", Figures.Number(1234.5, 1, TextLanguage.Vi));

    [TestMethod]
    public void English_numbers_have_a_decimal_point_and_commas_between_thousands() => Assert.AreEqual("−1,234.50", Figures.Number(-1234.5, 2, TextLanguage.En));

    [TestMethod]
    public void Nought_has_no_sign() => Assert.AreEqual("0,0", Figures.Number(-0.04, 1, TextLanguage.Vi));

    [TestMethod]
    [DataRow(0.0004, "< 0,001")]
    [DataRow(0.001, "= 0,001")]
    [DataRow(0.0461, "= 0,046")]
    public void Small_p_values_are_never_printed_as_nought(double value, string expected) => Assert.AreEqual(expected, Figures.PValue(value, TextLanguage.Vi));

    [TestMethod]
    [DataRow(0.95, "95")]
    [DataRow(0.975, "97,5")]
    public void A_level_is_as_short_as_it_is(double level, string expected) => Assert.AreEqual(expected, Figures.Level(level, TextLanguage.Vi));

    [TestMethod]
    public void Scores_have_the_digits_their_scale_deserves()
    {
        Assert.AreEqual(1, Figures.DecimalsOf(new ScoreScale(0, 100)));
        Assert.AreEqual(2, Figures.DecimalsOf(new ScoreScale(1, 5)));
    }

    [TestMethod]
    public void A_day_is_written_so_that_its_order_cannot_be_mistaken()
    {
        var day = new DateOnly(2024, 5, 6);
        Assert.AreEqual("06/05/2024", Dates.Written(day, TextLanguage.Vi));
        Assert.AreEqual("6 May 2024", Dates.Written(day, TextLanguage.En));
        Assert.AreEqual("2024-05-06", Dates.Neutral(day));
    }
}
