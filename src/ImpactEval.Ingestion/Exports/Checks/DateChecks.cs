using System.Globalization;
using ImpactEval.Ingestion.Exports.Columns;
using ImpactEval.Ingestion.Exports.Records;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Checks;

/// <summary>Reads the columns of dates, each with the order it shows, and tells what cannot be right.</summary>
sealed class DateChecks
{
    /// <summary>Courses last weeks: a date this far from the others of its column belongs to no collection.</summary>
    const int LeastDaysOff = 90;

    /// <summary>… unless the column itself is spread: then this many times its usual distance from the middle.</summary>
    const double SpreadsOff = 6;

    /// <summary>More of them are a second collection, and no slips.</summary>
    const double MostShareOff = 0.25;

    /// <summary>Below it a column is no column of dates.</summary>
    const double LeastShareRead = 0.5;

    readonly ExportColumns columns;
    readonly DefectLog defects;
    readonly List<DateColumn> dates = [];

    /// <param name="IsMixed">The column holds dates in several forms: that a text stands for day, month, year is no longer one assumption for all.</param>
    sealed record DateColumn(int Column, DateForm Form, bool IsBirth, WaveKind? Wave, bool IsMixed, bool IsYearFirst);

    public DateChecks(ExportColumns columns, IReadOnlyList<TableRow> rows, bool countsFrom1904, DefectLog defects)
    {
        (this.columns, this.defects) = (columns, defects);
        foreach (var column in columns.Own.Where(column => IsDate(columns, column)))
        {
            var form = DateForm.Shown(rows.Select(row => Prepared(row.At(column))), countsFrom1904);
            var filled = rows.Select(row => Prepared(row.At(column))).Where(cell => !cell.IsEmpty && !RowWords.IsNoValue(cell.Shown)).ToArray();
            var dated = filled.Count(cell => form.Read(cell, out _) is DateReading.Date or DateReading.Ambiguous);
            if (dated > 0 && dated >= LeastShareRead * filled.Length)
                dates.Add(new DateColumn(column, form, columns.Words(column).Has(RoleWords.Birth), WaveWords.Of(columns.Words(column))?.Kind,
                    IsMixed(filled), Array.TrueForAll(filled, cell => cell.Kind == CellKind.Text && StartsWithYear(cell.Shown.TrimStart()))));
        }
    }

    /// <summary>The order in which the first column of dates is read.</summary>
    public (DateOrder Order, string Heading)? Order => dates is not [var first, ..]
        ? null
        : (first.IsYearFirst ? DateOrder.YearMonthDay : first.Form.Order, columns.Told(first.Column));

    public void Check(IReadOnlyList<ExportRecord> records)
    {
        foreach (var date in dates)
            CheckColumn(date, records);
        var (before, after) = (dates.Find(date => date.Wave == WaveKind.Pre), dates.Find(date => date.Wave == WaveKind.Post));
        if (before is null || after is null)
            return;
        foreach (var record in records)
        {
            if (Certain(before, record) is { } first && Certain(after, record) is { } second && second < first)
                defects.Add(DefectKind.PostBeforePre, record.Row.Number, record.Told, columns.Told(after.Column));
        }
    }

    /// <summary>People whose day after lies before their day before, where each stands in a row of its own.</summary>
    public void CheckAcrossRows(IReadOnlyList<ExportRecord> records, IReadOnlyDictionary<string, WaveKind> meanings, Func<TableRow, DateOnly?> dateOf)
    {
        var days = records.Where(record => record.Counts && !record.IsRepeat && meanings.ContainsKey(record.WrittenWave))
            .Select(record => (Record: record, Wave: meanings[record.WrittenWave], Day: dateOf(record.Row))).Where(one => one.Day is not null)
                .ToLookup(one => one.Record.Key);
        foreach (var person in days)
        {
            var pre = person.Where(one => one.Wave == WaveKind.Pre).Select(one => one.Day!.Value).DefaultIfEmpty(DateOnly.MinValue).Min();
            foreach (var (record, _, _) in person.Where(one => one.Wave == WaveKind.Post && one.Day!.Value < pre))
                defects.Add(DefectKind.PostBeforePre, record.Row.Number, record.Told);
        }
    }

