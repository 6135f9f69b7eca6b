namespace ImpactEval.Statistics.Descriptives;

/// <summary>A running sum without the rounding errors of its steps.</summary>
/// <remarks>Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 39–51.</remarks>
struct CompensatedSum
{
    double sum;
    double lost;

    public readonly double Value => sum + lost;

    public void Add(double value)
    {
        var next = sum + value;
        lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }
}
