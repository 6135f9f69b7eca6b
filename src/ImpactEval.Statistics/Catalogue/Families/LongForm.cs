using ImpactEval.Statistics.Repeated;

namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>Rows of one person and cell each, as a table of people by cells.</summary>
static class LongForm
{
    /// <summary>People with a gap in any cell are left out, and said to be.</summary>
    /// <exception cref="CatalogueException">A person has two rows of one cell, or changes between the levels of a factor between people.</exception>
    public static RepeatedDesign Of(StatisticInput input)
    {
        var (scores, subjects) = (input.Column("response").Numbers, input.Categories("subject"));
        var within = input.List("within").Select(column => (column.Name, Levels: column.Levels(), Cells: column.Categories)).ToArray();
        var cells = within.Aggregate(1, (count, factor) => count * factor.Levels.Length);
        var people = new Dictionary<string, (double[] Scores, int Row)>(StringComparer.Ordinal);
        for (var row = 0; row < scores.Count; row++)
        {
            var cell = within.Aggregate(0, (place, factor) => place * factor.Levels.Length + Array.IndexOf(factor.Levels, factor.Cells[row]));
            if (!people.TryGetValue(subjects[row], out var person))
                people[subjects[row]] = person = ([.. Enumerable.Repeat(double.NaN, cells)], row);
            if (!double.IsNaN(person.Scores[cell]))
                throw StatisticInput.Refused(CatalogueProblemKind.Refused, "subject", $"{subjects[row]}: two rows for one cell");
            person.Scores[cell] = scores[row];
        }
        var complete = people.Values.Where(person => !person.Scores.Any(double.IsNaN)).ToArray();
        if (complete.Length < people.Count)
            input.Fact("incomplete subjects", $"{people.Count - complete.Length}");
        return new RepeatedDesign(
            [.. complete.Select(person => person.Scores)],
            [.. input.List("between").Select(column => Between(column, subjects, [.. complete.Select(person => person.Row)]))],
            [.. within.Select(factor => new WithinFactor(factor.Name, factor.Levels.Length))]);
    }

    static BetweenFactor Between(DataColumn column, string[] subjects, int[] firstRows)
    {
        var own = subjects.Zip(column.Categories).GroupBy(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        if (own.FirstOrDefault(group => group.Distinct(StringComparer.Ordinal).Count() > 1) is { } mixed)
        {
            var found = string.Join(", ", mixed.Distinct(StringComparer.Ordinal));
            throw StatisticInput.Refused(CatalogueProblemKind.Refused, column.Name, $"{mixed.Key}: {found}");
        }
        var chosen = column.At(firstRows);
        var levels = chosen.Levels();
        return new BetweenFactor(column.Name, [.. chosen.Categories.Select(category => Array.IndexOf(levels, category))]);
    }
}
