using System.Globalization;

namespace ExcelNumberFormat.Tests;

[TestClass]
public sealed class NumberFormatTests
{
    static readonly CultureInfo English = CultureInfo.InvariantCulture;

    // Not CultureInfo("vi-VN"): its data differ between releases of ICU.
    static readonly CultureInfo Vietnamese = new("")
    {
        NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." },
    };

    static string Text(object? value, string format) => new NumberFormat(format).Format(value, English);

    // The examples of Microsoft Support, "Number format codes" (decimal places, spaces, colors, conditions), and ECMA-376 part 1, 18.8.31.
    [TestMethod]
    [DataRow(1234.59, "####.#", "1234.6")]
    [DataRow(8.9, "#.000", "8.900")]
    [DataRow(.631, "0.#", "0.6")]
    [DataRow(12, "#.0#", "12.0")]
    [DataRow(1234.568, "#.0#", "1234.57")]
    [DataRow(44.398, "???.???", " 44.398")]
    [DataRow(2.8, "???.???", "  2.8  ")]
    [DataRow(12000, "#,###", "12,000")]
    [DataRow(12000, "#,", "12")]
    [DataRow(12200000, "0.0,,", "12.2")]
    [DataRow(12345678, "##0.0E+0", "12.3E+6")]
    [DataRow(0.00012, "0.00E+00", "1.20E-04")]
    [DataRow(.08, "0%", "8%")]
    [DataRow(2.8, "0%", "280%")]
    public void Shows_the_examples_of_the_documentation(double value, string format, string expected) => Assert.AreEqual(expected, Text(value, format));

    // TEXT() of LibreOffice 7.4 gives the same.
    [TestMethod]
    [DataRow(-1234.5, "#,##0.0", "-1,234.5")]
    [DataRow(1234567, "#,##0", "1,234,567")]
    [DataRow(5, "0,000", "0,005")]
    [DataRow(0.5, "#.##", ".5")]
    [DataRow(0, "#", "")]
    [DataRow(0.5, "0", "1")]
    [DataRow(0.4, "0", "0")]
    [DataRow(-0.25, "0.0%", "-25.0%")]
    [DataRow(0.12345, "0.00%", "12.35%")]
    [DataRow(5551234, "000-0000", "555-1234")]
    [DataRow(999.96, "##0.0E+0", "1.0E+3")]
    [DataRow(12345, "00.00E+00", "01.23E+04")]
    [DataRow(0, "0.0E+0", "0.0E+0")]
    [DataRow(7.25, "0.0 \"điểm\"", "7.3 điểm")]
    [DataRow(7.25, "0.0\\ \\d", "7.3 d")]
    [DataRow(1250000, "#,##0 [$đ-42A]", "1,250,000 đ")]
    public void Shows_places_separators_and_literals(double value, string format, string expected) => Assert.AreEqual(expected, Text(value, format));

    [TestMethod]
    [DataRow(2.675, "2.68")]
    [DataRow(1.005, "1.01")]
    [DataRow(0.285, "0.29")]
    [DataRow(99.995, "100.00")]
    public void Rounds_what_fifteen_digits_say_half_up(double value, string expected) => Assert.AreEqual(expected, Text(value, "0.00"));

    [TestMethod]
    [DataRow(1234567.891234, "1234567.891")]
    [DataRow(0.123456789123, "0.123456789")]
    [DataRow(-1.0 / 3, "-0.333333333")]
    [DataRow(12345678901.0, "12345678901")]
    [DataRow(123456789012.0, "1.23457E+11")]
    [DataRow(0.00012345678, "0.000123457")]
    [DataRow(0.00001234, "1.234E-05")]
    [DataRow(9.999999e-7, "1E-06")]
    [DataRow(1e300, "1E+300")]
    [DataRow(0, "0")]
    public void General_shows_at_most_eleven_characters(double value, string expected)
    {
        Assert.AreEqual(expected, Text(value, "General"));
        Assert.AreEqual(expected, Text(value, ""));
    }

