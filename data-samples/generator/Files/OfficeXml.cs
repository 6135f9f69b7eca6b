using System.Security;

namespace ImpactEval.Samples;

/// <summary>What workbooks and documents have in common.</summary>
static class OfficeXml
{
    public const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    const string PackageTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static string Escape(string text) => SecurityElement.Escape(text)!;

    public static string ContentTypes(params (string Part, string Type)[] parts)
    {
        const string office = "application/vnd.openxmlformats-officedocument.";
        var overrides = parts.Select(part => $"<Override PartName=\"/{part.Part}\" ContentType=\"{office}{part.Type}+xml\"/>");
        return $"{Declaration}\n<Types xmlns=\"{PackageTypes}\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/>{string.Concat(overrides)}</Types>";
    }

    /// <summary>Relations rId1, rId2 … of a part, each a kind and a target.</summary>
    public static string Relations(params (string Kind, string Target)[] relations)
    {
        var all = relations.Select((relation, index) =>
            $"<Relationship Id=\"rId{index + 1}\" Type=\"{OfficeRelations}/{relation.Kind}\" Target=\"{relation.Target}\"/>");
        return $"{Declaration}\n<Relationships xmlns=\"{PackageRelations}\">{string.Concat(all)}</Relationships>";
    }
}
