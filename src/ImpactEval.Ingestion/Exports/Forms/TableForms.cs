using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Exports.Words;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>Tables that no tool wrote: an indicator framework, a table of interviews, or people with their scores.</summary>
static class TableForms
{
    public const string Wide = "wide-table", Long = "long-table", NoId = "no-id", SelfMadeCode = "self-generated-code",
        Indicators = "indicator-framework", Interviews = "interview-table";

    static readonly IReadOnlyList<Phrase> Baseline = Phrase.List("đường cơ sở; giá trị ban đầu; giá trị cơ sở; giá trị gốc; cơ sở; baseline",
        "baseline value; valeur de référence; référence; situation de référence; valeur de base; ベースライン; 基準値; 基準");

    static readonly IReadOnlyList<Phrase> Target = Phrase.List("mục tiêu; chỉ tiêu; target; target value; cible; valeur cible; objectif; 目標",
        "目標値; ターゲット");

    static readonly IReadOnlyList<Phrase> Indicator = Phrase.List("chỉ số; chỉ báo; mã chỉ số; indicator; indicators; indicateur; indicateurs; 指標");

    static readonly IReadOnlyList<Phrase> ADate = Phrase.List("ngày; năm; date; year; année; 日; 年; 日付; 時期");

    public static ToolForm Of(GridBook book, Grid main, HeaderRows header)
    {
        var sought = header.Headings.Select(heading => new Sought(heading)).ToArray();
        if (Columns(sought, Baseline).Any() && Columns(sought, Target).Any() && Columns(sought, Indicator).Any())
            return Table(Indicators, "baseline, target, indicator", main, header);
        if (IsInterview(sought))
            return Table(Interviews, "interview, question, answer", main, header) with { IsResponseExport = true };
        return Table(Wide, "table", main, header);
    }

    /// <summary>The column of baselines; not that of their dates.</summary>
    public static int? BaselineColumn(IReadOnlyList<string> headings)
    {
        var sought = headings.Select(heading => new Sought(heading)).ToArray();
        return Columns(sought, Baseline).Where(column => !sought[column].Has(ADate)).Select(column => (int?)column).FirstOrDefault();
    }

    /// <summary>The column of codes of indicators, else of their names.</summary>
    public static int? IndicatorColumn(IReadOnlyList<string> headings)
    {
        var sought = headings.Select(heading => new Sought(heading)).ToArray();
        var named = Columns(sought, Indicator).ToArray();
        return named.Where(column => sought[column].Has(RoleWords.AnyCode)).Concat(Columns(sought, RoleWords.AnyCode)).Concat(named)
            .Select(column => (int?)column).FirstOrDefault();
    }

    static ToolForm Table(string format, string evidence, Grid main, HeaderRows header) =>
        new(format, evidence, main, header) { IsResponseExport = false };

    static bool IsInterview(Sought[] headings)
    {
        var hasAnswer = Columns(headings, RoleWords.Answer).Any();
        return hasAnswer && (Columns(headings, RoleWords.Question).Any() || Columns(headings, RoleWords.Interview).Any()
            || Columns(headings, RoleWords.RecordCode).Any());
    }

    static IEnumerable<int> Columns(Sought[] headings, IReadOnlyList<Phrase> words) =>
        Enumerable.Range(0, headings.Length).Where(column => headings[column].Has(words));
}
