using ImpactEval.Reporting.Sentences;
using ImpactEval.Reporting.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Reporting;

/// <summary>The lines above the tables of a sheet: title, what the data cover, the signs this sheet uses, the note.</summary>
internal static class SheetLines
{
    const string Primary = "♦";

    public static string[] Of(Sheet sheet, SponsorReport report) => [sheet.Title.Bilingual(), Coverage(report), Signs(sheet, report), sheet.Note.Bilingual()];

    static string Coverage(SponsorReport report)
    {
        var title = report.Study.Title.Bilingual();
        if (report.Findings.Period is not { FirstDay: { } first, LastDay: { } last } || report.Quarter is not { } quarter)
            return $"{title} · {Words.Both("Text.CoverageUnknown").Bilingual()}";
        return $"{title} · " + Words.Of("Text.Coverage", TextLanguage.Vi,
            ("first", Dates.Neutral(first)), ("last", Dates.Neutral(last)), ("quarter", quarter.Written));
    }

    /// <summary>Only signs that stand on the sheet are explained there; the Cover explains them all.</summary>
    static string Signs(Sheet sheet, SponsorReport report)
    {
        var cells = sheet.Tables.SelectMany(table => table.Rows).SelectMany(row => row).ToArray();
        var texts = cells.OfType<Cell.Text>().Select(cell => cell.Value).ToArray();
        var signs = new List<string>();
        if (texts.Any(text => text.StartsWith(Primary, StringComparison.Ordinal)))
            signs.Add($"{Primary} {Words.Both("Text.PrimaryOutcome").Bilingual()}");
        if (sheet.Tables.Any(table => table.Columns.Any(column => column.Code == "Direction")))
            signs.Add(Words.Both("Text.DirectionSigns").Bilingual());
        signs.AddRange(cells.OfType<Cell.Mark>().Distinct().OrderBy(mark => mark.Kind)
            .Select(mark => $"{mark.Sign} {report.Note($"Shorthand.{mark.Kind}").Bilingual()}"));
        return string.Join(" · ", signs);
    }
}
