using System.IO.Enumeration;
using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>The order of files everywhere: sources as the study declares them, then names in ordinal order.</summary>
sealed class FileOrder(Study study) : IComparer<FileStamp>
{
    readonly Dictionary<string, int> places = study.Sources.Select((source, place) => (source.Code, place)).ToDictionary(source => source.Code, source => source.place);

    public int Compare(FileStamp? x, FileStamp? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var bySource = PlaceOf(x).CompareTo(PlaceOf(y));
        return bySource != 0 ? bySource : string.CompareOrdinal(x.FileName, y.FileName);
    }

    /// <summary>Whether a source of the study asks for a file of this name; <c>*</c> stands for any part of a file's or folder's name.</summary>
    public static bool IsDeclared(Study study, FileStamp file)
    {
        if (study.Sources.FirstOrDefault(source => source.Code == file.SourceCode) is not { } source)
            return false;
        var (pattern, name) = (source.File.Split('/'), file.FileName.Split('/'));
        return pattern.Length == name.Length
            && pattern.Zip(name).All(part => FileSystemName.MatchesSimpleExpression(part.First, part.Second, ignoreCase: true));
    }

    int PlaceOf(FileStamp file) => places.GetValueOrDefault(file.SourceCode, int.MaxValue);
}
