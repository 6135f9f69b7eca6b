using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Categorical;

/// <summary>Does the share that passes differ between three or more waves of the same people?</summary>
public static class CochranQ
{
    /// <summary><c>Q = (k−1)(kΣCⱼ² − T²)/(kT − ΣRᵢ²)</c>, C passes of a wave, R of a person, T of all; chi-square with k − 1 degrees of
    /// freedom.</summary>
    /// <param name="waves">For each of k ≥ 2 waves, whether each person passed; same people in the same order.</param>
    /// <exception cref="ArgumentException">The waves are not of the same people.</exception>
    /// <exception cref="NotEstimableException">Fewer than two waves, or nobody changed.</exception>
    /// <remarks>Cochran (1950), The comparison of percentages in matched samples, Biometrika 37, 256–266.</remarks>
    public static TestResult Of(IReadOnlyList<bool[]> waves)
    {
        var k = waves.Count;
        if (k < 2)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        if (waves.Any(wave => wave.Length != waves[0].Length))
            throw new ArgumentException("The waves are not of the same people.", nameof(waves));
        var ofWave = waves.Select(wave => (double)wave.Count(passed => passed)).ToArray();
        var ofPerson = Enumerable.Range(0, waves[0].Length).Select(person => (double)waves.Count(wave => wave[person])).ToArray();
        var total = ofWave.Sum();
        var spread = k * total - ofPerson.Sum(count => count * count);
        if (spread == 0)
            throw new NotEstimableException(NotEstimableReason.NoNonZeroDifferences);
        var q = (k - 1) * (k * ofWave.Sum(count => count * count) - total * total) / spread;
        return new TestResult(q, k - 1, ChiSquare.Upper(q, k - 1), Alternative.TwoSided);
    }
}
