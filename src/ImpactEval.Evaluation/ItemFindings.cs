using ImpactEval.Statistics;
using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Shares;
using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>Item by item, how the instruments that are asked at one wave only were answered.</summary>
static class ItemFindings
{
    /// <summary>"Agree" and "agree fully": the share printed for a rating.</summary>
    const int TopAnswers = 2;

    public static IReadOnlyList<ItemFinding> Of(StudyDataset dataset, ILookup<string, string> waves) =>
    [
        .. from instrument in dataset.Study.Instruments
           let asked = waves[instrument.Code].ToArray()
           where asked.Length == 1
           let rows = dataset.Assessments.Where(row => row.Instrument == instrument.Code).Select(row => row.Scores).ToArray()
           from position in Enumerable.Range(0, instrument.Items.Count)
           select Of(instrument, position, asked[0], [.. rows.Select(row => row[position]).Where(score => !double.IsNaN(score))], dataset.Study),
    ];

    static ItemFinding Of(Instrument instrument, int position, string wave, double[] answers, Study study)
    {
        var item = instrument.Items[position].Code;
        if (answers.Length < 2)
            return new ItemFinding(instrument.Code, item, wave, new Count(answers.Length), null, null, null, false);
        var isChoice = instrument.Scale is { Low: 0, High: 1 };
        var top = isChoice ? instrument.Scale.High : instrument.Scale.High - (TopAnswers - 1);
        var moments = Moments.Of(new Sample(answers));
        return new ItemFinding(
            instrument.Code, item, wave, new Count(answers.Length), moments.Mean, moments.StandardDeviation,
            ShareEstimate.Wilson(answers.Count(score => score >= top), answers.Length, new ConfidenceLevel(study.Analysis.ConfidenceLevel)), false);
    }
}
