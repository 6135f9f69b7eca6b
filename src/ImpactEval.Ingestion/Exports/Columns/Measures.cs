using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Columns;

/// <summary>How a file says which moment a score belongs to.</summary>
enum WaveSource { None, Column, Headings, Form }

/// <summary>Where the scores of each moment stand.</summary>
/// <param name="Main">Column of the main score: by moment, or under <see cref="Any"/> for every moment that the rows name.</param>
/// <param name="Blocks">Columns that are answered for a moment, where no main score is.</param>
/// <param name="Form">The moment of the whole form.</param>
sealed record Measures(
    WaveSource Source,
    int? WaveColumn,
    IReadOnlyDictionary<WaveKind, int> Main,
    int? Any,
    IReadOnlyDictionary<WaveKind, int[]> Blocks,
    WaveKind? Form,
    string Evidence)
{
    static readonly Dictionary<WaveKind, int> NoMain = [];
    static readonly Dictionary<WaveKind, int[]> NoBlocks = [];

    /// <summary>Every column that holds a main score.</summary>
    public IReadOnlyList<int> ScoreColumns => Any is { } any ? [any] : [.. Main.Values.Order()];

    public static Measures Of(ToolForm form, ExportColumns columns, PersonColumns people, IReadOnlyList<TableRow> records, string fileName)
    {
        var candidates = columns.Own.Where(column => IsScoreLike(columns, people, column)).ToArray();
        var best = form.ScoreColumn ?? Best(columns, candidates);
        var waveColumn = form.WaveColumn ?? WaveColumns.Find(columns, people, records);
        if (waveColumn is { } column)
            return new(WaveSource.Column, column, NoMain, best, NoBlocks, null, columns.Told(column));
        if (form.ScoreColumn is null && ByHeadings(form, columns, candidates) is { } byHeadings)
            return byHeadings;
        var (kind, evidence) = FormWave.Of(form, columns, fileName);
        return new(kind is null ? WaveSource.None : WaveSource.Form, null, NoMain, best, NoBlocks, kind, evidence);
    }

    /// <summary>Headings that name the moment: the pair of scores that speak of one matter, else the blocks of questions.</summary>
    static Measures? ByHeadings(ToolForm form, ExportColumns columns, int[] candidates)
    {
        var named = WaveHeadings.Of(columns, candidates);
        if (named.Count == 0)
            return null;
        var kinds = named.Select(heading => heading.Kind).ToHashSet();
        // One form answered at one time: how people were before was rated afterwards. A test cannot be taken afterwards for the time before.
        var isRatedAfterwards = form.AsksAtOneTime && kinds.Contains(WaveKind.Post) && !named
            .Any(heading => heading.Kind == WaveKind.Pre && columns.IsScore(heading.Column));
        WaveKind Told(WaveKind kind) => isRatedAfterwards && kind == WaveKind.Pre ? WaveKind.RetrospectivePre : kind;
        if (!kinds.Contains(WaveKind.Pre) && !kinds.Contains(WaveKind.RetrospectivePre) && !(kinds.Contains(WaveKind.Post) && !form.IsResponseExport))
            return null;
        var main = named.GroupBy(heading => heading.Rest)
            .Where(group => group.Select(heading => heading.Kind).Distinct().Count() == group.Count())
            .OrderByDescending(group => group.Any(heading => heading.Kind == WaveKind.Pre) && group.Any(heading => heading.Kind == WaveKind.Post))
            .ThenByDescending(group => group.Any(heading => columns.IsScore(heading.Column)))
            .ThenByDescending(group => group.Max(heading => columns.Profile(heading.Column).Most))
            .FirstOrDefault();
        var evidence = string.Join(" | ", named.Take(3).Select(heading => columns.Told(heading.Column)));
        var isBlock = form.AsksAtOneTime && named.GroupBy(heading => heading.Kind).All(kind => kind.Count() > 1);
        if (main is not null && main.Count() > 1 && !isBlock)
            return new(WaveSource.Headings, null, Completed([.. main], named, columns)
                .ToDictionary(heading => Told(heading.Kind), heading => heading.Column), null, NoBlocks, null, evidence);
        var blocks = named.GroupBy(heading => Told(heading.Kind)).ToDictionary(kind => kind.Key, kind => kind.Select(heading => heading.Column)
            .ToArray());
        if (!isBlock && blocks.Values.All(block => block.Length == 1))
            return new(WaveSource.Headings, null, blocks.ToDictionary(block => block.Key, block => block.Value[0]), null, NoBlocks, null, evidence);
        // A test beside the ratings is of no stated moment, and checked all the same.
        var test = Best(columns, [.. candidates.Except(named.Select(heading => heading.Column))]);
        return new(WaveSource.Headings, null, NoMain, test is { } column && columns.IsScore(column) ? column : null, blocks, null, evidence);
    }

    /// <summary>With the one score of a further moment, though its heading says more than the others'.</summary>
    static IEnumerable<WaveHeading> Completed(WaveHeading[] main, IReadOnlyList<WaveHeading> named, ExportColumns columns)
    {
        var further = named.Where(heading => columns.IsScore(heading.Column) && !main.Any(known => known.Kind == heading.Kind))
            .GroupBy(heading => heading.Kind);
        return main.Concat(further.Where(moment => moment.Count() == 1).Select(moment => moment.First()));
    }

    /// <summary>Numbers that people earned: no codes, dates, durations, flags, differences or maxima.</summary>
    static bool IsScoreLike(ExportColumns columns, PersonColumns people, int column)
    {
        var words = columns.Words(column);
        var profile = columns.Profile(column);
        var isScore = columns.IsScore(column);
        var isScoreByName = isScore || WaveWords.Of(columns.Path(column)) is not null;
        var holdsScores = profile.Filled == 0 ? isScoreByName : profile.IsNumeric && (!profile.IsFlag || profile.Filled < 3 || isScore);
        return holdsScores && column != people.Key && column != people.NamedBy && column != people.Name && column != people.Birth
            && !columns.IsMaximum(column) && !words.Has(RoleWords.Difference) && !words.Has(RoleWords.Birth) && !words.Has(RoleWords.Phone)
            && !words.Is(RoleWords.Ordinal) && (!words.Has(RoleWords.Date) || isScore && profile.IsNumeric && !words.Has(WaveDates))
                && !(words.Has(RoleWords.Duration) && !isScore);
    }

    /// <summary>"Ngày kiểm tra" names a test and is a date all the same.</summary>
    static readonly IReadOnlyList<Phrase> WaveDates = Phrase.List("ngày; date; day; jour; horodateur; timestamp; datetime; 日; 日付; 実施日; 受験日",
        "試験日; タイムスタンプ; 年月日");

    /// <summary>Named a score, then the widest range: a test out of 100 rather than a rating out of 5.</summary>
    static int? Best(ExportColumns columns, int[] candidates) => candidates
        .OrderByDescending(column => columns.IsScore(column))
        .ThenByDescending(column => columns.Profile(column) is { Filled: > 0 } profile ? profile.Most - profile.Least : 0)
        .ThenBy(column => column)
        .Where(column => columns.IsScore(column) || !columns.Profile(column).IsWhole || columns.Profile(column).Most > 10)
        .Select(column => (int?)column)
        .FirstOrDefault();
}
