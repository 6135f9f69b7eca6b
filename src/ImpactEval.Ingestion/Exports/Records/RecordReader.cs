using ImpactEval.Ingestion.Exports.Columns;
using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Records;

/// <summary>Turns rows into records: who, in which state.</summary>
/// <param name="rowsArePeople">Every row holds all there is of a person, so that rows can be told apart without a code.</param>
sealed class RecordReader(ToolForm form, ExportColumns columns, PersonColumns people, bool rowsArePeople, DefectLog defects)
{
    public IReadOnlyList<ExportRecord> Read(SortedRows rows)
    {
        string Code(TableRow row, int? column) => column is { } at ? row.At(at).Shown : "";
        // Rows without content and test answers have codes of their own making.
        var spelling = new IdSpelling(rows.Records.Select(row => Code(row, people.Key)));
        var told = people.NamedBy == people.Key ? spelling : new IdSpelling(rows.Records.Select(row => Code(row, people.NamedBy)));
        var ragged = rows.Ragged.ToHashSet();
        var records = new List<ExportRecord>(rows.Records.Count);
        foreach (var row in rows.Records)
        {
            var written = Code(row, people.Key);
            var id = rowsArePeople && people.Key is null ? new ReadId($"#{row.Number}", "", IsVariant: false) : spelling.Read(written);
            var record = new ExportRecord(row, written, id) { IsRagged = ragged.Contains(row) };
            if (people.NamedBy != people.Key && told.Read(Code(row, people.NamedBy)) is { Id.Length: > 0 } name)
            {
                record.Told = name.Id;
                if (name.IsVariant)
                    defects.Add(DefectKind.IdVariant, row.Number, name.Id, columns.Told(people.NamedBy!.Value));
            }
            record.IsRepeat = form.RepeatColumn is { } repeat && !row.At(repeat).IsEmpty;
            records.Add(record);
            Judge(record);
        }
        return records;
    }

    void Judge(ExportRecord record)
    {
        // A test answer is nothing else besides; the first rule that speaks decides.
        foreach (var rule in form.Statuses)
        {
            if (!rule.Says(record.Row.At(rule.Column)))
                continue;
            defects.Add(rule.Defect, record.Row.Number, rule.State == RecordState.Preview ? null : record.Told);
            record.State = rule.State;
            break;
        }
        if (record.IsRagged)
            defects.Add(DefectKind.RaggedRow, record.Row.Number, record.Told);
        if (record.State is RecordState.Preview or RecordState.NotDecrypted)
            return;
        if (record.Id.Length == 0)
            defects.Add(DefectKind.MissingId, record.Row.Number);
        else if (record.IsVariant)
            defects.Add(DefectKind.IdVariant, record.Row.Number, record.Told, people.Key is { } column ? columns.Told(column) : null);
    }
}
