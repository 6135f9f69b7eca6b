using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Records;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Transcripts;

/// <summary>
/// An interview as answers: head lines say who and when, then speakers take turns. Only the participant's turns are kept; a turn goes on until
/// the next speaker's label. One document is one person's interview.
/// </summary>
sealed class TranscriptReader
{
    readonly AdmittedFile file;
    readonly SpeakerLabels labels;
    readonly Dictionary<string, Role> roles;
    readonly RowProblems problems;
    readonly List<(int Row, List<string> Paragraphs)> turns = [];
    TranscriptLine? participant;
    TranscriptLine? date;

    /// <summary>Whose words a line begins, or what it says of the interview.</summary>
    enum Role { Participant, Date, Interviewer, Respondent }

    /// <summary>Headings of the problems: which label's line is meant.</summary>
    const int ParticipantLabel = 0;
    const int DateLabel = 1;
    const int RespondentLabel = 2;

    TranscriptReader(AdmittedFile file)
    {
        this.file = file;
        labels = file.Source.Speakers!;
        problems = new RowProblems([labels.Participant, labels.Date ?? "", labels.Respondent[0]]);
        roles = new Dictionary<string, Role>(StringComparer.Ordinal) { [FoldedText.Of(labels.Participant)] = Role.Participant };
        if (labels.Date is { } dateLabel)
            roles.TryAdd(FoldedText.Of(dateLabel), Role.Date);
        foreach (var label in labels.Interviewer)
            roles.TryAdd(FoldedText.Of(label), Role.Interviewer);
        foreach (var label in labels.Respondent)
            roles.TryAdd(FoldedText.Of(label), Role.Respondent);
    }

    /// <exception cref="BrokenContractException">The participant's line is missing, or the participant says nothing.</exception>
    public static FileRecords Read(AdmittedFile file)
    {
        var lines = TranscriptParagraphs.Of(file.Name, file.Content.All());
        var reader = new TranscriptReader(file);
        reader.TakeTurns(lines);
        if (reader.participant is null)
            throw reader.Refused(ContractProblemKind.ColumnMissing, reader.labels.Participant, reader.NearestLabel(lines));
        if (reader.turns.Count == 0)
            throw reader.Refused(ContractProblemKind.FileWithoutRows, string.Join(", ", reader.labels.Respondent), reader.NearestLabel(lines));
        return reader.Records();
    }

    void TakeTurns(IReadOnlyList<TranscriptLine> lines)
    {
        Role? speaking = null;
        foreach (var line in lines.Where(line => line.Text.Length > 0))
        {
            var (label, words) = Split(line.Text);
            var role = label is not null && roles.TryGetValue(FoldedText.Of(label), out var known) ? known : (Role?)null;
            if (speaking is null && role is Role.Participant)
                participant ??= line with { Text = words };
            else if (speaking is null && role is Role.Date)
                date ??= line with { Text = words };
            else if (role is Role.Interviewer or Role.Respondent)
                Begin(speaking = role, line.Number, words);
            else if (speaking is Role.Respondent)
                turns[^1].Paragraphs.Add(line.Text);
        }
    }

    void Begin(Role? speaker, int number, string words)
    {
        if (speaker is Role.Respondent)
            turns.Add((number, words.Length > 0 ? [words] : []));
    }

    /// <summary>A label stands before the first colon, narrow or full-width.</summary>
    static (string? Label, string Words) Split(string text)
    {
        var colon = text.AsSpan().IndexOfAny(':', '：');
        return colon < 0 ? (null, text) : (text[..colon], text[(colon + 1)..].Trim());
    }

    FileRecords Records()
    {
        var code = PersonCode.Of(participant!.Text);
        if (code.Length > 0 && code != participant.Text)
            problems.Tell(participant.Number, ParticipantLabel, RowProblemKind.IdVariant, participant.Text);
        var (order, givenOn, isDated) = Date();
        var answer = file.Source.Answers.Single();
        var answers = new List<AnswerRecord>();
        foreach (var (row, paragraphs) in turns)
        {
            var text = FreeText.Tidy(string.Join('\n', paragraphs));
            if (code.Length == 0)
                problems.Reject(row, ParticipantLabel, RowProblemKind.MissingId, participant.Text);
            else if (!isDated)
                problems.Reject(row, DateLabel, RowProblemKind.DateInvalid, date!.Text);
            else if (FreeText.IsPlaceholder(text))
                problems.Tell(row, RespondentLabel, RowProblemKind.EmptyAnswer, text);
            else
                answers.Add(new AnswerRecord(code, answer.Question, answer.Wave!, answers.Count + 1, givenOn, text, row));
            if (FreeText.LooksLikeFormula(text))
                problems.Tell(row, RespondentLabel, RowProblemKind.FormulaLikeText, text);
        }
        var layout = new FileLayout(SourceFormat.Docx, null, null, '.', order, null, 1, []);
        return new FileRecords(file.Source.Code, file.Name, file.Sha256, layout, turns.Count, [], [], answers, problems.InOrder());
    }

    /// <summary>The whole interview has one date; one that cannot be read sends all of it to quarantine.</summary>
    (DateOrder Order, DateOnly? GivenOn, bool IsDated) Date()
    {
        var cell = Cell.OfText(date?.Text);
        var form = file.Source.DateOrder is { } stated
            ? DateForm.Stated(stated, countsFrom1904: false)
            : DateForm.Shown([cell], countsFrom1904: false);
        var reading = form.Read(cell, out var givenOn);
        if (reading == DateReading.Ambiguous)
            problems.Tell(date!.Number, DateLabel, RowProblemKind.DateAmbiguous, date.Text);
        return reading switch
        {
            DateReading.Empty => (form.Order, null, true),
            DateReading.Invalid => (form.Order, null, false),
            _ => (form.Order, givenOn, true),
        };
    }

    string? NearestLabel(IReadOnlyList<TranscriptLine> lines)
    {
        var found = lines.Select(line => Split(line.Text).Label).OfType<string>().Distinct().ToArray();
        string[] sought = participant is null ? [labels.Participant] : [.. labels.Respondent];
        return sought.Select(label => NearestWord.To(label, found)).FirstOrDefault(label => label is not null);
    }

    BrokenContractException Refused(ContractProblemKind kind, string expected, string? nearest) =>
        new([new ContractProblem(kind, file.Name, Expected: expected, Nearest: nearest)]);
}
