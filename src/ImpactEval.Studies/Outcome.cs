namespace ImpactEval.Studies;

/// <summary>What is compared across waves: an instrument or one of its parts, scored from the items at <paramref name="Positions"/>.</summary>
public sealed record Outcome(string Code, LocalText Title, Instrument Instrument, IReadOnlyList<int> Positions)
{
    /// <summary>The range of this outcome's score.</summary>
    public ScoreScale Scale => Instrument.Scoring.Rule == ScoreRule.PercentOfMaximum ? new ScoreScale(0, 100) : Instrument.Scale;

    /// <summary>
    /// The score of one assessment: the mean of the answered items, or <c>100·(mean − low)/(high − low)</c> as percentage of the maximum.
    /// </summary>
    /// <param name="items">One number per item of the instrument, missing = NaN.</param>
    /// <returns>The score, or NaN when fewer items were answered than the instrument asks for.</returns>
    public double Score(IReadOnlyList<double> items)
    {
        var (sum, answered) = (0.0, 0);
        foreach (var position in Positions)
        {
            var score = items[position];
            if (double.IsNaN(score))
                continue;
            sum += Instrument.Items[position].Reversed ? Instrument.Scale.Reverse(score) : score;
            answered++;
        }
        if (answered == 0 || answered < Instrument.Scoring.MinimumAnswered * Positions.Count)
            return double.NaN;
        var mean = Instrument.Scoring.Missing == MissingItemRule.CountAsLowest
            ? (sum + Instrument.Scale.Low * (Positions.Count - answered)) / Positions.Count
            : sum / answered;
        return Instrument.Scoring.Rule == ScoreRule.Mean
            ? mean
            : 100 * (mean - Instrument.Scale.Low) / (Instrument.Scale.High - Instrument.Scale.Low);
    }
}
