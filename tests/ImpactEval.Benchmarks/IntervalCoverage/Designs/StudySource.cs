using ImpactEval.Statistics;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Paired;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>The true effect of a study, what was found there and its sampling variance.</summary>
sealed record StudyResult(double True, double Found, double Variance);

/// <summary>Where studies come from.</summary>
/// <param name="Mean">Of the true effects.</param>
/// <param name="Variance">Between the true effects.</param>
sealed record StudySource(double Mean, double Variance, Func<Draws, StudyResult> Next)
{
    /// <summary>Groups of people on a 5-point scale, whose gains of the hidden score vary between studies.</summary>
    public static StudySource OfPeople(double gain, double betweenSd)
    {
        var (meanPre, sdPre) = Moments(0);
        double True(double hidden) => (Moments(gain + betweenSd * hidden).Mean - meanPre) / sdPre;
        var mean = Population.MeanOf(True);
        return new StudySource(mean, Population.MeanOf(hidden => Math.Pow(True(hidden) - mean, 2)), draws =>
        {
            var hidden = draws.Normal();
            var found = Found(draws, gain + betweenSd * hidden, 20 + (int)(41 * draws.Uniform()));
            return new StudyResult(True(hidden), found.Value, found.StandardError!.Value * found.StandardError.Value);
        });
    }

    static Estimate Found(Draws draws, double gain, int size)
    {
        var (pre, post) = (new double[size], new double[size]);
        for (var i = 0; i < size; i++)
        {
            var hidden = draws.Normal();
            (pre[i], post[i]) = (Population.Likert.Score(hidden, 0), Population.Likert.Score(draws.Like(hidden, PairedDesign.Correlation), gain));
        }
        var pairs = PairedSummary.Of(new Sample(pre), new Sample(post));
        return HedgesCorrection.Apply(GlassDelta.ByPre(pairs, ConfidenceLevel.Percent95), pairs.DegreesOfFreedom);
    }

    /// <summary>A 5-point score is 1 + the number of steps passed: <c>E = 1 + Σpⱼ</c>, <c>E(S²) = Σ(2j − 1)pⱼ</c> with p falling.</summary>
    static (double Mean, double Sd) Moments(double gain)
    {
        var passed = Population.Steps.Select(step => StandardNormal.Upper(step - gain)).ToArray();
        var (mean, square) = (passed.Sum(), passed.Select((chance, j) => (2 * j + 1) * chance).Sum());
        return (1 + mean, Math.Sqrt(square - mean * mean));
    }
}
