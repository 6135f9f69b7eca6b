using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ImpactEval.Reporting.Finishing;

sealed record CanonicalPart(string Name, string ContentType, byte[] Content, IReadOnlyList<Relationship> Relationships);

/// <summary>Visits the parts of a package level by level and gives each its lasting name.</summary>
sealed partial class PartWalk(Package package, string author)
{
    static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    readonly Queue<string> waiting = new();

    /// <summary>The same relationships with new ids, in the order given, and with the lasting names of their targets.</summary>
    public IReadOnlyList<Relationship> Follow(string part, IReadOnlyList<Relationship> relations) =>
    [
        .. relations.Select((relation, position) => relation with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"rId{position + 1}"),
            Target = relation.External ? relation.Target : NameOf(relation, part),
        }),
    ];

    public IReadOnlyList<CanonicalPart> Parts()
    {
        var parts = new List<CanonicalPart>();
        while (waiting.TryDequeue(out var part))
            parts.Add(Canonical(part));
        return parts;
    }

    string NameOf(Relationship relation, string source)
    {
        if (names.TryGetValue(relation.Target, out var known))
            return known;
        var number = counts[relation.Kind] = counts.GetValueOrDefault(relation.Kind) + 1;
        var name = string.Format(CultureInfo.InvariantCulture, Pattern(relation, source), number);
        names.Add(relation.Target, name);
        waiting.Enqueue(relation.Target);
        return name;
    }

    static string Pattern(Relationship relation, string source) => relation.Kind switch
    {
        "officeDocument" => "/xl/workbook.xml",
        "extended-properties" => "/docProps/app.xml",
        "custom-properties" => "/docProps/custom.xml",
        "styles" => "/xl/styles.xml",
        "sharedStrings" => "/xl/sharedStrings.xml",
        "theme" => "/xl/theme/theme{0}.xml",
        "worksheet" => "/xl/worksheets/sheet{0}.xml",
        "table" => "/xl/tables/table{0}.xml",
        "drawing" => "/xl/drawings/drawing{0}.xml",
        "chart" => "/xl/charts/chart{0}.xml",
        "comments" => "/xl/comments{0}.xml",
        "vmlDrawing" => "/xl/drawings/vmlDrawing{0}.vml",
        "image" => "/xl/media/image{0}" + Path.GetExtension(relation.Target),
        _ => $"{(source == "/" ? "" : "/xl")}/{relation.Kind}{{0}}{Path.GetExtension(relation.Target)}",
    };

    CanonicalPart Canonical(string part)
    {
        var type = package.ContentType(part);
        var content = package.Content(part);
        var relations = package.RelationshipsOf(part);
        if (!type.EndsWith("xml", StringComparison.Ordinal) && !type.EndsWith("vmlDrawing", StringComparison.Ordinal))
            return new CanonicalPart(names[part], type, content, Follow(part, relations));

        var root = XDocument.Load(new MemoryStream(content), LoadOptions.PreserveWhitespace).Root!;
        var uses = root.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.Namespace == Office).ToArray();
        var order = uses.Select(use => use.Value).Distinct(StringComparer.Ordinal).ToList();
        // What no attribute names (styles, shared strings) follows by its kind.
        var ordered = relations
            .OrderBy(relation => order.IndexOf(relation.Id) is >= 0 and var place ? place : int.MaxValue)
            .ThenBy(relation => relation.Type, StringComparer.Ordinal)
            .ThenBy(relation => relation.Target, StringComparer.Ordinal)
            .ToArray();
        var followed = Follow(part, ordered);
        var ids = ordered.Zip(followed).ToDictionary(pair => pair.First.Id, pair => pair.Second.Id, StringComparer.Ordinal);
        foreach (var use in uses)
        {
            if (ids.TryGetValue(use.Value, out var id))
                use.Value = id;
        }
        ReplaceGuids(root);
        foreach (var name in root.Descendants().Where(element => element.Name.LocalName == "author"))
            name.Value = author;
        return new CanonicalPart(names[part], type, CanonicalPackage.Bytes(root), followed);
    }

    /// <summary>GUIDs that tell things of one part apart are counted instead; those that name an extension (<c>uri</c>) have a meaning.</summary>
    static void ReplaceGuids(XElement root)
    {
        var numbers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string Counted(string guid)
        {
            if (!numbers.TryGetValue(guid, out var counted))
                numbers.Add(guid, counted = string.Create(CultureInfo.InvariantCulture, $"{{00000000-0000-4000-8000-{numbers.Count + 1:D12}}}"));
            return counted;
        }
        foreach (var element in root.DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes()
                .Where(attribute => attribute.Name.LocalName is "id" or "uid" && Guid().IsMatch(attribute.Value)))
                attribute.Value = Counted(attribute.Value);
            if (element.Name.LocalName == "id" && !element.HasElements && Guid().IsMatch(element.Value))
                element.Value = Counted(element.Value);
        }
    }

    [GeneratedRegex(
        @"^\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Guid();
}
