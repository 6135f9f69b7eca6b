using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>From a dataset and its declared design to findings. Pure: same dataset, same findings, on any number of threads.</summary>
public static class Evaluator
{
    /// <exception cref="NotSupportedException">The design is not one that this version evaluates.</exception>
    public static Findings Evaluate(StudyDataset dataset, StudyDesign design)
    {
        if (design.Kind != DesignKind.SingleGroup)
            throw new NotSupportedException($"Design {Word.Of(design.Kind)} is not evaluated by this version.");

        var study = dataset.Study;
        var scores = new ScoreTable(dataset);
        var waves = scores.WavesOf(study.Instruments);
        return new Findings(
            RunStamp.Of(study, dataset.Sources.Select(source => source.Stamp), dataset.Matches),
            PeriodOf(dataset),
            ParticipationCount.Of(dataset),
            ChangeFindings.Of(dataset, design, scores, waves),
            ReliabilityFindings.Of(dataset, scores, waves),
            ItemFindings.Of(dataset, waves),
            TopicEvaluation.Of(dataset),
            QualitySummary.Of(dataset));
    }

    static ReportPeriod PeriodOf(StudyDataset dataset)
    {
        var days = dataset.Assessments.Select(assessment => assessment.TakenOn)
            .Concat(dataset.Answers.Select(answer => answer.GivenOn))
            .OfType<DateOnly>()
            .ToArray();
        return days.Length == 0
            ? new ReportPeriod(null, null, dataset.Study.Programme.Calendar)
            : new ReportPeriod(days.Min(), days.Max(), dataset.Study.Programme.Calendar);
    }
}
