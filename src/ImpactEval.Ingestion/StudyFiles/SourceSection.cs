using System.Globalization;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>The files that arrive and what their columns, or speakers, mean.</summary>
sealed class SourceSection(Reading reading, Declared declared)
{
    static readonly string[] Delimiters = [",", ";", "\t", "|"];
    static readonly string[] DecimalMarks = [".", ","];

    public IReadOnlyList<Source> Sources(Fields study)
    {
        var sources = study.List("sources", Source, mayBeEmpty: false);
        reading.EachOnce(sources.Select(source => source.Code).OfType<YamlText>());
        return [.. sources.Select(source => source.Value)];
    }

    Coded<Source> Source(YamlPart part)
    {
        var fields = Fields.Of(part, StudyKeys.Source, reading);
        var code = fields.Code("code");
        var kind = fields.Word<SourceKind>("kind");
        var columns = fields.Part("columns") is { } columnsPart ? Columns(columnsPart) : NoColumns;
        var wavesAreFixed = columns.Wave is null;
        var source = new Source(
            code?.Text ?? "",
            fields.LocalText("title"),
            kind ?? default,
            Pattern(fields),
            fields.Word<SourceFormat>("format") ?? SourceFormat.Auto,
            fields.Text("sheet"),
            fields.OneOf("encoding", TextDecoder.Encodings),
            fields.OneOf("delimiter", Delimiters)?[0],
            fields.OneOf("decimalMark", DecimalMarks)?[0],
            fields.Word<DateOrder>("dateOrder"),
            fields.Whole("headerRow", otherwise: 1, least: 1, most: 1000),
            columns,
            fields.List("assessments", block => Block(block, wavesAreFixed)),
            fields.List("answers", answer => Answer(answer, wavesAreFixed, kind == SourceKind.Interviews)),
            fields.Part("speakers") is { } speakers ? Speakers(speakers) : null);
        if (kind is { } known)
            CheckKind(fields, known, source.Format);
        return new(code, source);
    }

    static ColumnMap NoColumns { get; } = new("", null, null, null, new Dictionary<string, string>(), new Dictionary<string, string>());

    static string Pattern(Fields fields)
    {
        if (fields.Written("file") is not { } file)
            return "";
        if (!SourceFiles.IsInside(file.Text))
            fields.WrongType(file, ExpectedForm.PathInsideFolder);
        return file.Text;
    }

    /// <summary>Each kind of source needs its own keys, and an interview is a document.</summary>
    void CheckKind(Fields fields, SourceKind kind, SourceFormat format)
    {
        string[] needed = kind switch
        {
            SourceKind.Participants => ["columns"],
            SourceKind.Assessments => ["columns", "assessments"],
            SourceKind.Answers => ["columns", "answers"],
            _ => ["speakers", "answers"],
        };
        foreach (var key in needed.Where(key => !fields.Has(key)))
            reading.Report(ContractProblemKind.MissingKey, fields.Line, Word.Of(kind), key);
        var isTranscript = kind == SourceKind.Interviews;
        if (format != SourceFormat.Auto && isTranscript != (format == SourceFormat.Docx))
        {
            var expected = isTranscript ? "auto, docx" : "auto, csv, xlsx, sav";
            reading.Report(ContractProblemKind.OutOfRange, fields.Part("format")!.Line, Word.Of(format), expected);
        }
        if (isTranscript && fields.Part("answers") is YamlList { Items.Count: not 1 } answers)
            reading.Report(ContractProblemKind.OutOfRange, answers.Line, $"{answers.Items.Count} ×", ExpectedForm.KeyOnce);
    }

    ColumnMap Columns(YamlPart part)
    {
        var fields = Fields.Of(part, StudyKeys.Columns, reading);
        foreach (var entry in fields.Entries("groups"))
            reading.Refer(new YamlText(entry.Line, entry.Key, true), () => declared.Groups);
        declared.Identities.UnionWith(fields.Entries("identity").Select(entry => entry.Key));
        return new ColumnMap(
            fields.Text("participant") ?? "",
            fields.Text("cohort"),
            fields.Text("wave"),
            fields.Text("date"),
            Headings(fields, "groups"),
            Headings(fields, "identity"));
    }

