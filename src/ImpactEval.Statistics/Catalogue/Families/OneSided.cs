namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>The interval that goes with a one-sided test.</summary>
static class OneSided
{
    /// <summary>A one-sided interval at 95 % has the one limit of the two-sided interval at 90 %; the other side is open.</summary>
    public static Estimate Of(StatisticInput input, Func<ConfidenceLevel, Estimate> estimate)
    {
        if (input.Alternative == Alternative.TwoSided)
            return estimate(input.Level);
        var found = estimate(new ConfidenceLevel(1 - 2 * (1 - input.Level.Value)));
        var interval = found.Intervals.Primary with { Level = input.Level.Value };
        return found with
        {
            Intervals = NamedIntervals.Of(input.Alternative == Alternative.Greater ? interval with { Upper = null } : interval with { Lower = null }),
        };
    }
}
