using System.Text;

namespace ImpactEval.Language.Tests;

[TestClass]
public sealed class MisreadTextTests
{
    const string Sentence = "Nguyễn Thị Hạnh: khóa học rất bổ ích, giảng viên nhiệt tình";

    static string ReadAs(int codePage, byte[] bytes) =>
        (codePage == 28591 ? Encoding.Latin1 : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!).GetString(bytes);

    [TestMethod]
    [DataRow(1252, "windows-1252")]
    [DataRow(28591, "windows-1252")]
    [DataRow(1258, "windows-1258")]
    [DataRow(10000, "macintosh")]
    public void Utf8_read_as_a_code_page_is_recognised(int codePage, string name)
    {
        var misread = ReadAs(codePage, Encoding.UTF8.GetBytes(Sentence));
        var found = MisreadText.Of(misread);
        Assert.AreEqual(new Misreading("utf-8", name), found);
        Assert.AreEqual(Sentence, found!.Repair(misread));
    }

    [TestMethod]
    public void Utf8_misread_twice_is_read_back_twice()
    {
        var once = ReadAs(1252, Encoding.UTF8.GetBytes(Sentence));
        var twice = ReadAs(1252, Encoding.UTF8.GetBytes(once));
        var found = MisreadText.Of(twice);
        Assert.AreEqual(new Misreading("utf-8", "windows-1252", 2), found);
        Assert.AreEqual(Sentence, found!.Repair(twice));
    }

    [TestMethod]
    [DataRow("tcvn3", "kho¸ ®µo t¹o rÊt bæ Ých", "khoá đào tạo rất bổ ích")]
    [DataRow("vni", "khoùa ñaøo taïo raát boå ích", "khóa đào tạo rất bổ ích")]
    public void Text_of_old_fonts_is_recognised(string name, string misread, string meant)
    {
        var found = MisreadText.Of(misread);
        Assert.AreEqual(name, found?.WrittenIn);
        Assert.AreEqual(meant, found!.Repair(misread));
    }

    [TestMethod]
    public void A_short_cell_follows_its_column()
    {
        string[] column = ["Hµ Néi", "§µ N½ng", "CÇn Th¬", "Nam", "HuÕ"];
        var found = MisreadText.Of(column)!;
        CollectionAssert.AreEqual(new[] { "Hà Nội", "Đà Nẵng", "Cần Thơ", null, "Huế" }, column.Select(found.Repair).ToArray());
    }

    [TestMethod]
    public void Sound_cells_of_a_mixed_column_stay()
    {
        string[] column = ["Quáº£ng Ninh", "Quảng Nam", "An Giang", "Lê", "Thá»«a ThiÃªn Huáº¿"];
        var found = MisreadText.Of(column)!;
        CollectionAssert.AreEqual(new[] { "Quảng Ninh", null, null, null, "Thừa Thiên Huế" }, column.Select(found.Repair).ToArray());
    }

    [TestMethod]
    [DataRow("Nguyễn Thị Hạnh")]
    [DataRow("Hà Nội")]
    [DataRow("Où sont les élèves ? Déjà à l'hôtel, après l'été.")]
    [DataRow("The “café” – £27, 5 °C, ½ day…")]
    [DataRow("Der Müller hört schön zu; größer als früher")]
    [DataRow("研修はとても役に立ちました。")]
    [DataRow("plain ASCII")]
    [DataRow("")]
    public void Sound_text_is_left_alone(string text) => Assert.IsNull(MisreadText.Of(text));

    [TestMethod]
    public void A_cell_that_lost_characters_on_the_way_is_not_made_up()
    {
        var found = MisreadText.Of(ReadAs(1252, Encoding.UTF8.GetBytes(Sentence)))!;
        // The second byte of Đ was dropped.
        Assert.IsNull(found.Repair("Äá»— Háº¡nh"));
    }

    [TestMethod]
    public void Pictograms_are_no_letters() => Assert.IsNull(MisreadText.Of(["rất hay 👩\u200D🏫", "👍", "très bien 😀"]));
}
