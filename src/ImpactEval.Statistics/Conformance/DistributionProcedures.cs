using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Nonparametric;
using MathNet.Numerics;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    /// <summary>A distribution by its parameters: lower tail, upper tail and quantile where we have them.</summary>
    sealed record Distribution(string Value, string[] Parameters, Func<double, double[], double> Cdf, Func<double, double[], double>? Upper, Func<double, double[], double>? Quantile);

    static readonly Dictionary<string, Distribution> Distributions = new(StringComparer.Ordinal)
    {
        ["student_t"] = new("t", ["df"], (t, of) => StudentT.Cdf(t, of[0]), (t, of) => StudentT.Upper(t, of[0]), (p, of) => StudentT.Quantile(p, of[0])),
        ["f"] = new("f", ["df1", "df2"], (f, of) => FisherF.Cdf(f, of[0], of[1]), (f, of) => FisherF.Upper(f, of[0], of[1]), (p, of) => FisherF.Quantile(p, of[0], of[1])),
        ["normal"] = new("x", [], (x, _) => StandardNormal.Cdf(x), (x, _) => StandardNormal.Upper(x), (p, _) => StandardNormal.Quantile(p)),
        ["beta"] = new("x", ["a", "b"], (x, of) => BetaDistribution.Cdf(x, of[0], of[1]), null, (p, of) => BetaDistribution.Quantile(p, of[0], of[1])),
        ["chi_square"] = new("x", ["df"], (x, of) => ChiSquare.Cdf(x, of[0]), (x, of) => ChiSquare.Upper(x, of[0]), (p, of) => ChiSquare.Quantile(p, of[0])),
        ["noncentral_t"] = new("t", ["df", "ncp"], (t, of) => NoncentralT.Cdf(t, of[0], of[1]), (t, of) => NoncentralT.Upper(t, of[0], of[1]), null),
        ["noncentral_f"] = new("f", ["df1", "df2", "ncp"], (f, of) => NoncentralF.Cdf(f, of[0], of[1], of[2]), (f, of) => NoncentralF.Upper(f, of[0], of[1], of[2]), null),
        ["signed_rank"] = new("v", ["n"], (v, of) => SignedRankDistribution.Of(Ranks(of[0])).AtMost((int)v), (v, of) => SignedRankDistribution.Of(Ranks(of[0])).AtLeast((int)v + 1), null),
        ["mann_whitney"] = new("u", ["m", "n"], (u, of) => RankSums(of).AtMost(RankSum(u, of)), (u, of) => RankSums(of).AtLeast(RankSum(u, of) + 1), null),
    };

    static int[] Ranks(double n) => [.. Enumerable.Range(1, (int)n)];

    static RankSumDistribution RankSums(double[] of) => RankSumDistribution.Of(Ranks(of[0] + of[1]), (int)of[0]);

    static double RankSum(double u, double[] of) => u + of[0] * (of[0] + 1) / 2;

    static Found DistributionFunction(ConformanceEntry entry)
    {
        Require(entry, "function", "cdf", "quantile", "upper_tail", "cdf_and_quantile");
        if (!Distributions.TryGetValue(entry.Text("distribution"), out var distribution))
            throw new NotSupportedException($"distribution {entry.Text("distribution")}");
        var grid = Grid(entry, [distribution.Value, "p", .. distribution.Parameters]);
        double[] Of(int i) => Array.ConvertAll(distribution.Parameters, parameter => grid[parameter][i]);
        var found = Repeated(grid);
        if (grid.TryGetValue(distribution.Value, out var values))
        {
            var lower = values.Select((value, i) => distribution.Cdf(value, Of(i))).ToArray();
            var upper = values.Select((value, i) => distribution.Upper is { } tail ? tail(value, Of(i)) : 1 - lower[i]).ToArray();
            found["p"] = found["psignrank"] = found["pwilcox"] = found["pbeta"] = lower;
            found["upper"] = upper;
            // Near one the small upper tail says more than the lower one.
            found["log_p"] = lower.Zip(upper, (p, rest) => p < 0.5 ? Math.Log(p) : SpecialFunctions.Log1p(-rest)).ToArray();
        }
        if (grid.TryGetValue("p", out var probabilities) && distribution.Quantile is { } quantile)
            found["q"] = probabilities.Select((p, i) => quantile(p, Of(i))).ToArray();
        return Merged(found, OfOneDistribution(entry, distribution, grid));
    }

    /// <summary>Lists that only one distribution has: noncentral chi-square beside the central, quantiles at probabilities of their own.</summary>
    static Found OfOneDistribution(ConformanceEntry entry, Distribution distribution, Dictionary<string, double[]> grid)
    {
        var found = new Found();
        if (entry.Text("distribution") == "chi_square" && entry.Has("ncp"))
            found["nc3"] = grid["x"].Select((x, i) => NoncentralChiSquare.Cdf(x, grid["df"][i], entry.Number("ncp"))).ToArray();
        if (entry.Has("q_p"))
            (found["q_p"], found["q"]) = (entry.Vector("q_p"), entry.Vector("q_p").Select(p => distribution.Quantile!(p, [])).ToArray());
        if (entry.Text("distribution") == "beta")
        {
            found["lgamma_a"] = grid["a"].Select(SpecialFunctions.GammaLn).ToArray();
            if (entry.Has("quantile_at"))
                found["qbeta_p025"] = grid["a"].Select((a, i) => BetaDistribution.Quantile(entry.Number("quantile_at"), a, grid["b"][i])).ToArray();
        }
        return found;
    }

    static Found NoncentralTLimits(ConformanceEntry entry)
    {
        var grid = Grid(entry, "t", "df");
        return Merged(Repeated(grid), LimitsOf(grid["t"].Select((t, i) => NoncentralityLimits.Of(t, grid["df"][i], entry.Level))));
    }

    static Found NoncentralFLimits(ConformanceEntry entry)
    {
        var grid = Grid(entry, "F", "df1", "df2");
        return Merged(Repeated(grid), LimitsOf(grid["F"].Select((f, i) => NoncentralF.Limits(f, grid["df1"][i], grid["df2"][i], entry.Level))));
    }

    static Found NoncentralChi2Limits(ConformanceEntry entry)
    {
        var grid = Grid(entry, "x", "df");
        return Merged(Repeated(grid), LimitsOf(grid["x"].Select((x, i) => NoncentralChiSquare.Limits(x, grid["df"][i], entry.Level))));
    }

    static Found LimitsOf(IEnumerable<NoncentralityLimits> limits)
    {
        NoncentralityLimits[] all = [.. limits];
        return new Found { ["ncp_lower"] = Each(all.Length, i => all[i].Lower), ["ncp_upper"] = Each(all.Length, i => all[i].Upper) };
    }

    static Found AdjustedP(ConformanceEntry entry)
    {
        double?[] family = [.. entry.Vector("p").Select(p => double.IsNaN(p) ? (double?)null : p)];
        string[] methods = entry.Has("methods") ? entry.Texts("methods") : ["bonferroni", "holm", "hochberg", "hommel", "BH", "BY", "sidak_single_step", "holm_sidak"];
        return methods.ToDictionary(method => method, method => (object?)Adjusted(method, family), StringComparer.Ordinal);
    }
}
