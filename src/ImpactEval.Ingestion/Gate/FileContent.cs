using System.Text;

namespace ImpactEval.Ingestion.Gate;

/// <summary>What a file's first bytes say it is, whatever its name says.</summary>
enum FileContent { Text, Zip, Html, Ole, Pdf, Archive, Sav, EncryptedSav }

static class FirstBytes
{
    const int HtmlLooksWithin = 512;

    static readonly string[] HtmlStarts = ["<!doctype", "<html", "<head", "<body", "<table", "<?xml", "<meta"];

    public static FileContent Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] or [0x50, 0x4B, 0x07, 0x08, ..] => FileContent.Zip,
        // The old binary formats of Office, and new ones with a password.
        [0xD0, 0xCF, 0x11, 0xE0, ..] => FileContent.Ole,
        [0x25, 0x50, 0x44, 0x46, ..] => FileContent.Pdf,
        // A system file of SPSS: "$FL2", or "$FL3" when zlib compresses it.
        [0x24, 0x46, 0x4C, 0x32 or 0x33, ..] => FileContent.Sav,
        _ when bytes.Length > 20 && bytes[8..].StartsWith("ENCRYPTEDSAV"u8) => FileContent.EncryptedSav,
        _ when IsOtherArchive(bytes) => FileContent.Archive,
        _ when IsHtml(bytes) => FileContent.Html,
        _ => FileContent.Text,
    };

    public static bool IsArchive(ReadOnlySpan<byte> bytes) => Of(bytes) == FileContent.Zip || IsOtherArchive(bytes);

    static bool IsOtherArchive(ReadOnlySpan<byte> bytes) => bytes is
        [0x1F, 0x8B, ..]                                    // gzip
        or [0x37, 0x7A, 0xBC, 0xAF, ..]                     // 7z
        or [0x52, 0x61, 0x72, 0x21, ..]                     // rar
        or [0x42, 0x5A, 0x68, ..]                           // bzip2
        or [0xFD, 0x37, 0x7A, 0x58, ..];                    // xz

    /// <summary>Survey tools save web pages under the name of a workbook; zeros are left out so that UTF-16 shows too.</summary>
    static bool IsHtml(ReadOnlySpan<byte> bytes)
    {
        var start = new StringBuilder();
        foreach (var letter in bytes[..Math.Min(bytes.Length, HtmlLooksWithin)])
        {
            if (letter is > 0 and < 0x80)
                start.Append((char)letter);
        }
        var text = start.ToString().TrimStart();
        return HtmlStarts.Any(tag => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase));
    }
}
