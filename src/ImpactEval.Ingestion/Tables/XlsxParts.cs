using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace ImpactEval.Ingestion.Tables;

/// <summary>What a workbook's parts say and the reader of its cells does not: the first day of serial numbers, and error cells.</summary>
sealed class XlsxParts(byte[] bytes)
{
    const string RelationshipId = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string StrictRelationshipId = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Cells without a date format hold bare serial numbers, whose day 0 the workbook's properties say.</summary>
    public bool CountsFrom1904() =>
        Elements("xl/workbook.xml", "workbookPr").Any(properties => properties.GetAttribute("date1904") is "1" or "true");

    /// <summary>Cells such as <c>#N/A</c>, by row and column from 0; to the reader they are empty, to the person they are not.</summary>
    public IReadOnlyDictionary<(int Row, int Column), string> Errors(string sheet)
    {
        var errors = new Dictionary<(int Row, int Column), string>();
        if (PartOf(sheet) is not { } part)
            return errors;
        var (row, column) = (-1, -1);
        foreach (var element in Elements(part, "row", "c"))
        {
            var isRow = element.LocalName == "row";
            var reference = element.GetAttribute("r");
            if (isRow)
                (row, column) = (reference is null ? row + 1 : int.Parse(reference, CultureInfo.InvariantCulture) - 1, -1);
            else
                column = reference is null ? column + 1 : ColumnOf(reference);
            if (!isRow && element.GetAttribute("t") == "e")
                errors[(row, column)] = ErrorIn(element);
        }
        return errors;
    }

    static string ErrorIn(XmlReader element)
    {
        using var cell = element.ReadSubtree();
        return cell.ReadToDescendant("v", element.NamespaceURI) ? cell.ReadElementContentAsString() : "#";
    }

    /// <summary>Letters of a reference count in base 26 without a zero: A = 0, Z = 25, AA = 26.</summary>
    static int ColumnOf(string reference) =>
        reference.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (column, letter) => 26 * column + letter - 'A' + 1) - 1;

    string? PartOf(string sheet)
    {
        var id = Elements("xl/workbook.xml", "sheet")
            .Where(element => element.GetAttribute("name") == sheet)
            .Select(element => element.GetAttribute("id", RelationshipId) ?? element.GetAttribute("id", StrictRelationshipId))
            .FirstOrDefault();
        var target = Elements("xl/_rels/workbook.xml.rels", "Relationship")
            .Where(element => element.GetAttribute("Id") == id)
            .Select(element => element.GetAttribute("Target"))
            .FirstOrDefault();
        return target is null ? null : target.StartsWith('/') ? target[1..] : $"xl/{target}";
    }

    /// <summary>The reader on each element of these names, one after the other.</summary>
    IEnumerable<XmlReader> Elements(string part, params string[] names)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
        if (archive.GetEntry(part) is not { } entry)
            yield break;
        using var content = entry.Open();
        using var xml = XmlReader.Create(content, Settings);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && names.Contains(xml.LocalName))
                yield return xml;
        }
    }
}
