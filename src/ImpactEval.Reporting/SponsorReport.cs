using System.Globalization;
using ImpactEval.Evaluation;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting;

/// <summary>A study with its findings, and the titles that findings name by code.</summary>
internal sealed record SponsorReport(Study Study, Findings Findings, WorkbookOptions Options)
{
    readonly Dictionary<string, Outcome> outcomes = Study.Outcomes().ToDictionary(outcome => outcome.Code);

    /// <summary>Findings list the main comparison of an outcome before its others.</summary>
    readonly Dictionary<string, ChangeFinding> main = Findings.Changes.Where(change => change.Group is null)
        .GroupBy(change => change.Outcome).ToDictionary(changes => changes.Key, changes => changes.First());

    public SponsorQuarter? Quarter => Findings.Period.LastDay is { } day ? SponsorQuarter.Of(day, Findings.Period.Calendar) : null;

    /// <summary>Study and quarter, e.g. <c>jica-young-leaders-FY2024-Q2</c>; names the file too.</summary>
    public string Code => Quarter is { } quarter ? $"{Study.Code}-{quarter.Code}" : Study.Code;

    public Outcome Outcome(string code) => outcomes[code];

    public bool IsWhole(string outcome) => outcomes[outcome].Instrument.Code == outcome;

    /// <summary>A test has right answers, so its parts are fields of knowledge; the parts of a rating are competencies.</summary>
    public bool IsOfTest(string outcome) => outcomes[outcome].Instrument.Scoring.Rule == ScoreRule.PercentOfMaximum;

    public bool IsMain(ChangeFinding change) =>
        main.TryGetValue(change.Outcome, out var first) && (first.Kind, first.From, first.To) == (change.Kind, change.From, change.To);

    public LocalText Group(GroupKey? group)
    {
        if (group is null)
            return Words.Both("Text.Everybody");
        return group.Dimension == CohortDimension
            ? Cohort(group.Value)
            : Study.Groups.Single(dimension => dimension.Code == group.Dimension).Values.Single(value => value.Code == group.Value).Title;
    }

    public LocalText Dimension(GroupKey? group)
    {
        if (group is null)
            return Words.Both("Text.All");
        return group.Dimension == CohortDimension ? Words.Both("Text.Course") : Study.Groups.Single(dimension => dimension.Code == group.Dimension).Title;
    }

    public LocalText Cohort(string code) => Study.Cohorts.Single(cohort => cohort.Code == code).Title;

    /// <summary>Later − earlier, by the titles of the waves.</summary>
    public LocalText Comparison(ChangeFinding finding)
    {
        var (from, to) = (Study.Wave(finding.From).Title, Study.Wave(finding.To).Title);
        return new LocalText($"{to.Vi} − {from.Vi}", $"{to.In(TextLanguage.En)} − {from.In(TextLanguage.En)}");
    }

    /// <summary>What a table about this change and no other is called: outcome and comparison.</summary>
    public LocalText Caption(ChangeFinding finding)
    {
        var (outcome, comparison) = (outcomes[finding.Outcome].Title, Comparison(finding));
        return new LocalText($"{outcome.Vi}: {comparison.Vi}", $"{outcome.In(TextLanguage.En)}: {comparison.In(TextLanguage.En)}");
    }

    /// <summary>A column that every wave has: its code and its words name the wave.</summary>
    public ColumnHead AtWave(ColumnHead head, string wave)
    {
        LocalText Named(LocalText title)
        {
            string In(TextLanguage language) => Words.Of($"Column.{head.Code}.Header", language, ("wave", title.In(language)));
            return new LocalText(In(TextLanguage.Vi), In(TextLanguage.En));
        }
        return head with { Code = $"{head.Code}.{wave}", Name = Named(Study.Wave(wave).Title), AnyWave = Named(new LocalText("…")) };
    }

    /// <summary>The text named <paramref name="key"/> with the thresholds of this report filled in.</summary>
    public LocalText Note(string key) => new(Note(key, TextLanguage.Vi), Note(key, TextLanguage.En));

    string Note(string key, TextLanguage language) => Words.Of(key, language,
        ("level", Figures.Level(Findings.Run.ConfidenceLevel, language)),
        ("smallest", Findings.Run.SmallestCell.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The dimension that always exists and is not declared.</summary>
    public const string CohortDimension = "cohort";
}
