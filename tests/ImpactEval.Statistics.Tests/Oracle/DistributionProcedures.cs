using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Nonparametric;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found? DistributionFunction(OracleEntry entry)
    {
        double[] Of(string name) => entry.Vector(name);
        switch (entry.Text("distribution"), entry.Text("function"))
        {
            case ("student_t", "cdf"):
                var (t, df) = (Of("t"), Of("df"));
                return new Found
                {
                    ["t"] = t, ["df"] = df,
                    ["p"] = Each(t.Length, i => StudentT.Cdf(t[i], df[i])),
                    ["upper"] = Each(t.Length, i => StudentT.Upper(t[i], df[i])),
                };
            case ("student_t", "quantile"):
                var (p, degrees) = (Of("p"), Of("df"));
                return new Found { ["p"] = p, ["df"] = degrees, ["q"] = Each(p.Length, i => StudentT.Quantile(p[i], degrees[i])) };
            case ("f", "cdf"):
                var (f, df1, df2) = (Of("f"), Of("df1"), Of("df2"));
                return new Found
                {
                    ["f"] = f, ["df1"] = df1, ["df2"] = df2,
                    ["p"] = Each(f.Length, i => FisherF.Cdf(f[i], df1[i], df2[i])),
                    ["upper"] = Each(f.Length, i => FisherF.Upper(f[i], df1[i], df2[i])),
                };
            case ("normal", _):
                var (x, at) = (Of("x"), Of("q_p"));
                return new Found
                {
                    ["x"] = x, ["q_p"] = at,
                    ["p"] = Each(x.Length, i => StandardNormal.Cdf(x[i])),
                    ["upper"] = Each(x.Length, i => StandardNormal.Upper(x[i])),
                    ["log_p"] = Each(x.Length, i => x[i] < 0 ? Math.Log(StandardNormal.Cdf(x[i])) : MathNet.Numerics.SpecialFunctions.Log1p(-StandardNormal.Upper(x[i]))),
                    ["q"] = Each(at.Length, i => StandardNormal.Quantile(at[i])),
                };
            case ("beta", _):
                var (share, a, b) = (Of("x"), Of("a"), Of("b"));
                return new Found
                {
                    ["x"] = share, ["a"] = a, ["b"] = b,
                    ["pbeta"] = Each(share.Length, i => BetaDistribution.Cdf(share[i], a[i], b[i])),
                    ["qbeta_p025"] = Each(share.Length, i => BetaDistribution.Quantile(entry.Number("quantile_at"), a[i], b[i])),
                    ["lgamma_a"] = Each(share.Length, i => MathNet.Numerics.SpecialFunctions.GammaLn(a[i])),
                };
            case ("noncentral_t", _):
                var (nt, ndf, ncp) = (Of("t"), Of("df"), Of("ncp"));
                return new Found { ["t"] = nt, ["df"] = ndf, ["ncp"] = ncp, ["p"] = Each(nt.Length, i => NoncentralT.Cdf(nt[i], ndf[i], ncp[i])) };
            case ("noncentral_f", _):
                var (nf, ndf1, ndf2, nfncp) = (Of("f"), Of("df1"), Of("df2"), Of("ncp"));
                return new Found
                {
                    ["f"] = nf, ["df1"] = ndf1, ["df2"] = ndf2, ["ncp"] = nfncp,
                    ["p"] = Each(nf.Length, i => NoncentralF.Cdf(nf[i], ndf1[i], ndf2[i], nfncp[i])),
                };
            case ("chi_square", _):
                var (chi, cdf) = (Of("x"), Of("df"));
                return new Found
                {
                    ["x"] = chi, ["df"] = cdf,
                    ["p"] = Each(chi.Length, i => ChiSquare.Cdf(chi[i], cdf[i])),
                    ["upper"] = Each(chi.Length, i => ChiSquare.Upper(chi[i], cdf[i])),
                    ["nc3"] = Each(chi.Length, i => NoncentralChiSquare.Cdf(chi[i], cdf[i], entry.Number("ncp"))),
                };
            case ("signed_rank", _):
                var (v, pairs) = (Of("v"), Of("n"));
                return new Found
                {
                    ["v"] = v, ["n"] = pairs,
                    ["psignrank"] = Each(v.Length, i => SignedRankDistribution.Of([.. Enumerable.Range(1, (int)pairs[i])]).AtMost((int)v[i])),
                };
            case ("mann_whitney", _):
                var (u, m, others) = (Of("u"), Of("m"), Of("n"));
                return new Found
                {
                    ["u"] = u, ["m"] = m, ["n"] = others,
                    ["pwilcox"] = Each(u.Length, i => RankSumDistribution.Of([.. Enumerable.Range(1, (int)(m[i] + others[i]))], (int)m[i]).AtMost(u[i] + m[i] * (m[i] + 1) / 2)),
                };
            default:
                return null;
        }
    }

    static Found NoncentralTLimits(OracleEntry entry)
    {
        var (t, df) = (entry.Vector("t"), entry.Vector("df"));
        var limits = t.Zip(df, (one, degrees) => NoncentralityLimits.Of(one, degrees, entry.Level)).ToArray();
        return new Found
        {
            ["t"] = t, ["df"] = df,
            ["ncp_lower"] = Each(t.Length, i => limits[i].Lower),
            ["ncp_upper"] = Each(t.Length, i => limits[i].Upper),
        };
    }
}
