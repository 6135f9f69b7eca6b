using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found NoncentralFLimits(OracleEntry entry)
    {
        var (f, df1, df2) = (entry.Vector("F"), entry.Vector("df1"), entry.Vector("df2"));
        return new Found(Limits([.. f.Select((one, i) => NoncentralF.Limits(one, df1[i], df2[i], entry.Level))])) { ["F"] = f, ["df1"] = df1, ["df2"] = df2 };
    }

    static Found NoncentralChi2Limits(OracleEntry entry)
    {
        var (x, df) = (entry.Vector("x"), entry.Vector("df"));
        return new Found(Limits([.. x.Select((one, i) => NoncentralChiSquare.Limits(one, df[i], entry.Level))])) { ["x"] = x, ["df"] = df };
    }

    static Found Limits(NoncentralityLimits[] limits) => new()
    {
        ["ncp_lower"] = Each(limits.Length, i => limits[i].Lower), ["ncp_upper"] = Each(limits.Length, i => limits[i].Upper),
    };
}
