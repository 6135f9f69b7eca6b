using ImpactEval.Statistics.Resampling;

namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>The mean of resampled people with the standard error of the units drawn: <c>SE² = G/(G−1)·Σ_g(Σ_{i∈g}(xᵢ − x̄))²/n²</c>, which for
/// people one by one is s²/n.</summary>
/// <remarks>Liang and Zeger (1986), Biometrika 73, 13–22, with the factor G/(G − 1) of few clusters.</remarks>
sealed class ResampledMean
{
    readonly double[] values;

    /// <summary>A cluster drawn twice is two units: each begins where its first person comes.</summary>
    readonly bool[] begins;

    /// <param name="values">One per person.</param>
    /// <param name="units">Unit of each person, from 0 in the order of their first persons.</param>
    public ResampledMean(double[] values, int[] units)
    {
        this.values = values;
        var known = new HashSet<int>();
        begins = Array.ConvertAll(units, known.Add);
    }

    public StudentisedValue Of(ReadOnlySpan<int> people)
    {
        var sum = 0.0;
        foreach (var person in people)
            sum += values[person];
        var mean = sum / people.Length;
        var (squares, unit, count) = (0.0, 0.0, 0);
        foreach (var person in people)
        {
            if (begins[person])
                (squares, unit, count) = (squares + unit * unit, 0, count + 1);
            unit += values[person] - mean;
        }
        squares += unit * unit;
        return new StudentisedValue(mean, Math.Sqrt(squares * count / (count - 1.0)) / people.Length);
    }
}
