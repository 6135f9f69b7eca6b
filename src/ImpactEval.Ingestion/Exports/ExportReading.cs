using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports;

/// <summary>Something that was assumed when a file was read, and what in the file speaks for it.</summary>
/// <param name="What">The word of the matter: <c>delimiter</c>, <c>wave</c>, <c>date_order</c> …</param>
public sealed record Assumption(string What, string Value, string Evidence);

/// <summary>Scores of one person before and after.</summary>
public sealed record ScorePair(string Id, double Pre, double Post);

/// <summary>A record of one person that another file may have to be matched with.</summary>
/// <param name="Key">The code in its comparable spelling; empty when there is none.</param>
public sealed record PersonTrace(int Row, string Key, string Id, string Name, string Birth, string Sex, string Unit, double? Score);

/// <summary>What was read from an exported file without any study, and everything that is wrong with it.</summary>
/// <param name="Format">Tool and form of the file, e.g. <c>kobo-xlsx-labels</c>; <c>hostile</c> for a file that was refused unread.</param>
/// <param name="Records">Data rows (attempts, submissions); null when they cannot be counted.</param>
public sealed record ExportReading(string File, string Format, int? Records)
{
    public string? Encoding { get; init; }

    public char? Delimiter { get; init; }

    public char? DecimalMark { get; init; }

    /// <summary>Rows of the headings, first and last.</summary>
    public IReadOnlyList<int> HeaderRow { get; init; } = [];

    /// <summary>Rows above the data that belong to the headings, when the tool writes several.</summary>
    public int? HeaderRows { get; init; }

    /// <summary>Records that count: no test answers, unfinished, rejected or unreadable ones, none that is refused.</summary>
    public int? Usable { get; init; }

    /// <summary>Different people; null when rows cannot be told apart.</summary>
    public int? Participants { get; init; }

    /// <summary>Records whose person is not named.</summary>
    public int Unidentified { get; init; }

    /// <summary>People with at least one value at each moment.</summary>
    public IReadOnlyDictionary<WaveKind, int> Waves { get; init; } = new Dictionary<WaveKind, int>();

    /// <summary>Heading of the column that tells people apart.</summary>
    public string? Key { get; init; }

    public double? ScoreMax { get; init; }

    /// <summary>Records of repeat groups below the main records.</summary>
    public int? RepeatRecords { get; init; }

    public int? Interviews { get; init; }

    /// <summary>The first dates of birth, so that a person can see whether a stated date system is right.</summary>
    public IReadOnlyDictionary<string, DateOnly> BirthDates { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>Values that the file itself declares missing.</summary>
    public IReadOnlyList<DeclaredMissing> UserMissing { get; init; } = [];

    /// <summary>Scores before and after; null when the file has no such pair or somebody must decide something first.</summary>
    public IReadOnlyList<ScorePair>? Pairs { get; init; }

    /// <summary>Codes that two people share, where people made up their own.</summary>
    public int? CodesNotUnique { get; init; }

    /// <summary>Answers in people's own words, for a first look at their subjects.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    public IReadOnlyList<PersonTrace> People { get; init; } = [];

    public IReadOnlyList<Defect> Defects { get; init; } = [];

    public IReadOnlyList<Assumption> Assumptions { get; init; } = [];

    /// <summary>What a refused archive says it would unpack to.</summary>
    public long? ExpandsTo { get; init; }

    /// <summary>Nothing of the file may be used.</summary>
    public bool IsRefused { get; init; }
}
