using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>
/// Findings → findings that may leave. A count from 1 up to the smallest cell is hidden, and with it everything computed from it, and so many of
/// the next smallest that the total does not give it away (<see cref="Company"/>). Adjusted p values are those of the findings that stay.
/// Shares of 0 % and 100 % are hidden for groups below <see cref="PlainShareSize"/>.
/// </summary>
public static class Disclosure
{
    /// <summary>Least group size for which "nobody" or "everybody" may be said.</summary>
    public const int PlainShareSize = 10;

    public static Findings Protect(Findings findings, PrivacyRules rules)
    {
        var hidden = HiddenGroups.Of(findings, rules.SmallestCell);
        return findings with
        {
            Participation = findings.Participation with { Rows = [.. findings.Participation.Rows.Select(row => Protect(row, hidden, rules))] },
            Changes = FamilyAdjustment.Adjust([.. findings.Changes.Select(change => Protect(change, hidden, rules))]),
            Reliability = [.. findings.Reliability.Select(row => row with { Alpha = row.Suppressed ? null : row.Alpha })],
            Items = [.. findings.Items.Select(item => Protect(item, rules))],
            Topics = findings.Topics is { } topics ? TopicDisclosure.Protect(topics, hidden, rules.SmallestCell) : null,
            Quality = findings.Quality with
            {
                Sources = SourceDisclosure.Protect(findings.Quality.Sources),
                Matching = findings.Quality.Matching is { } matching ? MatchingDisclosure.Protect(matching, rules.SmallestCell) : null,
                Missing = [.. findings.Quality.Missing.Where(row => !TooSmall(row.Assessments, rules.SmallestCell))],
            },
        };
    }

    /// <summary>True when a number of people may not be shown. Zero may: it speaks of nobody.</summary>
    internal static bool TooSmall(int? people, int smallestCell) => people is > 0 && people < smallestCell;

    static ParticipationRow Protect(ParticipationRow row, HiddenGroups hidden, PrivacyRules rules)
    {
        var whole = hidden.Contains(row.Group);
        Count[] shown =
        [
            .. row.Columns.Select((count, column) =>
                whole || hidden.Contains(column, row.Group) || TooSmall(count.Value, rules.SmallestCell) ? new Count(null) : count),
        ];
        return row with { Enrolled = shown[0], Measured = shown[1..^1], Paired = shown[^1] };
    }

    static ChangeFinding Protect(ChangeFinding change, HiddenGroups hidden, PrivacyRules rules)
    {
        var counts = change.Counts;
        if (hidden.Contains(change.Group) || counts is null || AnyTooSmall(counts, rules.SmallestCell) || hidden.Contains(change))
        {
            return change with
            {
                Counts = null, Before = null, After = null, MeanChange = null, StandardDeviationOfChange = null, Correlation = null,
                EffectSizes = [], Shares = null, Test = null, AdjustedPValue = null, Reason = null, Suppressed = true,
            };
        }
        return counts.Paired >= PlainShareSize ? change : change with
        {
            Before = WithoutEnds(change.Before),
            After = WithoutEnds(change.After),
            Shares = change.Shares is { } shares && EverybodyOrNobody(shares) ? null : change.Shares,
            EffectSizes = [.. change.EffectSizes.Where(effect => !SaysAll(effect))],
        };
    }

    /// <summary>A group whose few people answered at one wave only has no pair, and its counts would still speak of them.</summary>
    static bool AnyTooSmall(PairCounts counts, int smallestCell) =>
        TooSmall(counts.Enrolled, smallestCell) || TooSmall(counts.Before, smallestCell) || TooSmall(counts.After, smallestCell) || TooSmall(counts.Paired, smallestCell);

    static WaveScores? WithoutEnds(WaveScores? scores) => scores is null ? null : scores with
    {
        Floor = scores.Floor is { } floor && IsEnd(floor) ? null : scores.Floor,
        Ceiling = scores.Ceiling is { } ceiling && IsEnd(ceiling) ? null : scores.Ceiling,
    };

    static bool EverybodyOrNobody(ChangeShares shares) =>
        IsEnd(shares.Improved.Value) || IsEnd(shares.Unchanged) || IsEnd(shares.Worsened)
        || (shares.ImprovedByImportantDifference is { } important && IsEnd(important.Value));

    /// <summary>Everybody's or nobody's score rose: at 0 or 1 of the one measure, at −1 or 1 of the other.</summary>
    static bool SaysAll(EffectSize effect) => effect.Kind switch
    {
        EffectSizeKind.ProbabilityOfSuperiority => IsEnd(effect.Estimate.Value),
        EffectSizeKind.MatchedRankBiserial => IsEnd(Math.Abs(effect.Estimate.Value)),
        _ => false,
    };

    static bool IsEnd(double share) => share is 0 or 1;

    static ItemFinding Protect(ItemFinding item, PrivacyRules rules)
    {
        if (TooSmall(item.Answered.Value, rules.SmallestCell))
            return item with { Answered = new Count(null), Mean = null, StandardDeviation = null, TopShare = null, Suppressed = true };
        var plain = item.Answered.Value >= PlainShareSize || item.TopShare is not { } share || !IsEnd(share.Value);
        return plain ? item : item with { TopShare = null, Mean = null, StandardDeviation = null };
    }
}
