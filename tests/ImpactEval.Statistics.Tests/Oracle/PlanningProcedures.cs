using ImpactEval.Statistics.Bayes;
using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Ordinal;
using ImpactEval.Statistics.Planning;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found PowerTTest(OracleEntry entry)
    {
        double[] Of(string name, int count) => entry.Raw(name).ValueKind == System.Text.Json.JsonValueKind.Number ? [.. Enumerable.Repeat(entry.Number(name), count)] : entry.Vector(name);
        var solve = entry.Text("solve");
        var count = entry.Vector(solve == "d" ? "n" : "d").Length;
        var types = entry.Raw("type").ValueKind == System.Text.Json.JsonValueKind.String ? [.. Enumerable.Repeat(entry.Text("type"), count)] : entry.Cells("type");
        TTestPower Test(int i, Alternative alternative) =>
            new(types[i] == "paired" ? TTestDesign.Paired : TTestDesign.Independent, entry.Number("alpha"), alternative);
        var found = new Found { ["type"] = types };
        foreach (var given in new[] { "d", "n", "n1", "n2", "power" }.Where(entry.Has))
            found[given] = Of(given, count);
        if (solve == "power" && entry.Has("n1"))
        {
            var (d, n1, n2) = (entry.Vector("d"), entry.Vector("n1"), entry.Vector("n2"));
            found["power"] = Each(count, i => Test(i, entry.Alternative).At(d[i], n1[i], n2[i]));
        }
        else if (solve == "power")
        {
            var (d, n) = (entry.Vector("d"), Of("n", count));
            found["power_strict"] = found["power_pwr"] = found["power"] = Each(count, i => Test(i, entry.Alternative).At(d[i], n[i]));
            found["power_one_sided"] = Each(count, i => Test(i, Alternative.Greater).At(d[i], n[i]));
        }
        else if (solve == "n")
        {
            var (d, power) = (entry.Vector("d"), Of("power", count));
            found["n"] = Each(count, i => Test(i, entry.Alternative).Size(d[i], power[i]));
        }
        else
        {
            var (n, power) = (entry.Vector("n"), Of("power", count));
            found["d"] = Each(count, i => Test(i, entry.Alternative).SmallestDetectable(n[i], power[i]));
        }
        return found;
    }

    static Found PowerAnova(OracleEntry entry)
    {
        var (k, n, f) = (entry.Vector("k"), entry.Vector("n"), entry.Vector("f"));
        return new Found
        {
            ["k"] = k, ["n"] = n, ["f"] = f,
            ["power"] = Each(k.Length, i => AnovaPower.At((int)k[i], n[i], f[i], entry.Number("alpha"))),
        };
    }

    static Found ClusterDesignPower(OracleEntry entry)
    {
        string[] inputs = ["J", "m", "icc", "P", "R2_between", "R2_within", "attrition"];
        var given = inputs.ToDictionary(name => name, entry.Vector);
        var designs = given["J"].Select((clusters, i) => new ClusterDesign(
            clusters, given["m"][i], given["icc"][i], given["P"][i], given["R2_between"][i], given["R2_within"][i])).ToArray();
        var (alpha, power) = (entry.Number("alpha"), entry.Number("power"));
        var found = given.ToDictionary(pair => pair.Key, pair => (object?)pair.Value);
        found["df"] = designs.Select(design => design.DegreesOfFreedom).ToArray();
        found["multiplier"] = designs.Select(design => design.Multiplier(alpha, power)).ToArray();
        found["mdes"] = designs.Select(design => design.SmallestDetectable(alpha, power)).ToArray();
        found["design_effect"] = designs.Select(design => design.DesignEffect).ToArray();
        found["inflation_factor"] = given["attrition"].Select(SampleSizeFactor.ForAttrition).ToArray();
        return found;
    }

    static Found DesignVarianceFactors(OracleEntry entry)
    {
        var rho = entry.Vector("rho");
        return new Found
        {
            ["rho"] = rho, ["post_only"] = rho.Select(_ => 1.0).ToArray(), ["change_score"] = rho.Select(SampleSizeFactor.OfChangeScore).ToArray(),
            ["ancova"] = rho.Select(SampleSizeFactor.OfAncova).ToArray(),
        };
    }

    static Found BayesTTest(OracleEntry entry)
    {
        var scale = entry.Number("rscale");
        if (entry.Text("design") == "from_t")
        {
            var (t, n1, n2) = (entry.Vector("t"), entry.Vector("n1"), entry.Vector("n2"));
            return new Found
            {
                ["t"] = t, ["n1"] = n1, ["n2"] = n2,
                ["log_bf10"] = Each(t.Length, i => JzsBayesFactor.FromT(t[i], (int)n1[i], (int)n2[i], scale).LogTwoSided),
            };
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

    static Found? OrdinalRegression(OracleEntry entry)
    {
        if (entry.Text("link") != "logit")
            return null;
        var formula = entry.Raw("formula");
        var factors = formula.GetProperty("factors");
        string[] Levels(string column) => [.. factors.GetProperty(column).GetProperty("levels").EnumerateArray().Select(level => level.GetString()!)];
        string Named(string term) => formula.TryGetProperty("names", out var names) && names.TryGetProperty(term, out var name) ? name.GetString()! : term;
        var predictors = new List<(string Name, Sample Values)>();
        foreach (var column in formula.GetProperty("fixed").EnumerateArray().Select(term => term.GetString()!))
        {
            var cells = entry.Column(column);
            if (!factors.TryGetProperty(column, out var factor))
                predictors.Add((Named(column), new Sample(cells.Select(OracleTable.Number))));
            else if (factor.GetProperty("coding").GetString() == "score")
                predictors.Add((Named(column), new Sample(cells.Select(cell => Array.IndexOf(Levels(column), cell) + 1.0))));
            else
                predictors.AddRange(Levels(column)[1..].Select(level => (Named(column + level), new Sample(cells.Select(cell => cell == level ? 1.0 : 0)))));
        }
        var response = formula.GetProperty("response").GetString()!;
        var model = OrdinalLogit.Of([.. entry.Column(response).Select(cell => Array.IndexOf(Levels(response), cell))], [.. predictors.Select(one => one.Values)], ConfidenceLevel.Percent95);
        string[] terms = [.. predictors.Select(one => one.Name), .. model.Thresholds.Select((_, j) => $"{j + 1}|{j + 2}")];
        Estimate[] estimates = [.. model.Coefficients, .. model.Thresholds];
        return new Found
        {
            ["term"] = terms, ["deviance"] = model.Deviance,
            ["estimate"] = terms.Zip(estimates).ToDictionary(pair => pair.First, pair => (object?)pair.Second.Value),
            ["se"] = terms.Zip(estimates).ToDictionary(pair => pair.First, pair => (object?)pair.Second.StandardError),
        };
    }

    static Found OrdinalChanges(OracleEntry entry)
    {
        var (pre, post) = entry.Pairs();
        var change = OrdinalChange.Of(pre, post, entry.Number("top_from"));
        return new Found
        {
            ["n"] = change.Size, ["up"] = change.Up, ["same"] = change.Same, ["down"] = change.Down, ["p_sup_paired"] = change.ProbabilityOfSuperiority,
            ["top2_pre"] = change.TopBefore, ["top2_post"] = change.TopAfter, ["net_change"] = change.NetShift, ["sign_p"] = change.SignTest?.PValue,
            ["wilcoxon_p_nocc"] = WilcoxonSignedRank.Approximate(SignedRanks.Of(pre, post, ZeroRule.Wilcoxon), ContinuityCorrection.None, Alternative.TwoSided).PValue,
            ["rb_wilcoxon"] = MatchedRankBiserial.Value(pre, post, ZeroRule.Wilcoxon), ["rb_pratt"] = MatchedRankBiserial.Value(pre, post, ZeroRule.Pratt),
        };
    }
}
