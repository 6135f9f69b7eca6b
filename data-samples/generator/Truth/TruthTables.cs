using System.Globalization;

namespace ImpactEval.Samples;

/// <summary>What is true of one sample, as tables.</summary>
static class TruthTables
{
    public static string Raw(SampleStudy study)
    {
        var widest = Instruments.Occasions.Max(occasion => occasion.Instrument.Items.Length);
        string[] headings = ["participant", "wave", "instrument", "date", .. Enumerable.Range(1, widest).Select(item => $"v{item}")];
        var rows = study.Responses.Select(response => (IReadOnlyList<string>)
        [
            response.Participant.Code, response.Wave, response.Instrument.Code, Iso(response.Date),
            .. response.Values.Select(Headings.Number), .. Enumerable.Repeat("", widest - response.Values.Length),
        ]);
        return CsvText.Of(rows.Prepend(headings), ',', "\n");
    }

    public static string Participants(SampleStudy study)
    {
        string[] headings = ["participant", "cohort", "sex", "birth_year", "level", "province"];
        var rows = study.Participants.Select(person => (IReadOnlyList<string>)
        [
            person.Code, Roster.CohortOf(person.Background), person.Background.Woman ? "F" : "M", Headings.Number(person.Background.BirthYear),
            Background.Levels[person.Background.Level], Roster.Folded(person.Province),
        ]);
        return CsvText.Of(rows.Prepend(headings), ',', "\n");
    }

    public static string Themes(IReadOnlyList<WrittenAnswer> corpus)
    {
        string[] headings = ["participant", "question", "wave", "number", "date", "theme", "asked_for", "language", "text"];
        var rows = corpus.Select(answer => (IReadOnlyList<string>)
        [
            answer.Participant.Code, answer.Question, answer.Wave, Headings.Number(answer.Number), Iso(answer.Date), answer.Theme, answer.Role,
            answer.Language, answer.Text,
        ]);
        return CsvText.Of(rows.Prepend(headings), ',', "\n");
    }

    static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
