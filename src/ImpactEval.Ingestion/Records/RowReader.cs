using ImpactEval.Ingestion.Tables;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>Reads one row after the other: what it says, or what is wrong with it. All problems of a row are told.</summary>
sealed class RowReader(Study study, Source source, TableForm form, RowProblems problems)
{
    readonly TableColumns columns = form.Columns;
    readonly PersonReader people = new(study, form, problems);
    readonly BlockReader[] blocks = [.. form.Columns.Blocks.Select(block => new BlockReader(study, block, form.Numbers, problems))];
    readonly WordTable<string> waves = WordTable.OfWaves(study, source.Assessments.SelectMany(block => block.WaveValues));

    public bool SawNumberAsText => blocks.Any(block => block.SawNumberAsText);

    /// <returns>Null when the row is blank or goes to quarantine.</returns>
    public RowRecords? Read(IRow row)
    {
        if (row.IsBlank)
        {
            problems.Tell(row.Number, null, RowProblemKind.BlankRow, "");
            return null;
        }
        if (row.IsRagged)
        {
            // Cells may stand under the wrong heading: nothing else of the row can be believed.
            problems.Reject(row.Number, null, RowProblemKind.RaggedRow, string.Join(" | ", row.Cells().Select(cell => cell.Shown)));
            return null;
        }
        if (row.IsUnreadable)
        {
            // A code, a name or an answer with a letter missing is another one.
            var spoilt = Enumerable.Range(0, row.Width).First(column => row.At(column).Text.Contains(UnreadableBytes.Mark));
            problems.Reject(row.Number, spoilt, RowProblemKind.TextUnreadable, row.At(spoilt).Shown);
            return null;
        }
        var before = problems.Rejecting;
        var code = people.Code(row);
        var date = Date(row);
        var person = people.HasFacts ? people.Facts(row, code) : source.Kind == SourceKind.Participants ? Unknown(row, code) : null;
        var assessments = Assessments(row, code, date);
        var answers = Answers(row, code, date);
        return problems.Rejecting == before
            ? new RowRecords(row.Number, row.At(columns.Participant).Shown, person, assessments, answers)
            : null;
    }

    static PersonRecord Unknown(IRow row, string code) =>
        new(code, null, new Dictionary<string, string>(), new Dictionary<string, string>(), row.Number);

    DateOnly? Date(IRow row)
    {
        if (columns.Date is not { } column)
            return null;
        var cell = row.At(column);
        switch (form.Dates.Read(cell, out var date))
        {
            case DateReading.Empty:
                return null;
            case DateReading.Invalid:
                problems.Reject(row.Number, column, RowProblemKind.DateInvalid, cell.Shown);
                return null;
            case DateReading.Ambiguous:
                problems.Tell(row.Number, column, RowProblemKind.DateAmbiguous, cell.Shown);
                return date;
            default:
                return date;
        }
    }

    /// <summary>A block without an answered item gives no assessment, unless the file was made for that block alone.</summary>
    List<AssessmentRecord> Assessments(IRow row, string code, DateOnly? date)
    {
        var assessments = new List<AssessmentRecord>(blocks.Length);
        var waveIsUnknown = false;
        foreach (var block in blocks)
        {
            var scores = block.Scores(row, out var answered);
            if (answered == 0 && blocks.Length > 1)
                continue;
            if ((block.FixedWave ?? block.WaveOf(WaveCell(row))) is { } wave)
                assessments.Add(new AssessmentRecord(code, block.Instrument, wave, date, scores, row.Number));
            else
                waveIsUnknown = true;
        }
        if (waveIsUnknown)
            problems.Reject(row.Number, columns.Wave, RowProblemKind.UnknownWave, WaveCell(row).Shown);
        return assessments;
    }

    List<AnswerRecord> Answers(IRow row, string code, DateOnly? date)
    {
        var answers = new List<AnswerRecord>(columns.Answers.Count);
        foreach (var (answer, column) in columns.Answers)
        {
            var cell = row.At(column);
            if (cell.IsEmpty)
                continue;
            var text = FreeText.Tidy(cell.Shown);
            if (FreeText.IsPlaceholder(text))
                problems.Tell(row.Number, column, RowProblemKind.EmptyAnswer, text);
            else if (answer.Wave is { } wave || waves.TryFind(WaveCell(row), out wave))
                answers.Add(new AnswerRecord(code, answer.Question, wave!, 1, date, Told(row, column, text), row.Number));
            else
                problems.Reject(row.Number, columns.Wave, RowProblemKind.UnknownWave, WaveCell(row).Shown);
        }
        return answers;
    }

    string Told(IRow row, int column, string text)
    {
        if (FreeText.LooksLikeFormula(text))
            problems.Tell(row.Number, column, RowProblemKind.FormulaLikeText, text);
        return text;
    }

    Cell WaveCell(IRow row) => columns.Wave is { } column ? row.At(column) : default;
}
