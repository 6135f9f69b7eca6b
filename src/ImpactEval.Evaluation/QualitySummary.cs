using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>What became of the files, and how many items were left unanswered.</summary>
static class QualitySummary
{
    public static DataQuality Of(StudyDataset dataset)
    {
        var missing =
            from instrument in dataset.Study.Instruments
            from wave in dataset.Study.Waves
            let rows = dataset.Assessments.Where(row => row.Instrument == instrument.Code && row.Wave == wave.Code).ToArray()
            where rows.Length > 0
            let share = rows.Average(row => row.Scores.Count(double.IsNaN) / (double)row.Scores.Length)
            select new MissingItems(instrument.Code, wave.Code, rows.Length, share);
        return new DataQuality(dataset.Sources, [.. missing], dataset.NotOnRoster, MatchingSummary.Of(dataset));
    }
}
