using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Missing;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    static Found Describe(ConformanceEntry entry)
    {
        var sample = entry.Sample("values");
        var (moments, mean) = (Moments.Of(sample), SampleMean.Of(sample, entry.Level));
        var winsorised = Moments.Of(TrimmedMean.Winsorised(sample, 0.2));
        var found = new Found
        {
            ["n"] = moments.Size, ["sum"] = moments.Sum, ["mean"] = moments.Mean, ["variance"] = moments.Variance, ["sd"] = moments.StandardDeviation,
            ["se_mean"] = mean.StandardError, ["mean_ci95"] = Limits(mean.Intervals.Primary),
            ["min"] = Quantile.Of(sample, 0), ["max"] = Quantile.Of(sample, 1), ["median"] = Median.Of(sample),
            ["mad_raw"] = Median.DeviationOf(sample), ["mad_scaled"] = Median.NormalConsistency * Median.DeviationOf(sample),
            ["iqr_type7"] = Quantile.Of(sample, 0.75) - Quantile.Of(sample, 0.25),
            ["trimmed_mean_10"] = TrimmedMean.Of(sample, 0.1), ["trimmed_mean_20"] = TrimmedMean.Of(sample, 0.2),
            ["winsorised_mean_20"] = winsorised.Mean, ["winsorised_sd_20"] = winsorised.StandardDeviation,
        };
        foreach (var type in Enum.GetValues<ShapeType>())
        {
            found[$"skewness_type{(int)type}"] = new OnDemand(() => Shape.Skewness(sample, type));
            found[$"kurtosis_type{(int)type}"] = new OnDemand(() => Shape.Kurtosis(sample, type));
        }
        return found;
    }

    static Found Quantiles(ConformanceEntry entry)
    {
        var (sample, probabilities) = (entry.Sample("values"), entry.Vector("probabilities"));
        return Enum.GetValues<QuantileType>().ToDictionary(
            type => $"type{(int)type}", type => (object?)Each(probabilities.Length, i => Quantile.Of(sample, probabilities[i], type)));
    }

    static Found ShapiroWilks(ConformanceEntry entry)
    {
        var test = ShapiroWilk.Of(entry.Sample("values"));
        return new Found { ["W"] = test.Statistic, ["p"] = test.PValue };
    }

    static Found VarianceHomogeneity(ConformanceEntry entry)
    {
        Require(entry, "method", "levene_mean", "levene_median", "bartlett");
        if (entry.Text("method") == "bartlett")
        {
            var bartlett = BartlettTest.Of(Groups(entry));
            return new Found { ["K2"] = bartlett.Statistic, ["df"] = bartlett.DegreesOfFreedom, ["p"] = bartlett.PValue };
        }
        var test = LeveneTest.Of(Groups(entry), entry.Text("method") == "levene_mean" ? LeveneCentre.Mean : LeveneCentre.Median);
        return VarianceTest(test);
    }

    static Found Correlation(ConformanceEntry entry)
    {
        if (entry.Flag("correction") || entry.Text("p_method", "asymptotic") != "asymptotic")
            throw new NotSupportedException("a corrected or exact test of a correlation");
        var (x, y) = entry.Pairs(entry.Raw("x"), entry.Raw("y"));
        switch (entry.Text("method"))
        {
            case "kendall":
                var kendall = RankCorrelation.KendallTest(x, y, entry.Alternative);
                return new Found { ["estimate"] = RankCorrelation.KendallTau(x, y), ["statistic"] = kendall.Statistic, ["p"] = kendall.PValue };
            case "spearman":
                var (rho, n) = (RankCorrelation.SpearmanRho(x, y), (double)x.Size);
                // R prints S, the sum of squared rank differences that would give this rho without ties.
                return new Found { ["estimate"] = rho, ["statistic"] = n * (n * n - 1) * (1 - rho) / 6, ["p"] = RankCorrelation.SpearmanTest(x, y, entry.Alternative).PValue };
            case "pearson":
                var (estimate, test) = (PearsonCorrelation.Of(x, y, entry.Level), PearsonCorrelation.Test(x, y, entry.Alternative));
                return new Found { ["estimate"] = estimate.Value, ["statistic"] = test.Statistic, ["p"] = test.PValue, ["ci95"] = Limits(estimate.Intervals.Primary) };
            case var other:
                throw new NotSupportedException($"method {other}");
        }
    }

    static Found LittleMcar(ConformanceEntry entry)
    {
        var scores = IncompleteScoresOf(entry);
        var (likelihood, unbiased) = (LittleMcarTest.Of(scores, McarCovariance.MaximumLikelihood), LittleMcarTest.Of(scores, McarCovariance.Unbiased));
        return new Found
        {
            ["n"] = NormalByEm.Of(scores).Persons, ["patterns"] = scores.Patterns.Count(pattern => pattern.Answered.Count > 0), ["df"] = likelihood.DegreesOfFreedom,
            ["chi2_ml_covariance"] = likelihood.Statistic, ["p_ml_covariance"] = likelihood.PValue,
            ["chi2_unbiased_covariance"] = unbiased.Statistic, ["p_unbiased_covariance"] = unbiased.PValue,
        };
    }

    static Found MissingPatterns(ConformanceEntry entry)
    {
        var scores = IncompleteScoresOf(entry);
        return new Found
        {
            ["cells_missing"] = scores.MissingOfItem.Sum(), ["complete_rows"] = scores.CompletePersons,
            ["missing_per_item"] = scores.MissingOfItem, ["n_patterns"] = scores.Patterns.Count,
        };
    }

    static Found Mahalanobis(ConformanceEntry entry)
    {
        var distances = MahalanobisDistance.Squared([.. ConformanceEntry.Complete(entry.Vectors("columns")).Select(column => new Sample(column))]);
        return new Found
        {
            ["first10"] = distances.Take(10).ToArray(), ["max"] = distances.Max(), ["sum"] = distances.Sum(),
            ["which_max_1based"] = distances.ToList().IndexOf(distances.Max()) + 1,
        };
    }

    static IncompleteScores IncompleteScoresOf(ConformanceEntry entry) => new(Persons(entry.Vectors("columns")));

    static double[][] Persons(double[][] columns) =>
        [.. Enumerable.Range(0, columns[0].Length).Select(person => Array.ConvertAll(columns, column => column[person]))];
}
