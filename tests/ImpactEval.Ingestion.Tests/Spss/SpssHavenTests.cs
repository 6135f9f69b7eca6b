using ImpactEval.Ingestion.Spss;

namespace ImpactEval.Ingestion.Tests.Spss;

/// <summary>Files that haven wrote; the code that made them, with every value, stands in <c>Haven/README.md</c>.</summary>
[TestClass]
public sealed class SpssHavenTests
{
    static readonly string[] Names = ["people.sav", "people-plain.sav", "people.zsav"];

    static void ForEach(Action<SpssFile> assert)
    {
        foreach (var name in Names)
            assert(SpssReading.Open(SpssReading.Sample(name)));
    }

    [TestMethod]
    public void Names_and_labels_are_in_Vietnamese() => ForEach(file =>
    {
        Assert.AreEqual("utf-8", file.Dictionary.Encoding);
        Assert.AreEqual(4L, file.Dictionary.Cases);
        CollectionAssert.AreEqual(
            new[] { "ma_hoc_vien", "gioi_tinh", "diem_truoc_khoa_hoc", "tinh", "don_vi", "y_kien", "ngay", "luc", "thoi_gian" },
            file.Dictionary.Variables.Select(variable => variable.Name).ToArray());
        Assert.AreEqual("Điểm trước khóa học", file.Variable("diem_truoc_khoa_hoc").Label);
        CollectionAssert.AreEqual(new[] { "Nam", "Nữ", "Nữ", null }, file.Column("gioi_tinh").Select(cell => cell.Label).ToArray());
        CollectionAssert.AreEqual(new[] { "Hà Nội", "Đà Nẵng", "Không biết", "Hà Nội" }, file.Column("tinh").Select(cell => cell.Label).ToArray());
        Assert.AreEqual("Sở Nội vụ (mới)", file.Column("don_vi")[0].Label);
    });

    [TestMethod]
    public void Declared_missing_values_are_told_from_given_ones() => ForEach(file =>
    {
        var scores = file.Column("diem_truoc_khoa_hoc");
        CollectionAssert.AreEqual(new[] { 7.5, 99, -3, 8.25 }, scores.Select(cell => cell.Number).ToArray());
        CollectionAssert.AreEqual(new[] { false, true, true, false }, scores.Select(cell => cell.IsUserMissing).ToArray());
        CollectionAssert.AreEqual(new[] { false, false, true, false }, file.Column("tinh").Select(cell => cell.IsUserMissing).ToArray());
        CollectionAssert.AreEqual(new[] { false, false, false, true }, file.Column("gioi_tinh").Select(cell => cell.IsSystemMissing).ToArray());
        Assert.AreEqual("KHONG RO", file.Variable("don_vi").Missing.Texts.Single());
    });

    [TestMethod]
    public void Long_texts_are_whole() => ForEach(file =>
    {
        var texts = file.Column("y_kien").Select(cell => cell.Text).ToArray();
        var wish = string.Concat(Enumerable.Repeat("Học viên đề nghị tăng thời lượng thực hành. ", 20)).TrimEnd();
        CollectionAssert.AreEqual(new[] { wish, "Không có.", "", new string('ữ', 130) }, texts);
    });

    [TestMethod]
    public void Dates_and_times_are_real_ones() => ForEach(file =>
    {
        CollectionAssert.AreEqual(
            new DateTime?[] { new(2024, 6, 3), new(2024, 12, 31), null, new(1583, 1, 1) }, file.Column("ngay").Select(cell => cell.Date).ToArray());
        CollectionAssert.AreEqual(
            new DateTime?[] { new(2024, 6, 3, 7, 30, 15), null, new(1999, 12, 31, 23, 59, 59), new(2024, 2, 29) },
            file.Column("luc").Select(cell => cell.Date).ToArray());
        CollectionAssert.AreEqual(
            new TimeSpan?[] { new(1, 23, 45), TimeSpan.FromSeconds(59), null, TimeSpan.FromDays(1) },
            file.Column("thoi_gian").Select(cell => cell.Duration).ToArray());
    });
}
