namespace ImpactEval.App.Terminal;

/// <summary>One line of a forest plot in text: <c>  ├────●────┤ </c> on a common axis, with <c>│</c> where nothing changed.</summary>
sealed class ForestPlot(double low, double high, int width)
{
    /// <summary>An axis that holds zero and every limit.</summary>
    public static ForestPlot Around(IEnumerable<double> limits, int width)
    {
        var all = limits.Append(0).ToArray();
        return new ForestPlot(all.Min(), all.Max(), width);
    }

    public string Line(double lower, double value, double upper)
    {
        var cells = Enumerable.Repeat(' ', width).ToArray();
        cells[At(0)] = '│';
        for (var cell = At(lower); cell <= At(upper); cell++)
            cells[cell] = '─';
        (cells[At(lower)], cells[At(upper)]) = ('├', '┤');
        cells[At(value)] = '●';
        return new string(cells);
    }

    int At(double value) => high > low ? (int)Math.Round((value - low) / (high - low) * (width - 1)) : 0;
}
