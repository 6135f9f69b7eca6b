using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    static Found RandomEffectsMeta(ConformanceEntry entry)
    {
        var pooled = MetaAnalysis.Of(Studies(entry), ModelOf(entry));
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

    static Found MetaPredictionIntervals(ConformanceEntry entry)
    {
        object?[] By(PredictionConvention convention) => Limits(PredictionInterval.Of(Studies(entry), ModelOf(entry).Heterogeneity, convention, entry.Level));
        return new Found
        {
            ["normal"] = By(PredictionConvention.Normal),
            ["higgins_t_k_minus_2"] = By(PredictionConvention.StudentTKMinus2),
            ["t_k_minus_1"] = By(PredictionConvention.StudentTKMinus1),
            ["knha_t_k_minus_1"] = By(PredictionConvention.HartungKnapp),
        };
    }

    static Found MetaHeterogeneityLimits(ConformanceEntry entry)
    {
        Require(entry, "limits", "q_profile");
        var heterogeneity = MetaAnalysis.Of(Studies(entry), ModelOf(entry)).Heterogeneity;
        var limits = HeterogeneityLimits.Of(Studies(entry), entry.Level);
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

    static Found MetaLeaveOneOut(ConformanceEntry entry)
    {
        var without = MetaAnalysis.LeavingOneOut(Studies(entry), ModelOf(entry));
        return new Found
        {
            ["estimate"] = Each(without.Count, i => without[i].Mean.Value),
            ["se"] = Each(without.Count, i => without[i].Mean.StandardError!.Value),
            ["tau2"] = Each(without.Count, i => without[i].Heterogeneity.Variance),
            ["I2"] = Each(without.Count, i => 100 * without[i].Heterogeneity.ISquared),
            ["Q"] = Each(without.Count, i => without[i].Heterogeneity.Q.Statistic),
        };
    }

    static Found Egger(ConformanceEntry entry)
    {
        Require(entry, "model", "mixed_effects", "weighted_regression");
        Require(entry, "predictor", "standard_error");
        var classical = EggerTest.Classical(Studies(entry), entry.Level).Asymmetry;
        if (entry.Text("model") == "weighted_regression")
            return new Found { ["t"] = classical.Statistic, ["df"] = classical.DegreesOfFreedom, ["p"] = classical.PValue };
        var mixed = EggerTest.MixedEffects(Studies(entry), ModelOf(entry));
        return new Found
        {
            ["z"] = mixed.Asymmetry.Statistic, ["p"] = mixed.Asymmetry.PValue, ["limit_estimate"] = mixed.Limit.Value,
            ["t_classic"] = classical.Statistic, ["df_classic"] = classical.DegreesOfFreedom, ["p_classic"] = classical.PValue,
        };
    }

    /// <summary>A list of methods gives one result by method.</summary>
    static Found MetaRegressionOf(ConformanceEntry entry) => entry.Raw("method").ValueKind == System.Text.Json.JsonValueKind.Array
        ? entry.Texts("method").ToDictionary(name => name, name => (object?)Regression(entry, name), StringComparer.Ordinal)
        : Regression(entry, entry.Text("method"));

    static Found Regression(ConformanceEntry entry, string method)
    {
        var moderators = entry.Raw("moderators").EnumerateArray().ToArray();
        var columns = ConformanceEntry.Complete([entry.Vector("yi"), entry.Vector("vi"), .. moderators.Select(moderator => entry.Vector(moderator.GetProperty("values")))]);
        var regression = MetaRegression.Of(
            new StudyEffects(new Sample(columns[0]), new Sample(columns[1])),
            [.. moderators.Select((moderator, i) => new Moderator(moderator.GetProperty("name").GetString()!, new Sample(columns[i + 2])))],
            ModelOf(entry, method));
        var coefficients = regression.Coefficients;
        string[] terms = [.. coefficients.Select(one => one.Term)];
        var statistics = By(terms, i => coefficients[i].Test.Statistic);
        return new Found
        {
            ["k"] = columns[0].Length, ["term"] = Themselves(terms), ["b"] = By(terms, i => coefficients[i].Estimate.Value),
            ["se"] = By(terms, i => coefficients[i].Estimate.StandardError), ["t"] = statistics, ["z"] = statistics, ["p"] = By(terms, i => coefficients[i].Test.PValue),
            ["df"] = coefficients[0].Test.DegreesOfFreedom,
            ["tau2"] = regression.Residual.Variance, ["I2_residual"] = 100 * regression.Residual.ISquared, ["R2"] = 100 * regression.Explained,
            ["QE"] = regression.Residual.Q.Statistic, ["QE_p"] = regression.Residual.Q.PValue,
            ["QM"] = regression.Moderators.Statistic, ["QM_F"] = regression.Moderators.Statistic, ["QM_p"] = regression.Moderators.PValue,
        };
    }

    static Found MetaSubgroups(ConformanceEntry entry)
    {
        Require(entry, "tau2", "separate", "common");
        var common = entry.Text("tau2") == "common";
        var (studies, groupsOf) = (Studies(entry), entry.Cells("groups"));
        var analysis = SubgroupAnalysis.Of(studies, groupsOf, common ? SubgroupHeterogeneity.Common : SubgroupHeterogeneity.Separate, ModelOf(entry));
        var groups = analysis.Subgroups.OrderBy(group => group.Name, StringComparer.Ordinal).ToArray();
        string[] names = [.. groups.Select(group => group.Name)];
        Named Of(Func<Subgroup, double?> value) => By(names, i => value(groups[i]));
        return new Found
        {
            ["group"] = Themselves(names),
            ["k"] = Of(group => group.Mean.Size), ["estimate"] = Of(group => group.Mean.Value), ["se"] = Of(group => group.Mean.StandardError),
            ["tau2"] = common ? groups[0].HeterogeneityVariance : Of(group => group.HeterogeneityVariance),
            ["Q_within"] = Of(group => group.Q?.Statistic ?? 0), ["QE"] = analysis.Residual?.Q.Statistic,
            ["Q_between"] = analysis.Between.Statistic, ["df"] = analysis.Between.NumeratorDegreesOfFreedom, ["p"] = analysis.Between.PValue,
        };
    }

    static Found ThreeLevelMeta(ConformanceEntry entry)
    {
        Require(entry, "covariance", "CR2");
        Require(entry, "method", "REML");
        var model = ThreeLevelModel.Of(Studies(entry), new(entry.Cells("outer"), entry.Cells("inner")), [], entry.Level);
        var mean = model.Coefficients[0];
        string Name(string variance) => entry.Has("names") && entry.Raw("names").TryGetProperty(variance, out var other) ? other.GetString()! : variance;
        return new Found
        {
            ["estimate"] = mean.ModelBased.Value, ["se"] = mean.ModelBased.StandardError, ["Q"] = model.Q.Statistic, ["loglik"] = model.LogLikelihood,
            [Name("sigma2_outer")] = model.OuterVariance, [Name("sigma2_inner")] = model.InnerVariance,
            ["cr2_se"] = mean.Robust.StandardError, ["cr2_df"] = mean.Robust.DegreesOfFreedom, ["cr2_p"] = mean.RobustTest.PValue,
        };
    }

    static StudyEffects Studies(ConformanceEntry entry)
    {
        var columns = ConformanceEntry.Complete([entry.Vector("yi"), entry.Vector("vi")]);
        return new StudyEffects(new Sample(columns[0]), new Sample(columns[1]));
    }

    static PoolingModel ModelOf(ConformanceEntry entry, string? method = null)
    {
        Require(entry, "test", "z", "knha");
        return new PoolingModel(
            MethodOf(method ?? entry.Text("method", "REML")), entry.Text("test", "z") == "knha" ? PooledTest.HartungKnapp : PooledTest.Normal, entry.Level);
    }

    static HeterogeneityMethod MethodOf(string name) => name switch
    {
        "EE" or "FE" or "CE" => HeterogeneityMethod.EqualEffects,
        "DL" => HeterogeneityMethod.DerSimonianLaird,
        "REML" => HeterogeneityMethod.Restricted,
        "ML" => HeterogeneityMethod.MaximumLikelihood,
        "PM" => HeterogeneityMethod.PauleMandel,
        "HE" => HeterogeneityMethod.HedgesOlkin,
        "SJ" => HeterogeneityMethod.SidikJonkman,
        "HS" => HeterogeneityMethod.HunterSchmidt,
        "EB" => HeterogeneityMethod.EmpiricalBayes,
        _ => throw new NotSupportedException($"method {name}"),
    };
}