    [TestMethod]
    [DataRow(3, "0.0;(0.0);\"–\"", "3.0")]
    [DataRow(-3, "0.0;(0.0);\"–\"", "(3.0)")]
    [DataRow(0, "0.0;(0.0);\"–\"", "–")]
    [DataRow(-3, "0;0", "3")]
    [DataRow(0, "0;-0", "0")]
    [DataRow(5, ";;;", "")]
    [DataRow(2.5, "[Blue]+0.0;[Red]-0.0;0.0", "+2.5")]
    [DataRow(-2.5, "[Color10]▲ 0.0;[Red]▼ 0.0;0.0", "▼ 2.5")]
    [DataRow(1234, "_-* #,##0_-;-* #,##0_-", " 1,234 ")]
    public void Chooses_the_section_by_sign(double value, string format, string expected) => Assert.AreEqual(expected, Text(value, format));

    [TestMethod]
    [DataRow(150, "[>=100]\"≥ 100\";0.0", "≥ 100")]
    [DataRow(50, "[>=100]\"≥ 100\";0.0", "50.0")]
    [DataRow(-5, "[<0]0.0;0", "5.0")]
    [DataRow(0.0004, "[<0.001]\"< 0.001\";0.000", "< 0.001")]
    [DataRow(0.0123, "[<0.001]\"< 0.001\";0.000", "0.012")]
    [DataRow(1, "[=1]\"có\";[=0]\"không\";General", "có")]
    [DataRow(2, "[=1]\"có\";[=0]\"không\";General", "2")]
    [DataRow(7, "[<0]0;[>100]0", "########")]
    public void Chooses_the_section_by_its_condition(double value, string format, string expected) => Assert.AreEqual(expected, Text(value, format));

    [TestMethod]
    [DataRow("abc", "0.00", "abc")]
    [DataRow("abc", "@", "abc")]
    [DataRow("abc", "0;0;0;\"[\"@\"]\"", "[abc]")]
    [DataRow("abc", "0;0;0;", "")]
    [DataRow("00123", "General", "00123")]
    public void Shows_text_through_the_section_for_text(string value, string format, string expected) => Assert.AreEqual(expected, Text(value, format));

    [TestMethod]
    public void A_number_in_a_text_format_is_shown_as_General() => Assert.AreEqual("12.5", Text(12.5, "@"));

    [TestMethod]
    public void Takes_every_kind_of_value()
    {
        Assert.AreEqual("", Text(null, "0"));
        Assert.AreEqual("TRUE", Text(true, "0"));
        Assert.AreEqual("7.0", Text(7, "0.0"));
        Assert.AreEqual("7.5", Text(7.5m, "0.0"));
        Assert.AreEqual("45551", Text(new DateTime(2024, 9, 16, 0, 0, 0, DateTimeKind.Unspecified), "0"));
        Assert.AreEqual("36:00", Text(TimeSpan.FromHours(36), "[h]:mm"));
        Assert.AreEqual("NaN", Text(double.NaN, "0"));
    }

    [TestMethod]
    public void Writes_the_marks_of_the_culture()
    {
        Assert.AreEqual("1.234,5", new NumberFormat("#,##0.0").Format(1234.5, Vietnamese));
        Assert.AreEqual("0,333333333", new NumberFormat("General").Format(1.0 / 3, Vietnamese));
    }

    [TestMethod]
    [DataRow("0 \"chưa đóng")]
    [DataRow("abc")]
    [DataRow("[Tím]0")]
    [DataRow("# ?/?")]
    [DataRow("0;0;0;@;0")]
    [DataRow("0\\")]
    public void A_format_that_cannot_be_read_is_not_valid_and_shows_plain_text(string format)
    {
        var read = new NumberFormat(format);
        Assert.IsFalse(read.IsValid);
        Assert.IsFalse(read.IsDateTimeFormat);
        Assert.AreEqual("1.5", read.Format(1.5, English));
    }

    [TestMethod]
    [DataRow("dd/mm/yyyy", true)]
    [DataRow("[$-42A]dd mmmm yyyy;@", true)]
    [DataRow("h:mm", true)]
    [DataRow("[h]:mm", false)]
    [DataRow("0.00", false)]
    [DataRow("0 \"days\"", false)]
    [DataRow("[Red]0", false)]
    [DataRow("General", false)]
    [DataRow("@", false)]
    public void Knows_formats_of_dates(string format, bool expected)
    {
        var read = new NumberFormat(format);
        Assert.IsTrue(read.IsValid);
        Assert.AreEqual(expected, read.IsDateTimeFormat);
    }
}
