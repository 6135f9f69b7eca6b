namespace ImpactEval.Statistics.Mixed;

/// <summary>People who were measured at the same waves.</summary>
/// <param name="Waves">In order of time.</param>
/// <param name="People">How many.</param>
/// <param name="Products"><c>Σ wᵢₐwᵢᵦᵀ</c> over people for each two waves a, b, with the row <c>w = (x, y)</c>; by rows.</param>
sealed record WavePattern(int[] Waves, int People, double[][] Products);

/// <summary>The sums of products that the likelihood of repeated measures needs; memory does not grow with the people.</summary>
sealed class WavePatterns
{
    public WavePatterns(MarginalDesign source, OrthogonalDesign design)
    {
        Waves = source.Waves.Max() + 1;
        Width = design.Parameters + 1;
        var people = source.Subjects.Select((subject, row) => (subject, row)).GroupBy(pair => pair.subject, pair => pair.row, StringComparer.Ordinal)
            .Select(rows => rows.OrderBy(row => source.Waves[row]).ToArray()).ToArray();
        People = people.Length;
        Patterns =
        [
            .. people.GroupBy(rows => rows.Sum(row => 1 << source.Waves[row]))
                .Select(group => Gathered(group.ToArray(), source, design)),
        ];
        RequireTogether();
    }

    public int Waves { get; }
    public int People { get; }

    /// <summary>Columns of the fixed part and the outcome.</summary>
    public int Width { get; }
    public WavePattern[] Patterns { get; }

    WavePattern Gathered(int[][] people, MarginalDesign source, OrthogonalDesign design)
    {
        var waves = people[0].Select(row => source.Waves[row]).ToArray();
        var products = new double[waves.Length * waves.Length][];
        for (var a = 0; a < waves.Length; a++)
            for (var b = 0; b < waves.Length; b++)
            {
                var sum = products[(a * waves.Length) + b] = new double[Width * Width];
                foreach (var rows in people)
                    for (var i = 0; i < Width; i++)
                        for (var j = 0; j < Width; j++)
                            sum[(i * Width) + j] += Value(design, i, rows[a]) * Value(design, j, rows[b]);
            }
        return new(waves, people.Length, products);
    }

    static double Value(OrthogonalDesign design, int column, int row) =>
        column < design.Parameters ? design.Basis[column][row] : design.Residuals[row];

    void RequireTogether()
    {
        if (Waves < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        for (var a = 0; a < Waves; a++)
            for (var b = 0; b < a; b++)
                if (Patterns.Where(pattern => pattern.Waves.Contains(a) && pattern.Waves.Contains(b)).Sum(pattern => pattern.People) < Waves + 2)
                    throw new NotEstimableException(NotEstimableReason.TooFewObservations);
    }
}
