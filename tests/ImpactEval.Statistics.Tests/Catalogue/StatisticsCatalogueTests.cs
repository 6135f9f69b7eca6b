using ImpactEval.Statistics.Catalogue;

namespace ImpactEval.Statistics.Tests.Catalogue;

[TestClass]
public sealed class StatisticsCatalogueTests
{
    public static IEnumerable<object[]> Shapes => StatisticsCatalogue.All.SelectMany(entry => entry.Columns.Select((_, shape) => new object[] { entry.Name, shape }));

    [TestMethod]
    [DynamicData(nameof(Shapes))]
    public void Every_statistic_gives_finite_numbers_for_every_shape_of_data_it_takes(string name, int shape)
    {
        var entry = StatisticsCatalogue.Find(name);
        var result = ExampleData.Run(entry, entry.Columns[shape]);
        Assert.IsNotEmpty(result.Rows);
        foreach (var row in result.Rows)
        {
            Assert.IsNull(row.NotEstimable, $"{row.Term} {row.Of}");
            Assert.IsTrue(row.Value is not null || row.Statistic is not null || row.PValue is not null || row.Word is not null || row.Intervals is not null, row.Term);
            foreach (var number in NumbersOf(row))
                Assert.IsTrue(double.IsFinite(number), $"{row.Term} {row.Of}");
            Assert.IsTrue(entry.Columns[shape].Roles.Count == 0 || row.Size > 0, row.Term);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Shapes))]
    public void Bad_data_end_in_a_reason_or_in_finite_numbers_and_in_nothing_else(string name, int shape)
    {
        var entry = StatisticsCatalogue.Find(name);
        (string Kind, Func<DataColumn, DataColumn> Change)[] changes =
        [
            ("no row", column => Rows(column, 0)), ("one row", column => Rows(column, 1)), ("two rows", column => Rows(column, 2)), ("three rows", column => Rows(column, 3)),
            ("five rows", column => Rows(column, 5)), ("constant", column => column.IsNumeric ? Numbers(column, (_, _) => 1) : column),
            ("one category", column => column.IsNumeric ? column : DataColumn.OfCategories(column.Name, column.Categories.Select(_ => "a"))),
            ("gaps only", column => column.IsNumeric ? Numbers(column, (_, _) => double.NaN) : column),
            ("every third a gap", column => column.IsNumeric ? Numbers(column, (number, row) => row % 3 == 0 ? double.NaN : number) : column),
            ("huge", column => column.IsNumeric ? Numbers(column, (number, _) => 1e60 * number) : column),
            ("tiny", column => column.IsNumeric ? Numbers(column, (number, _) => 1e-60 * number) : column),
            ("negative", column => column.IsNumeric ? Numbers(column, (number, _) => -number) : column),
        ];
        foreach (var (kind, change) in changes)
        {
            try
            {
                foreach (var row in ExampleData.Run(entry, entry.Columns[shape], change).Rows)
                    Assert.IsTrue(NumbersOf(row).All(double.IsFinite), $"{kind}: {row.Term}");
            }
            catch (Exception refusal) when (refusal is NotEstimableException or CatalogueException)
            {
                // A reason is an answer.
            }
            catch (Exception other) when (other is not UnitTestAssertException)
            {
                Assert.Fail($"{kind}: {other}");
            }
        }
    }

    static DataColumn Rows(DataColumn column, int count) =>
        column.IsNumeric ? DataColumn.OfNumbers(column.Name, column.Numbers.Take(count)) : DataColumn.OfCategories(column.Name, column.Categories.Take(count));

    static DataColumn Numbers(DataColumn column, Func<double, int, double> change) => DataColumn.OfNumbers(column.Name, column.Numbers.Select(change));

    [TestMethod]
    public void Names_and_roles_and_options_are_in_snake_case_and_each_is_used_once()
    {
        CollectionAssert.AllItemsAreUnique(StatisticsCatalogue.All.Select(entry => entry.Name).ToArray());
        foreach (var entry in StatisticsCatalogue.All)
        {
            StringAssert.Matches(entry.Name, Snake());
            CollectionAssert.AllItemsAreUnique(entry.Options.Select(option => option.Name).ToArray(), entry.Name);
            foreach (var role in entry.Roles)
                StringAssert.Matches(role.Name, Snake());
        }
    }

    [TestMethod]
    public void Every_statistic_names_its_source_with_a_year()
    {
        foreach (var entry in StatisticsCatalogue.All)
            StringAssert.Matches(entry.Source, new System.Text.RegularExpressions.Regex(@"\(1[89]\d\d|\(20\d\d", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)), entry.Name);
    }

    [TestMethod]
    public void Every_family_but_none_twice_has_its_statistics_together()
    {
        var families = StatisticsCatalogue.All.Select(entry => entry.Family).ToArray();
        CollectionAssert.AreEquivalent(Enum.GetValues<StatisticFamily>(), families.Distinct().ToArray());
    }

    static System.Text.RegularExpressions.Regex Snake() => new("^[a-z][a-z0-9_]*$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    static IEnumerable<double> NumbersOf(ResultRow row)
    {
        double?[] own = [row.Value, row.StandardError, row.DegreesOfFreedom, row.ErrorDegreesOfFreedom, row.Statistic, row.PValue];
        var intervals = row.Intervals is null ? [] : row.Intervals.Others.Prepend(row.Intervals.Primary);
        return own.Concat(intervals.SelectMany(interval => new[] { interval.Lower, interval.Upper })).OfType<double>();
    }
}