    public IReadOnlyDictionary<string, DateOnly> BirthDates(IReadOnlyList<ExportRecord> records, int count)
    {
        var births = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        if (dates.Find(date => date.IsBirth) is not { } birth)
            return births;
        foreach (var record in records.Take(count))
        {
            if (record.Id.Length > 0 && birth.Form.Read(Prepared(record.Row.At(birth.Column)), out var day) == DateReading.Date)
                births.TryAdd(record.Id, day);
        }
        return births;
    }

    void CheckColumn(DateColumn date, IReadOnlyList<ExportRecord> records)
    {
        var heading = columns.Told(date.Column);
        var read = new List<(ExportRecord Record, DateOnly Day, bool IsCertain)>();
        foreach (var record in records.Where(record => !record.IsRagged))
        {
            var cell = Prepared(record.Row.At(date.Column));
            var reading = date.Form.Read(cell, out var day);
            if (reading == DateReading.Invalid)
                defects.Add(RowWords.IsNoValue(cell.Shown) ? DefectKind.MissingCode : DefectKind.DateInvalid, record.Row.Number, record.Told,
                    heading, RowWords.IsNoValue(cell.Shown) ? cell.Shown.Trim() : null);
            if (reading == DateReading.Ambiguous && date.IsMixed)
                defects.Add(DefectKind.DateAmbiguous, record.Row.Number, record.Told, heading);
            if (reading is DateReading.Date or DateReading.Ambiguous)
                read.Add((record, day, reading == DateReading.Date));
        }
        // What is collected at one moment lies together; different moments lie apart by right.
        if (!date.IsBirth)
        {
            foreach (var moment in read.Where(one => !one.Record.IsRepeat).GroupBy(one => one.Record.Wave))
                CheckWindow([.. moment], heading);
        }
    }

    void CheckWindow(List<(ExportRecord Record, DateOnly Day, bool IsCertain)> read, string heading)
    {
        var certain = read.Where(one => one.IsCertain || !read.Exists(other => other.IsCertain)).Select(one => one.Day.DayNumber).ToList();
        if (certain.Count < 3)
            return;
        var middle = Middle(certain);
        var spread = Middle([.. certain.Select(day => Math.Abs(day - middle))]);
        var off = Math.Max(LeastDaysOff, SpreadsOff * spread);
        var far = read.Where(one => Math.Abs(one.Day.DayNumber - middle) > off).ToArray();
        if (far.Length > MostShareOff * read.Count)
            return;
        foreach (var (record, _, _) in far)
            defects.Add(DefectKind.DateOutOfWindow, record.Row.Number, record.Told, heading);
    }

    static int Middle(List<int> days)
    {
        days.Sort();
        return days[days.Count / 2];
    }

    /// <summary>Real dates, serial numbers or texts that begin with the year, beside texts that end with it.</summary>
    static bool IsMixed(Cell[] cells)
    {
        var texts = cells.Where(cell => cell.Kind == CellKind.Text).Select(cell => cell.Shown.TrimStart()).ToArray();
        var yearFirst = texts.Count(StartsWithYear);
        var yearLast = texts.Length - yearFirst;
        var orders = texts.Select(text => DateForm.Shown([Cell.OfText(text)], false)).Where(form => form.IsCertain).Select(form => form.Order)
            .Distinct().Count();
        return yearLast > 0 && (yearFirst > 0 || texts.Length < cells.Length || orders > 1);
    }

    static bool StartsWithYear(string text) => text.Length > 4 && text[..4].All(char.IsAsciiDigit);

    static DateOnly? Certain(DateColumn date, ExportRecord record) =>
        date.Form.Read(Prepared(record.Row.At(date.Column)), out var day) == DateReading.Date ? day : null;

    static bool IsDate(ExportColumns columns, int column)
    {
        var words = columns.Words(column);
        var profile = columns.Profile(column);
        // A year of birth is a number.
        var isYear = profile.IsNumeric && profile.Most is > 1900 and < 2100 && profile.IsWhole;
        return !isYear && ((words.Has(RoleWords.Date) || words.Has(RoleWords.Birth)) && profile.LongTexts == 0 || profile.Dates * 2 > profile.Filled);
    }

    /// <summary>A sheet's serial number that went through a text file.</summary>
    static Cell Prepared(Cell cell) =>
        cell.Kind == CellKind.Text && cell.Shown.Trim() is { Length: 5 } digits && digits.All(char.IsAsciiDigit)
            ? Cell.Of(double.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture))
            : cell;
}
