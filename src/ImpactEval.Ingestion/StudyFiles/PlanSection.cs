using ImpactEval.Studies;

namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>What is chosen before the data are seen: checks, design, analysis, topics, privacy, retention.</summary>
sealed class PlanSection(Reading reading, Declared declared)
{
    static readonly AnalysisPlan Usual = new(
        ConfidenceLevel: 0.95, Resamples: 9999, Seed: 0, Families: [], Groups: [], new Dictionary<string, double>());

    static readonly PrivacyRules UsualPrivacy = new(SmallestCell: 5, QuotesNeedConfirmation: true);

    const double UsualRejectedShare = 0.05;
    const int UsualRuns = 30;
    const int UsualQuotes = 3;

    /// <summary>A century: more is a slip of the pen.</summary>
    const int MostMonths = 1200;

    public FileChecks Checks(Fields study) => study.Part("checks") is not { } part
        ? new FileChecks(UsualRejectedShare)
        : new FileChecks(Fields.Of(part, StudyKeys.Checks, reading)
            .Number("maximumRejectedShare", UsualRejectedShare, "0 ≤ x ≤ 1", static share => share is >= 0 and <= 1));

    public StudyDesign Design(Fields study)
    {
        if (study.Part("design") is not { } part)
            return new StudyDesign(default, []);
        var fields = Fields.Of(part, StudyKeys.Design, reading);
        var outcomes = fields.Texts("primaryOutcomes");
        reading.EachOnce(outcomes);
        foreach (var outcome in outcomes)
            reading.Refer(outcome, () => declared.Outcomes);
        return new StudyDesign(fields.Word<DesignKind>("kind") ?? default, [.. outcomes.Select(outcome => outcome.Text)]);
    }

    public AnalysisPlan Analysis(Fields study)
    {
        if (study.Part("analysis") is not { } part)
            return Usual;
        var fields = Fields.Of(part, StudyKeys.Analysis, reading);
        var families = fields.List("families", Family);
        reading.EachOnce(families.Select(family => family.Code).OfType<YamlText>());
        var groups = fields.Texts("groups");
        reading.EachOnce(groups);
        foreach (var group in groups)
            reading.Refer(group, declared.Breakdowns);
        return new AnalysisPlan(
            fields.Number("confidenceLevel", Usual.ConfidenceLevel, "0 < x < 1", static level => level is > 0 and < 1),
            fields.Whole("resamples", Usual.Resamples, least: 1, most: 10_000_000),
            fields.Seed("seed"),
            [.. families.Select(family => family.Value)],
            [.. groups.Select(group => group.Text)],
            ImportantDifferences(fields));
    }

    Coded<OutcomeFamily> Family(YamlPart part)
    {
        var fields = Fields.Of(part, StudyKeys.Family, reading);
        var code = fields.Code("code");
        var outcomes = fields.Texts("outcomes", mayBeEmpty: false);
        var family = new OutcomeFamily(code?.Text ?? "", fields.LocalText("title"), [.. outcomes.Select(outcome => outcome.Text)]);
        foreach (var outcome in outcomes)
        {
            var one = family with { Outcomes = [outcome.Text] };
            reading.Refer(outcome, () => declared.Outcomes, _ => declared.Outcomes.Any(one.Contains));
        }
        return new(code, family);
    }

    Dictionary<string, double> ImportantDifferences(Fields fields)
    {
        var differences = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var entry in fields.Entries("smallestImportantDifferences"))
        {
            reading.Refer(new YamlText(entry.Line, entry.Key, true), () => declared.Outcomes);
            differences[entry.Key] = fields.Number(entry.Value, "x > 0", static points => points > 0) ?? 0;
        }
        return differences;
    }

    public TopicPlan? Topics(Fields study)
    {
        if (study.Part("topics") is not { } part)
            return null;
        var fields = Fields.Of(part, StudyKeys.Topics, reading);
        var questions = fields.Texts("questions", mayBeEmpty: false);
        reading.EachOnce(questions);
        foreach (var question in questions)
            reading.Refer(question, () => declared.Questions);
        return new TopicPlan(
            [.. questions.Select(question => question.Text)],
            Themes(fields),
            fields.Whole("runs", UsualRuns, least: 1, most: 1000),
            fields.Whole("quotesPerTheme", UsualQuotes, least: 0, most: 100));
    }

    static int? Themes(Fields fields) => fields.Part("themes") is null or YamlText { Text: "auto" }
        ? null
        : fields.Whole("themes", otherwise: 2, least: 2, most: 100);

    public PrivacyRules Privacy(Fields study)
    {
        if (study.Part("privacy") is not { } part)
            return UsualPrivacy;
        var fields = Fields.Of(part, StudyKeys.Privacy, reading);
        return new PrivacyRules(
            fields.Whole("smallestCell", UsualPrivacy.SmallestCell, least: 1, most: 1000),
            fields.Flag("quotesNeedConfirmation", UsualPrivacy.QuotesNeedConfirmation));
    }

    /// <summary>Answers outlive identities, never the other way round: who people are is let go of first.</summary>
    public RetentionRules? Retention(Fields study)
    {
        if (study.Part("retention") is not { } part)
            return null;
        var fields = Fields.Of(part, StudyKeys.Retention, reading);
        int? identities = fields.Has("identities") ? fields.Whole("identities", 0, least: 0, most: MostMonths) : null;
        int? answers = fields.Has("answers") ? fields.Whole("answers", 0, least: 0, most: MostMonths) : null;
        if (answers is { } kept && (identities ?? int.MaxValue) > kept)
            reading.Report(ContractProblemKind.OutOfRange, part.Line, $"identities: {identities?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–"}", $"identities ≤ answers = {kept}");
        return new RetentionRules(identities, answers);
    }
}
