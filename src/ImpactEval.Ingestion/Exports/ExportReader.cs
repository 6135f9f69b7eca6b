using ImpactEval.Ingestion.Exports.Checks;
using ImpactEval.Ingestion.Exports.Columns;
using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Exports.Records;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports;

/// <summary>Reads a recognised file of people's answers in one pass: rows, people, moments, scores, and everything that is wrong.</summary>
sealed class ExportReader
{
    const int BirthDatesShown = 5;

    readonly string name;
    readonly GridBook book;
    readonly ToolForm form;
    readonly DefectLog defects = new();
    readonly SortedRows rows;
    readonly ExportColumns columns;
    readonly PersonColumns people;
    readonly Measures measures;
    readonly ScoreText texts;
    readonly ScaleOfScores? scale;

    public ExportReader(string name, GridBook book, ToolForm form)
    {
        (this.name, this.book, this.form) = (name, book, form);
        rows = SortedRows.Of(form, defects);
        columns = new ExportColumns(form, rows.Records);
        people = PersonColumns.Of(form, columns, rows.Records);
        measures = Measures.Of(form, columns, people, rows.Records, name);
        var numeric = columns.Own.Where(column => columns.Profile(column).IsNumeric && column != people.Key);
        texts = new ScoreText(NumberForm.Shown(new Table(columns.Headings, rows.Records), numeric), form.EmptyMarks);
        scale = ScaleOf();
    }

    public ExportReading Read()
    {
        FileDefects.Check(book, form, rows, defects);
        var records = new RecordReader(form, columns, people, measures.Source == WaveSource.Headings, defects).Read(rows);
        if (form.Format == TableForms.Interviews && columns.First(RoleWords.RecordCode) is { } code)
        {
            foreach (var record in records.Where(record => !record.Row.At(code).IsEmpty))
                record.Told = record.Row.At(code).Shown.Trim();
        }
        var meanings = measures.WaveColumn is { } column ? WaveColumns.Meanings(rows.Records, column, DateOf) : new Dictionary<string, WaveKind>();
        new RecordScores(form, columns, measures, texts, scale, defects).Read(records, meanings);
        RatingChecks.Check(columns, measures, texts, records, defects);
        // Two people may have made up one code: that is counted, and no duplicate.
        if (!people.IsSelfMade)
            new DuplicateRecords(form, columns, people, defects).Resolve(records);
        var text = new TextChecks(book.Container, form, columns, people, measures, defects);
        text.Check(records);
        var dates = new DateChecks(columns, rows.Records, book.CountsFrom1904, defects);
        dates.Check(records);
        dates.CheckAcrossRows(records, meanings, DateOf);
        ScaleChecks.Check(records, scale?.Maximum, defects);
        MissingScores.Check(records, defects);
        return Reading(records, text, dates, meanings);
    }

    ExportReading Reading(IReadOnlyList<ExportRecord> records, TextChecks text, DateChecks dates, IReadOnlyDictionary<string, WaveKind> meanings)
    {
        var isReadable = book.OpenQuoteLine is null;
        var hasKey = people.Key is not null;
        var read = FileDefects.Reading(name, book, form, records.Count) with
        {
            Format = FormatOf(),
            DecimalMark = texts.DecimalMark,
            Usable = isReadable ? records.Count(record => record.State == RecordState.Usable && !record.IsRagged
                && (!hasKey || record.Key.Length > 0)) : null,
            Participants = isReadable && hasKey ? records.Where(record => record.IsSomebody).Select(record => record.Key).Distinct().Count() : null,
            Unidentified = hasKey ? records.Count(record => record.Key.Length == 0
                && record.State is not (RecordState.NotDecrypted or RecordState.Preview)) : 0,
            Key = hasKey ? columns.Told(people.Key!.Value) : null,
            ScoreMax = scale?.Maximum,
            CodesNotUnique = people.IsSelfMade ? records.Count(record => record.Key.Length > 0) - records.Where(record => record.Key.Length > 0)
                .Select(record => record.Key).Distinct().Count() : null,
            BirthDates = book.CountsFrom1904 ? dates.BirthDates(records, BirthDatesShown) : new Dictionary<string, DateOnly>(),
            UserMissing = DeclaredMissing.Together([.. book.UserMissing.Where(missing => IsMeasured(missing.Variable))], columns.Headings),
            Answers = text.Answers(records),
            People = [.. records.Where(record => record.State == RecordState.Usable && !record.IsRagged).Select(TraceOf)],
            IsRefused = !isReadable,
        };
        return read with
        {
            Waves = isReadable ? WavesOf(records) : read.Waves,
            Pairs = isReadable ? PairsOf(records) : null,
            RepeatRecords = RepeatsOf(records),
            Interviews = InterviewsOf(records),
            Defects = [.. defects.All().Select(Completed)],
            Assumptions = AssumptionsOf(dates, meanings),
        };
    }

