using System.Globalization;
using ImpactEval.Ingestion.Exports.Columns;
using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Exports.Records;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Records;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Language;

namespace ImpactEval.Ingestion.Exports.Checks;

/// <summary>Looks at every text people wrote: what nobody sees in it, what a spreadsheet would run, whom it names.</summary>
sealed class TextChecks(GridContainer container, ToolForm form, ExportColumns columns, PersonColumns people, Measures measures, DefectLog defects)
{
    readonly HashSet<int> numeric = [.. columns.Own.Where(column => columns.Profile(column).IsNumeric && column != people.Key)];
    readonly HashSet<int> scores = [.. measures.ScoreColumns];
    readonly int? answer = form.Format == TableForms.Interviews ? AnswerColumn(columns) : null;
    readonly HashSet<int> freeText = FreeTextColumns(form, columns, people);

    /// <summary>How each column's text was spoilt before it reached us, where it was.</summary>
    readonly Dictionary<int, Misreading> misread = [];

    public void Check(IReadOnlyList<ExportRecord> records)
    {
        foreach (var column in columns.Own)
        {
            if (MisreadText.Of(records.Select(record => record.Row.At(column)).Where(cell => cell.Kind == CellKind.Text)
                .Select(cell => cell.Shown)) is { } misreading)
                misread[column] = misreading;
        }
        foreach (var record in records)
        {
            foreach (var column in columns.Own)
                Check(record, column, record.Row.At(column));
        }
    }

    /// <summary>Texts of open answers, in the order of the rows, placeholders left out.</summary>
    public IReadOnlyList<string> Answers(IReadOnlyList<ExportRecord> records) => answer is not { } column
        ? []
        : [.. records.Where(record => record.State == RecordState.Usable).Select(record => record.Row.At(column).Shown)
            .Where(text => text.Length > 0 && !RowWords.IsNoAnswer(text))];

    void Check(ExportRecord record, int column, Cell cell)
    {
        if (column == answer && !record.IsRagged && (cell.IsEmpty || RowWords.IsNoAnswer(cell.Shown)))
            defects.Add(DefectKind.EmptyAnswer, record.Row.Number, record.Told, columns.Told(column));
        if (cell.Kind != CellKind.Text)
            return;
        var text = cell.Shown;
        if (numeric.Contains(column) || scores.Contains(column))
        {
            if (ScoreText.LooksNumeric(text) && IsStoredAsText(column))
                defects.Add(DefectKind.NumberStoredAsText, record.Row.Number, record.Told, columns.Told(column));
            if (ScoreText.LooksNumeric(text))
                return;
        }
        if (misread.TryGetValue(column, out var misreading) && !System.Text.Ascii.IsValid(text))
        {
            // What looks like controls and odd spaces in it belongs to the spoilt letters.
            if (misreading.Repair(text) is not null)
                defects.Add(DefectKind.Mojibake, record.Row.Number, record.Told, columns.Told(column),
                    $"{misreading.WrittenIn} > {misreading.ReadAs}");
            return;
        }
        if (text.Contains(UnreadableBytes.Mark))
            defects.Add(DefectKind.Mojibake, record.Row.Number, record.Told, columns.Told(column));
        CheckCharacters(record, column, text);
        if (FreeText.LooksLikeFormula(text) && !ScoreText.LooksNumeric(text) && !RowWords.IsNoValue(text))
            defects.Add(DefectKind.FormulaLikeText, record.Row.Number, record.Told, columns.Told(column));
        else if (freeText.Contains(column) && PersonalData.Redact(text).Spans.Count > 0)
            defects.Add(DefectKind.PiiInFreeText, record.Row.Number, record.Told, columns.Told(column));
    }

    /// <summary>In a CSV everything is text, and tools write numbers as text by habit.</summary>
    bool IsStoredAsText(int column) => container == GridContainer.Xlsx && !form.IsResponseExport && !columns.Words(column).Has(RoleWords.Birth)
        && !columns.Words(column).Has(RoleWords.Phone) && !columns.Words(column).Has(RoleWords.Date);

    void CheckCharacters(ExportRecord record, int column, string text)
    {
        if (text.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n')))
            defects.Add(DefectKind.ControlCharacter, record.Row.Number, record.Told, columns.Told(column));
        if (Enumerable.Range(0, text.Length).Any(at => IsInvisible(text, at)))
            defects.Add(DefectKind.InvisibleCharacter, record.Row.Number, record.Told, columns.Told(column));
    }

    bool IsInvisible(string text, int at)
    {
        var letter = text[at];
        if (letter is '\u00A0' or '\u202F')
            return !form.KeepsNoBreakSpaces && !IsFrenchSpace(text, at);
        // A joiner between the parts of a pictogram is how it is written.
        return char.GetUnicodeCategory(letter) == UnicodeCategory.Format && !(letter == '\u200D' && at > 0
            && (char.IsSurrogate(text[at - 1]) || text[at - 1] == '\uFE0F'));
    }

    /// <summary>French sets a no-break space before its high marks and inside its quotes.</summary>
    static bool IsFrenchSpace(string text, int at) =>
        (at + 1 < text.Length && text[at + 1] is '?' or '!' or ':' or ';' or '»' or '%') || (at > 0 && text[at - 1] == '«');

    static int? AnswerColumn(ExportColumns columns) => columns.Own
        .Where(column => columns.Words(column).Has(RoleWords.Answer) && !columns.Words(column).Has(RoleWords.RecordCode))
        .OrderByDescending(column => columns.Profile(column).LongTexts).Select(column => (int?)column).FirstOrDefault();

    static HashSet<int> FreeTextColumns(ToolForm form, ExportColumns columns, PersonColumns people) =>
    [
        .. columns.Own.Where(column => column != people.Key && column != people.Name && column != people.Unit && !columns.Profile(column).IsNumeric
            && !columns.Words(column).Has(RoleWords.Name) && !columns.Words(column).Has(RoleWords.Email)
                && !columns.Words(column).Has(RoleWords.Phone)
            && !columns.Words(column).Has(RoleWords.LastName) && !columns.Words(column).Has(RoleWords.FirstName)
            && (columns.Words(column).Has(RoleWords.FreeText) || columns.Words(column).Has(RoleWords.Answer) || columns.Profile(column).IsText)
            && form.Format != TableForms.Indicators),
    ];
}
