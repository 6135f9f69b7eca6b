using System.IO.Compression;
using System.Xml.Linq;

namespace ImpactEval.Reporting.Finishing;

/// <summary>From one part of a package to another, or to somewhere outside.</summary>
/// <param name="Target">Full name of a part, e.g. <c>/xl/workbook.xml</c>; or an address outside the package.</param>
sealed record Relationship(string Id, string Type, string Target, bool External)
{
    /// <summary>The last word of the type, e.g. <c>worksheet</c>.</summary>
    public string Kind => Type[(Type.LastIndexOf('/') + 1)..];
}

/// <summary>An Open Packaging Conventions package in memory: parts, what they are, and how they hang together.</summary>
/// <remarks>ECMA-376 part 2.</remarks>
sealed class Package
{
    static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    readonly Dictionary<string, byte[]> parts;
    readonly Dictionary<string, string> defaults, overrides;

    Package(Dictionary<string, byte[]> parts)
    {
        this.parts = parts;
        var types = XDocument.Load(new MemoryStream(parts["/[Content_Types].xml"])).Root!;
        defaults = ContentTypes(types, "Default", "Extension");
        overrides = ContentTypes(types, "Override", "PartName");
    }

    static Dictionary<string, string> ContentTypes(XElement types, string element, string key) =>
        types.Elements(Types + element).ToDictionary(type => Text(type, key), type => Text(type, "ContentType"), StringComparer.OrdinalIgnoreCase);

    public static Package Read(Stream stream)
    {
        var contents = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            contents.Add("/" + entry.FullName, bytes.ToArray());
        }
        return new Package(contents);
    }

    public byte[] Content(string part) => parts[part];

    public string ContentType(string part) =>
        overrides.TryGetValue(part, out var type) ? type : defaults[Path.GetExtension(part)[1..]];

    /// <param name="part">Name of a part, or <c>/</c> for the package itself.</param>
    public IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        if (!parts.TryGetValue($"{folder}_rels/{part[folder.Length..]}.rels", out var written))
            return [];
        return
        [
            .. from relation in XDocument.Load(new MemoryStream(written)).Root!.Elements(Relations + "Relationship")
               let external = (string?)relation.Attribute("TargetMode") == "External"
               let target = Text(relation, "Target")
               select new Relationship(Text(relation, "Id"), Text(relation, "Type"), external ? target : Absolute(folder, target), external),
        ];
    }

    static string Absolute(string folder, string target) => new Uri(new Uri("pack://package" + folder), target).AbsolutePath;

    static string Text(XElement element, string attribute) =>
        (string?)element.Attribute(attribute) ?? throw new InvalidDataException($"{element.Name.LocalName} has no {attribute}.");
}