    Defect Completed(Defect found)
    {
        // Rows were read one by one; columns are told in the order of the sheet.
        var defect = found with { Columns = [.. found.Columns.OrderBy(column => Enumerable.Range(0, columns.Count)
            .FirstOrDefault(at => columns.Told(at) == column, columns.Count))] };
        return defect.Kind switch
        {
            DefectKind.LegacyEncoding => defect with { Encoding = book.Encoding },
            DefectKind.UnterminatedQuote => defect with { Line = book.OpenQuoteLine },
            DefectKind.HiddenSheet => defect with { Sheets = defect.Values, Values = [] },
            _ => defect,
        };
    }

    /// <summary>A variable of which somebody might take a mean; sex, place and group only divide people.</summary>
    bool IsMeasured(string variable)
    {
        var column = Enumerable.Range(0, columns.Count).First(at => columns.Headings[at] == variable);
        var words = columns.Words(column);
        return columns.IsScore(column) || WaveWords.Of(columns.Path(column)) is not null
            || !(words.Has(RoleWords.Sex) || words.Has(RoleWords.Place) || words.Has(RoleWords.Group) || words.Has(RoleWords.Unit));
    }

    /// <summary>Tables that no tool wrote are named for what tells people and moments apart in them.</summary>
    string FormatOf()
    {
        if (form.Format != TableForms.Wide)
            return form.Format;
        if (people.IsSelfMade)
            return TableForms.SelfMadeCode;
        if (people.Key is null && people.Name is not null)
            return TableForms.NoId;
        return measures.Source == WaveSource.Column ? TableForms.Long : TableForms.Wide;
    }

    ScaleOfScores? ScaleOf()
    {
        var scored = measures.ScoreColumns;
        // A number that nothing calls a score is on no scale.
        if (scored.Count == 0 || !scored.Any(column => measures.Source == WaveSource.Headings || form.ScoreColumn == column
            || columns.IsScore(column)))
            return null;
        var readings = rows.Records.SelectMany(row => scored.Select(column => texts.Read(row.At(column)))).ToArray();
        var maxima = columns.First(RoleWords.ScoreMaximum, column => columns.IsMaximum(column) && !scored.Contains(column)
            && columns.Profile(column).IsNumeric) is { } maximum
            ? rows.Records.Select(row => texts.Read(row.At(maximum)))
            : [];
        return ScaleOfScores.Of(scored.Select(columns.Text), readings, maxima);
    }

    DateOnly? DateOf(TableRow row)
    {
        var column = form.DateColumn ?? columns.Own.Where(at => columns.Words(at).Has(RoleWords.Date) && !columns.Words(at).Has(RoleWords.Birth))
            .Select(at => (int?)at).FirstOrDefault();
        if (column is not { } date)
            return null;
        return DateForm.Stated(DateOrder.DayMonthYear, book.CountsFrom1904).Read(row.At(date), out var day) == DateReading.Date ? day : null;
    }

    static Dictionary<WaveKind, int> WavesOf(IReadOnlyList<ExportRecord> records) => records.Where(record => record.Counts)
        .SelectMany(record => record.Given.Select(wave => (wave, record.Key))).Distinct()
        .GroupBy(one => one.wave).OrderBy(wave => wave.Key).ToDictionary(wave => wave.Key, wave => wave.Count());

