using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Records;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Checks;

/// <summary>People with a value at one of the two moments and none at the other.</summary>
static class MissingScores
{
    public static void Check(IReadOnlyList<ExportRecord> records, DefectLog defects)
    {
        var people = records.Where(record => record.IsSomebody && !record.IsRepeat).GroupBy(record => record.Key).ToArray();
        var speaks = records.Where(record => record.Counts).SelectMany(record => record.Given.Concat(record.Reported)).ToHashSet();
        if (!speaks.Contains(WaveKind.Pre) || !speaks.Contains(WaveKind.Post))
            return;
        Check(people, records, WaveKind.Pre, DefectKind.MissingPre, defects);
        Check(people, records, WaveKind.Post, DefectKind.MissingPost, defects);
    }

    static void Check(IGrouping<string, ExportRecord>[] people, IReadOnlyList<ExportRecord> records, WaveKind wave, DefectKind kind,
        DefectLog defects)
    {
        var missing = people.Where(person => IsMissing(person, wave)).ToLookup(person => person.Any(record => record.Wave == wave));
        var (present, absent) = (missing[true], missing[false].ToArray());
        // Rows without content, and rows of that moment without a code, may be the absent ones': who is missing cannot be told then.
        var nobodys = records.Count(record => record.State == RecordState.NotDecrypted
            || (record.Key.Length == 0 && record.Wave == wave && record.State != RecordState.Preview));
        foreach (var person in absent.Length > nobodys ? present.Concat(absent) : present)
            defects.Add(kind, person.First().Row.Number, person.First().Told);
    }

    /// <summary>No value, and nothing told that explains it: a refused score, a conflict, a response that was not sent.</summary>
    static bool IsMissing(IGrouping<string, ExportRecord> person, WaveKind wave) =>
        !person.Any(record => record.Given.Contains(wave) || record.Reported.Contains(wave) || record.IsRagged
            || (IsExplained(record) && (record.Wave ?? wave) == wave));

    static bool IsExplained(ExportRecord record) =>
        record.State is RecordState.Conflicting or RecordState.Unfinished or RecordState.Rejected or RecordState.Ungraded;
}
