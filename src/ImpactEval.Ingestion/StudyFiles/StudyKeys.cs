namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>The keys that one kind of object of the study file has. <paramref name="Name"/> is its name in the JSON Schema.</summary>
sealed record ObjectKeys(string Name, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    public IEnumerable<string> All => Required.Concat(Optional);
}

/// <summary>Every key of the study file. A test holds it together with <c>study.schema.json</c>.</summary>
static class StudyKeys
{
    public static readonly ObjectKeys Study = Of(
        "study",
        "study title programme cohorts waves instruments sources design analysis",
        "groups questions checks matching topics privacy retention");

    public static readonly ObjectKeys LocalText = Of("localText", "vi", "en fr ja");
    public static readonly ObjectKeys Programme = Of("programme", "sponsor calendar", "partners agreement");
    public static readonly ObjectKeys Organisation = Of("organisation", "code name");
    public static readonly ObjectKeys Cohort = Of("cohort", "code title starts ends", "place");
    public static readonly ObjectKeys Group = Of("group", "code title values", "cuts");
    public static readonly ObjectKeys GroupValue = Of("groupValue", "code title");
    public static readonly ObjectKeys Wave = Of("wave", "code kind title", "month");

    public static readonly ObjectKeys Instrument = Of("instrument", "code title level scale items", "scoring competencies");
    public static readonly ObjectKeys Scale = Of("scale", "low high");
    public static readonly ObjectKeys Scoring = Of("scoring", "rule", "missing minimumAnswered");
    public static readonly ObjectKeys Competency = Of("competency", "code title items");
    public static readonly ObjectKeys Item = Of("item", "code text", "reversed");
    public static readonly ObjectKeys Question = Of("question", "code text");

    public static readonly ObjectKeys Source = Of(
        "source",
        "code title kind file",
        "format sheet encoding delimiter decimalMark dateOrder headerRow columns assessments answers speakers");

    public static readonly ObjectKeys Columns = Of("columns", "participant", "cohort wave date groups identity");
    public static readonly ObjectKeys AssessmentBlock = Of("assessmentBlock", "instrument", "wave heading prefix values waveValues");
    public static readonly ObjectKeys AnswerColumn = Of("answerColumn", "question", "wave column");
    public static readonly ObjectKeys Speakers = Of("speakers", "participant interviewer respondent", "date");

    public static readonly ObjectKeys Checks = Of("checks", "maximumRejectedShare");
    public static readonly ObjectKeys Matching = Of("matching", "fields", "codes linkBelow reviewBelow review");
    public static readonly ObjectKeys MatchFields = Of("matchFields", "", "name birth sex unit");
    public static readonly ObjectKeys Design = Of("design", "kind", "primaryOutcomes");

    public static readonly ObjectKeys Analysis = Of(
        "analysis", "seed", "confidenceLevel resamples families groups smallestImportantDifferences");

    public static readonly ObjectKeys Family = Of("family", "code title outcomes");
    public static readonly ObjectKeys Topics = Of("topics", "questions", "themes runs quotesPerTheme");
    public static readonly ObjectKeys Privacy = Of("privacy", "", "smallestCell quotesNeedConfirmation");

    public static readonly ObjectKeys Retention = Of("retention", "", "identities answers");

    public static IReadOnlyList<ObjectKeys> All { get; } =
    [
        Study, LocalText, Programme, Organisation, Cohort, Group, GroupValue, Wave, Instrument, Scale, Scoring, Competency, Item, Question,
        Source, Columns, AssessmentBlock, AnswerColumn, Speakers, Checks, Matching, MatchFields, Design, Analysis, Family, Topics, Privacy, Retention,
    ];

    static ObjectKeys Of(string name, string required, string optional = "") => new(name, Words(required), Words(optional));

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
