using ImpactEval.Ingestion.Exports.Columns;
using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Records;

/// <summary>Reads the scores of every record, tells what is wrong with them, and which moments each record speaks of.</summary>
sealed class RecordScores(ToolForm form, ExportColumns columns, Measures measures, ScoreText texts, ScaleOfScores? scale, DefectLog defects)
{
    public void Read(IReadOnlyList<ExportRecord> records, IReadOnlyDictionary<string, WaveKind> meanings)
    {
        foreach (var record in records.Where(record => record.State is not (RecordState.Preview or RecordState.NotDecrypted) && !record.IsRagged))
        {
            if (measures.WaveColumn is { } column)
                record.WrittenWave = WaveColumns.Said(record.Row.At(column));
            record.Wave = WaveOf(record, meanings);
            if (measures.Any is { } any)
                ReadOne(record, any, record.Wave);
            else if (record.Wave is { } wave && !record.IsRepeat && HasContent(record))
                record.Given.Add(wave);
            foreach (var (moment, score) in measures.Main)
                ReadOne(record, score, moment);
            foreach (var (wave, block) in measures.Blocks)
            {
                if (block.Any(part => !record.Row.At(part).IsEmpty))
                    record.Given.Add(wave);
            }
        }
    }

    WaveKind? WaveOf(ExportRecord record, IReadOnlyDictionary<string, WaveKind> meanings) =>
        measures.Source == WaveSource.Column ? meanings.TryGetValue(record.WrittenWave, out var wave) ? wave : null : measures.Form;

    void ReadOne(ExportRecord record, int column, WaveKind? wave)
    {
        var cell = record.Row.At(column);
        var reading = texts.Read(cell);
        var heading = columns.Told(column);
        var isAnswered = reading.Kind != ScoreReadingKind.Empty;
        switch (reading.Kind)
        {
            case ScoreReadingKind.NoValue:
                Tell(DefectKind.MissingCode, record, heading, cell.Shown.Trim());
                break;
            case ScoreReadingKind.NotNumeric when !form.HasAttempts:
                Tell(DefectKind.ScoreNotNumeric, record, heading);
                Refuse(record, wave);
                break;
            case ScoreReadingKind.Number or ScoreReadingKind.WithUnit:
                Take(record, wave, reading, heading, cell);
                break;
        }
        // An attempt without a grade is no score; other forms are answered also where the score is missing.
        if (form.HasAttempts && !reading.HasValue && record.State == RecordState.Usable)
        {
            record.State = RecordState.Ungraded;
            defects.Add(DefectKind.AttemptInProgress, record.Row.Number, record.Told);
        }
        if (wave is { } given && measures.Source == WaveSource.Form && !form.HasAttempts && (isAnswered || HasContent(record)))
            record.Given.Add(given);
    }

    void Take(ExportRecord record, WaveKind? wave, ScoreReading reading, string heading, Cell cell)
    {
        if (scale is not null && !scale.Contains(reading.Value))
        {
            if (Words.RowWords.NoValueNumbers.Contains(reading.Value))
            {
                Tell(DefectKind.MissingCode, record, heading, cell.Shown.Trim());
                return;
            }
            Tell(DefectKind.ScoreOutOfRange, record, heading);
            Refuse(record, wave);
            return;
        }
        if (reading.Kind == ScoreReadingKind.WithUnit && !form.IsResponseExport)
            Tell(DefectKind.ScoreWithUnit, record, heading);
        record.Score = reading.Value;
        if (wave is not { } at)
            return;
        record.Scores[at] = reading.Value;
        record.Given.Add(at);
    }

    static void Refuse(ExportRecord record, WaveKind? wave)
    {
        if (wave is { } at)
            record.Reported.Add(at);
    }

    void Tell(DefectKind kind, ExportRecord record, string heading, string? value = null) =>
        defects.Add(kind, record.Row.Number, record.Told, heading, value);

    bool HasContent(ExportRecord record) => columns.Own.Any(column => !record.Row.At(column).IsEmpty);
}
