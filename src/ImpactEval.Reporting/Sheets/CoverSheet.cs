using System.Globalization;
using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Sheets;

/// <summary>What the report is, from whom, for whom, and what it holds.</summary>
internal static class CoverSheet
{
    sealed record Fact(LocalText Field, LocalText Content);

    static readonly Column<Fact>[] Facts =
    [
        new(ColumnHead.Text("Field", 52, ColumnOrigin.Written), fact => new Cell.Text(fact.Field.Bilingual())),
        new(ColumnHead.Text("ContentVi", 86), fact => new Cell.Text(fact.Content.Vi)),
        new(ColumnHead.Text("ContentEn", 86), fact => new Cell.Text(fact.Content.In(TextLanguage.En))),
    ];

    static readonly Column<SheetKind>[] Contents =
    [
        new(ColumnHead.Text("SheetLink", 52, ColumnOrigin.Written), kind => new Cell.Link(Sheet.NameOf(kind), Sheet.NameOf(kind))),
        new(ColumnHead.Text("AboutVi", 86, ColumnOrigin.Written), kind => new Cell.Text(Words.Of($"Sheet.{kind}.Title", TextLanguage.Vi))),
        new(ColumnHead.Text("AboutEn", 86, ColumnOrigin.Written), kind => new Cell.Text(Words.Of($"Sheet.{kind}.Title", TextLanguage.En))),
    ];

    public static Sheet Of(SponsorReport report)
    {
        var facts = SheetTable.Of(Sheet.NameOf(SheetKind.Cover), "Cover", Facts, FactsOf(report));
        return new Sheet(SheetKind.Cover, report.Note("Sheet.Cover.Note"), [facts, facts.Then("CoverContents", Contents, Enum.GetValues<SheetKind>().Skip(1))]);
    }

    static IEnumerable<Fact> FactsOf(SponsorReport report)
    {
        var (study, run, options) = (report.Study, report.Findings.Run, report.Options);
        yield return Named("Programme", study.Title);
        yield return Named("Sponsor", study.Programme.Sponsor.Name);
        yield return Named("Partners", List(study.Programme.Partners.Select(partner => partner.Name)));
        yield return Named("Agreement", study.Programme.Agreement is { } agreement ? new LocalText(agreement) : Words.Both("Text.NotGiven"));
        yield return Named("Courses", List(study.Cohorts.Select(CourseDates)));
        yield return Named("Period", Period(report));
        yield return Named("Quarter", report.Quarter is { } quarter ? new LocalText(quarter.Written) : Words.Both("Text.CoverageUnknown"));
        yield return Named("Design", Words.Both(study.Design.Kind));
        yield return Named("Status", Words.Both(options.Status));
        yield return Named("Edition", new LocalText(options.Edition.ToString(CultureInfo.InvariantCulture)));
        foreach (var contact in options.Contacts)
            yield return Named("Contacts", new LocalText($"{contact.Role.Vi}: {contact.Address}", $"{contact.Role.In(TextLanguage.En)}: {contact.Address}"));
        yield return Named("Confidentiality", report.Note("Cover.ConfidentialityText"));
        yield return Named("Symbols", Words.Both("Cover.SymbolsText"));
        yield return Named("ReportCode", new LocalText(report.Code));
        yield return Named("RunId", new LocalText(run.RunId));
        yield return Named("Plan", new LocalText(run.PlanSha256));
        yield return Named("Input", new LocalText(run.InputSha256));
        yield return Named("Engine", new LocalText(run.EngineVersion));
    }

    static Fact Named(string key, LocalText content) => new(Words.Both($"Cover.{key}"), content);

    static LocalText CourseDates(Cohort cohort)
    {
        string In(TextLanguage language) => Words.Of("Text.CourseDates", language,
            ("course", cohort.Title.In(language)), ("first", Dates.Written(cohort.Starts, language)), ("last", Dates.Written(cohort.Ends, language)));
        return new LocalText(In(TextLanguage.Vi), In(TextLanguage.En));
    }

    static LocalText Period(SponsorReport report)
    {
        if (report.Findings.Period is not { FirstDay: { } first, LastDay: { } last })
            return Words.Both("Text.CoverageUnknown");
        string In(TextLanguage language) => Words.Of("Text.PeriodDates", language, ("first", Dates.Written(first, language)), ("last", Dates.Written(last, language)));
        return new LocalText(In(TextLanguage.Vi), In(TextLanguage.En));
    }

    static LocalText List(IEnumerable<LocalText> texts)
    {
        LocalText[] all = [.. texts];
        return all.Length == 0
            ? Words.Both("Text.NotGiven")
            : new LocalText(string.Join("; ", all.Select(text => text.Vi)), string.Join("; ", all.Select(text => text.In(TextLanguage.En))));
    }
}
