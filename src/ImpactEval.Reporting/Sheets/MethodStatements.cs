using System.Globalization;
using ImpactEval.Evaluation;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

internal enum MethodSection { Design, Instruments, Data, Formulas, Topics, Rules, Limits }

/// <summary>One thing said about the method, with the literature behind it.</summary>
internal sealed record MethodStatement(MethodSection Section, LocalText Subject, LocalText Text, string Citation);

/// <summary>What is said of the method: only what this study did, so formulas of statistics it does not hold are left out.</summary>
internal static class MethodStatements
{
    const string NoCitation = "–";

    public static IEnumerable<MethodStatement> Of(SponsorReport report)
    {
        yield return Named(MethodSection.Design, "Design", language => Filled(report, "Design", language));
        foreach (var instrument in report.Study.Instruments)
            yield return new(MethodSection.Instruments, instrument.Title, InBoth(language => Described(instrument, language)), NoCitation);
        foreach (var key in new[] { "Matching", "Missing" })
            yield return Named(MethodSection.Data, key, language => Filled(report, key, language));
        foreach (var key in Formulas(report.Findings))
            yield return Named(MethodSection.Formulas, key, language => Filled(report, key, language));
        foreach (var key in report.Findings.Topics is null ? [] : new[] { "Topics", "TopicShare" })
            yield return Named(MethodSection.Topics, key, language => Filled(report, key, language));
        foreach (var key in new[] { "Suppression", "Reproducibility" })
            yield return Named(MethodSection.Rules, key, language => Filled(report, key, language));
        foreach (var key in Limits(report))
            yield return Named(MethodSection.Limits, key, language => Filled(report, key, language));
    }

    static IEnumerable<string> Formulas(Findings findings)
    {
        if (findings.Changes.Any(change => change.MeanChange is not null))
            yield return "MeanChange";
        foreach (var kind in findings.Changes.SelectMany(change => change.EffectSizes).Select(size => size.Kind).Distinct().Order())
            yield return kind.ToString();
        if (findings.Changes.Any(change => change.Shares is not null) || findings.Items.Count > 0)
            yield return "Shares";
        foreach (var test in findings.Changes.Select(change => change.Test).OfType<Statistics.TestResult>().Select(EffectSizesSheet.NameOf).Distinct())
            yield return test["Text.".Length..];
        if (findings.Changes.Any(change => change.AdjustedPValue is not null))
            yield return "Holm";
        if (findings.Reliability.Count > 0)
            yield return "Alpha";
    }

    static IEnumerable<string> Limits(SponsorReport report)
    {
        if (report.Study.Design.Kind is DesignKind.SingleGroup or DesignKind.MultiCohort)
            yield return "LimitComparison";
        yield return "LimitSelfReport";
        yield return "LimitRegression";
        yield return "LimitSmallN";
        yield return "LimitAttrition";
        if (report.Findings.Topics is not null)
            yield return "LimitTopics";
    }

    static MethodStatement Named(MethodSection section, string key, Func<TextLanguage, string> text) =>
        new(section, Words.Both($"Method.{key}.Subject"), InBoth(text), Words.Of($"Method.{key}.Source", TextLanguage.Vi));

    /// <summary>Every place any statement may have; each takes those it needs.</summary>
    static string Filled(SponsorReport report, string key, TextLanguage language)
    {
        var (study, run, topics) = (report.Study, report.Findings.Run, report.Findings.Topics);
        var none = Words.Of("Text.No", language);
        return Words.Of($"Method.{key}.Text", language,
            ("design", Words.Of(study.Design.Kind, language)),
            ("primary", List(study.Design.PrimaryOutcomes.Select(code => report.Outcome(code).Title.In(language)), none)),
            ("families", List(study.Analysis.Families.Select(family => family.Title.In(language)), none)),
            ("resamples", Figures.Number(study.Analysis.Resamples, language)),
            ("smallest", Figures.Number(run.SmallestCell, language)),
            ("engine", run.EngineVersion),
            ("seed", run.Seed.ToString(CultureInfo.InvariantCulture)),
            ("runs", Figures.Number(topics?.Runs ?? 0, language)),
            ("stability", StabilityWords.Of(topics?.Stability ?? 0, language)),
            ("apart", Figures.Number(topics?.Apart ?? 0, language)),
            ("uninformative", Figures.Number(topics?.Uninformative ?? 0, language)),
            ("answers", Figures.Number(topics?.Answers ?? 0, language)));
    }

    static string Described(Instrument instrument, TextLanguage language) => Words.Of("Method.Instrument.Text", language,
        ("level", Words.Of(instrument.Level, language)),
        ("items", Figures.Number(instrument.Items.Count, language)),
        ("low", Figures.Plain(instrument.Scale.Low, language)),
        ("high", Figures.Plain(instrument.Scale.High, language)),
        ("rule", Words.Of(instrument.Scoring.Rule, language)),
        ("missing", Words.Of(instrument.Scoring.Missing, language)),
        ("minimum", Figures.Percent(instrument.Scoring.MinimumAnswered, language)));

    static string List(IEnumerable<string> titles, string none)
    {
        var list = string.Join("; ", titles);
        return list.Length == 0 ? none : list;
    }

    static LocalText InBoth(Func<TextLanguage, string> text) => new(text(TextLanguage.Vi), text(TextLanguage.En));
}
