using System.Globalization;

namespace ExcelNumberFormat.Tests;

[TestClass]
public sealed class DateFormatTests
{
    static string Text(object value, string format) => new NumberFormat(format).Format(value, CultureInfo.InvariantCulture);

    // 45551.75 is 16 September 2024, 18:00, a Monday (TEXT() of LibreOffice 7.4; the same from serial 61 on in Excel).
    [TestMethod]
    [DataRow("dd/mm/yyyy", "16/09/2024")]
    [DataRow("d/m/yy", "16/9/24")]
    [DataRow("yyyy-mm-dd hh:mm", "2024-09-16 18:00")]
    [DataRow("dddd, mmmm d, yyyy", "Monday, September 16, 2024")]
    [DataRow("ddd d mmm", "Mon 16 Sep")]
    [DataRow("mmmmm", "S")]
    [DataRow("h:mm AM/PM", "6:00 PM")]
    [DataRow("h A/P", "6 P")]
    [DataRow("\"ngày\" d \"tháng\" m \"năm\" yyyy", "ngày 16 tháng 9 năm 2024")]
    [DataRow("[$-42A]dd/mm/yyyy;@", "16/09/2024")]
    public void Shows_dates(string format, string expected) => Assert.AreEqual(expected, Text(45551.75, format));

    [TestMethod]
    public void A_date_value_and_its_serial_number_show_the_same()
    {
        var time = new DateTime(2024, 9, 16, 18, 0, 0, DateTimeKind.Unspecified);
        Assert.AreEqual(Text(45551.75, "dd/mm/yyyy hh:mm"), Text(time, "dd/mm/yyyy hh:mm"));
    }

    // Excel counts a 29 February 1900 and begins with a Sunday: "Excel incorrectly assumes that the year 1900 is a leap year", Microsoft 214326.
    [TestMethod]
    [DataRow(0, "Sat 0/1/1900")]
    [DataRow(1, "Sun 1/1/1900")]
    [DataRow(59, "Tue 28/2/1900")]
    [DataRow(60, "Wed 29/2/1900")]
    [DataRow(61, "Thu 1/3/1900")]
    [DataRow(2958465, "Fri 31/12/9999")]
    public void Keeps_the_leap_day_of_1900(double serial, string expected) => Assert.AreEqual(expected, Text(serial, "ddd d/m/yyyy"));

    [TestMethod]
    [DataRow(-1.0)]
    [DataRow(2958466.0)]
    public void A_number_outside_the_calendar_cannot_be_shown(double serial) => Assert.AreEqual("########", Text(serial, "d/m/yyyy"));

    [TestMethod]
    [DataRow(0.520833333333, "h:mm", "12:30")]
    [DataRow(0.99999, "h:mm:ss", "23:59:59")]
    [DataRow(0.5, "m/d h:mm", "1/0 12:00")]
    [DataRow(0.0007, "mm:ss", "01:00")]
    [DataRow(0.00001234, "mm:ss.00", "00:01.07")]
    [DataRow(0, "h AM/PM", "12 AM")]
    public void Shows_times(double serial, string format, string expected) => Assert.AreEqual(expected, Text(serial, format));

    [TestMethod]
    [DataRow(1.5, "[h]:mm:ss", "36:00:00")]
    [DataRow(1.5, "[mm]:ss", "2160:00")]
    [DataRow(0.25, "[s]", "21600")]
    [DataRow(-0.25, "[h]:mm", "-6:00")]
    public void Shows_elapsed_time_beyond_a_day(double days, string format, string expected) => Assert.AreEqual(expected, Text(days, format));
}
