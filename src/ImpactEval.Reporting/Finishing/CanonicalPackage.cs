using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ImpactEval.Reporting.Finishing;

/// <summary>
/// Writes a package so that equal content gives equal bytes: parts are found from the root by their relationships, in the order in which
/// the parts use them, and get their names, numbers and places in the file in that order. What a library drew by chance or took from the
/// machine (part names, relationship ids, GUIDs, user name, times) is replaced.
/// </summary>
static class CanonicalPackage
{
    const string Root = "/", CoreProperties = "core-properties";
    const string CoreType = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    const string CoreContent = "application/vnd.openxmlformats-package.core-properties+xml";
    const string RelationshipsContent = "application/vnd.openxmlformats-package.relationships+xml";

    static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static void Write(Package package, Stream output, WorkbookProperties properties)
    {
        var walk = new PartWalk(package, properties.Creator);
        var roots = package.RelationshipsOf(Root)
            .Where(relation => relation.Kind != CoreProperties)
            .OrderBy(relation => relation.Type, StringComparer.Ordinal);
        var rootRelations = walk.Follow(Root, [.. roots]);
        var parts = walk.Parts();

        var core = new Relationship($"rId{rootRelations.Count + 1}", CoreType, "/docProps/core.xml", External: false);
        var zip = new ZipWriter(output);
        zip.Add("[Content_Types].xml", ContentTypes(parts, core.Target));
        zip.Add("_rels/.rels", RelationshipsXml([.. rootRelations, core]));
        zip.Add(core.Target[1..], CorePropertiesXml(properties));
        foreach (var part in parts)
        {
            zip.Add(part.Name[1..], part.Content);
            if (part.Relationships.Count > 0)
                zip.Add(RelationshipsName(part.Name), RelationshipsXml(part.Relationships));
        }
        zip.Finish();
    }

    static string RelationshipsName(string part)
    {
        var name = part.LastIndexOf('/') + 1;
        return $"{part[1..name]}_rels/{part[name..]}.rels";
    }

    static byte[] ContentTypes(IReadOnlyList<CanonicalPart> parts, string core) => Bytes(new XElement(
        Types + "Types",
        new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", RelationshipsContent)),
        new XElement(Types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
        parts.Select(part => (part.Name, part.ContentType)).Append((Name: core, ContentType: CoreContent))
            .OrderBy(part => part.Name, StringComparer.Ordinal)
            .Select(part => new XElement(
                Types + "Override",
                new XAttribute("PartName", part.Name),
                new XAttribute("ContentType", part.ContentType)))));

    static byte[] RelationshipsXml(IReadOnlyList<Relationship> relations) => Bytes(new XElement(
        Relations + "Relationships",
        relations.Select(relation => new XElement(
            Relations + "Relationship",
            new XAttribute("Id", relation.Id),
            new XAttribute("Type", relation.Type),
            new XAttribute("Target", relation.Target),
            relation.External ? new XAttribute("TargetMode", "External") : null))));

    /// <summary>Created and modified are the earliest time a zip entry can bear: the period of a report stands in its text, not in its clock.</summary>
    static byte[] CorePropertiesXml(WorkbookProperties properties)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/", terms = "http://purl.org/dc/terms/";
        XNamespace schema = "http://www.w3.org/2001/XMLSchema-instance";
        var time = ZipWriter.EntryTime.ToString("s", CultureInfo.InvariantCulture) + "Z";
        XElement Time(string name) => new(terms + name, new XAttribute(schema + "type", "dcterms:W3CDTF"), time);
        return Bytes(new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms),
            new XAttribute(XNamespace.Xmlns + "xsi", schema),
            new XElement(dc + "title", properties.Title),
            new XElement(dc + "subject", properties.Subject),
            new XElement(dc + "creator", properties.Creator),
            new XElement(dc + "language", properties.Language),
            Time("created"),
            Time("modified")));
    }

    /// <summary>UTF-8 without mark, nothing added between elements, line breaks as they are on every system.</summary>
    internal static byte[] Bytes(XElement root)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            NewLineHandling = NewLineHandling.Entitize,
        };
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, settings))
            new XDocument(new XDeclaration("1.0", "utf-8", "yes"), root).Save(writer);
        return bytes.ToArray();
    }
}
