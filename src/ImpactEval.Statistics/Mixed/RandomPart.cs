namespace ImpactEval.Statistics.Mixed;

/// <summary>
/// One grouping, numbered and scaled: column k of Z is divided by the root of its mean sum of squares per level, so that a relative standard
/// deviation of one is where the likelihood bends.
/// </summary>
sealed class RandomPart
{
    public const string Intercept = "(Intercept)";

    public RandomPart(RandomFactor factor, int rows)
    {
        Name = factor.Name;
        Correlated = factor.Correlated;
        Terms = [Intercept, .. factor.Slopes.Select(slope => slope.Name)];
        Level = Numbered(factor.Levels, out var levels);
        Levels = levels;
        double[][] columns = [[.. Enumerable.Repeat(1.0, rows)], .. factor.Slopes.Select(slope => slope.Values.Values.ToArray())];
        Scales = [.. columns.Select(column => Math.Sqrt(column.Sum(value => value * value) / levels))];
        if (Scales.Contains(0))
            throw new NotEstimableException(NotEstimableReason.SingularDesign);
        Columns = [.. columns.Select((column, k) => Array.ConvertAll(column, value => value / Scales[k]))];
    }

    public string Name { get; }
    public bool Correlated { get; }
    public string[] Terms { get; }
    public int[] Level { get; }
    public int Levels { get; }
    public double[][] Columns { get; }
    public double[] Scales { get; }
    public int Width => Columns.Length;
    public int Parameters => Correlated ? Width * (Width + 1) / 2 : Width;

    /// <summary>The relative factor Λ, lower triangular, filled column by column; or diagonal.</summary>
    public double[,] Factor(ReadOnlySpan<double> parameters)
    {
        var factor = new double[Width, Width];
        var next = 0;
        for (var column = 0; column < Width; column++)
            for (var row = column; row < (Correlated ? Width : column + 1); row++)
                factor[row, column] = parameters[next++];
        return factor;
    }

    /// <summary>Which parameters stand on the diagonal of Λ.</summary>
    public bool[] Diagonal()
    {
        var diagonal = new List<bool>();
        for (var column = 0; column < Width; column++)
            for (var row = column; row < (Correlated ? Width : column + 1); row++)
                diagonal.Add(row == column);
        return [.. diagonal];
    }

    static int[] Numbered(IReadOnlyList<string> names, out int count)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var levels = new int[names.Count];
        for (var row = 0; row < levels.Length; row++)
        {
            if (!numbers.TryGetValue(names[row], out var number))
                numbers.Add(names[row], number = numbers.Count);
            levels[row] = number;
        }
        count = numbers.Count;
        return levels;
    }
}
