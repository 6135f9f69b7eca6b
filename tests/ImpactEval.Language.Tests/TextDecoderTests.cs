using System.Text;
using ImpactEval.Language;

namespace ImpactEval.Language.Tests;

[TestClass]
public sealed class TextDecoderTests
{
    const string Heading = "Mã học viên;Họ và tên;Điểm trước";

    /// <summary>"Mã học viên;Điểm trước" in Windows-1258: base letters with the tones tilde (DE) and dot below (F2), hook (D2), acute (EC).</summary>
    static readonly byte[] Windows1258Bytes =
    [
        .. "Ma"u8, 0xDE, .. " ho"u8, 0xF2, .. "c vi"u8, 0xEA, .. "n;"u8, 0xD0, .. "i"u8, 0xEA, 0xD2, .. "m tr"u8, 0xFD, 0xF5, 0xEC, .. "c"u8,
    ];

    static void AssertRead(string text, string encoding, bool wasDecomposed, DecodedText read)
    {
        Assert.AreEqual(text, read.Text);
        Assert.AreEqual(encoding, read.Encoding);
        Assert.AreEqual(wasDecomposed, read.WasDecomposed);
        Assert.IsEmpty(read.Unreadable);
    }

    [TestMethod]
    public void Utf8_is_read_with_and_without_its_mark()
    {
        var bytes = Encoding.UTF8.GetBytes(Heading);
        AssertRead(Heading, "utf-8", false, TextDecoder.Decode(bytes));
        AssertRead(Heading, "utf-8", false, TextDecoder.Decode([0xEF, 0xBB, 0xBF, .. bytes]));
    }

    [TestMethod]
    public void Utf16_is_read_by_its_mark_and_recognised_without_one()
    {
        foreach (var (encoding, name) in new[] { (Encoding.Unicode, "utf-16le"), (Encoding.BigEndianUnicode, "utf-16be") })
        {
            var bytes = encoding.GetBytes(Heading);
            AssertRead(Heading, name, false, TextDecoder.Decode([.. encoding.GetPreamble(), .. bytes]));
            AssertRead(Heading, name, false, TextDecoder.Decode(bytes));
        }
    }

    [TestMethod]
    public void Windows_1258_is_recognised_and_its_combining_tones_are_composed()
    {
        var decoded = TextDecoder.Decode(Windows1258Bytes);
        Assert.AreEqual("Mã học viên;Điểm trước", decoded.Text);
        Assert.AreEqual("windows-1258", decoded.Encoding);
        Assert.IsTrue(decoded.IsLegacy);
    }

    [TestMethod]
    public void Decomposed_text_is_composed_and_said_so()
    {
        var decoded = TextDecoder.Decode(Encoding.UTF8.GetBytes(Heading.Normalize(NormalizationForm.FormD)));
        AssertRead(Heading, "utf-8", true, decoded);
    }

    [TestMethod]
    public void A_byte_that_is_not_of_the_stated_encoding_is_an_error_with_its_place()
    {
        var broken = Assert.ThrowsExactly<UndecodableTextException>(() => TextDecoder.Decode([.. "M"u8, 0xE3, .. " "u8], "utf-8"));
        Assert.AreEqual("utf-8", broken.Encoding);
        Assert.AreEqual(1, broken.Position);
    }

    [TestMethod]
    public void A_byte_that_Windows_1258_leaves_undefined_is_an_error()
    {
        var broken = Assert.ThrowsExactly<UndecodableTextException>(() => TextDecoder.Decode([.. "ab"u8, 0x8D], "windows-1258"));
        Assert.AreEqual(2, broken.Position);
    }

    [TestMethod]
    public void Tcvn3_is_not_read_as_Windows_1258()
    {
        // "Mã học viên, Giới tính, Điểm trước" in TCVN 5712-1 (VN3).
        byte[] tcvn3 =
        [
            .. "M"u8, 0xB7, .. " h"u8, 0xE4, .. "c vi"u8, 0xAA, .. "n, Gi"u8, 0xED, .. "i t"u8, 0xDD, .. "nh, "u8,
            0xA7, .. "i"u8, 0xD3, .. "m tr"u8, 0xAD, 0xED, .. "c"u8,
        ];
        AssertRead("Mã học viên, Giới tính, Điểm trước", "tcvn3", false, TextDecoder.Decode(tcvn3));
    }

    [TestMethod]
    public void A_lone_surrogate_is_an_error() =>
        Assert.ThrowsExactly<UndecodableTextException>(() => TextDecoder.Decode([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]));

    [TestMethod]
    public void No_bytes_are_an_empty_text() => AssertRead("", "utf-8", false, TextDecoder.Decode([]));

    [TestMethod]
    public void A_zero_that_slipped_into_a_text_does_not_change_its_encoding()
    {
        var bytes = Encoding.UTF8.GetBytes($"id,name,score\n{string.Concat(Enumerable.Range(1, 20).Select(n => $"P{n},Name,{n}\n"))}P21,Na\0me,5\n");
        Assert.AreEqual("utf-8", TextDecoder.Decode(bytes).Encoding);
        // As many zeros as a program has are no text.
        Assert.ThrowsExactly<UndecodableTextException>(() => TextDecoder.Decode([.. bytes[..40], .. new byte[40]]));
    }

    [TestMethod]
    public void A_byte_that_means_nothing_anywhere_is_told_and_the_rest_read()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 20).Select(n => $"P{n},Name,{n}\n"))), .. "Nam"u8, 0x81, .. "e\n"u8];
        var read = TextDecoder.Read(bytes);
        Assert.AreEqual("utf-8", read.Encoding);
        CollectionAssert.AreEqual(new[] { bytes.Length - 3L }, read.Unreadable.ToArray());
        Assert.IsLessThan(0.5, read.Assumption.Confidence);
    }
}
