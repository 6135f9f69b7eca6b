using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Pooling;

/// <summary>
/// Where each effect belongs: the outer level (site, district) and the inner one (study, cohort) within it. The same inner name under two
/// outer names means two inner units.
/// </summary>
public sealed record Nesting(IReadOnlyList<string> Outer, IReadOnlyList<string> Inner);

/// <summary>The effects of one outer unit; effects of different outer units are independent.</summary>
sealed class OuterUnit
{
    readonly Vector<double> sampling;

    OuterUnit(StudyEffects studies, double[][] design, string[] inner, int[] places)
    {
        Size = places.Length;
        Effects = Vector<double>.Build.DenseOfEnumerable(places.Select(i => studies.Effects.Values[i]));
        sampling = Vector<double>.Build.DenseOfEnumerable(places.Select(i => studies.Variances.Values[i]));
        Design = Matrix<double>.Build.Dense(Size, design.Length, (row, column) => design[column][places[row]]);
        Structures =
        [
            Matrix<double>.Build.Dense(Size, Size, 1),
            Matrix<double>.Build.Dense(Size, Size, (row, column) => inner[places[row]] == inner[places[column]] ? 1 : 0),
        ];
        InnerUnits = places.Select(i => inner[i]).Distinct(StringComparer.Ordinal).Count();
    }

    public int Size { get; }
    public int InnerUnits { get; }
    public Vector<double> Effects { get; }
    public Matrix<double> Design { get; }

    /// <summary>What one unit of the outer and of the inner variance adds to the covariance.</summary>
    public Matrix<double>[] Structures { get; }

    /// <summary><c>diag(v) + σ²_outer 11ᵀ + σ²_inner ZZᵀ</c>.</summary>
    public Matrix<double> Covariance(double[] components)
    {
        var covariance = Matrix<double>.Build.DenseOfDiagonalVector(sampling);
        for (var j = 0; j < components.Length; j++)
            covariance += components[j] * Structures[j];
        return covariance;
    }

    public static OuterUnit[] Of(StudyEffects studies, Nesting nesting, double[][] design)
    {
        if (nesting.Outer.Count != studies.Count || nesting.Inner.Count != studies.Count)
            throw new ArgumentException($"{nesting.Outer.Count} outer and {nesting.Inner.Count} inner units for {studies.Count} effects.", nameof(nesting));
        string[] inner = [.. nesting.Inner];
        return
        [
            .. nesting.Outer.Select((name, place) => (name, place))
                .GroupBy(pair => pair.name, pair => pair.place, StringComparer.Ordinal)
                .Select(group => new OuterUnit(studies, design, inner, [.. group])),
        ];
    }
}
