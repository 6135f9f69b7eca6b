using System.Text;

namespace ImpactEval.Language.Tests.Encodings;

[TestClass]
public sealed class DetectionTests
{
    const string Rows = "Mã học viên,Họ và tên,Điểm trước\r\nHV01,Nguyễn Thị Hương,7.5\r\nHV02,Trần Đức Thịnh,8\r\nHV03,Lê Hữu Phước,6\r\n";

    [TestMethod]
    [DataRow("utf-8")]
    [DataRow("utf-16le")]
    [DataRow("utf-16be")]
    [DataRow("utf-32le")]
    [DataRow("utf-32be")]
    [DataRow("windows-1258")]
    [DataRow("tcvn3")]
    [DataRow("vni")]
    [DataRow("viscii")]
    [DataRow("vps")]
    public void A_Vietnamese_file_shows_its_encoding(string name)
    {
        var read = TextDecoder.Decode(TextDecoder.EncodingOf(name).GetBytes(Rows));
        Assert.AreEqual(name, read.Encoding);
        Assert.AreEqual(Rows, read.Text);
        Assert.IsFalse(read.Assumption.HasByteOrderMark);
        Assert.IsGreaterThan(0.99, read.Assumption.Confidence);
    }

    [TestMethod]
    [DataRow("utf-8")]
    [DataRow("utf-16le")]
    [DataRow("utf-16be")]
    [DataRow("utf-32le")]
    [DataRow("utf-32be")]
    public void A_mark_names_the_encoding_and_is_no_text(string name)
    {
        var read = TextDecoder.Decode(TextDecoder.EncodingOf(name).GetBytes("\uFEFF" + Rows));
        Assert.AreEqual(name, read.Encoding);
        Assert.AreEqual(Rows, read.Text);
        Assert.IsTrue(read.Assumption.HasByteOrderMark);
    }

    [TestMethod]
    [DataRow("windows-1252", "L'équipe a bien progressé ; où sont les élèves ? Très utile, déjà appliqué.")]
    [DataRow("windows-1252", "The course was “very useful” – I would attend again…")]
    [DataRow("shift_jis", "受講者番号,氏名,生年月日,研修前得点\nA1,山田太郎,3,4\n")]
    [DataRow("euc-jp", "受講者番号,氏名,生年月日,研修前得点\nA1,山田太郎,3,4\n")]
    [DataRow("shift_jis", "研修はとても役に立ちました。ありがとうございました。")]
    [DataRow("euc-jp", "研修はとても役に立ちました。ありがとうございました。")]
    public void Other_languages_are_not_taken_for_Vietnamese(string name, string text)
    {
        var read = TextDecoder.Decode(TextDecoder.EncodingOf(name).GetBytes(text));
        Assert.AreEqual(name, read.Encoding);
        Assert.AreEqual(text, read.Text);
    }

    [TestMethod]
    public void Plain_ascii_is_utf8_without_doubt()
    {
        var assumption = TextDecoder.Detect("id,score\r\n1,7.5\r\n"u8);
        Assert.AreEqual(new EncodingAssumption("utf-8"), assumption);
    }

    [TestMethod]
    public void A_doubtful_word_names_the_runner_up()
    {
        // "chiến" in VISCII is "chiên" in TCVN3: both are words.
        var assumption = TextDecoder.Detect([.. "chi"u8, 0xAA, .. "n"u8]);
        Assert.IsLessThan(0.9, assumption.Confidence);
        CollectionAssert.AreEquivalent((string[])["tcvn3", "viscii"], (string?[])[assumption.Encoding, assumption.RunnerUp]);
    }

    [TestMethod]
    public void A_word_in_the_last_row_of_a_long_stream_is_seen()
    {
        var plain = string.Concat(Enumerable.Range(0, 100_000).Select(row => $"HV{row},7.5,8\n"));
        foreach (var name in (string[])["utf-8", "tcvn3", "vni", "windows-1258"])
        {
            using var stream = new MemoryStream(TextDecoder.EncodingOf(name).GetBytes(plain + "HV,Nguyễn Thị Thùy đã dự đủ buổi học,9\n"));
            Assert.AreEqual(name, TextDecoder.Detect(stream).Encoding);
        }
    }

    [TestMethod]
    public void Utf8_with_a_broken_cell_stays_utf8_and_the_cell_is_told()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Rows), .. "HV04,Ph"u8, 0xE1, 0xBA, .. ",5\r\n"u8];
        var read = TextDecoder.Read(bytes);
        Assert.AreEqual("utf-8", read.Encoding);
        Assert.AreEqual(Rows + "HV04,Ph\uFFFD,5\r\n", read.Text);
        CollectionAssert.AreEqual(new[] { (long)Encoding.UTF8.GetByteCount(Rows) + 7 }, read.Unreadable.ToArray());
        Assert.AreEqual("utf-8", Assert.ThrowsExactly<UndecodableTextException>(() => TextDecoder.Decode(bytes)).Encoding);
    }

    [TestMethod]
    [DataRow("utf-8")]
    [DataRow("utf-16le")]
    public void Marks_apart_from_their_letters_are_said_and_kept_as_written(string name)
    {
        var apart = Rows.Normalize(NormalizationForm.FormD);
        var bytes = TextDecoder.EncodingOf(name).GetBytes(apart);
        var read = TextDecoder.Decode(bytes);
        Assert.AreEqual(Rows, read.Text);
        Assert.AreEqual(apart, read.AsWritten);
        Assert.IsTrue(read.Assumption.IsDecomposed);
        Assert.IsTrue(TextDecoder.Detect(new MemoryStream(bytes), name).IsDecomposed);
        Assert.IsFalse(TextDecoder.Detect(TextDecoder.EncodingOf(name).GetBytes(Rows)).IsDecomposed);
    }

    [TestMethod]
    public void A_stated_encoding_wins_over_what_the_bytes_show()
    {
        var read = TextDecoder.Decode(TextDecoder.EncodingOf("tcvn3").GetBytes("đào tạo"), "windows-1252");
        Assert.AreEqual("®µo t¹o", read.Text);
        Assert.IsTrue(read.Assumption.IsStated);
    }

    [TestMethod]
    public void Bytes_of_a_program_are_no_text()
    {
        var bytes = new byte[4096];
        new Random(20260101).NextBytes(bytes);
        Assert.IsNull(Assert.ThrowsExactly<UndecodableTextException>(() => TextDecoder.Decode(bytes)).Encoding);
    }

    [TestMethod]
    public void Cyrillic_in_its_code_page_is_refused_instead_of_being_read_as_something_else()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Курс был очень полезен, большое спасибо");
        Assert.ThrowsExactly<UndecodableTextException>(() => TextDecoder.Decode(bytes));
    }
}
