using ImpactEval.Evaluation;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Tables;
using ImpactEval.Statistics;

namespace ImpactEval.Reporting.Sheets;

/// <summary>The cells of a change: a number, or the shorthand that says why there is none.</summary>
internal static class ChangeCells
{
    public static Cell Shown(ChangeFinding? change, double? number)
    {
        if (change is null)
            return Cell.NotApplicable;
        if (change.Suppressed)
            return Cell.Confidential;
        if (number is { } value)
            return new Cell.Number(value);
        return change.Reason is { } reason ? Cell.NotEstimableFor(reason) : Cell.NotApplicable;
    }

    /// <summary>A limit of the primary interval; an unbounded one is written as infinity.</summary>
    public static Cell Lower(ChangeFinding? change, Estimate? estimate) => Lower(change, estimate?.Intervals.Primary);

    public static Cell Upper(ChangeFinding? change, Estimate? estimate) => Upper(change, estimate?.Intervals.Primary);

    public static Cell Lower(ChangeFinding? change, ConfidenceInterval? interval) =>
        change is { Suppressed: false } && interval is { Lower: null } ? new Cell.Text("−∞") : Shown(change, interval?.Lower);

    public static Cell Upper(ChangeFinding? change, ConfidenceInterval? interval) =>
        change is { Suppressed: false } && interval is { Upper: null } ? new Cell.Text("∞") : Shown(change, interval?.Upper);

    public static Estimate? EffectSize(ChangeFinding? change, EffectSizeKind kind) =>
        change?.EffectSizes.FirstOrDefault(size => size.Kind == kind)?.Estimate;

    public static Estimate? DAv(ChangeFinding? change) => EffectSize(change, EffectSizeKind.DAv);

    /// <summary>After − before as arithmetic a reader can check.</summary>
    public static Cell Difference(ChangeFinding? change) => change is { Suppressed: false, Before: { } before, After: { } after }
        ? new Cell.Formula("{After}-{Before}", after.Mean - before.Mean)
        : Shown(change, null);

    public static Cell Direction(ChangeFinding? change)
    {
        if (change is not { Suppressed: false, MeanChange: { } mean })
            return Shown(change, null);
        var direction = Directions.Of(mean);
        var tone = direction switch { Sentences.Direction.Rose => Tone.Good, Sentences.Direction.Fell => Tone.Bad, _ => Tone.Muted };
        return new Cell.Text(direction.Sign(), tone);
    }
}
