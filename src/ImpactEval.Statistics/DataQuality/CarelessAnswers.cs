using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.DataQuality;

/// <summary>Signs that a questionnaire was ticked without reading: answers as given, before reversed items are turned.</summary>
public static class CarelessAnswers
{
    /// <summary>Half of the items by custom.</summary>
    /// <remarks>Curran (2016), Methods for the detection of carelessly invalid responses in survey data, J. of Experimental Social Psychology 66,
    /// 4–19.</remarks>
    public const double UsualStringShare = 0.5;

    /// <summary>Length of the longest run of one answer; a missing answer ends it.</summary>
    /// <param name="answers">Of one person in the order of the questionnaire; NaN = missing.</param>
    /// <returns>0 when nothing was answered.</returns>
    /// <exception cref="ArgumentException">An infinite answer.</exception>
    /// <remarks>Johnson (2005), Ascertaining the validity of individual protocols from Web-based personality inventories, J. of Research in
    /// Personality 39, 103–129.</remarks>
    public static int LongestString(IReadOnlyList<double> answers)
    {
        Require(answers);
        var (longest, run) = (0, 0);
        for (var i = 0; i < answers.Count; i++)
        {
            run = double.IsNaN(answers[i]) ? 0 : i > 0 && answers[i] == answers[i - 1] ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    /// <summary>Intra-individual response variability: standard deviation (n − 1) of a person's answers.</summary>
    /// <param name="answers">Of one person, items with one and the same set of answers; NaN = missing.</param>
    /// <returns>In points of the answers; null with fewer than two answers.</returns>
    /// <exception cref="ArgumentException">An infinite answer.</exception>
    /// <remarks>Dunn, Heggestad, Shanock and Theilgard (2018), Intra-individual response variability as an indicator of insufficient effort
    /// responding, J. of Business and Psychology 33, 105–121.</remarks>
    public static double? Variability(IReadOnlyList<double> answers)
    {
        Require(answers);
        return Moments.Of(new Sample(answers.Where(answer => !double.IsNaN(answer)))).StandardDeviation;
    }

    /// <summary>Rows whose longest string reaches a share of the items.</summary>
    /// <param name="persons">One row per person, all of the same length; NaN = missing.</param>
    /// <param name="share">Of the items, above 0 and up to 1.</param>
    /// <exception cref="ArgumentException">Rows of different length, an infinite answer, or an impossible share.</exception>
    public static IReadOnlyList<RowFlag> LongStrings(IReadOnlyList<double[]> persons, double share = UsualStringShare)
    {
        var items = Width(persons);
        if (!(share > 0 && share <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies above 0 and not above 1.");
        // One answer alone is no string.
        var limit = Math.Max(2, share * items);
        return [.. persons.Select((row, i) => new RowFlag(i, RowFlagReason.LongString, LongestString(row), limit)).Where(flag => flag.Found >= limit)];
    }

    /// <summary>Rows whose variability lies at or below a limit; 0 finds the same answer everywhere.</summary>
    /// <param name="persons">One row per person, all of the same length; NaN = missing.</param>
    /// <param name="limit">In points of the answers, not negative; best a low percentile of past cohorts.</param>
    /// <exception cref="ArgumentException">Rows of different length, an infinite answer, or a negative limit.</exception>
    public static IReadOnlyList<RowFlag> LowVariability(IReadOnlyList<double[]> persons, double limit = 0)
    {
        Width(persons);
        if (!(limit >= 0 && double.IsFinite(limit)))
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "A standard deviation is not negative.");
        return [.. persons.Select((row, i) => (Row: i, Found: Variability(row))).Where(one => one.Found <= limit)
            .Select(one => new RowFlag(one.Row, RowFlagReason.LowVariability, one.Found!.Value, limit))];
    }

    /// <summary>Rows that repeat all answers of an earlier row, gaps included.</summary>
    /// <param name="persons">One row per person, all of the same length; NaN = missing.</param>
    /// <param name="leastAnswers">Rows with fewer answers are not compared: few answers agree by chance.</param>
    /// <returns>One flag for each repetition, with the first such row; <see cref="RowFlag.Found"/> counts the answers that agree.</returns>
    /// <exception cref="ArgumentException">Rows of different length, or an infinite answer.</exception>
    public static IReadOnlyList<RowFlag> Doubled(IReadOnlyList<double[]> persons, int leastAnswers)
    {
        Width(persons);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastAnswers, 1);
        var (flags, first) = (new List<RowFlag>(), new Dictionary<double[], int>(new SameAnswers()));
        for (var row = 0; row < persons.Count; row++)
        {
            Require(persons[row]);
            var answers = persons[row].Count(answer => !double.IsNaN(answer));
            if (answers >= leastAnswers && !first.TryAdd(persons[row], row))
                flags.Add(new RowFlag(row, RowFlagReason.DoubledAnswers, answers, leastAnswers, first[persons[row]]));
        }
        return flags;
    }

    static int Width(IReadOnlyList<double[]> persons)
    {
        ArgumentNullException.ThrowIfNull(persons);
        var width = persons.Count == 0 ? 0 : persons[0].Length;
        for (var i = 0; i < persons.Count; i++)
            if (persons[i].Length != width)
                throw new ArgumentException($"Person {i} has {persons[i].Length} answers, the first one {width}.", nameof(persons));
        return width;
    }

    static void Require(IReadOnlyList<double> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.Any(Sample.IsTooLarge))
            throw new ArgumentException("An answer is infinite.", nameof(answers));
    }

    /// <summary>Equal answer by answer; a gap equals a gap.</summary>
    sealed class SameAnswers : IEqualityComparer<double[]>
    {
        public bool Equals(double[]? one, double[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(double[] answers)
        {
            var hash = new HashCode();
            foreach (var answer in answers)
                hash.Add(answer);
            return hash.ToHashCode();
        }
    }
}
