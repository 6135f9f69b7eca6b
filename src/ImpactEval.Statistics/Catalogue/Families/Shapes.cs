namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>Shapes of data that many statistics share.</summary>
static class Shapes
{
    public static ColumnRole Numeric(string name) => new(name, ColumnKind.Numeric);

    public static ColumnRole Category(string name) => new(name, ColumnKind.Category);

    public static ColumnRole Either(string name) => new(name, ColumnKind.Either);

    public static ColumnRole Groups { get; } = Category("groups").Or("group");

    public static ColumnRole Treated { get; } = Category("treated").Or("arm");

    public static ColumnRole Predictors { get; } = Either("predictor").Or("predictors").Several;

    public static ColumnRole Covariates { get; } = Either("covariates").Or("covariate").Several;

    public static ColumnSet None { get; } = new();

    public static ColumnSet Values { get; } = new(Numeric("values"));

    public static ColumnSet Pairs { get; } = new(Numeric("pre"), Numeric("post"));

    public static ColumnSet TwoColumns { get; } = new(Numeric("first"), Numeric("second")) { IsAligned = false };

    public static ColumnSet Grouped { get; } = new(Numeric("values"), Groups);

    public static ColumnSet Items { get; } = new(Numeric("items").Or("item").Several);

    public static ColumnSet Measures { get; } = new(Numeric("measures").Or("measure").Several);

    public static ColumnSet Studies { get; } = new(Numeric("yi"), Numeric("vi"));

    public static IReadOnlyList<ColumnSet> Compared { get; } = [TwoColumns, Grouped];

    public static IReadOnlyList<ColumnSet> PairsOrGroups { get; } = [Pairs, TwoColumns, Grouped];
}
