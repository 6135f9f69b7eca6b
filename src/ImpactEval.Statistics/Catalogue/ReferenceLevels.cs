namespace ImpactEval.Statistics.Catalogue;

/// <summary>The level that the others of a column are compared with: the option <c>reference</c>, else a usual one.</summary>
static class ReferenceLevels
{
    const string Option = "reference";

    /// <param name="usual">When the option names none of the column's levels.</param>
    public static string? Of(StatisticInput input, DataColumn column, string? usual)
    {
        var levels = column.Levels();
        var own = column.Name + "=";
        var reference = input.Named(Option)
            .Select(stated => stated.StartsWith(own, StringComparison.Ordinal) ? stated[own.Length..] : stated)
            .FirstOrDefault(levels.Contains) ?? usual;
        if (reference is not null)
            input.Fact($"reference {column.Name}", reference);
        return reference;
    }

    /// <exception cref="CatalogueException">A stated level is in no column.</exception>
    public static void Require(StatisticInput input, IReadOnlyCollection<DataColumn> columns)
    {
        static bool Has(DataColumn column, string stated) =>
            column.Levels() is var levels && (levels.Contains(stated) || levels.Any(level => stated == $"{column.Name}={level}"));
        if (input.Named(Option).FirstOrDefault(stated => !columns.Any(column => Has(column, stated))) is not { } unknown)
            return;
        var known = columns.Where(column => !column.IsNumeric).Select(column => column.Name + ": " + string.Join(", ", column.Levels()));
        throw StatisticInput.Refused(CatalogueProblemKind.UnknownLevel, Option, unknown, string.Join("; ", known));
    }
}