    static Dictionary<string, string> Headings(Fields fields, string key) =>
        fields.Entries(key).ToDictionary(entry => entry.Key, entry => fields.Written(entry.Value)?.Text ?? "", StringComparer.Ordinal);

    AssessmentBlock Block(YamlPart part, bool wavesAreFixed)
    {
        var fields = Fields.Of(part, StudyKeys.AssessmentBlock, reading);
        var instrument = fields.Written("instrument");
        reading.Refer(instrument, () => declared.Instruments.Keys);
        var values = fields.Entries("values");
        reading.Afterwards(() => CheckValues(fields, instrument?.Text, values));
        var waveValues = fields.Entries("waveValues").Select(entry => (entry.Key, Wave: fields.Written(entry.Value))).ToArray();
        foreach (var (_, wave) in waveValues)
            reading.Refer(wave, () => declared.Waves);
        return new AssessmentBlock(
            instrument?.Text ?? "",
            Wave(fields, wavesAreFixed),
            fields.Word<ItemHeading>("heading") ?? ItemHeading.Code,
            (fields.Part("prefix") as YamlText)?.Text ?? "",
            values.ToDictionary(entry => entry.Key, entry => fields.Number(entry.Value, "", static _ => true) ?? 0, StringComparer.Ordinal),
            waveValues.ToDictionary(entry => entry.Key, entry => entry.Wave?.Text ?? "", StringComparer.Ordinal));
    }

    /// <summary>A word cannot stand for a score that the instrument's scale does not have.</summary>
    void CheckValues(Fields fields, string? instrument, IReadOnlyList<YamlEntry> values)
    {
        if (instrument is null || !declared.Instruments.TryGetValue(instrument, out var scale))
            return;
        var range = string.Create(CultureInfo.InvariantCulture, $"{scale.Low} ≤ x ≤ {scale.High}");
        foreach (var value in values.Select(entry => entry.Value).OfType<YamlText>())
        {
            var isNumber = double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var score);
            if (isNumber && (score < scale.Low || score > scale.High))
                reading.Report(ContractProblemKind.OutOfRange, value.Line, value.Text, range);
        }
    }

    AnswerColumn Answer(YamlPart part, bool wavesAreFixed, bool isTranscript)
    {
        var fields = Fields.Of(part, StudyKeys.AnswerColumn, reading);
        var question = fields.Written("question");
        reading.Refer(question, () => declared.Questions);
        if (!isTranscript && !fields.Has("column"))
            reading.Report(ContractProblemKind.MissingKey, fields.Line, null, "column");
        return new AnswerColumn(question?.Text ?? "", Wave(fields, wavesAreFixed), fields.Text("column") ?? "");
    }

    /// <summary>The wave is fixed here, or the file has a column for it.</summary>
    string? Wave(Fields fields, bool mustBeFixed)
    {
        var wave = fields.Written("wave");
        reading.Refer(wave, () => declared.Waves);
        if (mustBeFixed && !fields.Has("wave"))
            reading.Report(ContractProblemKind.MissingKey, fields.Line, null, "wave");
        return wave?.Text;
    }

    SpeakerLabels Speakers(YamlPart part)
    {
        var fields = Fields.Of(part, StudyKeys.Speakers, reading);
        var interviewer = fields.Texts("interviewer", mayBeEmpty: false);
        var respondent = fields.Texts("respondent", mayBeEmpty: false);
        reading.EachOnce([.. interviewer, .. respondent]);
        return new SpeakerLabels(
            fields.Text("participant") ?? "",
            fields.Text("date"),
            [.. interviewer.Select(label => label.Text)],
            [.. respondent.Select(label => label.Text)]);
    }
}
