using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using ImpactEval.Ingestion.Gate;

namespace ImpactEval.Ingestion.Transcripts;

/// <param name="Number">Number of the paragraph in the document, from 1; in a table row, of the row's first paragraph.</param>
sealed record TranscriptLine(int Number, string Text);

/// <summary>
/// The lines of a Word document: its paragraphs as shown, without deleted text. A table row of two cells is one line, <c>first: second</c>,
/// since transcripts are often typed as a table of speaker and words.
/// </summary>
/// <remarks>The body is streamed: a document tree would recurse, and a hostile file may nest without end.</remarks>
sealed class TranscriptParagraphs
{
    static readonly string[] WordNamespaces =
    [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ];

    readonly List<TranscriptLine> lines = [];
    readonly StringBuilder paragraph = new();
    readonly List<string> cells = [];
    readonly StringBuilder cell = new();
    int number;
    int rowStart;
    int rowDepth;

    /// <exception cref="BrokenContractException">The document is damaged.</exception>
    public static IReadOnlyList<TranscriptLine> Of(string file, byte[] bytes) => DamagedFile.Guard(file, () =>
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
        using var content = document.MainDocumentPart!.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var paragraphs = new TranscriptParagraphs();
        paragraphs.Read(xml);
        return paragraphs.lines;
    });

    void Read(XmlReader xml)
    {
        while (!xml.EOF)
        {
            // The fallback of alternative content repeats what the choice holds; moved text stands at its new place too.
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Fallback" or "moveFrom" })
            {
                xml.Skip();
                continue;
            }
            if (WordNamespaces.Contains(xml.NamespaceURI))
            {
                if (xml.NodeType == XmlNodeType.Element)
                    Start(xml);
                if (xml.NodeType == XmlNodeType.EndElement || xml is { NodeType: XmlNodeType.Element, IsEmptyElement: true })
                    End(xml.LocalName);
            }
            xml.Read();
        }
    }

    void Start(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p":
                number++;
                break;
            case "tr" when rowDepth++ == 0:
                (rowStart, _) = (number + 1, cell.Clear());
                cells.Clear();
                break;
            case "t" when !xml.IsEmptyElement:
                paragraph.Append(TextOf(xml));
                break;
            case "tab":
                paragraph.Append('\t');
                break;
            case "br" or "cr":
                paragraph.Append('\n');
                break;
            case "noBreakHyphen":
                paragraph.Append('-');
                break;
        }
    }

    /// <summary>The text up to the end of the element, on which the reader then stands.</summary>
    static string TextOf(XmlReader xml)
    {
        var text = new StringBuilder();
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(xml.Value);
        }
        return text.ToString();
    }

    void End(string element)
    {
        switch (element)
        {
            case "p" when rowDepth == 0:
                lines.Add(new TranscriptLine(number, Finished(paragraph)));
                break;
            case "p":
                cell.Append(cell.Length > 0 ? "\n" : "").Append(Finished(paragraph));
                break;
            case "tc" when rowDepth == 1:
                cells.Add(Finished(cell));
                break;
            case "tr" when --rowDepth == 0:
                lines.Add(new TranscriptLine(rowStart, RowText()));
                break;
        }
    }

    string RowText() => cells is [var first, _, ..]
        ? $"{first.TrimEnd(' ', ':', '：')}: {string.Join('\n', cells.Skip(1)).Trim()}"
        : string.Concat(cells);

    static string Finished(StringBuilder text)
    {
        var finished = text.ToString().Normalize().Trim();
        text.Clear();
        return finished;
    }
}
