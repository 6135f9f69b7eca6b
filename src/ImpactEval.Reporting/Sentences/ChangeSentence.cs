using ImpactEval.Evaluation;
using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sentences;

/// <summary>
/// A change as one sentence and its caveats: outcome, number, interval, n, what it is compared with.
/// It says how much changed and never why: without a comparison group the data cannot tell.
/// </summary>
public static class ChangeSentence
{
    public static string Of(ChangeFinding finding, Study study, TextLanguage language) => IsEstimated(finding)
        ? string.Join(' ', [Main("Sentence", finding, study, language), .. Reading("Sentence", finding, study, language), Caveat(study, language)])
        : Brief(finding, study, language);

    /// <summary>The finding alone, for a list that says once what may not be concluded.</summary>
    public static string Brief(ChangeFinding finding, Study study, TextLanguage language)
    {
        if (finding.Suppressed)
            return Labelled("Sentence.Suppressed", finding, study, language, ("smallest", Figures.Number(study.Privacy.SmallestCell, language)));
        if (!IsEstimated(finding))
            return Labelled("Sentence.NotEstimable", finding, study, language, ("reason", Words.Of(finding.Reason ?? NotEstimableReason.TooFewObservations, language)));
        return string.Join(' ', [Main("Brief", finding, study, language), .. Reading("Brief", finding, study, language)]);
    }

    /// <summary>What may not be concluded, by the design of the study.</summary>
    public static string Caveat(Study study, TextLanguage language) => Words.Of($"Sentence.Caveat.{study.Design.Kind}", language);

    static bool IsEstimated(ChangeFinding finding) => finding is { Suppressed: false, MeanChange: not null, Before: not null, After: not null };

    static string Main(string form, ChangeFinding finding, Study study, TextLanguage language)
    {
        var outcome = study.Outcomes().Single(candidate => candidate.Code == finding.Outcome);
        var (change, before, after) = (finding.MeanChange!, finding.Before!, finding.After!);
        var decimals = Figures.DecimalsOf(outcome.Scale);
        string Points(double value) => Figures.Number(value, decimals, language);
        var key = Points(change.Value) == Points(0) ? "Same" : change.Value > 0 ? "Rose" : "Fell";
        return Labelled($"{form}.{key}", finding, study, language,
            ("change", Points(Math.Abs(change.Value))),
            ("before", Points(before.Mean)),
            ("after", Points(after.Mean)),
            ("low", Figures.Plain(outcome.Scale.Low, language)),
            ("high", Figures.Plain(outcome.Scale.High, language)),
            ("level", Figures.Level(change.Intervals.Primary.Level, language)),
            ("lower", change.Intervals.Primary.Lower is { } lower ? Points(lower) : "−∞"),
            ("upper", change.Intervals.Primary.Upper is { } upper ? Points(upper) : "∞"),
            ("n", Figures.Number(change.Size, language)),
            ("p", PValue(finding, language)));
    }

    static string Labelled(string key, ChangeFinding finding, Study study, TextLanguage language, params ReadOnlySpan<(string, string)> parts)
    {
        var outcome = study.Outcomes().Single(candidate => candidate.Code == finding.Outcome);
        return Words.Of(key, language,
        [
            ("outcome", OutcomeName(outcome, language)),
            ("from", study.Wave(finding.From).Title.In(language)),
            ("to", study.Wave(finding.To).Title.In(language)),
            .. parts,
        ]);
    }

    /// <summary>A part is named with its instrument, since two instruments may have parts of one name.</summary>
    static string OutcomeName(Outcome outcome, TextLanguage language) => outcome.Code == outcome.Instrument.Code
        ? outcome.Title.In(language)
        : $"{outcome.Instrument.Title.In(language)} – {outcome.Title.In(language)}";

    static string PValue(ChangeFinding finding, TextLanguage language) => finding switch
    {
        { AdjustedPValue: { } adjusted } => Words.Of("Sentence.AdjustedP", language, ("p", Figures.PValue(adjusted, language))),
        { Test: { } test } => Words.Of("Sentence.UnadjustedP", language, ("p", Figures.PValue(test.PValue, language))),
        _ => "",
    };

    static IEnumerable<string> Reading(string form, ChangeFinding finding, Study study, TextLanguage language)
    {
        var change = finding.MeanChange!;
        if (Directions.Of(change) == Direction.Unclear)
            yield return Words.Of($"{form}.IncludesZero", language);
        if (finding.Kind is not (ChangeKind.Gain or ChangeKind.FollowUpGain or ChangeKind.RetrospectiveGain)
            || !study.Analysis.SmallestImportantDifferences.TryGetValue(finding.Outcome, out var important)
            || change.Intervals.Primary is not { Lower: { } lower, Upper: { } upper })
        {
            yield break;
        }
        var key = lower >= important ? "AboveImportant" : upper >= important ? "AroundImportant" : "BelowImportant";
        yield return Words.Of($"{form}.{key}", language, ("important", Figures.Plain(important, language)));
    }
}
