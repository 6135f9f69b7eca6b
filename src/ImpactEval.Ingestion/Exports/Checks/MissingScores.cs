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
        Check(people, WaveKind.Pre, DefectKind.MissingPre, defects);
        Check(people, WaveKind.Post, DefectKind.MissingPost, defects);
    }

    static void Check(IGrouping<string, ExportRecord>[] people, WaveKind wave, DefectKind kind, DefectLog defects)
    {
        var missing = people.Where(person => IsMissing(person, wave)).ToArray();
        // Rows without content may be theirs: who is missing cannot be told then.
        if (missing.Length <= defects.CountOf(DefectKind.NotDecrypted))
            return;
        foreach (var person in missing)
            defects.Add(kind, person.First().Row.Number, person.First().Told);
    }

    /// <summary>No value, and nothing told that explains it: a refused score, a conflict, a response that was not sent.</summary>
    static bool IsMissing(IGrouping<string, ExportRecord> person, WaveKind wave) =>
        !person.Any(record => record.Given.Contains(wave) || record.Reported.Contains(wave) || record.IsRagged || (IsExplained(record) && (record.Wave ?? wave) == wave));

    static bool IsExplained(ExportRecord record) =>
        record.State is RecordState.Conflicting or RecordState.Unfinished or RecordState.Rejected or RecordState.Ungraded;
}
