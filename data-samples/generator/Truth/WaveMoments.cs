namespace ImpactEval.Samples;

/// <summary>Sums of one outcome at one wave: its mean, spread and the reliability of its items.</summary>
public sealed class WaveMoments(int items)
{
    readonly double[] itemSums = new double[items];
    readonly double[] itemSquares = new double[items];
    long scored, complete;
    double sum, squares, totals, totalSquares;

    public void Add(InstrumentSheet instrument, int[] positions, double[] values, double score)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(values);
        if (double.IsNaN(score))
            return;
        scored++;
        sum += score;
        squares += score * score;
        AddItems(instrument, positions, values);
    }

    void AddItems(InstrumentSheet instrument, int[] positions, double[] values)
    {
        if (!instrument.MissingIsLowest && Array.Exists(positions, position => double.IsNaN(values[position])))
            return;
        complete++;
        var total = 0.0;
        for (var item = 0; item < positions.Length; item++)
        {
            var value = values[positions[item]];
            value = double.IsNaN(value) ? instrument.Low : instrument.Items[positions[item]].Reversed ? instrument.Low + instrument.High - value : value;
            itemSums[item] += value;
            itemSquares[item] += value * value;
            total += value;
        }
        totals += total;
        totalSquares += total * total;
    }

    public void Add(WaveMoments other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var item = 0; item < itemSums.Length; item++)
        {
            itemSums[item] += other.itemSums[item];
            itemSquares[item] += other.itemSquares[item];
        }
        scored += other.scored;
        complete += other.complete;
        sum += other.sum;
        squares += other.squares;
        totals += other.totals;
        totalSquares += other.totalSquares;
    }

    public long Scored => scored;
    public double Mean => sum / scored;
    public double Deviation => Math.Sqrt(squares / scored - Mean * Mean);

    /// <summary>
    /// Cronbach's alpha over people who answered every item; where an open item counts as the lowest score, over everybody with a score.
    /// </summary>
    public double Alpha
    {
        get
        {
            var itemVariance = Enumerable.Range(0, itemSums.Length).Sum(item => Variance(itemSums[item], itemSquares[item]));
            var k = (double)itemSums.Length;
            return k / (k - 1) * (1 - itemVariance / Variance(totals, totalSquares));
        }
    }

    double Variance(double total, double square) => square / complete - total / complete * (total / complete);
}
