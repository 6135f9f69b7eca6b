using ImpactEval.Evaluation;
using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tests;

/// <summary>Findings of a size and spread met in practice; some are suppressed, some not estimable.</summary>
static class FindingsSample
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static Findings Create() => new(
        new RunStamp("3f9a2c71d0b84e56", "jica-young-leaders", new string('a', 64), new string('b', 64), "0.1.0", 20240917, 0.95, 5),
        new ReportPeriod(new DateOnly(2024, 1, 15), new DateOnly(2024, 9, 17), SponsorCalendar.Japan),
        Participation(),
        [.. Changes()],
        [
            new("knowledge", "pre", 10, Interval(0.71, 0.55, 0.83, 38, IntervalMethod.Feldt), null, false),
            new("self", "post", 6, Interval(0.86, 0.78, 0.92, 36, IntervalMethod.Feldt), null, false),
            new("knowledge.urban", "pre", 2, null, NotEstimableReason.TooFewItems, false),
        ],
        [
            new("application", "A1", "follow_up", new Count(31), 3.9, 0.8, Interval(0.7419, 0.568, 0.863, 31, IntervalMethod.Wilson), false),
            new("application", "A2", "follow_up", new Count(31), 3.4, 1.0, Interval(0.4839, 0.320, 0.652, 31, IntervalMethod.Wilson), false),
            new("application", "A3", "follow_up", new Count(null), null, null, null, true),
        ],
        Topics(),
        Quality());

    /// <summary>A change of a mean by <paramref name="change"/> on <paramref name="n"/> pairs.</summary>
    public static ChangeFinding Change(string outcome, ChangeKind kind = ChangeKind.Gain, double before = 52.4, double change = 8.4, double deviation = 12.6, int n = 36, GroupKey? group = null, bool primary = false, double? adjusted = null)
    {
        var (from, to) = WavesOf(kind);
        var margin = 2.03 * deviation / Math.Sqrt(n);
        var d = change / deviation;
        var spread = 1.1 / Math.Sqrt(n) * 1.96;
        return new ChangeFinding(outcome, kind, from, to, group, primary, adjusted is null ? null : "fields",
            new PairCounts(n + 4, n + 3, n + 1, n),
            new WaveScores(before, deviation, 0, 0.02), new WaveScores(before + change, deviation * 0.95, 0, 0.08),
            new Estimate(change, deviation / Math.Sqrt(n), n - 1, n, NamedIntervals.Of(IntervalMethod.StudentT, change - margin, change + margin, Level)),
            deviation, 0.55,
            [
                new(EffectSizeKind.DZ, Interval(d, d - spread, d + spread, n, IntervalMethod.NoncentralT)),
                new(EffectSizeKind.DAv, new Estimate(d * 0.97, spread / 1.96, n - 1, n,
                    NamedIntervals.Of(IntervalMethod.AlginaKeselman, d * 0.97 - spread, d * 0.97 + spread, Level).And(IntervalMethod.Bca, d * 0.97 - spread * 0.9, d * 0.97 + spread * 1.1, Level))),
                new(EffectSizeKind.DRm, Interval(d * 0.95, d * 0.95 - spread, d * 0.95 + spread, n, IntervalMethod.Bca)),
                new(EffectSizeKind.GAv, Interval(d * 0.95, d * 0.95 - spread, d * 0.95 + spread, n, IntervalMethod.AlginaKeselman)),
                new(EffectSizeKind.MatchedRankBiserial, Interval(Math.Tanh(d), Math.Tanh(d - spread), Math.Tanh(d + spread), n, IntervalMethod.Bca)),
                new(EffectSizeKind.ProbabilityOfSuperiority, Interval(0.72, 0.56, 0.84, n, IntervalMethod.Wilson)),
            ],
            new ChangeShares(Interval(0.72, 0.56, 0.84, n, IntervalMethod.Wilson), 0.08, 0.20, null),
            new Statistics.TestResult(change / (deviation / Math.Sqrt(n)), n - 1, Math.Exp(-Math.Abs(change) / deviation * Math.Sqrt(n)), Alternative.TwoSided),
            adjusted, null, false);
    }

    public static ChangeFinding Suppressed(string outcome, GroupKey? group = null) => Bare(outcome, group, null, suppressed: true);

    public static ChangeFinding NotEstimable(string outcome, NotEstimableReason reason, GroupKey? group = null) => Bare(outcome, group, reason, suppressed: false);

    public static Estimate Interval(double value, double lower, double upper, int n, IntervalMethod method) =>
        new(value, null, null, n, NamedIntervals.Of(method, lower, upper, Level));

    static ChangeFinding Bare(string outcome, GroupKey? group, NotEstimableReason? reason, bool suppressed) => new(
        outcome, ChangeKind.Gain, "pre", "post", group, false, null, reason is null ? null : new PairCounts(20, 20, 18, 18), null, null, null, null, null, [], null, null, null, reason, suppressed);

    static IEnumerable<ChangeFinding> Changes()
    {
        yield return Change("knowledge", primary: true);
        yield return Change("knowledge", ChangeKind.FollowUpGain, 52.9, 6.1, 13.0, 30, primary: true);
        yield return Change("knowledge", ChangeKind.Retention, 61.0, -1.9, 9.0, 30, primary: true);
        yield return Change("self", before: 3.12, change: 0.52, deviation: 0.61, n: 35, primary: true);
        yield return Change("self", ChangeKind.RetrospectiveGain, 2.71, 0.93, 0.58, 35, primary: true);
        yield return Change("self", ChangeKind.ResponseShift, 3.12, -0.41, 0.55, 35, primary: true);
        foreach (var (code, change, adjusted) in new[] { ("urban", 11.2, 0.0004), ("environment", 9.1, 0.004), ("reform", 5.6, 0.046), ("personnel", 2.3, 0.41) })
            yield return Change($"knowledge.{code}", before: 50 + change, change: change, deviation: 15, adjusted: adjusted);
        yield return NotEstimable("knowledge.education", NotEstimableReason.NoVariation);
        foreach (var (code, change) in new[] { ("vision", 0.61), ("people", 0.44), ("change", -0.12) })
            yield return Change($"self.{code}", before: 3.1, change: change, deviation: 0.7, n: 35);
        foreach (var outcome in new[] { "knowledge", "self" })
        {
            var unit = outcome == "self" ? 0.06 : 1;
            foreach (var (dimension, value, change, n) in new[] { ("sex", "F", 9.3, 15), ("sex", "M", 7.7, 21), ("level", "P", 6.2, 12), ("level", "D", 9.6, 20), ("cohort", "L3", 8.9, 18), ("cohort", "L4", 7.9, 18) })
                yield return Change(outcome, before: 52 * unit, change: change * unit, deviation: 12 * unit, n: n, group: new(dimension, value), primary: true);
            yield return Suppressed(outcome, new("level", "C")) with { Primary = true };
        }
    }

    static Participation Participation()
    {
        ParticipationRow Row(GroupKey? group, int enrolled, int?[] measured, int? paired) =>
            new(group, new Count(enrolled), [.. measured.Select(count => new Count(count))], new Count(paired));
        return new Participation(["pre", "then", "post", "follow_up"],
        [
            Row(null, 40, [39, 37, 37, 31], 36),
            Row(new("sex", "F"), 17, [16, 16, 16, 13], 15),
            Row(new("sex", "M"), 23, [23, 21, 21, 18], 21),
            Row(new("level", "P"), 14, [13, 13, 13, 10], 12),
            Row(new("level", "D"), 22, [22, 20, 20, 17], 20),
            Row(new("level", "C"), 4, [null, null, null, null], null),
            Row(new("cohort", "L3"), 20, [20, 19, 19, 16], 18),
            Row(new("cohort", "L4"), 20, [19, 18, 18, 15], 18),
        ]);
    }

    static TopicFindings Topics() => new(214, 38, 17, 3, 30, 0.81,
    [
        new(1, "xử lý chất thải và môi trường", ["phân loại rác", "tái chế", "môi trường"], new Count(61), new Count(27), Interval(0.31, 0.24, 0.39, 38, IntervalMethod.Percentile), 0.88,
            [new Quote("Mô hình phân loại rác tại nguồn ở [ĐỊA DANH] rất sát với điều kiện của chúng tôi.", "most_useful", "post", "L3"), new Quote("=Phân loại rác ngay từ hộ gia đình là việc có thể làm ngay.", "most_useful", "follow_up", "L4")], false),
        new(2, "quy hoạch và giao thông đô thị", ["quy hoạch", "giao thông công cộng"], new Count(54), new Count(25), Interval(0.27, 0.20, 0.35, 38, IntervalMethod.Percentile), 0.83,
            [new Quote("Cách người Nhật lấy ý kiến người dân khi làm quy hoạch.", "most_useful", "post", "L3")], false),
        new(3, "cải cách hành chính", ["một cửa", "thủ tục"], new Count(48), new Count(22), Interval(0.24, 0.18, 0.32, 38, IntervalMethod.Percentile), 0.79, [], false),
        new(4, "nhà ở xã hội", ["nhà ở"], new Count(null), new Count(null), null, 0.61, [], true),
    ]);

    static DataQuality Quality()
    {
        SourceSummary Summary(string code, SourceFormat format, int read, int taken, params ProblemCount[] problems) => new(
            code, $"files/{code}", new string('c', 64),
            new FileLayout(format, format == SourceFormat.Csv ? "windows-1258" : null, null, ',', DateOrder.DayMonthYear, null, 1, format == SourceFormat.Csv ? [LayoutRemark.LegacyEncoding, LayoutRemark.UnmappedColumn] : []),
            read, taken, read - taken, problems);
        return new DataQuality(
            [
                Summary("roster", SourceFormat.Xlsx, 40, 40),
                Summary("tests", SourceFormat.Csv, 152, 147, new ProblemCount(RowProblemKind.DuplicateConflicting, true, 2), new ProblemCount(RowProblemKind.ScoreOutOfRange, true, 3), new ProblemCount(RowProblemKind.IdVariant, false, 4)),
                Summary("interviews", SourceFormat.Docx, 24, 24),
                Summary("interviews", SourceFormat.Docx, 31, 31),
            ],
            [new("knowledge", "pre", 39, 0.021), new("knowledge", "post", 37, 0.013), new("self", "post", 37, 0.034)],
            1,
            new MatchingQuality("pre", "post", [new(MatchMethod.ExactId, new Count(27)), new(MatchMethod.NormalisedId, new Count(6)), new(null, new Count(6))], new Count(0), 0,
                [new("knowledge", new Count(33), 54.2, 11.3, new Count(6), 49.8, 12.1, 0.376, false), new("self", new Count(null), null, null, new Count(null), null, null, null, true)]));
    }

    static (string From, string To) WavesOf(ChangeKind kind) => kind switch
    {
        ChangeKind.FollowUpGain => ("pre", "follow_up"),
        ChangeKind.Retention => ("post", "follow_up"),
        ChangeKind.RetrospectiveGain => ("then", "post"),
        ChangeKind.ResponseShift => ("pre", "then"),
        _ => ("pre", "post"),
    };
}
