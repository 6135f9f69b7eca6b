using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Regression;

/// <summary>How the levels of a factor become columns.</summary>
public enum FactorCoding
{
    /// <summary>1 for the level, 0 else; the first level is the reference.</summary>
    Treatment,
    /// <summary>1 for the level, −1 for the last level: columns sum to zero over the levels, as type III sums of squares need.</summary>
    SumToZero,
}

/// <summary>One variable that explains: a number, or a factor with levels.</summary>
public sealed class Predictor
{
    readonly double[][] coding;

    Predictor(string name, IReadOnlyList<string> levels, IReadOnlyList<string> labels, double[][] coding, double[][] columns) =>
        (Name, Levels, Labels, this.coding, Columns) = (name, levels, labels, coding, columns);

    public string Name { get; }

    /// <summary>Empty for a number.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>Names of the columns: the variable's own, with the level behind it for a factor.</summary>
    public IReadOnlyList<string> Labels { get; }

    internal double[][] Columns { get; }

    public bool IsFactor => Levels.Count > 0;

    public static Predictor Numeric(string name, Sample values) => new(name, [], [name], [], [values.Values.ToArray()]);

    /// <param name="name">Of the variable.</param>
    /// <param name="levels">In their order, at least two, all different.</param>
    /// <param name="values">Level of each row.</param>
    /// <param name="coding">How the levels become columns.</param>
    /// <exception cref="ArgumentException">Too few or repeated levels, or a value that is no level.</exception>
    public static Predictor Factor(string name, IReadOnlyList<string> levels, IReadOnlyList<string> values, FactorCoding coding)
    {
        if (levels.Count < 2 || levels.Distinct(StringComparer.Ordinal).Count() != levels.Count)
            throw new ArgumentException("A factor has two or more different levels.", nameof(levels));
        var positions = levels.Select((level, position) => (level, position)).ToDictionary(StringComparer.Ordinal);
        int[] rows = [.. values.Select(value => positions.TryGetValue(value, out var position)
            ? position
            : throw new ArgumentException($"'{value}' is no level of {name}.", nameof(values)))];

        var codes = Codes(levels.Count, coding);
        var labels = coding == FactorCoding.Treatment ? levels.Skip(1) : levels.SkipLast(1);
        var columns = new double[levels.Count - 1][];
        for (var j = 0; j < columns.Length; j++)
            columns[j] = Array.ConvertAll(rows, level => codes[level][j]);
        return new Predictor(name, levels, [.. labels.Select(level => name + level)], codes, columns);
    }

    /// <summary>The columns at one level of the factor.</summary>
    internal double[] At(string level) => coding[Levels.ToList().IndexOf(level) is >= 0 and var position
        ? position
        : throw new ArgumentException($"'{level}' is no level of {Name}.", nameof(level))];

    /// <summary>The columns at the middle: the mean of a number, all levels of a factor with the same weight.</summary>
    internal double[] AtMiddle() => IsFactor
        ? [.. Labels.Select((_, j) => coding.Average(code => code[j]))]
        : [Moments.SumOf(Columns[0]) / Columns[0].Length];

    static double[][] Codes(int levels, FactorCoding coding) =>
        [.. Enumerable.Range(0, levels).Select(level => Enumerable.Range(0, levels - 1).Select(j => coding == FactorCoding.Treatment
            ? level == j + 1 ? 1.0 : 0
            : level == levels - 1 ? -1.0 : level == j ? 1 : 0).ToArray())];
}
