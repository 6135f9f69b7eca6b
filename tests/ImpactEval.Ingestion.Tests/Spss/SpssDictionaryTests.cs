using ImpactEval.Ingestion.Spss;

namespace ImpactEval.Ingestion.Tests.Spss;

[TestClass]
public sealed class SpssDictionaryTests
{
    [TestMethod]
    public void A_variable_has_its_long_name_label_format_and_measure()
    {
        var file = SpssReading.Open(new SavFile().Number("DIEM_TRU", "Điểm trước", SavFile.F8).Text("TINH", 12, "Tỉnh")
            .Extension(11, 4, new SavFile().Ints(3, 8, 1, 1, 12, 0)).Extension(13, "DIEM_TRU=diem_truoc_khoa_hoc\tTINH=tinh").Utf8());

        var (score, province) = (file.Variable("diem_truoc_khoa_hoc"), file.Variable("tinh"));
        Assert.AreEqual("Điểm trước", score.Label);
        Assert.AreEqual("DIEM_TRU", score.ShortName);
        Assert.AreEqual(new SpssFormat(SpssFormatType.F, 8, 2), score.Format);
        Assert.AreEqual(SpssMeasure.Scale, score.Measure);
        Assert.AreEqual(12, province.Width);
        Assert.AreEqual(SpssValueKind.Text, province.Format.Kind);
        Assert.AreEqual(SpssMeasure.Nominal, province.Measure);
    }

    [TestMethod]
    public void Measures_of_old_files_come_without_widths()
    {
        var file = SpssReading.Open(new SavFile().Number("A").Number("B").Extension(11, 4, new SavFile().Ints(2, 1, 3, 0)).Utf8());
        Assert.AreEqual(SpssMeasure.Ordinal, file.Variable("A").Measure);
        Assert.AreEqual(SpssMeasure.Scale, file.Variable("B").Measure);
    }

    [TestMethod]
    public void A_label_set_belongs_to_all_variables_that_name_it()
    {
        var file = SpssReading.Open(new SavFile().Number("A").Text("B", 3).Number("C").Utf8()
            .Labels([1, 3], (1.0, "Rất kém"), (5.0, "Tốt")).Labels([1], (9.0, "Không biết"), (5.0, "nhãn thứ hai")).Labels([2], ("HN", "Hà Nội")).Row(9.0, "HN", 5.0));

        var cells = file.Rows().Single().Cells;
        CollectionAssert.AreEqual(new[] { "Không biết", "Hà Nội", "Tốt" }, cells.Select(cell => cell.Label).ToArray());
        Assert.AreEqual("Tốt", file.Variable("A").Labels.OfNumbers[5]);
        Assert.AreSame(file.Variable("C").Labels.OfNumbers[5], file.Variable("A").Labels.OfNumbers[5]);
    }

    [TestMethod]
    public void Values_are_missing_by_list_by_range_or_by_both()
    {
        var file = SpssReading.Open(new SavFile().Number("LIST", missing: [98, 99]).Number("RANGE", missingCode: -2, missing: [double.MinValue, -1])
            .Number("BOTH", missingCode: -3, missing: [90, double.MaxValue, 0]).Text("TEXT", 4, missing: ["KB", "TC"])
            .Row(99.0, -5.0, 95.0, "KB").Row(97.0, 0.0, 0.0, "KBX").Row(98.0, null, 1.0, "").Utf8());

        var missing = file.Rows().Select(row => string.Concat(row.Cells.Select(cell => cell.IsUserMissing ? "M" : cell.IsSystemMissing ? "S" : "-"))).ToArray();
        CollectionAssert.AreEqual(new[] { "MMMM", "--M-", "MS--" }, missing);
        Assert.AreEqual(99, file.Rows().First().Cells[0].Number, "The raw value stands.");
    }

