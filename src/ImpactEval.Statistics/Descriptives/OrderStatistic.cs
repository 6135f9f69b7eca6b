namespace ImpactEval.Statistics.Descriptives;

/// <summary>The k-th smallest value without sorting the others.</summary>
static class OrderStatistic
{
    /// <param name="values">Finite; put into another order: smaller ones before the place, larger ones behind it.</param>
    /// <param name="place">From 0.</param>
    /// <remarks>Hoare (1961), Algorithm 65: FIND, Communications of the ACM 4, 321–322; the middle of three as pivot.</remarks>
    public static double At(Span<double> values, int place)
    {
        var (first, last) = (0, values.Length - 1);
        while (first < last)
        {
            var pivot = MiddleOf(values[first], values[first + (last - first) / 2], values[last]);
            var (low, high) = (first, last);
            while (low <= high)
            {
                while (values[low] < pivot)
                    low++;
                while (values[high] > pivot)
                    high--;
                if (low > high)
                    break;
                (values[low], values[high]) = (values[high], values[low]);
                low++;
                high--;
            }
            if (place <= high)
                last = high;
            else if (place >= low)
                first = low;
            else
                break;
        }
        return values[place];
    }

    static double MiddleOf(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