    /// <summary>None while somebody must decide which of two records, or which scale, is right.</summary>
    List<ScorePair>? PairsOf(IReadOnlyList<ExportRecord> records)
    {
        if (defects.Has(DefectKind.DuplicateConflicting) || defects.Has(DefectKind.ScaleSuspect))
            return null;
        var used = records.Where(record => record.Counts && record.State == RecordState.Usable).ToArray();
        if (!used.Any(record => record.Scores.ContainsKey(WaveKind.Pre)) || !used.Any(record => record.Scores.ContainsKey(WaveKind.Post)))
            return null;
        var pairs = new List<ScorePair>();
        foreach (var person in used.GroupBy(record => record.Key))
        {
            if (ScoreOf(person, WaveKind.Pre) is { } pre && ScoreOf(person, WaveKind.Post) is { } post)
                pairs.Add(new ScorePair(person.First().Told, pre, post));
        }
        return pairs;
    }

    static double? ScoreOf(IEnumerable<ExportRecord> person, WaveKind wave) =>
        person.Where(record => record.Scores.ContainsKey(wave)).Select(record => (double?)record.Scores[wave]).FirstOrDefault();

    int? RepeatsOf(IReadOnlyList<ExportRecord> records)
    {
        if (form.RepeatColumn is not null)
            return records.Count(record => record.IsRepeat);
        return form.Repeats.Count == 0 ? null
            : form.Repeats.Sum(grid => SortedRows.Of(form with { Main = grid, Header = HeaderRows.Find(grid)!, IsResponseExport = true },
            new DefectLog()).Records.Count);
    }

    int? InterviewsOf(IReadOnlyList<ExportRecord> records) => form.RepeatColumn is { } column
        ? records.Count(record => record.IsRepeat && new Sought(record.Row.At(column).Shown).Has(RoleWords.Interview))
        : null;

    PersonTrace TraceOf(ExportRecord record)
    {
        string At(int? column) => column is { } at ? record.Row.At(at).Shown.Trim() : "";
        return new PersonTrace(record.Row.Number, record.Key, record.Id, At(people.Name), At(people.Birth), At(people.Sex), At(people.Unit),
            record.Score);
    }

    List<Assumption> AssumptionsOf(DateChecks dates, IReadOnlyDictionary<string, WaveKind> meanings)
    {
        var assumptions = FileDefects.Assumptions(book, form);
        assumptions.Add(new("decimal", texts.DecimalMark.ToString(), "numbers"));
        if (people.Key is { } key)
            assumptions.Add(new("id", columns.Told(key), form.Key is not null ? form.Format : people.Evidence));
        if (dates.Order is { } order)
            assumptions.Add(new("date_order", Word.Of(order.Order), order.Heading));
        if (scale is not null)
            assumptions.Add(new("score_max", scale.Maximum.ToString(System.Globalization.CultureInfo.InvariantCulture), scale.Evidence));
        foreach (var (wave, column) in measures.Main)
            assumptions.Add(new("score", Word.Of(wave), columns.Told(column)));
        if (measures.Any is { } any)
            assumptions.Add(new("score", measures.Form is { } whole ? Word.Of(whole) : measures.Source == WaveSource.Column ? "wave" : "",
                columns.Told(any)));
        foreach (var (written, wave) in meanings.OrderBy(meaning => meaning.Value).ThenBy(meaning => meaning.Key, StringComparer.Ordinal))
            assumptions.Add(new("wave", Word.Of(wave), $"{measures.Evidence}: {written}"));
        if (measures.Form is { } formWave)
            assumptions.Add(new("wave", Word.Of(formWave), measures.Evidence));
        foreach (var (wave, block) in measures.Blocks)
            assumptions.Add(new("wave", Word.Of(wave), columns.Told(block[0])));
        if (form.HasAttempts)
            assumptions.Add(new("attempt", DuplicateRecords.HighestGrade, form.Format));
        return assumptions;
    }
}
