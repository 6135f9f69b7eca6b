namespace ImpactEval.Studies;

public enum SponsorCalendar { Vietnam, Japan, Canada, France, UnitedStates }

public sealed record Organisation(string Code, LocalText Name);

/// <summary>Who pays, who takes part, and in whose calendar results are reported.</summary>
public sealed record Programme(Organisation Sponsor, IReadOnlyList<Organisation> Partners, string? Agreement, SponsorCalendar Calendar);

public sealed record Cohort(string Code, LocalText Title, DateOnly Starts, DateOnly Ends, LocalText? Place);

/// <summary>One way of dividing participants. With <paramref name="Cuts"/> the values are bands of a number: below the first cut, from it to the next, …</summary>
public sealed record GroupDimension(string Code, LocalText Title, IReadOnlyList<GroupValue> Values, IReadOnlyList<double> Cuts);

public sealed record GroupValue(string Code, LocalText Title);

/// <summary>A question answered in the participant's own words, in a questionnaire or an interview.</summary>
public sealed record OpenQuestion(string Code, LocalText Text);

/// <summary>
/// The declared whole of a study: the content of its study file, and with it the analysis plan.
/// <paramref name="Sha256"/> is the fingerprint of the file's bytes.
/// </summary>
public sealed record Study(
    string Code,
    LocalText Title,
    Programme Programme,
    IReadOnlyList<Cohort> Cohorts,
    IReadOnlyList<GroupDimension> Groups,
    IReadOnlyList<Wave> Waves,
    IReadOnlyList<Instrument> Instruments,
    IReadOnlyList<OpenQuestion> Questions,
    IReadOnlyList<Source> Sources,
    FileChecks Checks,
    StudyDesign Design,
    AnalysisPlan Analysis,
    TopicPlan? Topics,
    PrivacyRules Privacy,
    string Sha256)
{
    /// <summary>Null when people are recognised by their codes alone.</summary>
    public MatchingPlan? Matching { get; init; }

    /// <summary>How long personal data are kept; null when the study file does not say.</summary>
    public RetentionRules? Retention { get; init; }

    /// <summary>
    /// The day from which retention counts: the end of the last course, and as many months later as the last measurement is planned.
    /// </summary>
    public DateOnly LastWaveDay() => Cohorts.Max(cohort => cohort.Ends).AddMonths((int)Math.Ceiling(Waves.Max(wave => Math.Max(wave.Month ?? 0, 0))));

    public IEnumerable<Outcome> Outcomes() => Instruments.SelectMany(instrument => instrument.Outcomes());

    public Wave Wave(string code) => Waves.Single(wave => wave.Code == code);

    public Instrument Instrument(string code) => Instruments.Single(instrument => instrument.Code == code);
}
