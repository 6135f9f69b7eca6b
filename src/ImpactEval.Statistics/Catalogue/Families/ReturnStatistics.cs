using ImpactEval.Statistics.Returns;
using static ImpactEval.Statistics.Catalogue.Families.Shapes;

namespace ImpactEval.Statistics.Catalogue.Families;

static class ReturnStatistics
{
    /// <summary>A row is one benefit; of a factor without bounds the likeliest value is certain, shares that are not given are 1.</summary>
    static readonly ColumnSet Benefits = new(
        [Category("label").Optional, Numeric("years"), .. Factor("amount", isRequired: true), .. Factor("isolation"), .. Factor("confidence")]);

    public static IEnumerable<CatalogueEntry> Entries { get; } =
    [
        new("return_on_investment", StatisticFamily.Returns, "Phillips (1997), Handbook of training evaluation and measurement methods, 3rd ed., "
            + "chapters 9 to 12; Boardman et al. (2018), Cost-benefit analysis, 5th ed., chapter 11", [Benefits],
            [
                Options.Needed("cost", Options.Above(0)), Options.Number("cost_low", null, Options.Above(0)),
                Options.Number("cost_high", null, Options.Above(0)), Options.Number("discount_rate", 0, Options.Above(-1)),
                Options.Whole("draws", 9_999, new NumberRange(100, 1_000_000)), Options.Seed, Options.Level,
            ],
            Returned),
    ];

    static IEnumerable<ColumnRole> Factor(string name, bool isRequired = false) =>
        [Numeric(name) with { IsRequired = isRequired }, Numeric($"{name}_low").Optional, Numeric($"{name}_high").Optional];

    static void Returned(StatisticInput input, ResultRows rows)
    {
        var years = InputGroups.Counts(input.Column("years"));
        var labels = input.Has("label") ? input.Categories("label") : Array.ConvertAll(input.Rows, row => $"{row}");
        BenefitLine[] benefits = [.. Enumerable.Range(0, input.Size).Select(row =>
            new BenefitLine(
                labels[row], Bounded(input, "amount", row), Bounded(input, "isolation", row), Bounded(input, "confidence", row), years[row]))];
        if (benefits.Length == 0)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        double Cost(string option) => input.Number(input.IsSet(option) ? option : "cost");
        var costs = new ThreePoint(Cost("cost_low"), input.Number("cost"), Cost("cost_high"));
        var found = ReturnOnInvestment.Of(benefits, costs, input.Number("discount_rate"), input.Level, input.Whole("draws"), input.Seed);
        rows.Add("benefit_cost_ratio", found.BenefitCostRatio);
        rows.Add("roi_percent", found.Percent);
        rows.Add("net_benefit", found.NetBenefit);
        rows.Add("share_above_zero", found.ShareAboveZero, n: found.NetBenefit.Size);
    }

    static ThreePoint Bounded(StatisticInput input, string factor, int row)
    {
        if (!input.Has(factor))
            return ThreePoint.Certain(1);
        double Of(string role) => input.Column(input.Has(role) ? role : factor).Numbers[row];
        return new ThreePoint(Of($"{factor}_low"), Of(factor), Of($"{factor}_high"));
    }
}
