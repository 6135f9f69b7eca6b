using System.IO.Compression;
using System.Text;
using ImpactEval.Reporting.Finishing;

namespace ImpactEval.Reporting.Tests.Finishing;

[TestClass]
public sealed class ZipWriterTests
{
    static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var output = new MemoryStream();
        var zip = new ZipWriter(output);
        foreach (var (name, content) in entries)
            zip.Add(name, Encoding.UTF8.GetBytes(content));
        zip.Finish();
        return output.ToArray();
    }

    [TestMethod]
    public void Other_programs_read_what_was_written()
    {
        using var archive = new ZipArchive(new MemoryStream(Zip(("a.txt", "Kết quả"), ("thư mục/rỗng.txt", ""))));
        Assert.HasCount(2, archive.Entries);
        using var reader = new StreamReader(archive.Entries[0].Open());
        Assert.AreEqual("Kết quả", reader.ReadToEnd());
        Assert.AreEqual("thư mục/rỗng.txt", archive.Entries[1].FullName);
        Assert.AreEqual(0, archive.Entries[1].Length);
        Assert.AreEqual(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), archive.Entries[0].LastWriteTime.DateTime);
    }

    [TestMethod]
    public void The_checksum_is_that_of_the_standard()
    {
        // The check value of CRC-32: 0xCBF43926 for "123456789" (ITU-T V.42).
        using var archive = new ZipArchive(new MemoryStream(Zip(("check", "123456789"))));
        Assert.AreEqual(0xCBF43926u, archive.Entries[0].Crc32);
    }

    [TestMethod]
    public void Entries_are_stored_as_they_are()
    {
        var zip = Zip(("check", "123456789"));
        StringAssert.Contains(Encoding.ASCII.GetString(zip), "check123456789PK", StringComparison.Ordinal);
    }
}
