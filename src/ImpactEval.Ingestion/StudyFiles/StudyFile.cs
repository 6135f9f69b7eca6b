using System.Security.Cryptography;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>Reads <c>study.yaml</c>, the whole declaration of a study.</summary>
public static class StudyFile
{
    public const string Name = "study.yaml";

    /// <summary>Reads the study of a folder, or the study file itself.</summary>
    /// <exception cref="BrokenContractException">Folder or file is missing, or the file is wrong: everything wrong with it is told.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Study Read(string path)
    {
        if (File.Exists(path))
            return Parse(FileBytes.Of(path), Path.GetFileName(path));
        if (!Directory.Exists(path))
            throw Refused(ContractProblemKind.FolderMissing, path, expected: null, nearest: NeighbourOf(path));
        var file = Path.Combine(path, Name);
        return File.Exists(file)
            ? Parse(FileBytes.Of(file), Name)
            : throw Refused(ContractProblemKind.StudyFileMissing, path, Name, NearestWord.To(Name, NamesIn(path)));
    }

    /// <summary>Reads the bytes of a study file that is called <paramref name="name"/> in messages.</summary>
    /// <exception cref="BrokenContractException">The file is wrong: everything wrong with it is told.</exception>
    public static Study Parse(ReadOnlySpan<byte> bytes, string name)
    {
        string text;
        try
        {
            text = TextDecoder.Decode(bytes, TextDecoder.Utf8).Text;
        }
        catch (UndecodableTextException broken)
        {
            throw Refused(ContractProblemKind.EncodingBroken, name, broken.Encoding, nearest: null);
        }
        return Study(YamlTree.Read(text, name), new Reading(name), Fingerprint(bytes));
    }

    static Study Study(YamlPart root, Reading reading, string fingerprint)
    {
        var declared = new Declared();
        var fields = Fields.Of(root, StudyKeys.Study, reading);
        var programme = new ProgrammeSection(reading, declared);
        var instruments = new InstrumentSection(reading, declared);
        var plan = new PlanSection(reading, declared);
        var study = new Study(
            fields.Code("study")?.Text ?? "",
            fields.LocalText("title"),
            programme.Programme(fields),
            programme.Cohorts(fields),
            programme.Groups(fields),
            programme.Waves(fields),
            instruments.Instruments(fields),
            instruments.Questions(fields),
            new SourceSection(reading, declared).Sources(fields),
            plan.Checks(fields),
            plan.Design(fields),
            plan.Analysis(fields),
            plan.Topics(fields),
            plan.Privacy(fields),
            fingerprint)
        {
            Retention = plan.Retention(fields),
            Matching = new MatchingSection(reading, declared).Matching(fields),
        };
        reading.Finish();
        return study;
    }

    /// <summary>SHA-256 of the bytes with every line end written <c>\n</c>, so that a checkout on Windows is the same study.</summary>
    static string Fingerprint(ReadOnlySpan<byte> bytes)
    {
        var unix = new List<byte>(bytes.Length);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] != '\r')
                unix.Add(bytes[at]);
            else if (at + 1 == bytes.Length || bytes[at + 1] != '\n')
                unix.Add((byte)'\n');
        }
        return Convert.ToHexStringLower(SHA256.HashData(unix.ToArray()));
    }

    static string? NeighbourOf(string folder) =>
        Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) is { } parent && Directory.Exists(parent)
            ? NearestWord.To(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), NamesIn(parent))
            : null;

    static IEnumerable<string> NamesIn(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)!).Order(StringComparer.Ordinal);

    static BrokenContractException Refused(ContractProblemKind kind, string file, string? expected, string? nearest) =>
        new([new ContractProblem(kind, file, Expected: expected, Nearest: nearest)]);
}
