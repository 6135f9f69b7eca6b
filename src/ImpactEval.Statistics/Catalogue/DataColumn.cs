using System.Globalization;

namespace ImpactEval.Statistics.Catalogue;

/// <summary>One column of data: numbers, or categories as they were written; gaps allowed.</summary>
public sealed class DataColumn
{
    readonly double[]? numbers;
    readonly string?[]? categories;

    DataColumn(string name, double[]? numbers, string?[]? categories) => (Name, this.numbers, this.categories) = (name, numbers, categories);

    /// <summary>Heading of the column; names coefficients, items and waves in the result.</summary>
    public string Name { get; }

    public bool IsNumeric => numbers is not null;

    public int Count => numbers?.Length ?? categories!.Length;

    /// <param name="name">Heading.</param>
    /// <param name="values">NaN = missing.</param>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static DataColumn OfNumbers(string name, IEnumerable<double> values)
    {
        double[] all = [.. values];
        return Array.Exists(all, double.IsInfinity)
            ? throw new ArgumentException($"Column {name} has an infinite value.", nameof(values))
            : new DataColumn(name, all, null);
    }

    /// <param name="name">Heading.</param>
    /// <param name="values">Null = missing.</param>
    public static DataColumn OfCategories(string name, IEnumerable<string?> values) => new(name, null, [.. values]);

    /// <summary>NaN = missing.</summary>
    /// <exception cref="CatalogueException">The column holds categories.</exception>
    public IReadOnlyList<double> Numbers =>
        numbers ?? throw new CatalogueException(new CatalogueProblem(CatalogueProblemKind.ColumnNotNumeric, Name));

    /// <summary>Null = missing; a column of numbers gives them in their shortest form.</summary>
    public IReadOnlyList<string?> Categories => categories
        ?? Array.ConvertAll(numbers!, number => double.IsNaN(number) ? null : number.ToString("R", CultureInfo.InvariantCulture));

    public bool IsMissing(int row) => numbers is null ? categories![row] is null : double.IsNaN(numbers[row]);

    internal DataColumn At(int[] rows) =>
        new(Name, numbers is null ? null : Array.ConvertAll(rows, row => numbers[row]),
            categories is null ? null : Array.ConvertAll(rows, row => categories[row]));

    /// <summary>Different categories in their order: by number when all are numbers, else by letter.</summary>
    internal string[] Levels()
    {
        string[] levels = [.. Categories.OfType<string>().Distinct(StringComparer.Ordinal)];
        var values = Array.ConvertAll(levels, level =>
            double.TryParse(level, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN);
        return Array.Exists(values, double.IsNaN)
            ? [.. levels.Order(StringComparer.Ordinal)]
            : [.. levels.Zip(values).OrderBy(pair => pair.Second).ThenBy(pair => pair.First, StringComparer.Ordinal).Select(pair => pair.First)];
    }
}
