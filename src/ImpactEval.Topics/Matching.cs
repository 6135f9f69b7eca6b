namespace ImpactEval.Topics;

/// <summary>The one-to-one matching of rows to columns with the largest sum of gains.</summary>
/// <remarks>Kuhn (1955), The Hungarian method for the assignment problem, Naval Research Logistics Quarterly 2, 83–97; shortest augmenting paths with potentials.</remarks>
static class Matching
{
    /// <param name="gain">Square: gain[row, column].</param>
    /// <returns>For each row its column.</returns>
    public static int[] Largest(double[,] gain)
    {
        var n = gain.GetLength(0);
        // Row 0 and column 0 are the empty start of a path.
        var (rowPotential, columnPotential, rowOf) = (new double[n + 1], new double[n + 1], new int[n + 1]);
        for (var row = 1; row <= n; row++)
            Place(row);
        var columnOf = new int[n];
        for (var column = 1; column <= n; column++)
            columnOf[rowOf[column] - 1] = column - 1;
        return columnOf;

        void Place(int row)
        {
            var (distance, from, isDone) = (new double[n + 1], new int[n + 1], new bool[n + 1]);
            Array.Fill(distance, double.PositiveInfinity);
            rowOf[0] = row;
            var at = 0;
            while (rowOf[at] != 0)
                at = Step(at, distance, from, isDone);
            for (; at != 0; at = from[at])
                rowOf[at] = rowOf[from[at]];
        }

        int Step(int at, double[] distance, int[] from, bool[] isDone)
        {
            isDone[at] = true;
            var (row, next, shortest) = (rowOf[at], 0, double.PositiveInfinity);
            for (var column = 1; column <= n; column++)
            {
                if (isDone[column])
                    continue;
                var length = -gain[row - 1, column - 1] - rowPotential[row] - columnPotential[column];
                if (length < distance[column])
                    (distance[column], from[column]) = (length, at);
                if (distance[column] < shortest)
                    (shortest, next) = (distance[column], column);
            }
            for (var column = 0; column <= n; column++)
            {
                if (isDone[column])
                {
                    rowPotential[rowOf[column]] += shortest;
                    columnPotential[column] -= shortest;
                }
                else
                    distance[column] -= shortest;
            }
            return next;
        }
    }
}
