using System.IO.Enumeration;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion;

/// <summary>One file of a source.</summary>
/// <param name="Name">Path inside the study folder, with forward slashes and composed letters: the same on every machine.</param>
/// <param name="FullPath">Where it lies on this machine; never stored or shown.</param>
public sealed record SourceFile(Source Source, string Name, string FullPath);

/// <summary>The files that a source's pattern means.</summary>
public static class SourceFiles
{
    /// <summary>Files that fit the pattern, in ordinal order of their names. <c>*</c> stands for anything but a slash.</summary>
    /// <remarks>Names that begin with a dot or with <c>~$</c> (a document that is open in an office program) fit no <c>*</c>.</remarks>
    /// <exception cref="BrokenContractException">No file fits.</exception>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    public static IReadOnlyList<SourceFile> Find(string studyFolder, Source source)
    {
        var pattern = source.File.Normalize();
        if (!IsInside(pattern))
            throw Missing(pattern, null);
        var places = new List<(string Name, string FullPath)> { ("", studyFolder) };
        var segments = pattern.Split('/');
        for (var depth = 0; depth < segments.Length; depth++)
        {
            var isFile = depth == segments.Length - 1;
            var fitting = places.SelectMany(place => Fitting(place, segments[depth], isFile)).ToList();
            if (fitting.Count == 0)
                throw Missing(pattern, Nearest(places, segments[depth], isFile));
            places = fitting;
        }
        return [.. places.OrderBy(place => place.Name, StringComparer.Ordinal).Select(place => new SourceFile(source, place.Name, place.FullPath))];
    }

    /// <summary>Whether a pattern stays inside the study folder.</summary>
    public static bool IsInside(string pattern) =>
        pattern.Length > 0 && !pattern.Contains('\\') && !pattern.Contains(':') && !pattern.Contains('\0')
        && pattern.Split('/').All(segment => segment.Length > 0 && segment is not ("." or ".."));

    static IEnumerable<(string Name, string FullPath)> Fitting((string Name, string FullPath) folder, string segment, bool isFile) =>
        Entries(folder, isFile).Where(entry => Fits(entry.Last, segment)).Select(entry => (entry.Name, entry.FullPath));

    static bool Fits(string name, string segment) =>
        segment.Contains('*')
            ? !name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal)
                && FileSystemName.MatchesSimpleExpression(segment, name, ignoreCase: false)
            : name == segment;

    static IEnumerable<(string Name, string Last, string FullPath)> Entries((string Name, string FullPath) folder, bool isFile)
    {
        try
        {
            var paths = isFile ? Directory.GetFiles(folder.FullPath) : Directory.GetDirectories(folder.FullPath);
            return paths.Select(path =>
            {
                // macOS gives decomposed names; a pattern is matched and a name is kept composed.
                var last = Path.GetFileName(path).Normalize();
                return (folder.Name.Length == 0 ? last : $"{folder.Name}/{last}", last, path);
            });
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new IOException(refused.Message, refused);
        }
    }

    static string? Nearest(List<(string Name, string FullPath)> folders, string segment, bool isFile)
    {
        var names = folders.SelectMany(folder => Entries(folder, isFile)).Select(entry => entry.Name).Order(StringComparer.Ordinal).ToArray();
        var sought = folders[0].Name.Length == 0 ? segment : $"{folders[0].Name}/{segment}";
        return NearestWord.To(sought, names);
    }

    static BrokenContractException Missing(string pattern, string? nearest) =>
        new([new ContractProblem(ContractProblemKind.SourceFileMissing, pattern, Expected: pattern, Nearest: nearest)]);
}
