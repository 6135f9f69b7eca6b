using System.Text.RegularExpressions;
using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Tables;

namespace ImpactEval.Ingestion.Exports.Columns;

/// <summary>Which columns say who a record is about.</summary>
/// <param name="Key">The column that tells people apart; null when there is none.</param>
/// <param name="NamedBy">The column by which people are told of, usually the same.</param>
/// <param name="IsSelfMade">People made the code up themselves.</param>
sealed partial record PersonColumns(int? Key, int? NamedBy, bool IsSelfMade, string Evidence)
{
    public int? Name { get; private init; }
    public int? Birth { get; private init; }
    public int? Sex { get; private init; }
    public int? Unit { get; private init; }

    /// <summary>A code has few rows of one person: waves, attempts, repeats.</summary>
    const double LeastDistinct = 0.15;

    public static PersonColumns Of(ToolForm form, ExportColumns columns, IReadOnlyList<TableRow> records)
    {
        var (key, isSelfMade, evidence) = KeyOf(form, columns, records);
        bool IsFree(int column) => column != key;
        return new PersonColumns(key, form.NamedBy ?? key, isSelfMade, evidence)
        {
            Name = columns.First(RoleWords.Name, column => IsFree(column) && !columns.Words(column).Has(RoleWords.LastName))
                ?? columns.First(RoleWords.LastName, IsFree),
            Birth = columns.First(RoleWords.Birth, IsFree),
            Sex = columns.First(RoleWords.Sex, IsFree),
            Unit = columns.First(RoleWords.Unit, IsFree),
        };
    }

    static (int? Key, bool IsSelfMade, string Evidence) KeyOf(ToolForm form, ExportColumns columns, IReadOnlyList<TableRow> records)
    {
        if (form.Key is { } given)
            return (given, false, columns.Told(given));
        if (columns.First(RoleWords.SelfMadeCode) is { } own)
            return (own, true, columns.Told(own));
        var strong = columns.First(RoleWords.ParticipantCode, column => IsCode(columns, column));
        if (strong is not null)
            return (strong, false, columns.Told(strong.Value));
        var person = columns.First(RoleWords.Person, column => IsCode(columns, column) && LooksLikeCodes(records, column));
        if (person is not null)
            return (person, false, columns.Told(person.Value));
        var any = columns.First(RoleWords.AnyCode, column => IsCode(columns, column) && TellsApart(columns.Profile(column), records.Count));
        any ??= columns.Own.Where(column => IsCode(columns, column) && LooksLikeCodes(records, column)
            && TellsApart(columns.Profile(column), records.Count)).Select(column => (int?)column).FirstOrDefault();
        if (any is not null)
            return (any, false, columns.Told(any.Value));
        var fallback = form.KeyFallbacks.Concat(columns.First(RoleWords.Email) is { } email ? [email] : [])
            .Where(column => columns.Profile(column) is { Filled: > 0 } profile && profile.Filled * 2 >= records.Count
                && profile.Distinct * 4 >= profile.Filled)
            .Select(column => (int?)column).FirstOrDefault();
        return (fallback, false, fallback is { } at ? columns.Told(at) : "");
    }

    static bool IsCode(ExportColumns columns, int column)
    {
        var words = columns.Words(column);
        var profile = columns.Profile(column);
        // "Participant name" holds the word for participant; a name, a date and an address are no codes.
        return !words.Has(RoleWords.OtherCode) && !words.Has(RoleWords.RecordCode) && !words.Has(RoleWords.Name) && !words.Has(RoleWords.Birth)
            && !words.Has(RoleWords.Sex)
            && !words.Has(RoleWords.Unit) && !words.Has(RoleWords.Phone) && !words.Has(RoleWords.Email) && profile.LongTexts * 4 <= profile.Filled;
    }

    static bool TellsApart(ColumnProfile profile, int records) => records == 0 || (profile.Filled > 0
        && profile.Distinct >= LeastDistinct * profile.Filled && profile.Distinct > 1);

    /// <summary>Letters, perhaps a dash, digits: nine cells in ten.</summary>
    static bool LooksLikeCodes(IReadOnlyList<TableRow> records, int column)
    {
        var filled = records.Select(row => row.At(column)).Where(cell => !cell.IsEmpty).ToArray();
        return filled.Length > 1 && filled.Count(cell => cell.Kind == CellKind.Text && Code().IsMatch(cell.Shown)) * 10 >= filled.Length * 9
            && filled.Select(cell => cell.Shown).Distinct(StringComparer.Ordinal).Count() * 3 >= filled.Length;
    }

    [GeneratedRegex(@"^\s*\p{L}{1,6}[\p{Pd}_./ ]?[0-9]{1,6}\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
