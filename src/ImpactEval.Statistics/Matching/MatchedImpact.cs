using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Matching;

/// <summary>Impact on those treated who found a partner, by matched pairs.</summary>
public static class MatchedImpact
{
    const string Label = "treated";

    /// <summary><c>y = α + τ·treated + Σβₖxₖ + e</c> over the matched people, CR2 errors by pair.</summary>
    /// <param name="pairs">From <see cref="NearestNeighbours"/>.</param>
    /// <param name="outcome">Of everybody, in the order of the rows.</param>
    /// <param name="covariates">Of everybody, to take away what imbalance is left; may be none.</param>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>In units of the outcome; positive means the treated lie above.</returns>
    /// <exception cref="ArgumentException">Outcome or covariates of other people.</exception>
    /// <exception cref="NotEstimableException">Too few pairs, or a covariate follows from others among the matched.</exception>
    /// <remarks>Ho, Imai, King and Stuart (2007), Political Analysis 15, 199–236; Abadie and Spiess (2022), JASA 117, 983–995, on clustering by
    /// pair.</remarks>
    public static Estimate Of(
        IReadOnlyList<MatchedPair> pairs, Sample outcome, IReadOnlyList<(string Name, Sample Values)> covariates, ConfidenceLevel level)
    {
        if (covariates.Any(covariate => covariate.Values.Size != outcome.Size) || pairs.Any(pair => Math.Max(pair.Treated, pair.Comparison) >= outcome.Size))
            throw new ArgumentException("Outcome and covariates are of everybody who could be matched.", nameof(outcome));
        int[] rows = [.. pairs.SelectMany(pair => new[] { pair.Treated, pair.Comparison })];
        Sample Chosen(Sample sample) => new(rows.Select(row => sample.Values[row]));
        var arm = Predictor.Numeric(Label, new Sample(rows.Select((_, i) => i % 2 == 0 ? 1.0 : 0)));
        var design = new Design(rows.Length,
            [new DesignTerm(arm), .. covariates.Select(covariate => new DesignTerm(Predictor.Numeric(covariate.Name, Chosen(covariate.Values))))]);
        int[] clusters = [.. rows.Select((_, i) => i / 2)];
        return ClusterCovariance.Of(LinearModel.Fit(design, Chosen(outcome)), clusters, ClusterKind.CR2).Of(Label, level);
    }
}
