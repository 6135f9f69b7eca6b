using ImpactEval.Statistics.Missing;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Regression;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class MissingStatistics
{
    const string Rubin = "Rubin (1987), Multiple imputation for nonresponse in surveys; Barnard and Rubin (1999), Biometrika 86, 948–955";

    static readonly ColumnRole Outcome = Numeric("outcome").Or("response").WithGaps;

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        Entry("em_multivariate_normal", "Dempster, Laird and Rubin (1977), JRSS B 39, 1–38",
            new ColumnSet(Numeric("columns").Or("column").Several.WithGaps), [], Em),
        Entry("multiple_imputation", Rubin + "; van Buuren (2018), Flexible imputation of missing data, 2nd ed.",
            new ColumnSet(Numeric("pre").WithGaps, Numeric("post").WithGaps, Numeric("auxiliary").Several.WithGaps.Optional),
            [
                Options.Word("effect", "mean_diff", "d_av", "d_z", "d_rm"), Options.Word("model", "normal", "predictive_mean_matching"),
                Options.Whole("imputations", MultipleImputation.UsualImputations, new NumberRange(2, 1000)),
                Options.Whole("rounds", MultipleImputation.UsualRounds, new NumberRange(1, 1000)),
                Options.Seed, Options.Level,
            ],
            Imputed),
        Entry("rubin_pool", Rubin, new ColumnSet(Numeric("estimates"), Numeric("variances")),
            [Options.Number("n", null, Options.From(1)), Options.Number("parameters", 1, Options.From(0)), Options.Level], Pooled),
        Entry("rubin_pool_linear_model", Rubin, new ColumnSet(Numeric("outcome").Or("response"), Predictors, Category("imputation")),
            [Options.Reference, ModelTerms.Factors, ModelTerms.Interactions, Options.Level], PooledModel),
        Entry("lee_bounds", "Lee (2009), Review of Economic Studies 76, 1071–1102; Imbens and Manski (2004), Econometrica 72, 1845–1857",
            new ColumnSet(Outcome, Treated, Numeric("observed").Optional),
            [Options.Levels, Options.Reference, Options.Level, Options.Resamples, Options.Seed], Bounds),
        Entry("attrition_weighting", "Robins, Rotnitzky and Zhao (1995), JASA 90, 106–121; Wooldridge (2007), J. of Econometrics 141, 1281–1301",
            new ColumnSet(Outcome, Treated, Predictors),
            [Options.Number("trim", ResponseWeighting.UsualTrim, Options.Trim), Options.Levels, Options.Reference, ModelTerms.Factors,
                Options.Level], Weighted),
        Entry("attrition_table", "What Works Clearinghouse (2020), Standards handbook 4.1, chapter II",
            new ColumnSet(Treated, Numeric("observed").WithGaps), [Options.Levels, Options.Reference], Attrition),
    ];

    static CatalogueEntry Entry(string name, string source, ColumnSet columns, IReadOnlyList<StatisticOption> options, StatisticOfInput compute) =>
        new(name, StatisticFamily.Missing, source, [columns], options, compute);

    static void Em(StatisticInput input, ResultRows rows)
    {
        var (normal, names) = (NormalByEm.Of(new IncompleteScores(input.Persons("columns"))), input.Names("columns"));
        for (var i = 0; i < names.Length; i++)
            rows.Add("means", normal.Mean[i], names[i], normal.Persons);
        for (var i = 0; i < names.Length; i++)
            for (var j = 0; j <= i; j++)
                rows.Add("cov", normal.Covariance[i, j], i == j ? names[i] : $"{names[j]}|{names[i]}", normal.Persons);
    }

    static void Imputed(StatisticInput input, ResultRows rows)
    {
        double[][][] roles = [input.Persons("pre"), input.Persons("post"),
            input.Has("auxiliary") ? input.Persons("auxiliary") : [.. Enumerable.Range(0, input.Size).Select(_ => Array.Empty<double>())]];
        var scores = new IncompleteScores([.. Enumerable.Range(0, input.Size).Select(row => roles.SelectMany(role => role[row]).ToArray())]);
        var model = input.Word("model") == "normal" ? ImputationModel.Normal : ImputationModel.PredictiveMeanMatching;
        var completed = MultipleImputation.Of(scores, model, input.Whole("imputations"), input.Whole("rounds"), input.Seed);
        var pooled = RubinPooling.Of(completed, people => Effect(input, people), input.Size - 1.0, input.Level);
        AddPooled(pooled, input.Word("effect"), null, rows);
        rows.Add("cells_missing", scores.MissingOfItem.Sum());
        rows.Add("complete_rows", scores.CompletePersons);
    }

    static Estimate Effect(StatisticInput input, double[][] people)
    {
        var pairs = PairedSummary.Of(new Sample(people.Select(person => person[0])), new Sample(people.Select(person => person[1])));
        return input.Word("effect") switch
        {
            "mean_diff" => MeanGain.Of(pairs, input.Level),
            "d_av" => CohensDav.Of(pairs, input.Level),
            "d_z" => CohensDz.Of(pairs, input.Level),
            _ => CohensDrm.Of(pairs, input.Level),
        };
    }

    static void AddPooled(PooledEstimate pooled, string term, string? of, ResultRows rows)
    {
        var n = pooled.Estimate.Size > 0 ? pooled.Estimate.Size : (int?)null;
        rows.AddCoefficient(term, of, () => pooled.Estimate);
        rows.Add("within", pooled.Within, of, n);
        rows.Add("between", pooled.Between, of, n);
        rows.Add("total", pooled.Total, of, n);
        rows.Add("riv", pooled.RelativeIncrease, of, n);
        rows.Add("lambda", pooled.Lambda, of, n);
        rows.Add("fmi", pooled.FractionMissing, of, n);
        if (pooled.DegreesOfFreedomOfRubin is { } df)
            rows.Add("df_rubin_1987", df, of, n);
    }

    static void Pooled(StatisticInput input, ResultRows rows)
    {
        var (estimates, variances) = (input.Sample("estimates"), input.Sample("variances"));
        if (estimates.Size != 0 && variances.Values.ContainsAnyInRange(double.NegativeInfinity, 0))
            throw new ArgumentException("A sampling variance is positive.", nameof(input));
        Estimate[] all = [.. estimates.Values.ToArray().Zip(variances.Values.ToArray(),
            (value, variance) => new Estimate(value, Math.Sqrt(variance), null, 0,
            NamedIntervals.Of(IntervalMethod.Normal, null, null, input.Level)))];
        var complete = input.IsSet("n") ? input.Number("n") - input.Number("parameters") : double.PositiveInfinity;
        AddPooled(RubinPooling.Of(all, complete, input.Level), "estimate", null, rows);
    }

    static void PooledModel(StatisticInput input, ResultRows rows)
    {
        var (imputation, outcome, whole) = (input.Categories("imputation"), input.Sample("outcome"), input.Design("predictor"));
        var fits = input.Column("imputation").Levels().Select(level =>
        {
            int[] own = [.. Enumerable.Range(0, imputation.Length).Where(row => imputation[row] == level)];
            var terms = whole.Labels.Zip(whole.Columns).Skip(1).Select(column => new DesignTerm(Predictor.Numeric(column.First,
                new Sample(own.Select(row => column.Second[row])))));
            return CoefficientCovariance.Classical(LinearModel.Fit(new Design(own.Length, [.. terms]),
                new Sample(own.Select(row => outcome.Values[row]))));
        }).ToArray();
        double complete = fits[0].Model.DegreesOfFreedom;
        foreach (var label in whole.Labels)
            AddPooled(RubinPooling.Of([.. fits.Select(fit => fit.Of(label, input.Level))], complete, input.Level), "coefficient", label, rows);
    }

    static void Bounds(StatisticInput input, ResultRows rows)
    {
        var (outcome, arms) = (input.Column("outcome").Numbers, input.Arms());
        var came = input.Has("observed") ? InputGroups.YesNo(input.Column("observed")) : [.. outcome.Select(score => !double.IsNaN(score))];
        if (Array.Exists(came.Zip(outcome).ToArray(), person => person.First && double.IsNaN(person.Second)))
            throw StatisticInput.Refused(CatalogueProblemKind.Refused, "observed", "somebody who was observed has no outcome");
        ObservedArm Arm(bool arm) => new(new Sample(outcome.Where((_, row) => arms[row] == arm && came[row])), arms.Count(one => one == arm));
        var (treated, control) = (Arm(true), Arm(false));
        var bounds = LeeBounds.Of(treated, control);
        rows.Add("lower", bounds.Lower);
        rows.Add("upper", bounds.Upper);
        rows.Add("effect_interval", LeeBounds.Interval(treated, control, input.Level, input.Resamples, input.Seed));
        rows.Add("naive", bounds.Naive, n: treated.Observed + control.Observed);
        rows.Add("retention_treat", treated.Retention, n: treated.Assigned);
        rows.Add("retention_control", control.Retention, n: control.Assigned);
        rows.Add("trimming_proportion", bounds.TrimmedShare);
        rows.Add("n_trimmed", bounds.Trimmed);
    }

    static void Weighted(StatisticInput input, ResultRows rows)
    {
        var (arms, columns) = (input.Arms(), input.NumberColumns("predictor"));
        var found = ResponseWeighting.Of(input.Column("outcome").Numbers, arms, [.. columns.Select(column => column.Values)], input.Level,
            input.Number("trim"));
        rows.AddCoefficient("difference", null, () => found.Difference);
        rows.Add("weight_min", found.Weights.Min(), n: found.Weights.Count);
        rows.Add("weight_max", found.Weights.Max(), n: found.Weights.Count);
        rows.Add("ess_kish", found.EffectiveSize, n: found.Weights.Count);
        foreach (var (column, coefficient) in columns.Zip(found.ResponseModel.Coefficients))
            rows.Add("response_log_odds", coefficient, of: column.Name);
    }

    static void Attrition(StatisticInput input, ResultRows rows)
    {
        // 0/1 says who came; of any other column a blank cell does.
        var (column, arms) = (input.Column("observed"), input.Arms());
        var came = column.Numbers.All(number => number is 0 or 1)
            ? InputGroups.YesNo(column) : [.. column.Numbers.Select(score => !double.IsNaN(score))];
        int Count(bool arm, bool observed) => arms.Zip(came).Count(person => person.First == arm && (person.Second || !observed));
        var table = AttritionTable.Of(Count(true, false), Count(true, true), Count(false, false), Count(false, true));
        rows.Add("attrition_treat", table.Treated, n: Count(true, false));
        rows.Add("attrition_control", table.Comparison, n: Count(false, false));
        rows.Add("overall", table.Overall);
        rows.Add("differential", table.Differential);
        rows.Add("chi2", () => table.Test ?? throw new NotEstimableException(NotEstimableReason.NoVariation));
        foreach (var (assumption, name) in new[] { (AttritionAssumption.Cautious, "cautious"), (AttritionAssumption.Optimistic, "optimistic") })
        {
            if (WwcBoundary.HighestDifferential(table.Overall, assumption) is { } highest)
                rows.Add("wwc_highest_differential", highest, name);
            rows.Word("wwc_attrition", WwcBoundary.IsLow(table, assumption) ? "low" : "high", name);
        }
    }
}
