using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Records;

/// <summary>One data row: whose it is, what it is worth, which moments it speaks of.</summary>
sealed class ExportRecord(TableRow row, string written, ReadId id)
{
    public TableRow Row { get; } = row;

    /// <summary>The code as it stands in the cell.</summary>
    public string Written { get; } = written;

    public string Key { get; } = id.Key;

    public string Id { get; } = id.Id;

    /// <summary>The name by which the record is told of: the person's, or the record's own where several stand under one person.</summary>
    public string Told { get; set; } = id.Id;

    public bool IsVariant { get; } = id.IsVariant;

    public RecordState State { get; set; }

    public bool IsRagged { get; set; }

    /// <summary>A row of a repeating part.</summary>
    public bool IsRepeat { get; set; }

    /// <summary>The moment as the row names it; empty when it names none.</summary>
    public string WrittenWave { get; set; } = "";

    /// <summary>The moment that the row or the form names, as far as it is known.</summary>
    public WaveKind? Wave { get; set; }

    /// <summary>The main score where a file has one column of it, whatever its moment.</summary>
    public double? Score { get; set; }

    /// <summary>Scores that count, by moment.</summary>
    public Dictionary<WaveKind, double> Scores { get; } = [];

    /// <summary>Moments for which the record holds anything.</summary>
    public HashSet<WaveKind> Given { get; } = [];

    /// <summary>A score was there and could not be used: told already, so it is not missing besides.</summary>
    public HashSet<WaveKind> Reported { get; } = [];

    /// <summary>Test answers and records of no one are nobody's.</summary>
    public bool IsSomebody => Key.Length > 0 && State != RecordState.Preview;

    /// <summary>Whether what the record says about a moment may be counted.</summary>
    public bool Counts => IsSomebody && !IsRagged && (State is RecordState.Usable or RecordState.Unfinished);
}
