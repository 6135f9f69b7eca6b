using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Mixed;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>Columns as terms of a model: numbers as they are, categories by treatment coding against a reference level.</summary>
static class ModelTerms
{
    /// <summary>Columns of numbers that are categories all the same.</summary>
    public static StatisticOption Factors { get; } = Options.Names("factors");

    /// <summary>Products of columns, such as <c>pre:arm</c>.</summary>
    public static StatisticOption Interactions { get; } = Options.Names("interactions");

    /// <summary>One term for each column of the role, then the interactions.</summary>
    /// <exception cref="CatalogueException">An interaction names a column that plays no such role.</exception>
    public static DesignTerm[] Terms(this StatisticInput input, string role, FactorCoding coding = FactorCoding.Treatment)
    {
        var predictors = input.List(role).Select(column => input.Predictor(column, coding)).ToArray();
        return [.. predictors.Select(predictor => new DesignTerm(predictor)), .. input.Products(predictors)];
    }

    static IEnumerable<DesignTerm> Products(this StatisticInput input, Predictor[] predictors)
    {
        Predictor Named(string name) => Array.Find(predictors, predictor => predictor.Name == name)
            ?? throw StatisticInput.Refused(CatalogueProblemKind.UnknownLevel, "interactions", name,
                string.Join(", ", predictors.Select(predictor => predictor.Name)));
        return input.Named("interactions").Select(product => new DesignTerm([.. product.Split(':').Select(Named)]));
    }

    /// <summary>The columns of <c>predictor</c> by themselves, and with those of <c>added</c> and the interactions.</summary>
    /// <exception cref="CatalogueException">An interaction names a column that plays no such role.</exception>
    public static (DesignTerm[] Restricted, DesignTerm[] Full) NestedTerms(this StatisticInput input)
    {
        var predictors = input.List("predictor").Select(column => input.Predictor(column)).ToArray();
        Predictor[] all = [.. predictors, .. input.List("added").Select(column => input.Predictor(column))];
        return ([.. predictors.Select(predictor => new DesignTerm(predictor))],
            [.. all.Select(predictor => new DesignTerm(predictor)), .. input.Products(all)]);
    }

    public static Design Design(this StatisticInput input, string role, FactorCoding coding = FactorCoding.Treatment) =>
        new(input.Size, input.Terms(role, coding));

    public static Predictor Predictor(this StatisticInput input, DataColumn column, FactorCoding coding = FactorCoding.Treatment)
    {
        if (column.IsNumeric && !input.Named("factors").Contains(column.Name))
            return Regression.Predictor.Numeric(column.Name, new Sample(column.Numbers));
        var levels = Ordered(input, column);
        return levels.Length < 2
            ? throw new NotEstimableException(NotEstimableReason.NoVariation)
            : Regression.Predictor.Factor(column.Name, levels, [.. column.Categories.Select(category => category!)], coding);
    }

    /// <summary>The reference level first, the others in their order.</summary>
    static string[] Ordered(StatisticInput input, DataColumn column)
    {
        var levels = column.Levels();
        var reference = ReferenceLevels.Of(input, column, levels.FirstOrDefault());
        return [.. levels.OrderBy(level => level == reference ? 0 : 1)];
    }

    /// <summary>Columns of the terms as numbers with names; a factor gives one for each level but the reference.</summary>
    public static (string Name, Sample Values)[] NumberColumns(this StatisticInput input, string role) =>
        [.. input.Terms(role).SelectMany(term => term.Labels.Zip(term.Columns, (label, column) => (label, new Sample(column))))];

    public static ModelColumn[] ModelColumns(this StatisticInput input, string role) => ModelColumns(input.Terms(role));

    public static ModelColumn[] ModelColumns(IEnumerable<DesignTerm> terms) =>
        [.. terms.SelectMany(term => term.Labels.Zip(term.Columns, (label, column) => new ModelColumn(label, new Sample(column))))];

    /// <summary>Every coefficient with its interval and test.</summary>
    public static void AddCoefficients(this ResultRows rows, CoefficientCovariance covariance, ConfidenceLevel level,
        Alternative alternative = Alternative.TwoSided)
    {
        foreach (var label in covariance.Model.Design.Labels)
            rows.AddCoefficient("coefficient", label, () => covariance.Of(label, level), alternative);
    }

    public static void AddCoefficient(this ResultRows rows, string term, string? of, Func<Estimate> estimate,
        Alternative alternative = Alternative.TwoSided)
    {
        try
        {
            var found = estimate();
            rows.Add(term, found, Test(found, alternative), of);
        }
        catch (NotEstimableException reason)
        {
            rows.Add(term, (Func<Estimate>)(() => throw new NotEstimableException(reason.Reason)), of);
        }
    }

    /// <summary>Value over error against t; without a number of degrees of freedom they are infinite, and t is normal.</summary>
    public static TestResult Test(Estimate estimate, Alternative alternative)
    {
        if (estimate.DegreesOfFreedom is not null)
            return CoefficientCovariance.Test(estimate, alternative);
        var z = estimate.Value / estimate.StandardError!.Value;
        return new TestResult(z, null, StandardNormal.PValue(z, alternative), alternative);
    }
}