    [TestMethod]
    public void Long_texts_have_labels_and_missing_values_in_records_of_their_own()
    {
        byte[] labels = [.. Named("ĐƠN_VỊ"), .. LE(20), .. LE(1), .. Counted("Sở Nội vụ".PadRight(20)), .. Counted("Sở Nội vụ (mới)")];
        byte[] missing = [.. Named("ĐƠN_VỊ"), 2, .. LE(8), .. "KHONG RO"u8, .. "TU CHOI "u8];
        var file = SpssReading.Open(new SavFile().Text("DON_VI", 20).Extension(13, "DON_VI=ĐƠN_VỊ").Utf8().Extension(21, 1, labels).Extension(22, 1, missing)
            .Row("Sở Nội vụ").Row("TU CHOI").Row("KHONG RO LAM"));

        var cells = file.Column("ĐƠN_VỊ");
        Assert.AreEqual("Sở Nội vụ (mới)", cells[0].Label);
        CollectionAssert.AreEqual(new[] { false, true, false }, cells.Select(cell => cell.IsUserMissing).ToArray());
    }

    [TestMethod]
    public void Old_PSPP_repeats_the_length_before_each_missing_text()
    {
        byte[] missing = [.. Named("T"), 2, .. LE(8), .. "KHONG RO"u8, .. LE(8), .. "TU CHOI "u8];
        var file = SpssReading.Open(new SavFile().Text("T", 20).Extension(22, 1, missing).Utf8());
        CollectionAssert.AreEqual(new[] { "KHONG RO", "TU CHOI" }, file.Variable("T").Missing.Texts.ToArray());
    }

    [TestMethod]
    public void Response_sets_are_read_from_old_and_new_records()
    {
        // The examples of the PSPP Developers Guide.
        var names = new SavFile();
        foreach (var name in "ABCDEFGHIJKLMNOP")
            names.Number(name.ToString(), name == 'N' ? "Nhãn của N" : null);
        var file = SpssReading.Open(names
            .Extension(7, "\n$a=C 10 my mcgroup a b c\n$b=D2 55 0  g e f d\n\n\n$c=D3 Yes 10 mdgroup #2 h i gone j\n")
            .Extension(19, "$d=E 1 2 34 13 third mdgroup k l m\n$e=E 11 6 choice 0  n o p\n").Utf8());

        var sets = file.Dictionary.ResponseSets;
        CollectionAssert.AreEqual(new[] { "$a", "$b", "$c", "$d", "$e" }, sets.Select(set => set.Name).ToArray());
        CollectionAssert.AreEqual(new[] { "my mcgroup", "", "mdgroup #2", "third mdgroup", "Nhãn của N" }, sets.Select(set => set.Label).ToArray());
        CollectionAssert.AreEqual(new[] { null, "55", "Yes", "34", "choice" }, sets.Select(set => set.CountedValue).ToArray());
        CollectionAssert.AreEqual(new[] { "ABC", "GEFD", "HIJ", "KLM", "NOP" }, sets.Select(set => string.Concat(set.Variables.Select(variable => variable.Name))).ToArray());
        Assert.AreEqual(SpssResponseSetKind.Categories, sets[0].Kind);
        Assert.IsTrue(sets[3].IsLabelledByValue);
    }

    [TestMethod]
    public void Weight_documents_and_file_label_are_kept()
    {
        var file = SpssReading.Open(new SavFile { Weight = 3 }.Text("LONG", 10).Number("W").Documents("Ghi chú một", "", "Ghi chú ba").Utf8());
        Assert.AreEqual("W", file.Dictionary.Weight!.Name);
        Assert.AreEqual("Khảo sát", file.Dictionary.Label);
        CollectionAssert.AreEqual(new[] { "Ghi chú một", "", "Ghi chú ba" }, file.Dictionary.Documents.ToArray());
    }

    [TestMethod]
    public void An_unknown_format_is_that_of_a_plain_number_or_text()
    {
        var file = SpssReading.Open(new SavFile().Number("A", format: 0).Number("B", format: 0x010800).Utf8());
        Assert.AreEqual(SpssValueKind.Number, file.Variable("A").Format.Kind);
        Assert.AreEqual(SpssFormatType.F, file.Variable("B").Format.Type);
    }

    static byte[] LE(int number) => new SavFile().Int(number);

    static byte[] Named(string name) => Counted(name);

    static byte[] Counted(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return [.. LE(bytes.Length), .. bytes];
    }
}
