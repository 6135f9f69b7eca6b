using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace ImpactEval.Ingestion.Tests.Samples;

/// <summary>Small workbooks and documents made in memory, part by part, so that a test can also make broken and hostile ones.</summary>
static class Office
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static byte[] Zip(params IEnumerable<(string Name, string Content)> entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A workbook of one sheet; cells are texts, numbers, dates (as date cells) or null.</summary>
    public static byte[] Workbook(params IEnumerable<object?[]> rows) => Zip(WorkbookParts([("Sheet1", "", rows)], from1904: false));

    public static byte[] Workbook(IEnumerable<(string Name, string State, IEnumerable<object?[]> Rows)> sheets, bool from1904 = false) =>
        Zip(WorkbookParts([.. sheets], from1904));

    public static IReadOnlyList<(string Name, string Content)> WorkbookParts(
        IReadOnlyList<(string Name, string State, IEnumerable<object?[]> Rows)> sheets, bool from1904)
    {
        var numbers = Enumerable.Range(1, sheets.Count).ToArray();
        var parts = new List<(string, string)>
        {
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"),
            ("_rels/.rels", Rels(("rId1", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><workbookPr{(from1904 ? " date1904=\"1\"" : "")}/><sheets>"
                + string.Concat(numbers.Select(n => $"<sheet name=\"{sheets[n - 1].Name}\" sheetId=\"{n}\"{State(sheets[n - 1].State)} r:id=\"rId{n}\"/>"))
                + "</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", Rels([.. numbers.Select(n => ($"rId{n}", "worksheet", $"worksheets/sheet{n}.xml")), ("rId99", "styles", "styles.xml")])),
            ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts>"
                + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"),
        };
        parts.AddRange(numbers.Select(n => ($"xl/worksheets/sheet{n}.xml", Sheet(sheets[n - 1].Rows))));
        return parts;
    }

    static string State(string state) => state.Length == 0 ? "" : $" state=\"{state}\"";

    static string Rels(params IEnumerable<(string Id, string Type, string Target)> targets) =>
        $"<Relationships xmlns=\"{PackageRelationships}\">"
        + string.Concat(targets.Select(target => $"<Relationship Id=\"{target.Id}\" Type=\"{Relationships}/{target.Type}\" Target=\"{target.Target}\"/>"))
        + "</Relationships>";

    static string Sheet(IEnumerable<object?[]> rows)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        foreach (var (index, row) in rows.Index())
        {
            // A row without cells is not written, as office programs leave it out.
            if (row.Length == 0)
                continue;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{index + 1}\">");
            foreach (var (column, value) in row.Index())
                xml.Append(CellOf($"{(char)('A' + column)}{index + 1}", value));
            xml.Append("</row>");
        }
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    static string CellOf(string reference, object? value) => value switch
    {
        null => "",
        double number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{reference}\"><v>{number:R}</v></c>"),
        int number => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{reference}\"><v>{number}</v></c>"),
        DateOnly date => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{reference}\" s=\"1\"><v>{date.ToDateTime(default).ToOADate()}</v></c>"),
        _ => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(value.ToString())}</t></is></c>",
    };

    public static byte[] Document(params IEnumerable<string> paragraphs) =>
        DocumentOf(string.Concat(paragraphs.Select(text => $"<w:p><w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r></w:p>")));

    /// <summary>A Word document with this body.</summary>
    public static byte[] DocumentOf(string body) => Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
        ("_rels/.rels", Rels(("rId1", "officeDocument", "word/document.xml"))),
        ("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + $"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{body}</w:body></w:document>"));
}
