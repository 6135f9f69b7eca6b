using ImpactEval.Statistics.Bayes;
using ImpactEval.Statistics.Planning;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    /// <summary>Lists of one length; a single value stands for all of the list.</summary>
    static Dictionary<string, double[]> Grid(ConformanceEntry entry, params IEnumerable<string> names)
    {
        var lists = names.Where(entry.Has).ToDictionary(name => name, entry.Vector, StringComparer.Ordinal);
        var count = lists.Values.Max(list => list.Length);
        return lists.ToDictionary(pair => pair.Key, pair => pair.Value.Length == 1 ? [.. Enumerable.Repeat(pair.Value[0], count)] : pair.Value, StringComparer.Ordinal);
    }

    static Found Repeated(Dictionary<string, double[]> grid) => grid.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.Ordinal);

    static Found PowerTTest(ConformanceEntry entry)
    {
        var grid = Grid(entry, "d", "n", "n1", "n2", "power", "alpha");
        var types = entry.Texts("type");
        var count = Math.Max(grid.Values.Max(list => list.Length), types.Length);
        double Of(string name, int i, double otherwise = double.NaN) => grid.TryGetValue(name, out var list) ? list[list.Length == 1 ? 0 : i] : otherwise;
        TTestPower Test(int i, Alternative alternative) => new(types[types.Length == 1 ? 0 : i] switch
        {
            "paired" => TTestDesign.Paired,
            "two.sample" => TTestDesign.Independent,
            var other => throw new NotSupportedException($"type {other}"),
        }, Of("alpha", i, 0.05), alternative);
        double Power(int i, Alternative alternative) => grid.ContainsKey("n1")
            ? Test(i, alternative).At(Of("d", i), Of("n1", i), Of("n2", i))
            : Test(i, alternative).At(Of("d", i), Of("n", i));

        var found = Merged(Repeated(grid), new Found { ["type"] = types });
        switch (entry.Text("solve"))
        {
            case "power":
                found["power_strict"] = found["power_pwr"] = found["power"] = Each(count, i => Power(i, entry.Alternative));
                found["power_one_sided"] = Each(count, i => Power(i, Alternative.Greater));
                return found;
            case "n":
                found["n"] = Each(count, i => Test(i, entry.Alternative).Size(Of("d", i), Of("power", i)));
                return found;
            case "d":
                found["d"] = Each(count, i => Test(i, entry.Alternative).SmallestDetectable(Of("n", i), Of("power", i)));
                return found;
            case var other:
                throw new NotSupportedException($"solve {other}");
        }
    }

    static Found PowerAnova(ConformanceEntry entry)
    {
        var grid = Grid(entry, "k", "n", "f");
        var (k, n, f) = (grid["k"], grid["n"], grid["f"]);
        return Merged(Repeated(grid), new Found { ["power"] = Each(k.Length, i => AnovaPower.At((int)k[i], n[i], f[i], entry.Number("alpha", 0.05))) });
    }

    static Found ClusterDesignPower(ConformanceEntry entry)
    {
        var grid = Grid(entry, "J", "m", "icc", "P", "R2_between", "R2_within", "attrition");
        var designs = grid["J"].Select((clusters, i) => new ClusterDesign(
            clusters, grid["m"][i], grid["icc"][i], grid["P"][i], grid["R2_between"][i], grid["R2_within"][i])).ToArray();
        var (alpha, power) = (entry.Number("alpha", 0.05), entry.Number("power", 0.8));
        return Merged(Repeated(grid), new Found
        {
            ["df"] = Each(designs.Length, i => designs[i].DegreesOfFreedom), ["multiplier"] = Each(designs.Length, i => designs[i].Multiplier(alpha, power)),
            ["mdes"] = Each(designs.Length, i => designs[i].SmallestDetectable(alpha, power)), ["design_effect"] = Each(designs.Length, i => designs[i].DesignEffect),
            ["inflation_factor"] = grid.TryGetValue("attrition", out var lost) ? Array.ConvertAll(lost, SampleSizeFactor.ForAttrition) : null,
        });
    }

    static Found DesignVarianceFactors(ConformanceEntry entry)
    {
        var rho = entry.Vector("rho");
        return new Found
        {
            ["rho"] = rho, ["post_only"] = rho.Select(_ => 1.0).ToArray(), ["change_score"] = rho.Select(SampleSizeFactor.OfChangeScore).ToArray(),
            ["ancova"] = rho.Select(SampleSizeFactor.OfAncova).ToArray(),
        };
    }

    static Found BayesTTest(ConformanceEntry entry)
    {
        Require(entry, "design", "paired", "independent", "from_t");
        var scale = entry.Number("rscale", JzsBayesFactor.UsualScale);
        if (entry.Has("null_interval") && entry.Vector("null_interval") is not [0, double.PositiveInfinity])
            throw new NotSupportedException("null_interval other than 0 … Infinity");
        if (entry.Text("design") == "from_t")
        {
            var grid = Grid(entry, "t", "n1", "n2");
            var factors = grid["t"].Select((t, i) => JzsBayesFactor.FromT(t, (int)grid["n1"][i], grid.TryGetValue("n2", out var second) ? (int)second[i] : 0, scale)).ToArray();
            return Merged(Repeated(grid), new Found
            {
                ["log_bf10"] = factors.Select(one => (object?)one.LogTwoSided).ToArray(), ["bf10"] = factors.Select(one => (object?)one.TwoSided).ToArray(),
                ["log_bf10_positive"] = factors.Select(one => (object?)one.LogPositive).ToArray(), ["log_bf10_negative"] = factors.Select(one => (object?)one.LogNegative).ToArray(),
            });
        }
        JzsBayesFactor factor;
        if (entry.Text("design") == "paired")
        {
            var (pre, post) = entry.Pairs();
            factor = JzsBayesFactor.Paired(pre, post, scale);
        }
        else
            factor = JzsBayesFactor.Independent(entry.Sample("first"), entry.Sample("second"), scale);
        return new Found
        {
            ["log_bf10"] = factor.LogTwoSided, ["bf10"] = factor.TwoSided, ["log_bf10_positive"] = factor.LogPositive, ["log_bf10_negative"] = factor.LogNegative,
        };
    }
}
