namespace ImpactEval.Samples;

/// <summary>One item. <paramref name="Offset"/> is its difficulty, mean or threshold; <paramref name="Loading"/> how closely it follows ability.</summary>
public sealed record SheetItem(string Code, string Part, bool Reversed, double Offset, double Loading, string Vi, string En);

/// <summary>An instrument of the study with the scoring rules that its study file declares.</summary>
/// <param name="AsPercent">Score as percentage of the maximum instead of the mean.</param>
/// <param name="MissingIsLowest">An unanswered item counts as the lowest score instead of being left out.</param>
/// <param name="MissingShare">Share of items that people leave open.</param>
public sealed record InstrumentSheet(
    string Code,
    double Low,
    double High,
    bool AsPercent,
    bool MissingIsLowest,
    double MissingShare,
    SheetItem[] Items)
{
    /// <summary>Least share of items that must be answered; the same for every instrument of the study.</summary>
    public const double MinimumAnswered = 0.5;

    public IReadOnlyList<string> Parts { get; } = [.. Items.Select(item => item.Part).Where(part => part.Length > 0).Distinct()];

    /// <summary>Positions of a part's items, or of all items for the empty part.</summary>
    public int[] PositionsOf(string part) =>
        [.. Enumerable.Range(0, Items.Length).Where(position => part.Length == 0 || Items[position].Part == part)];

    /// <summary>The score as the study file defines it, or NaN when too few items are answered.</summary>
    public double Score(int[] positions, double[] values)
    {
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(values);
        var (sum, answered) = (0.0, 0);
        foreach (var position in positions)
        {
            var value = values[position];
            if (double.IsNaN(value))
                continue;
            sum += Items[position].Reversed ? Low + High - value : value;
            answered++;
        }
        if (answered == 0 || answered < MinimumAnswered * positions.Length)
            return double.NaN;
        var mean = MissingIsLowest ? (sum + Low * (positions.Length - answered)) / positions.Length : sum / answered;
        return AsPercent ? 100 * (mean - Low) / (High - Low) : mean;
    }
}
