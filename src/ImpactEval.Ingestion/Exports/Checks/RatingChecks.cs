using ImpactEval.Ingestion.Exports.Columns;
using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Records;

namespace ImpactEval.Ingestion.Exports.Checks;

/// <summary>Numbers beside the main score whose heading states their scale: ratings from 1 to 5, marks out of 10.</summary>
static class RatingChecks
{
    public static void Check(ExportColumns columns, Measures measures, ScoreText texts, IReadOnlyList<ExportRecord> records, DefectLog defects)
    {
        var rated = columns.Own.Where(column => columns.Profile(column).IsNumeric && !measures.ScoreColumns.Contains(column))
            .Select(column => (Column: column, Scale: ScaleOfScores.InHeading(columns.Text(column)))).Where(rating => rating.Scale is not null)
                .ToArray();
        foreach (var record in records.Where(record => record.State is not (RecordState.Preview or RecordState.NotDecrypted) && !record.IsRagged))
        {
            foreach (var (column, scale) in rated)
            {
                var reading = texts.Read(record.Row.At(column));
                if (reading.HasValue && !scale!.Contains(reading.Value) && !Words.RowWords.NoValueNumbers.Contains(reading.Value))
                    defects.Add(DefectKind.ScoreOutOfRange, record.Row.Number, record.Told, columns.Told(column));
            }
        }
    }
}
