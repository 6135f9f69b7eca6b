using System.Globalization;
using System.Text.RegularExpressions;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Columns;

/// <summary>The scale of a file's main score: stated by headings, cells or a column, else the smallest usual one that holds the scores.</summary>
/// <param name="Evidence">Where the maximum was stated; <c>values</c> when it was inferred.</param>
sealed partial record ScaleOfScores(double Minimum, double Maximum, string Evidence)
{
    /// <summary>Scales out of which tests are marked in the countries of the product.</summary>
    static readonly double[] Usual = [10, 20, 100];

    /// <summary>Slips and outliers may stand above the scale; more of them would speak of another scale.</summary>
    const double LeastShareWithin = 0.85;

    public bool IsStated => Evidence != "values";

    public bool Contains(double score) => score >= Minimum && score <= Maximum;

    /// <param name="headings">Headings of the score's columns.</param>
    /// <param name="maxima">Cells of a column that says the maximum.</param>
    public static ScaleOfScores? Of(IEnumerable<string> headings, IReadOnlyCollection<ScoreReading> scores, IEnumerable<ScoreReading> maxima)
    {
        foreach (var heading in headings)
        {
            if (InHeading(heading) is { } stated)
                return stated;
        }
        if (!scores.Any(reading => reading.HasValue))
            return null;
        if (MostFrequent(maxima.Where(reading => reading.HasValue).Select(reading => reading.Value)) is { } column)
            return new(0, column, "column");
        var denominators = scores.Where(reading => reading.OutOf is not null).Select(reading => reading.OutOf!.Value).ToArray();
        if (denominators.Length * 2 > scores.Count(reading => reading.HasValue) && MostFrequent(denominators) is { } outOf)
            return new(0, outOf, "cells");
        return Inferred([.. scores.Where(reading => reading.HasValue).Select(reading => reading.Value).Order()]);
    }

    static ScaleOfScores? Inferred(double[] ordered)
    {
        if (ordered.Length == 0)
            return null;
        var isRating = ordered.All(value => value == Math.Floor(value)) && ordered[^1] <= 7 && ordered[0] >= 1;
        if (isRating)
            return new(1, ordered[^1] <= 5 ? 5 : 7, "values");
        var held = ordered[Math.Min(ordered.Length - 1, (int)Math.Floor(LeastShareWithin * (ordered.Length - 1)))];
        return Usual.FirstOrDefault(maximum => held <= maximum) is var usual and > 0 ? new(0, usual, "values") : null;
    }

    static double? MostFrequent(IEnumerable<double> values) =>
        values.GroupBy(value => value).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key)
            .Select(group => (double?)group.Key).FirstOrDefault();

    /// <summary>The scale that a heading states; null when it states none.</summary>
    public static ScaleOfScores? InHeading(string heading)
    {
        if (Range().Match(heading) is { Success: true } range)
        {
            var (low, high) = (Number(range, "low"), Number(range, "high"));
            if (low < high)
                return new(low, high, heading.Trim());
        }
        return OutOf().Match(heading) is { Success: true } outOf && Number(outOf, "high") is > 1 and var maximum ? new(0, maximum, heading.Trim())
            : null;
    }

    static double Number(Match match, string group) => double.Parse(match.Groups[group].Value.Replace(',', '.'), CultureInfo.InvariantCulture);

    /// <summary>(0-100), [1–5], 0 đến 10, 0 to 20, 0～100点.</summary>
    [GeneratedRegex(@"(?<![0-9])(?<low>[0-9]{1,2})\s*(-|–|—|~|～|〜|−|đến|tới|to|à|…|\.\.)\s*(?<high>[0-9]{1,4}([.,][0-9]+)?)(?![0-9/])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Range();

    /// <summary>Grade/10.00, /20, out of 50, sur 20, thang 10, tối đa 50, 100点満点, max 40.</summary>
    [GeneratedRegex(
        @"(/|out of|sur|thang điểm|thang|tối đa|max\.?|maximum)\s*(?<high>[0-9]{1,4}([.,][0-9]+)?)\s*(đ|điểm|pts?|points?)?\s*[)\]）]?\s*$|(?<high>[0-9]{1,4})\s*点満点",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OutOf();
}
