using ImpactEval.Statistics.Controlled;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Pooling;
using ImpactEval.Statistics.Shares;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>Effects of studies of which only summaries are known, and effects with the variances that pooling asks for.</summary>
static class SummaryStatistics
{
    const string Hedges = "Hedges (1981), J. of Educational Statistics 6, 107–128";

    static readonly string[] OfPair = ["SMCR", "SMCC", "MC"], OfGroup = ["SMD", "MD", "VR"], OfCount = ["RR", "OR"], OfCorrelation = ["ZCOR"];

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        new("effects_from_summaries", StatisticFamily.Paired, $"Cumming (2012), Understanding the new statistics; Morris and DeShon (2002), "
            + $"Psychological Methods 7, 105–125; Becker (1988); {Hedges}; Delacre et al. (2021)", [SummaryShapes.Pairs, SummaryShapes.Groups],
            [Options.Level], Effects),
        new("escalc", StatisticFamily.Paired, $"Becker (1988); {Hedges}; Viechtbauer (2010), J. of Statistical Software 36(3)",
            [Pairs, TwoColumns, Grouped, SummaryShapes.Pairs, SummaryShapes.Groups, SummaryShapes.Counts, SummaryShapes.Correlations],
            [Options.NeededWord("measure", [.. OfPair, .. OfGroup, .. OfCount, .. OfCorrelation]), Options.Levels], Escalc),
        new("pre_post_control_meta", StatisticFamily.Controlled,
            "Morris (2008), Organizational Research Methods 11, 364–386, equations 8 and 25; Becker (1988); Viechtbauer (2005)", [SummaryShapes.Arms],
            [Options.Word("effect", "d_ppc2", "d_ppc1"), PoolingStatistics.Method, PoolingStatistics.Test, Options.Level], PrePostControls),
    ];

    static void Effects(StatisticInput input, ResultRows rows)
    {
        var names = input.StudyNames();
        if (input.Has("mean_pre"))
            foreach (var (name, pairs) in names.Zip(SummaryShapes.PairsOf(input)))
                OfPairs(name, pairs, input.Level, rows);
        else
            foreach (var (name, groups) in names.Zip(SummaryShapes.GroupsOf(input)))
                OfGroups(name, groups, input.Level, rows);
    }

    static void OfPairs(string name, PairedSummary pairs, ConfidenceLevel level, ResultRows rows)
    {
        double df = pairs.DegreesOfFreedom;
        rows.Add("mean_diff", () => MeanGain.Of(pairs, level), name);
        rows.Add("t", () => PairedTTest.Of(pairs, Alternative.TwoSided), name, pairs.Size);
        rows.Add("d_z", () => CohensDz.Of(pairs, level), name);
        rows.Add("d_av", () => CohensDav.Of(pairs, level), name);
        rows.Add("d_rm", () => CohensDrm.Of(pairs, level), name);
        rows.Add("d_becker_pre_sd", () => GlassDelta.ByPre(pairs, level), name);
        rows.Add("g_av", () => HedgesGav.Of(pairs, level), name);
        rows.Add("g_becker", () => HedgesCorrection.Apply(GlassDelta.ByPre(pairs, level), df), name);
    }

    static void OfGroups(string name, TwoGroups groups, ConfidenceLevel level, ResultRows rows)
    {
        rows.Add("diff", () => MeanDifference.Welch(groups, level), name);
        rows.Add("d_s", () => StandardisedDifference.CohensD(groups, level), name);
        rows.Add("g_s", () => StandardisedDifference.HedgesG(groups, level), name);
        rows.Add("d_average_variance", () => StandardisedDifference.AverageVariance(groups, level), name);
        rows.Add("g_star_delacre", () => StandardisedDifference.HedgesGStar(groups, level), name);
        rows.Add("glass_delta_sd2", () => StandardisedDifference.GlassDelta(groups, level), name);
    }

    static void Escalc(StatisticInput input, ResultRows rows)
    {
        var measure = input.Word("measure");
        var fitting = input.Has("pre") || input.Has("mean_pre") ? OfPair
            : input.Has("events_first") ? OfCount
            : input.Has("r") ? OfCorrelation : OfGroup;
        if (!fitting.Contains(measure))
            throw StatisticInput.Refused(CatalogueProblemKind.OptionWordUnknown, "measure", measure, string.Join("|", fitting));
        var raw = input.Has("pre") || input.Has("first") || input.Has("values");
        foreach (var (name, of) in (raw ? [null] : (string?[])input.StudyNames()).Zip(Effects(input, measure)))
        {
            rows.Add("yi", of.Effect, name, of.Size);
            rows.Add("vi", of.Variance, name, of.Size);
        }
    }

    static IEnumerable<(double Effect, double Variance, int Size)> Effects(StatisticInput input, string measure)
    {
        if (input.Has("pre"))
            return [OfPairs(PairedStatistics.Summary(input), measure)];
        if (input.Has("mean_pre"))
            return SummaryShapes.PairsOf(input).Select(pairs => OfPairs(pairs, measure));
        if (input.Has("events_first"))
            return SummaryShapes.SharesOf(input).Select(shares => OfShares(shares, measure));
        if (input.Has("r"))
            return input.Column("r").Numbers.Zip(InputGroups.Counts(input.Column("n")), OfCorrelations);
        if (input.Has("mean_first"))
            return SummaryShapes.GroupsOf(input).Select(groups => OfGroups(groups, measure));
        var (first, second) = input.TwoSamples();
        return [OfGroups(TwoGroups.Of(first, second), measure)];
    }

    static (double Effect, double Variance, int Size) OfPairs(PairedSummary pairs, string measure)
    {
        double n = pairs.Size;
        if (measure == "MC")
            return (pairs.MeanGain, pairs.VarianceOfGain / n, pairs.Size);
        if (measure == "SMCC")
        {
            var gz = HedgesCorrection.J(n - 1) * CohensDz.Value(pairs.RequireVaryingGains());
            return (gz, 1 / n + gz * gz / (2 * n), pairs.Size);
        }
        var g = HedgesCorrection.Apply(GlassDelta.ByPre(pairs, ConfidenceLevel.Percent95), n - 1).Value;
        return (g, GlassDelta.SamplingVariance(g, pairs), pairs.Size);
    }

    static (double Effect, double Variance, int Size) OfGroups(TwoGroups groups, string measure)
    {
        if (measure == "MD")
            return (groups.Difference, groups.WelchError * groups.WelchError, groups.Size);
        if (measure == "SMD")
        {
            var g = StandardisedDifference.HedgesG(groups, ConfidenceLevel.Percent95).Value;
            return (g, StandardisedDifference.SamplingVariance(g, groups), groups.Size);
        }
        var ratio = VarianceRatio.Log(groups, ConfidenceLevel.Percent95);
        return (ratio.Value, ratio.StandardError!.Value * ratio.StandardError.Value, groups.Size);
    }

    /// <summary>Logarithm of the risk or odds ratio.</summary>
    static (double Effect, double Variance, int Size) OfShares(TwoShares shares, string measure)
    {
        var ratio = measure == "RR" ? shares.Ratio(ConfidenceLevel.Percent95) : shares.OddsRatio(ConfidenceLevel.Percent95);
        return (Math.Log(ratio.Value), ratio.StandardError!.Value * ratio.StandardError.Value, shares.Size);
    }

    /// <summary>Fisher's z with variance 1/(n − 3).</summary>
    static (double Effect, double Variance, int Size) OfCorrelations(double r, int n) => n < 4
        ? throw new NotEstimableException(NotEstimableReason.TooFewObservations)
        : Math.Abs(r) < 1 ? (Math.Atanh(r), 1 / (n - 3.0), n)
        : throw new ArgumentException("A correlation lies strictly between −1 and 1.", nameof(r));

    static void PrePostControls(StatisticInput input, ResultRows rows)
    {
        var first = input.Word("effect") == "d_ppc1";
        Estimate[] effects = [.. SummaryShapes.PairsOf(input, "_treated").Zip(SummaryShapes.PairsOf(input, "_control"), (treated, control) =>
            first ? PrePostControl.D1(treated, control, input.Level) : PrePostControl.D2(treated, control, input.Level))];
        foreach (var (name, effect) in input.StudyNames().Zip(effects))
            rows.Add(input.Word("effect"), effect, of: name);
        if (effects.Length < 2)
            return;
        var pooled = MetaAnalysis.Of(StudyEffects.Of(effects), PoolingStatistics.Model(input));
        rows.Add("pooled", pooled.Mean, pooled.Test);
        PoolingStatistics.Summary(pooled.Heterogeneity, rows);
    }
}
