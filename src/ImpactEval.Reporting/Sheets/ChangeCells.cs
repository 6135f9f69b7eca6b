using ImpactEval.Evaluation;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Tables;
using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>The cells of a change: a number, or the shorthand that says why there is none.</summary>
internal static class ChangeCells
{
    // An interval of d this wide reaches a medium effect (0.5; Cohen 1988, p. 26) to either side of its middle.
    const double WideInterval = 1;

    public static Cell Shown(ChangeFinding change, double? number)
    {
        if (change.Suppressed)
            return Cell.Confidential;
        if (number is { } value)
            return new Cell.Number(value);
        return change.Reason is null ? Cell.NotApplicable : Cell.NotEstimable;
    }

    /// <summary>A limit of the primary interval; an unbounded one is written as infinity.</summary>
    public static Cell Lower(ChangeFinding change, Estimate? estimate) =>
        !change.Suppressed && estimate is { Intervals.Primary.Lower: null } ? new Cell.Text("−∞") : Shown(change, estimate?.Intervals.Primary.Lower);

    public static Cell Upper(ChangeFinding change, Estimate? estimate) =>
        !change.Suppressed && estimate is { Intervals.Primary.Upper: null } ? new Cell.Text("∞") : Shown(change, estimate?.Intervals.Primary.Upper);

    public static Estimate? EffectSize(ChangeFinding change, EffectSizeKind kind) =>
        change.EffectSizes.FirstOrDefault(size => size.Kind == kind)?.Estimate;

    /// <summary>After − before as arithmetic a reader can check.</summary>
    public static Cell Difference(ChangeFinding change) => change is { Suppressed: false, Before: { } before, After: { } after }
        ? new Cell.Formula("{After}-{Before}", after.Mean - before.Mean)
        : Shown(change, null);

    public static Cell Direction(ChangeFinding change)
    {
        if (change is not { Suppressed: false, MeanChange: { } mean })
            return Shown(change, null);
        var direction = Directions.Of(mean);
        var tone = direction switch { Sentences.Direction.Rose => Tone.Good, Sentences.Direction.Fell => Tone.Bad, _ => Tone.Muted };
        return new Cell.Text(Words.Both(direction).Bilingual(), tone);
    }

    public static Cell Note(ChangeFinding change)
    {
        if (change.Suppressed)
            return new Cell.Text(Words.Both("Text.Suppressed").Bilingual());
        if (change.MeanChange is not { } mean)
            return new Cell.Text(NotEstimable(change.Reason ?? NotEstimableReason.TooFewObservations));
        var notes = new List<string>();
        if (Directions.Of(mean) == Sentences.Direction.Unclear)
            notes.Add(Words.Both("Text.IntervalIncludesZero").Bilingual());
        if (EffectSize(change, EffectSizeKind.DAv)?.Intervals.Primary is { } interval && !(interval.Upper - interval.Lower <= WideInterval))
            notes.Add(Words.Both("Text.WideInterval").Bilingual());
        if (change.Reason is { } reason)
            notes.Add(NotEstimable(reason));
        return new Cell.Text(string.Join("; ", notes));
    }

    public static Cell Outcome(SponsorReport report, ChangeFinding change) =>
        new Cell.Text((change.Primary ? "♦ " : "") + report.Outcome(change.Outcome).Title.Bilingual());

    public static string NotEstimable(NotEstimableReason reason)
    {
        string In(TextLanguage language) => Words.Of("Text.NotEstimable", language, ("reason", Words.Of(reason, language)));
        return new LocalText(In(TextLanguage.Vi), In(TextLanguage.En)).Bilingual();
    }
}
