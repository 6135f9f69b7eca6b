using System.Globalization;
using System.Text;

namespace ImpactEval.Samples;

/// <summary>One paragraph: words in bold, then plain ones.</summary>
readonly record struct Paragraph(string Bold, string Plain);

/// <summary>A text document, the least that Word and LibreOffice open without repair.</summary>
static class DocxFile
{
    const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Times New Roman 13, as offices write.</summary>
    const string Styles =
        $"<w:styles xmlns:w=\"{Main}\"><w:docDefaults><w:rPrDefault><w:rPr>"
        + "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"26\"/><w:lang w:val=\"vi-VN\"/>"
        + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:pPrDefault></w:docDefaults>"
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style></w:styles>";

    /// <summary>A4 with a margin for binding, in twentieths of a point.</summary>
    const string Page =
        "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
        + "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>";

    public static byte[] Of(IEnumerable<Paragraph> paragraphs)
    {
        var body = new StringBuilder();
        foreach (var paragraph in paragraphs)
            body.Append("<w:p>").Append(Run(paragraph.Bold, "<w:rPr><w:b/></w:rPr>")).Append(Run(paragraph.Plain, "")).Append("</w:p>");

        var zip = new StoredZip();
        zip.Add("[Content_Types].xml", OfficeXml.ContentTypes(
            ("word/document.xml", "wordprocessingml.document.main"),
            ("word/styles.xml", "wordprocessingml.styles")));
        zip.Add("_rels/.rels", OfficeXml.Relations(("officeDocument", "word/document.xml")));
        zip.Add("word/_rels/document.xml.rels", OfficeXml.Relations(("styles", "styles.xml")));
        zip.Add("word/styles.xml", $"{OfficeXml.Declaration}\n{Styles}");
        zip.Add("word/document.xml", $"{OfficeXml.Declaration}\n<w:document xmlns:w=\"{Main}\"><w:body>{body}{Page}</w:body></w:document>");
        return zip.ToArray();
    }

    static string Run(string text, string properties) => text.Length == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"""<w:r>{properties}<w:t xml:space="preserve">{OfficeXml.Escape(text)}</w:t></w:r>""");
}
