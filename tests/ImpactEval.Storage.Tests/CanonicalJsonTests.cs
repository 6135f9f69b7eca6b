using ImpactEval.Studies;

namespace ImpactEval.Storage.Tests;

[TestClass]
public sealed class CanonicalJsonTests
{
    [TestMethod]
    public void The_order_in_which_a_dictionary_was_filled_does_not_show()
    {
        var one = new Dictionary<string, string> { ["sex"] = "F", ["age"] = "b2", ["Đợt"] = "3" };
        var other = new Dictionary<string, string> { ["Đợt"] = "3", ["age"] = "b2", ["sex"] = "F" };

        Assert.AreEqual("""{"age":"b2","sex":"F","Đợt":"3"}""", CanonicalJson.Of(one));
        Assert.AreEqual(CanonicalJson.Of(one), CanonicalJson.Of(other));
    }

    [TestMethod]
    public void A_layout_comes_back_as_it_was()
    {
        var layout = new FileLayout(SourceFormat.Xlsx, null, null, ',', DateOrder.MonthDayYear, "Tờ 1", 3, [LayoutRemark.LegacyEncoding, LayoutRemark.EmptyHeader]);

        var back = CanonicalJson.Read<FileLayout>(CanonicalJson.Of(layout));

        CollectionAssert.AreEqual(layout.Remarks.ToList(), back.Remarks.ToList());
        Assert.AreEqual(layout, back with { Remarks = layout.Remarks });
    }

    [TestMethod]
    public void Enums_are_written_as_the_words_of_the_study_file()
    {
        Assert.AreEqual("\"retrospective_pre\"", CanonicalJson.Of(WaveKind.RetrospectivePre));
    }
}
