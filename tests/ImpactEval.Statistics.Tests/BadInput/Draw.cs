using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace ImpactEval.Statistics.Tests.BadInput;

/// <summary>What a statistic may be given: finite numbers of any size, lists of any length, groups of any shape.</summary>
/// <param name="Columns">Six columns, usually of one length.</param>
/// <param name="Flags">Arms of the rows.</param>
/// <param name="Codes">Small whole numbers, from 0: clusters, categories, waves.</param>
/// <param name="Number">Any parameter.</param>
/// <param name="Level">Of an interval.</param>
public sealed record Draw(double[][] Columns, bool[] Flags, int[] Codes, double Number, double Level)
{
    public Sample A => new(Columns[0]);
    public Sample B => new(Columns[1]);
    public Sample C => new(Columns[2]);
    public Sample D => new(Columns[3]);
    public ConfidenceLevel At => new(Level);

    /// <summary>The first value of a column, 0 in an empty one.</summary>
    public double First(int column) => Columns[column].FirstOrDefault();

    /// <summary>Names of the codes.</summary>
    public string[] Names => [.. Codes.Select(code => $"g{code}")];

    /// <summary>The first columns side by side, one row per person.</summary>
    public double[][] Rows(int columns) => [.. Columns[0].Select((_, i) => Columns.Take(columns).Select(column => column.ElementAtOrDefault(Math.Min(i, column.Length - 1))).ToArray())];

    /// <summary>Values of a column whose row has this flag.</summary>
    public Sample Arm(int column, bool flag) => new(Columns[column].Where((_, i) => i < Flags.Length && Flags[i] == flag));

    /// <summary>Values of a column by code.</summary>
    public Sample[] Groups(int column) => [.. Enumerable.Range(0, 3).Select(code => new Sample(Columns[column].Where((_, i) => i < Codes.Length && Codes[i] % 3 == code)))];

    public override string ToString() =>
        $"columns {string.Join(" | ", Columns.Select(column => string.Join(' ', column.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))))}; "
        + $"flags {string.Concat(Flags.Select(flag => flag ? '1' : '0'))}; codes {string.Concat(Codes)}; number {Number:R}; level {Level:R}";

    static readonly Gen<int> Sizes = Gen.Elements(0, 1, 2, 2, 3, 4, 5, 6, 8, 12, 20);

    static readonly Gen<double> Likert = Gen.Choose(0, 4).Select(answer => (double)answer);

    static readonly Gen<double> Score = Gen.Choose(-1_000_000, 1_000_000).Select(score => score / 1e5);

    static readonly Gen<double> Huge = Gen.Choose(-5, 5).Select(value => value * 1e150);

    static readonly Gen<double> Tiny = Gen.Choose(-5, 5).Select(value => value * 1e-150);

    /// <summary>Differences that rounding makes.</summary>
    static readonly Gen<double> Rounding = Gen.Choose(0, 3).Select(value => 0.1 + value * 2.8e-17);

    static readonly Gen<double> Offset = Gen.Choose(0, 9).Select(value => 1e9 + value);

    static readonly Gen<double> Any = Gen.Frequency((4, Likert), (4, Score), (1, Huge), (1, Tiny), (1, Gen.Constant(0.0)));

    static Gen<double[]> Column(int size) => Gen.Frequency(
        (5, Likert.ArrayOf(size)), (5, Score.ArrayOf(size)), (1, Huge.ArrayOf(size)), (1, Tiny.ArrayOf(size)), (1, Rounding.ArrayOf(size)),
        (1, Offset.ArrayOf(size)), (1, Any.ArrayOf(size)), (1, Any.Select(value => Enumerable.Repeat(value, size).ToArray())));

    static Gen<double[][]> AllColumns(int size) => Gen.Frequency(
        (12, Column(size).ArrayOf(6)),
        // One column of another length.
        (2, Sizes.SelectMany(other => Column(other).Zip(Column(size).ArrayOf(5), (odd, rest) => rest.Append(odd).Reverse().ToArray()))),
        // Columns that follow from each other.
        (2, Column(size).Select(column => Enumerable.Range(1, 6).Select(times => Array.ConvertAll(column, value => times * value)).ToArray())),
        (1, Column(size).Select(column => Enumerable.Repeat(column, 6).ToArray())));

    static Gen<bool[]> AllFlags(double[] column) => Gen.Frequency(
        (6, Gen.Elements(true, false).ArrayOf(column.Length)), (1, Gen.Elements(true, false).Select(flag => Enumerable.Repeat(flag, column.Length).ToArray())),
        // Told without error by the first column.
        (2, Gen.Constant(Array.ConvertAll(column, value => value > column.Order().ElementAt(column.Length / 2)))),
        (1, Sizes.SelectMany(size => Gen.Elements(true, false).ArrayOf(size))));

    static Gen<int[]> AllCodes(int size) => Gen.Frequency(
        (6, Gen.Choose(0, 3).ArrayOf(size)), (1, Gen.Constant(Enumerable.Range(0, size).ToArray())), (1, Gen.Constant(new int[size])),
        (1, Sizes.SelectMany(other => Gen.Choose(0, 3).ArrayOf(other))));

    public static Arbitrary<Draw> Arbitrary { get; } = Arb.From(
        from size in Sizes
        from columns in AllColumns(size)
        from flags in AllFlags(columns[0])
        from codes in AllCodes(size)
        from number in Gen.Elements(0.5, 0.2, 0, 1, 2, 4, 5, -1, 1e150, -1e150, 1e-150)
        from level in Gen.Elements(0.95, 0.9, 0.5, 0.999999)
        select new Draw(columns, flags, codes, number, level),
        Smaller);

    /// <summary>Without one row; or with one column made simpler.</summary>
    static IEnumerable<Draw> Smaller(Draw draw)
    {
        for (var row = 0; row < draw.Columns[0].Length; row++)
            yield return draw with
            {
                Columns = Array.ConvertAll(draw.Columns, column => Without(column, row)), Flags = Without(draw.Flags, row), Codes = Without(draw.Codes, row),
            };
        for (var column = 0; column < draw.Columns.Length; column++)
            if (draw.Columns[column].Any(value => value != Math.Sign(value)))
                yield return draw with { Columns = [.. draw.Columns.Select((values, i) => i == column ? Array.ConvertAll(values, value => (double)Math.Sign(value)) : values)] };
    }

    static T[] Without<T>(T[] list, int row) => [.. list.Where((_, i) => i != row)];
}
