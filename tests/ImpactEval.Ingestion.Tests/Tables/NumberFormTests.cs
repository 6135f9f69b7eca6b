using System.Globalization;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Tests.Tables;

[TestClass]
public sealed class NumberFormTests
{
    [TestMethod]
    public void Short_numbers_are_read_to_the_last_bit_as_the_general_rules_read_them()
    {
        var chance = new Random(1);
        var form = new NumberForm('.');
        for (var round = 0; round < 100_000; round++)
        {
            var digits = string.Concat(Enumerable.Range(0, chance.Next(1, 15)).Select(_ => (char)('0' + chance.Next(10))));
            var text = chance.Next(2) == 0 || digits.Length == 1 ? digits : digits.Insert(chance.Next(1, digits.Length), ".");
            Assert.IsTrue(form.TryRead(Cell.OfText(text), out var number), text);
            Assert.AreEqual(double.Parse(text, CultureInfo.InvariantCulture), number, text);
        }
    }

    [TestMethod]
    [DataRow("4.", 4.0)]
    [DataRow(".5", 0.5)]
    [DataRow("-3", -3.0)]
    [DataRow(" 2 ", 2.0)]
    [DataRow("1234567890123456", 1234567890123456.0)]
    public void Other_spellings_go_by_the_general_rules(string text, double expected)
    {
        Assert.IsTrue(new NumberForm('.').TryRead(Cell.OfText(text), out var number));
        Assert.AreEqual(expected, number);
    }

    [TestMethod]
    [DataRow("1.2.3")]
    [DataRow("1,2")]
    [DataRow(".")]
    [DataRow("٣")]
    public void What_is_no_number_in_the_files_form_is_none(string text) =>
        Assert.IsFalse(new NumberForm('.').TryRead(Cell.OfText(text), out _));
}
