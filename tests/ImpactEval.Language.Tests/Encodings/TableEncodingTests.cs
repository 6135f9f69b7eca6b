using System.Text;

namespace ImpactEval.Language.Tests.Encodings;

[TestClass]
public sealed class TableEncodingTests
{
    static readonly string[] CodePages = ["windows-1258", "tcvn3", "tcvn5712-1", "vni", "viscii", "vps"];

    [TestMethod]
    public void There_are_134_letters_with_marks() => Assert.AreEqual(134, Alphabet.Marked.Length);

    [TestMethod]
    public void Every_letter_comes_back_from_every_code_page()
    {
        foreach (var name in CodePages)
        {
            var encoding = TextDecoder.EncodingOf(name);
            foreach (var letter in Alphabet.Marked)
                Assert.AreEqual(letter.ToString(), encoding.GetString(encoding.GetBytes(letter.ToString())), $"{name} {letter}");
            Assert.AreEqual(Alphabet.Marked, encoding.GetString(encoding.GetBytes(Alphabet.Marked)), name);
        }
    }

    [TestMethod]
    public void Viscii_and_Vps_give_each_letter_one_byte_of_its_own()
    {
        foreach (var name in (string[])["viscii", "vps"])
        {
            var bytes = Alphabet.Marked.Select(letter => TextDecoder.EncodingOf(name).GetBytes([letter])).ToList();
            Assert.IsTrue(bytes.TrueForAll(one => one.Length == 1), name);
            Assert.AreEqual(134, bytes.Select(one => one[0]).Distinct().Count(), name);
        }
    }

    [TestMethod]
    // RFC 1456, table 1.
    [DataRow("viscii", "ẲẴẪỶỸỴ", "02 05 06 14 19 1E")]
    [DataRow("viscii", "ẠỐÕọạữỮ", "80 8F A0 F7 D5 E6 FF")]
    // TCVN 5712:1993, VN1: rows 0, 1, 8, C and F.
    [DataRow("tcvn5712-1", "ÚỨÀỎẮỖỐ", "01 11 80 93 C0 F0 FF")]
    // TCVN 5712:1993, VN3: the 74 letters of ABC fonts begin at A1.
    [DataRow("tcvn3", "ĂÂÊÔƠƯĐăâêôơưđ", "A1 A2 A3 A4 A5 A6 A7 A8 A9 AA AB AC AD AE")]
    [DataRow("tcvn3", "àạặộớỵ", "B5 B9 C6 E9 ED FE")]
    // GNU recode vn.c, VPS.
    [DataRow("vps", "ẠỮÀợẴỳ", "02 1D 80 AE F0 FF")]
    // VNI for Windows: a letter and its marks; ơ, ư, đ, ị and ỵ have bytes of their own.
    [DataRow("vni", "đàộợịỵẶ", "F1 61 F8 6F E4 F4 EF F2 EE 41 CB")]
    // Microsoft's code page 1258: tones behind the letter.
    [DataRow("windows-1258", "ộềảữđ", "F4 F2 EA CC 61 D2 FD DE F0")]
    public void Bytes_are_those_of_the_published_tables(string name, string letters, string bytes)
    {
        var encoding = TextDecoder.EncodingOf(name);
        Assert.AreEqual(letters, encoding.GetString(Convert.FromHexString(bytes.Replace(" ", ""))));
        Assert.AreEqual(bytes, Convert.ToHexString(encoding.GetBytes(letters)).Chunk(2).Select(pair => new string(pair)).Aggregate((all, one) => $"{all} {one}"));
    }

    [TestMethod]
    public void Tcvn3_has_capitals_with_tones_only_as_small_letters_of_a_font()
    {
        // "NGUYỄN VĂN HẢI" typed in .VnTimeH: the letters with tones lie at the places of small ones.
        byte[] typed = [.. "NGUY"u8, 0xD4, .. "N V"u8, 0xA1, .. "N H"u8, 0xB6, .. "I"u8];
        Assert.AreEqual("NGUYễN VĂN HảI", TextDecoder.Decode(typed, "tcvn3").Text);
    }

    [TestMethod]
    public void Quotation_marks_of_Word_stand_in_Tcvn3_where_Windows_has_them() =>
        Assert.AreEqual("“đào tạo” – tốt", TextDecoder.Decode([0x93, 0xAE, 0xB5, .. "o t"u8, 0xB9, .. "o"u8, 0x94, .. " "u8, 0x96, .. " t"u8, 0xE8, .. "t"u8], "tcvn3").Text);

    [TestMethod]
    public void Every_byte_means_something_or_is_told()
    {
        foreach (var name in CodePages.Append("windows-1252"))
        {
            for (var code = 0; code < 256; code++)
            {
                var read = TextDecoder.Read([(byte)'x', (byte)code], name);
                Assert.AreEqual(read.Text.Contains('\uFFFD', StringComparison.Ordinal) ? 1 : 0, read.Unreadable.Count, $"{name} {code:X2}");
                Assert.AreNotEqual("x", read.Text, $"{name} {code:X2}");
            }
        }
    }

    [TestMethod]
    public void Blocks_may_end_between_a_letter_and_its_mark()
    {
        const string text = "Đợt học lãnh đạo ở thành phố Hồ Chí Minh; tốt.";
        foreach (var name in CodePages)
        {
            var encoding = TextDecoder.EncodingOf(name);
            var decoder = encoding.GetDecoder();
            var read = new StringBuilder();
            foreach (var code in encoding.GetBytes(text))
            {
                var chars = new char[decoder.GetCharCount([code], 0, 1)];
                Assert.AreEqual(chars.Length, decoder.GetChars([code], 0, 1, chars, 0), name);
                read.Append(chars);
            }
            var rest = new char[decoder.GetCharCount([], 0, 0, flush: true)];
            decoder.GetChars([], 0, 0, rest, 0, flush: true);
            Assert.AreEqual(text, read.Append(rest).ToString(), name);
        }
    }

    [TestMethod]
    public void A_stream_reader_reads_what_was_written()
    {
        var text = string.Concat(Enumerable.Range(0, 3000).Select(row => $"HV{row:D4};Nguyễn Thị Thùy;Ổn định, rất hữu ích\r\n"));
        foreach (var name in CodePages)
        {
            var encoding = TextDecoder.EncodingOf(name);
            using var reader = new StreamReader(new MemoryStream(encoding.GetBytes(text)), encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 129);
            Assert.AreEqual(text, reader.ReadToEnd(), name);
        }
    }

    [TestMethod]
    public void What_a_code_page_has_not_is_written_as_a_question_mark_or_refused()
    {
        Assert.AreEqual("?", Encoding.ASCII.GetString(TextDecoder.EncodingOf("viscii").GetBytes("語")));
        var strict = (Encoding)TextDecoder.EncodingOf("viscii").Clone();
        strict.EncoderFallback = EncoderFallback.ExceptionFallback;
        Assert.ThrowsExactly<EncoderFallbackException>(() => strict.GetBytes("語"));
    }
}
