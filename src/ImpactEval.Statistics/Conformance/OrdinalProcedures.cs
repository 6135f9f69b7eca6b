using ImpactEval.Statistics.Nonparametric;
using ImpactEval.Statistics.Ordinal;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    static Found OrdinalRegression(ConformanceEntry entry)
    {
        Require(entry, "link", "logit");
        var (formula, frame, design) = Frame(entry, sumToZero: false);
        var predictors = design.Terms.SelectMany(EntryFormula.ModelColumns).ToArray();
        var model = OrdinalLogit.Of(formula.Places(frame, formula.Response), [.. predictors.Select(one => one.Values)], entry.Level);
        string[] terms = [.. formula.Renamed(predictors.Select(one => one.Name)), .. model.Thresholds.Select((_, j) => $"{j + 1}|{j + 2}")];
        Estimate[] estimates = [.. model.Coefficients, .. model.Thresholds];
        return new Found
        {
            ["term"] = Themselves(terms), ["deviance"] = model.Deviance, ["estimate"] = By(terms, i => estimates[i].Value), ["se"] = By(terms, i => estimates[i].StandardError),
        };
    }

    static Found OrdinalChanges(ConformanceEntry entry)
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
