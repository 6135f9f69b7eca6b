using ImpactEval.Statistics.Categorical;
using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Mixed;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Planning;
using ImpactEval.Statistics.Pooling;
using ImpactEval.Statistics.Regression;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

/// <summary>Procedures beyond the catalogue.</summary>
static partial class Procedures
{
    static Found SignTests(ConformanceEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var gains = Gains.Of(pre, post);
        var (up, down) = (gains.Count(gain => gain > 0), gains.Count(gain => gain < 0));
        var share = ShareEstimate.ClopperPearson(up, up + down, entry.Level);
        return new Found
        {
            // The exact test of McNemar is the sign test of those who changed sides.
            ["x"] = up, ["n"] = up + down, ["p"] = McNemarTest.Of(new PairedOutcomes(0, up, down, 0), McNemarMethod.Exact).PValue,
            ["ci95"] = Limits(share.Intervals.Primary),
        };
    }

    static Found PitmanMorgan(ConformanceEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var test = PairedVarianceTest.Of(pre, post, entry.Alternative);
        return new Found { ["r"] = PairedVarianceTest.Correlation(pre, post), ["t"] = test.Statistic, ["df"] = test.DegreesOfFreedom, ["p"] = test.PValue };
    }

    static Found CorrelationDifference(ConformanceEntry entry)
    {
        var (firstX, firstY) = entry.PairsOf("first", "x", "y");
        var (secondX, secondY) = entry.PairsOf("second", "x", "y");
        var (first, second) = (PearsonCorrelation.Coefficient(firstX, firstY), PearsonCorrelation.Coefficient(secondX, secondY));
        var test = PearsonCorrelation.Difference(first, firstX.Size, second, secondX.Size);
        return new Found { ["r1"] = first, ["r2"] = second, ["z"] = test.Statistic, ["p"] = test.PValue };
    }

    static Found NestedModels(ConformanceEntry entry)
    {
        var (restricted, full) = (new EntryFormula(entry.Raw("restricted")), new EntryFormula(entry.Raw("full")));
        var frame = EntryFrame.Of(entry, [.. restricted.Columns, .. full.Columns]);
        return VarianceTest(NestedModelTest.Of(Fit(restricted, frame).Model, Fit(full, frame).Model));
    }

    static Found MixedModelComparison(ConformanceEntry entry)
    {
        var (restricted, full) = (new EntryFormula(entry.Raw("restricted")), new EntryFormula(entry.Raw("full")));
        var frame = EntryFrame.Of(entry, [.. restricted.Columns, .. full.Columns]);
        ModelFit Fitted(EntryFormula formula) => MixedModel.Of(
            new(formula.ResponseOf(frame), [.. formula.Design(frame).Terms.SelectMany(EntryFormula.ModelColumns)], formula.Random(frame)),
            LikelihoodOf(entry), entry.Level).Fit;
        var (one, other) = (Fitted(restricted), Fitted(full));
        var test = LikelihoodRatio.Test(one, other);
        return new Found
        {
            ["loglik"] = (double[])[one.LogLikelihood, other.LogLikelihood], ["chisq"] = test.Statistic, ["df"] = test.DegreesOfFreedom, ["p"] = test.PValue,
        };
    }

    static Found CumulativeMeta(ConformanceEntry entry)
    {
        var columns = ConformanceEntry.Complete([entry.Vector("yi"), entry.Vector("vi"), entry.Vector("order")]);
        var studies = new StudyEffects(new Sample(columns[0]), new Sample(columns[1])).At(Enumerable.Range(0, columns[0].Length).OrderBy(study => columns[2][study]));
        var analyses = MetaAnalysis.Cumulative(studies, ModelOf(entry));
        // The first study alone is its own mean.
        double[] Of(double first, Func<MetaAnalysis, double> value) => [first, .. analyses.Select(value)];
        return new Found
        {
            ["estimate"] = Of(studies.Effects.Values[0], one => one.Mean.Value),
            ["se"] = Of(Math.Sqrt(studies.Variances.Values[0]), one => one.Mean.StandardError!.Value), ["tau2"] = Of(0, one => one.Heterogeneity.Variance),
        };
    }

    static Found BeggRankTest(ConformanceEntry entry) => new() { ["tau"] = BeggTest.Tau(Studies(entry)), ["p"] = BeggTest.Of(Studies(entry)).PValue };

    static Found PowerTwoProportions(ConformanceEntry entry)
    {
        var grid = Grid(entry, "p1", "p2", "n");
        var (first, second, n) = (grid["p1"], grid["p2"], grid["n"]);
        return Merged(Repeated(grid), new Found
        {
            ["h"] = Each(n.Length, i => PairedShareEffects.CohensH(first[i], second[i])),
            ["power"] = Each(n.Length, i => SharePower.At(first[i], second[i], n[i], entry.Number("alpha", 0.05))),
        });
    }

    static Found PowerCorrelation(ConformanceEntry entry)
    {
        var grid = Grid(entry, "r", "n");
        return Merged(Repeated(grid), new Found { ["power"] = Each(grid["r"].Length, i => CorrelationPower.At(grid["r"][i], grid["n"][i], entry.Number("alpha", 0.05))) });
    }
}
