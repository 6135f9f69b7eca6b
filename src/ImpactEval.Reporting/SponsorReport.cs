using System.Globalization;
using ImpactEval.Evaluation;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Studies;

namespace ImpactEval.Reporting;

/// <summary>A study with its findings, and the titles that findings name by code.</summary>
internal sealed record SponsorReport(Study Study, Findings Findings, WorkbookOptions Options)
{
    readonly Dictionary<string, Outcome> outcomes = Study.Outcomes().ToDictionary(outcome => outcome.Code);

    public SponsorQuarter? Quarter => Findings.Period.LastDay is { } day ? SponsorQuarter.Of(day, Findings.Period.Calendar) : null;

    /// <summary>Study and quarter, e.g. <c>jica-young-leaders-FY2024-Q2</c>; names the file too.</summary>
    public string Code => Quarter is { } quarter ? $"{Study.Code}-{quarter.Code}" : Study.Code;

    public Outcome Outcome(string code) => outcomes[code];

    public bool IsWhole(string outcome) => outcomes[outcome].Instrument.Code == outcome;

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

    /// <summary>The text named <paramref name="key"/> with the thresholds of this report filled in.</summary>
    public LocalText Note(string key) => new(Note(key, TextLanguage.Vi), Note(key, TextLanguage.En));

    string Note(string key, TextLanguage language) => Words.Of(key, language,
        ("level", Figures.Level(Findings.Run.ConfidenceLevel, language)),
        ("smallest", Findings.Run.SmallestCell.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The dimension that always exists and is not declared.</summary>
    public const string CohortDimension = "cohort";
}
