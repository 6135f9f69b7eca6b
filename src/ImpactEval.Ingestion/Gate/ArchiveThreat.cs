namespace ImpactEval.Ingestion.Gate;

/// <summary>In which way an archive is hostile.</summary>
enum ArchiveThreat { TooManyEntries, UnsafePath, DuplicateEntry, NestedArchive, DecompressionLimit, DtdForbidden }

/// <summary>An archive that no parser may see.</summary>
sealed class HostileArchiveException(ArchiveThreat threat, string entry, string expected) : Exception($"{threat}: {entry}, expected {expected}")
{
    public ArchiveThreat Threat { get; } = threat;

    public string Entry { get; } = entry;

    public string Expected { get; } = expected;

    /// <summary>What the archive's directory says the entry unpacks to; told, never believed.</summary>
    public long? DeclaredLength { get; init; }
}
