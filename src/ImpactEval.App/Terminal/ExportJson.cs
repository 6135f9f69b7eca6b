using System.Globalization;
using System.Text.Json;
using ImpactEval.App.Operations;
using ImpactEval.Ingestion.Exports;
using ImpactEval.Studies;

namespace ImpactEval.App.Terminal;

/// <summary>
/// What was read of files without a study, as JSON: one object for one file, an array of objects for several. Figures of paired scores are
/// rounded to four digits, as the published samples print them; everything else is exact.
/// </summary>
static class ExportJson
{
    const int Digits = 4;

    public static void Write(TextWriter output, IReadOnlyList<CheckedExport> files) => JsonText.Write(output, json =>
    {
        if (files.Count == 1)
        {
            Write(json, files[0]);
            return;
        }
        json.WriteStartArray();
        foreach (var file in files)
            Write(json, file);
        json.WriteEndArray();
    });

    static void Write(Utf8JsonWriter json, CheckedExport file)
    {
        var read = file.Reading;
        json.WriteStartObject();
        json.WriteString("file", read.File);
        json.WriteString("format", read.Format);
        WriteLayout(json, read);
        WriteCounts(json, read);
        WritePaired(json, file);
        WriteBeside(json, read);
        if (file.Links is { } links)
            WriteLinks(json, links);
        json.WriteStartArray("defects");
        foreach (var defect in read.Defects)
            Write(json, defect);
        json.WriteEndArray();
        json.WriteStartArray("assumptions");
        foreach (var assumption in read.Assumptions)
        {
            json.WriteStartObject();
            json.WriteString("what", assumption.What);
            json.WriteString("value", assumption.Value);
            json.WriteString("evidence", assumption.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void WriteLayout(Utf8JsonWriter json, ExportReading read)
    {
        if (read.Encoding is { } encoding)
            json.WriteString("encoding", encoding);
        if (read.Delimiter is { } delimiter)
            json.WriteString("delimiter", delimiter.ToString());
        if (read.DecimalMark is { } mark)
            json.WriteString("decimal", mark.ToString());
        if (read.HeaderRow.Count > 0)
            WriteNumbers(json, "header_row", read.HeaderRow);
        WriteIf(json, "header_rows", read.HeaderRows);
    }

    static void WriteCounts(Utf8JsonWriter json, ExportReading read)
    {
        WriteOrNull(json, "records", read.Records);
        if (read.IsRefused && read.Records is not null)
        {
            WriteIf(json, "expands_to", read.ExpandsTo);
            return;
        }
        WriteOrNull(json, "usable", read.Usable);
        WriteOrNull(json, "participants", read.Participants);
        if (read.Unidentified > 0)
            json.WriteNumber("unidentified", read.Unidentified);
        json.WriteStartObject("waves");
        foreach (var (wave, people) in read.Waves)
            json.WriteNumber(Word.Of(wave), people);
        json.WriteEndObject();
        if (read.Key is { } key)
            json.WriteString("key", key);
        if (read.ScoreMax is { } maximum)
            json.WriteNumber("score_max", maximum);
    }

    static void WriteBeside(Utf8JsonWriter json, ExportReading read)
    {
        WriteIf(json, "repeat_records", read.RepeatRecords);
        WriteIf(json, "interviews", read.Interviews);
        WriteIf(json, "codes_not_unique", read.CodesNotUnique);
        if (read.BirthDates.Count > 0)
        {
            json.WriteStartObject("birth_dates");
            foreach (var (id, date) in read.BirthDates)
                json.WriteString(id, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        if (read.UserMissing.Count == 0)
            return;
        json.WriteStartObject("user_missing");
        foreach (var missing in read.UserMissing)
            Write(json, missing);
        json.WriteEndObject();
    }

    /// <summary>One value as a number, several as an array, a range with its ends.</summary>
    static void Write(Utf8JsonWriter json, DeclaredMissing missing)
    {
        if (missing.Low is { } low && missing.High is { } high)
        {
            json.WriteStartObject(missing.Variable);
            json.WriteNumber("from", low);
            json.WriteNumber("to", high);
            WriteNumbers(json, "values", missing.Values);
            json.WriteEndObject();
        }
        else if (missing.Values.Count == 1)
            json.WriteNumber(missing.Variable, missing.Values[0]);
        else
            WriteNumbers(json, missing.Variable, missing.Values);
    }

    static void WritePaired(Utf8JsonWriter json, CheckedExport file)
    {
        if (file.Topics is { } topics)
            json.WriteNumber("topics", topics);
        if (file.Paired is not { } paired)
        {
            json.WriteNull("paired");
            return;
        }
        json.WriteStartObject("paired");
        json.WriteNumber("n", paired.Size);
        WriteRounded(json, "mean_pre", paired.MeanPre);
        WriteRounded(json, "mean_post", paired.MeanPost);
        WriteRounded(json, "mean_diff", paired.MeanDifference);
        WriteRounded(json, "sd_diff", paired.DeviationOfDifference);
        WriteRounded(json, "cohen_dz", paired.CohensDz);
        json.WriteEndObject();
    }

    static void WriteLinks(Utf8JsonWriter json, ExportLinks links)
    {
        json.WriteString("pair_file", links.PairedFile);
        json.WriteNumber("only_pre", links.OnlyFirst);
        json.WriteNumber("only_post", links.OnlySecond);
        json.WriteNumber("linked", links.Links.Count);
        WriteLinks(json, "links", links.Links);
        WriteLinks(json, "doubtful", links.Doubtful);
    }

    static void WriteLinks(Utf8JsonWriter json, string name, IReadOnlyList<ExportLink> links)
    {
        json.WriteStartArray(name);
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteNumber("pre_row", link.FirstRow);
            json.WriteNumber("post_row", link.SecondRow);
            json.WriteString("how", Word.Of(link.How));
            WriteRounded(json, "false_match", link.FalseMatch);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, Defect defect)
    {
        json.WriteStartObject();
        json.WriteString("kind", DefectWord.Of(defect.Kind));
        json.WriteNumber("count", defect.Count);
        if (defect.Encoding is { } encoding)
            json.WriteString("encoding", encoding);
        WriteIf(json, "line", defect.Line);
        if (defect.Rows.Count > 0)
            WriteNumbers(json, "rows", defect.Rows);
        WriteTexts(json, "ids", defect.Ids);
        WriteTexts(json, "columns", defect.Columns);
        WriteTexts(json, "sheets", defect.Sheets);
        WriteTexts(json, "values", defect.Values);
        json.WriteEndObject();
    }

    static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<int> numbers) => WriteNumbers(json, name, numbers.Select(number => (double)number));

    static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    static void WriteIf(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
    }

    static void WriteOrNull(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    static void WriteRounded(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value)
            json.WriteNumber(name, Math.Round(value, Digits));
    }
}
