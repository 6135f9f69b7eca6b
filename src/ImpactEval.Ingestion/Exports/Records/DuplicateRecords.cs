using ImpactEval.Ingestion.Exports.Columns;
using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Records;

/// <summary>
/// Records that speak of one person and one moment. Where a tool counts attempts the best one is used; else equal ones count once, and of
/// different ones none, until somebody decides.
/// </summary>
sealed class DuplicateRecords(ToolForm form, ExportColumns columns, PersonColumns people, DefectLog defects)
{
    /// <summary>The rule by which an attempt is chosen: Moodle's own default for a quiz.</summary>
    public const string HighestGrade = "highest_grade";

    public void Resolve(IReadOnlyList<ExportRecord> records)
    {
        var groups = records.Where(record => record.IsSomebody && !record.IsRagged && record.State is RecordState.Usable or RecordState.Ungraded)
            .GroupBy(record => (record.Key, record.WrittenWave, Part(record)))
            .Where(group => group.Count() > 1);
        foreach (var group in groups)
        {
            if (form.HasAttempts)
                ChooseAttempt([.. group]);
            else
                Compare([.. group]);
        }
    }

    /// <summary>What of a person and moment a record is: an instance of a repeating part, an answer of an interview.</summary>
    string Part(ExportRecord record)
    {
        if (form.Format == TableForms.Interviews)
            return columns.First(RoleWords.RecordCode) is { } code ? record.Row.At(code).Shown
                : string.Join('\u001F', record.Row.Cells.Select(cell => cell.Shown));
        var instrument = form.RepeatColumn is { } repeat ? record.Row.At(repeat).Shown : "";
        return form.RepeatInstance is { } instance ? $"{instrument}\u001F{record.Row.At(instance).Shown}" : instrument;
    }

    void ChooseAttempt(ExportRecord[] attempts)
    {
        var best = attempts.Where(attempt => attempt.Scores.Count > 0).OrderByDescending(attempt => attempt.Scores.Values.Max()).FirstOrDefault()
            ?? attempts[0];
        defects.Add(DefectKind.MultipleAttempts, best.Row.Number, best.Told, value: HighestGrade);
        foreach (var attempt in attempts.Where(attempt => attempt != best && attempt.State == RecordState.Usable))
            attempt.State = RecordState.Superseded;
    }

    void Compare(ExportRecord[] records)
    {
        var first = records[0];
        if (records.Skip(1).All(record => SaysTheSame(first, record)))
        {
            foreach (var record in records.Skip(1))
            {
                record.State = RecordState.Duplicate;
                // Another spelling of the code is told already, and is all that is wrong.
                if (!record.IsVariant && !first.IsVariant)
                    defects.Add(DefectKind.DuplicateIdentical, record.Row.Number, record.Told);
            }
            return;
        }
        foreach (var record in records)
        {
            record.State = RecordState.Conflicting;
            defects.Add(DefectKind.DuplicateConflicting, record.Row.Number, record.Told);
        }
    }

    bool SaysTheSame(ExportRecord one, ExportRecord other) => columns.Own
        .Where(column => column != people.Key && !columns.Words(column).Is(RoleWords.Ordinal))
        .All(column => one.Row.At(column).Shown.Trim() == other.Row.At(column).Shown.Trim());
}
