using System.Text.Json;
using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found RandomEffectsMeta(OracleEntry entry)
    {
        var studies = Studies(entry);
        var pooled = MetaAnalysis.Of(studies, ModelOf(entry, MethodOf(entry.Text("method"))));
        var (mean, heterogeneity) = (pooled.Mean, pooled.Heterogeneity);
        return new Found
        {
            ["k"] = mean.Size, ["estimate"] = mean.Value, ["se"] = mean.StandardError,
            ["stat"] = pooled.Test.Statistic, ["p"] = pooled.Test.PValue, ["ci95"] = Limits(mean.Intervals.Primary),
            ["tau2"] = heterogeneity.Variance, ["se_tau2"] = heterogeneity.StandardError,
            ["I2"] = 100 * heterogeneity.ISquared, ["H2"] = heterogeneity.HSquared,
            ["Q"] = heterogeneity.Q.Statistic, ["Q_df"] = heterogeneity.Q.DegreesOfFreedom, ["Q_p"] = heterogeneity.Q.PValue,
            ["prediction_interval95"] = pooled.Prediction is { } prediction ? Limits(prediction) : null,
        };
    }

    static Found MetaPredictionIntervals(OracleEntry entry)
    {
        object?[] By(PredictionConvention convention) =>
            Limits(PredictionInterval.Of(Studies(entry), MethodOf(entry.Text("method")), convention, LevelOf(entry)));
        return new Found
        {
            ["normal"] = By(PredictionConvention.Normal),
            ["higgins_t_k_minus_2"] = By(PredictionConvention.StudentTKMinus2),
            ["t_k_minus_1"] = By(PredictionConvention.StudentTKMinus1),
            ["knha_t_k_minus_1"] = By(PredictionConvention.HartungKnapp),
        };
    }

    static Found MetaHeterogeneityLimits(OracleEntry entry)
    {
        var heterogeneity = MetaAnalysis.Of(Studies(entry), ModelOf(entry, MethodOf(entry.Text("method")))).Heterogeneity;
        var limits = HeterogeneityLimits.Of(Studies(entry), LevelOf(entry));
        Found Row(double estimate, LimitPair pair, double unit = 1) =>
            new() { ["estimate"] = unit * estimate, ["low"] = unit * pair.Lower, ["high"] = unit * pair.Upper };
        return new Found
        {
            ["tau^2"] = Row(heterogeneity.Variance, limits.Variance),
            ["tau"] = Row(heterogeneity.StandardDeviation, limits.StandardDeviation),
            ["I^2(%)"] = Row(heterogeneity.ISquared, limits.ISquared, 100),
            ["H^2"] = Row(heterogeneity.HSquared, limits.HSquared),
        };
    }

    static Found MetaLeaveOneOut(OracleEntry entry)
    {
        var without = MetaAnalysis.LeavingOneOut(Studies(entry), ModelOf(entry, MethodOf(entry.Text("method"))));
        return new Found
        {
            ["estimate"] = Each(without.Count, i => without[i].Mean.Value),
            ["se"] = Each(without.Count, i => without[i].Mean.StandardError!.Value),
            ["tau2"] = Each(without.Count, i => without[i].Heterogeneity.Variance),
            ["I2"] = Each(without.Count, i => 100 * without[i].Heterogeneity.ISquared),
            ["Q"] = Each(without.Count, i => without[i].Heterogeneity.Q.Statistic),
        };
    }

    static Found Egger(OracleEntry entry)
    {
        var classical = EggerTest.Classical(Studies(entry), LevelOf(entry)).Asymmetry;
        if (entry.Text("model") == "weighted_regression")
            return new Found { ["t"] = classical.Statistic, ["df"] = classical.DegreesOfFreedom, ["p"] = classical.PValue };
        var mixed = EggerTest.MixedEffects(Studies(entry), ModelOf(entry, MethodOf(entry.Text("method"))));
        return new Found
        {
            ["z"] = mixed.Asymmetry.Statistic, ["p"] = mixed.Asymmetry.PValue, ["limit_estimate"] = mixed.Limit.Value,
            ["t_classic"] = classical.Statistic, ["df_classic"] = classical.DegreesOfFreedom, ["p_classic"] = classical.PValue,
        };
    }

    static Found MetaRegressionOf(OracleEntry entry) => entry.Raw("method").ValueKind == JsonValueKind.Array
        ? entry.Raw("method").EnumerateArray().Select(method => method.GetString()!).ToDictionary(name => name, name => (object?)Regression(entry, name))
        : Regression(entry, entry.Text("method"));

    static Found Regression(OracleEntry entry, string method)
    {
        var names = entry.Raw("moderators").EnumerateArray().Select(moderator => moderator.GetProperty("name").GetString()!).ToArray();
        double[][] columns = [entry.Vector("yi"), entry.Vector("vi"), .. entry.Raw("moderators").EnumerateArray().Select(moderator => entry.Vector(moderator.GetProperty("values")))];
        int[] complete = [.. Enumerable.Range(0, columns[0].Length).Where(row => !Array.Exists(columns, column => double.IsNaN(column[row])))];
        Sample Column(int place) => new(complete.Select(row => columns[place][row]));
        var regression = MetaRegression.Of(
            new StudyEffects(Column(0), Column(1)), [.. names.Select((name, i) => new Moderator(name, Column(i + 2)))], ModelOf(entry, MethodOf(method)));
        var coefficients = regression.Coefficients;
        var statistics = Each(coefficients.Count, i => coefficients[i].Test.Statistic);
        return new Found
        {
            ["k"] = complete.Length,
            ["b"] = Each(coefficients.Count, i => coefficients[i].Estimate.Value),
            ["se"] = Each(coefficients.Count, i => coefficients[i].Estimate.StandardError!.Value),
            ["t"] = statistics, ["z"] = statistics, ["p"] = Each(coefficients.Count, i => coefficients[i].Test.PValue),
            ["df"] = coefficients[0].Test.DegreesOfFreedom,
            ["tau2"] = regression.Residual.Variance, ["I2_residual"] = 100 * regression.Residual.ISquared, ["R2"] = 100 * regression.Explained,
            ["QE"] = regression.Residual.Q.Statistic, ["QE_p"] = regression.Residual.Q.PValue,
            ["QM"] = regression.Moderators.Statistic, ["QM_F"] = regression.Moderators.Statistic, ["QM_p"] = regression.Moderators.PValue,
        };
    }

    static Found MetaSubgroups(OracleEntry entry)
    {
        var common = entry.Text("tau2") == "common";
        var analysis = SubgroupAnalysis.Of(
            Studies(entry), entry.Cells("groups"), common ? SubgroupHeterogeneity.Common : SubgroupHeterogeneity.Separate,
            ModelOf(entry, MethodOf(entry.Text("method"))));
        var groups = analysis.Subgroups.OrderBy(group => group.Name, StringComparer.Ordinal).ToArray();
        object Of(Func<Subgroup, double> value) => common
            ? Each(groups.Length, i => value(groups[i]))
            : groups.ToDictionary(group => group.Name, group => (object?)value(group));
        return new Found
        {
            ["group"] = groups.Select(group => group.Name).ToArray(),
            ["k"] = Of(group => group.Mean.Size), ["estimate"] = Of(group => group.Mean.Value), ["se"] = Of(group => group.Mean.StandardError!.Value),
            ["tau2"] = common ? groups[0].HeterogeneityVariance : Of(group => group.HeterogeneityVariance),
            ["Q_within"] = Of(group => group.Q!.Statistic), ["QE"] = analysis.Residual?.Q.Statistic,
            ["Q_between"] = analysis.Between.Statistic, ["df"] = analysis.Between.NumeratorDegreesOfFreedom, ["p"] = analysis.Between.PValue,
        };
    }

    static Found ThreeLevelMeta(OracleEntry entry)
    {
        var model = ThreeLevelModel.Of(Studies(entry), new(entry.Cells("outer"), entry.Cells("inner")), [], LevelOf(entry));
        var mean = model.Coefficients[0];
        var names = entry.Raw("names");
        return new Found
        {
            ["estimate"] = mean.ModelBased.Value, ["se"] = mean.ModelBased.StandardError, ["Q"] = model.Q.Statistic, ["loglik"] = model.LogLikelihood,
            [names.GetProperty("sigma2_outer").GetString()!] = model.OuterVariance,
            [names.GetProperty("sigma2_inner").GetString()!] = model.InnerVariance,
            ["cr2_se"] = mean.Robust.StandardError, ["cr2_df"] = mean.Robust.DegreesOfFreedom, ["cr2_p"] = mean.RobustTest.PValue,
        };
    }

    static StudyEffects Studies(OracleEntry entry) => new(entry.Sample("yi"), entry.Sample("vi"));

    static ConfidenceLevel LevelOf(OracleEntry entry) => entry.Has("confidence_level") ? entry.Level : ConfidenceLevel.Percent95;

    static PoolingModel ModelOf(OracleEntry entry, HeterogeneityMethod method) => new(
        method, entry.Has("test") && entry.Text("test") == "knha" ? PooledTest.HartungKnapp : PooledTest.Normal, LevelOf(entry));

    static HeterogeneityMethod MethodOf(string name) => name switch
    {
        "EE" => HeterogeneityMethod.EqualEffects,
        "DL" => HeterogeneityMethod.DerSimonianLaird,
        "REML" => HeterogeneityMethod.Restricted,
        "ML" => HeterogeneityMethod.MaximumLikelihood,
        "PM" => HeterogeneityMethod.PauleMandel,
        "HE" => HeterogeneityMethod.HedgesOlkin,
        "SJ" => HeterogeneityMethod.SidikJonkman,
        "HS" => HeterogeneityMethod.HunterSchmidt,
        "EB" => HeterogeneityMethod.EmpiricalBayes,
        _ => throw new InvalidDataException($"Method {name}."),
    };
}
