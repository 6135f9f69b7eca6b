using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ImpactEval.Evaluation;
using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tests;

[TestClass]
public sealed class FindingsJsonTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;
    static readonly string Hash = new('a', 64);

    static Estimate EstimateOf(double value) =>
        new(value, 0.1, 41.5, 42, NamedIntervals.Of(IntervalMethod.NoncentralT, value - 0.2, value + 0.2, Level).And(IntervalMethod.Bca, null, 1.5, Level));

    static ChangeFinding Change(string outcome) => new(
        outcome, ChangeKind.RetrospectiveGain, "then", "post", new GroupKey("sex", "F"), true, "fields", new PairCounts(50, 45, 44, 42),
        new WaveScores(55.25, 12.1, 0.01, 0), new WaveScores(70.5, 11.9, 0, 0.05), EstimateOf(15.25), 9.3, 0.71,
        [.. Enum.GetValues<EffectSizeKind>().Select(kind => new EffectSize(kind, EstimateOf(0.1 + 0.2)))],
        new ChangeShares(EstimateOf(0.8), 0.1, 0.1, EstimateOf(0.6)), new Statistics.TestResult(10.6, 41, 1e-13, Alternative.TwoSided), 5e-324, null, false);

    static readonly ChangeFinding Withheld = new(
        "self", ChangeKind.Gain, "pre", "post", null, false, null, null, null, null, null, null, null, [], null, null, null, NotEstimableReason.NoNonZeroDifferences, true);

    static readonly Findings Full = new(
        new RunStamp(Hash, "jica-young-leaders", Hash, Hash, "0.1.0", ulong.MaxValue, 0.95, 5),
        new ReportPeriod(new DateOnly(2024, 1, 29), null, SponsorCalendar.UnitedStates),
        new Participation(["pre", "post"], [new ParticipationRow(null, new Count(50), [new Count(45), new Count(null)], new Count(42))]),
        [Change("knowledge"), Withheld],
        [new ReliabilityFinding("self", "pre", 8, EstimateOf(0.85), null, false), new ReliabilityFinding("self", "post", 8, null, NotEstimableReason.TooFewItems, false)],
        [new ItemFinding("reaction", "R01", "post", new Count(44), 4.4, 0.6, EstimateOf(0.9), false), new ItemFinding("reaction", "R02", "post", new Count(null), null, null, null, true)],
        new TopicFindings(120, 48, 9, 2, 30, 0.83,
        [
            new TopicFinding(1, "Quy hoạch \"đô thị\" & môi trường <xanh>", ["quy hoạch", "rác thải"], new Count(30), new Count(21), EstimateOf(0.25), 0.9,
                [new Quote("Tôi đã áp dụng cách phân loại rác ở phường.\nKết quả tốt.", "most_useful", "post", "L3")], false),
        ]),
        new DataQuality(
            [
                new SourceSummary("roster", "files/danh-sách.csv", Hash, new FileLayout(SourceFormat.Csv, "windows-1258", ';', ',', DateOrder.DayMonthYear, null, 1, [.. Enum.GetValues<LayoutRemark>()]),
                    50, 48, 2, [.. Enum.GetValues<RowProblemKind>().Select(kind => new ProblemCount(kind, true, 2))]),
            ],
            [new MissingItems("self", "pre", 45, 0.02)],
            1,
            new MatchingQuality("pre", "post", [.. Enum.GetValues<MatchMethod>().Select(method => new MatchShare(method, new Count(9))), new MatchShare(null, new Count(null))],
                new Count(0), 0.02, [new BaselineContrast("self", new Count(38), 3.1, 0.6, new Count(7), 2.9, 0.5, 0.36, false), new BaselineContrast("knowledge", new Count(null), null, null, new Count(null), null, null, null, true)])));

    [TestMethod]
    public void What_was_written_reads_back_the_same()
    {
        var written = FindingsJson.Write(Full);
        var read = FindingsJson.Read(written);
        Assert.AreEqual(written, FindingsJson.Write(read));
        // Records without lists compare by value.
        Assert.AreEqual(Full.Run, read.Run);
        Assert.AreEqual(Full.Period, read.Period);
        Assert.AreEqual(Full.Changes[0].Before, read.Changes[0].Before);
        Assert.AreEqual(Full.Changes[0].Test, read.Changes[0].Test);
        Assert.AreEqual(Full.Topics!.Topics[0].Quotes[0], read.Topics!.Topics[0].Quotes[0]);
        Assert.AreEqual(5e-324, read.Changes[0].AdjustedPValue);
        Assert.AreEqual(0.1 + 0.2, read.Changes[0].EffectSizes[0].Estimate.Value);
        Assert.AreEqual(';', read.Quality.Sources[0].Layout.Delimiter);
    }

    [TestMethod]
    public void The_form_is_canonical()
    {
        var written = FindingsJson.Write(Full);
        StringAssert.StartsWith(written, "{\n  \"run\": {\n    \"runId\": ", StringComparison.Ordinal);
        StringAssert.EndsWith(written, "}\n", StringComparison.Ordinal);
        Assert.DoesNotContain("\r", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", written, StringComparison.Ordinal);
        StringAssert.Contains(written, "\"kind\": \"retrospective_gain\"", StringComparison.Ordinal);
        StringAssert.Contains(written, "\"firstDay\": \"2024-01-29\",\n    \"lastDay\": null,\n    \"calendar\": \"united_states\"", StringComparison.Ordinal);
        StringAssert.Contains(written, "\"value\": 0.30000000000000004,", StringComparison.Ordinal);
        StringAssert.Contains(written, "\"adjustedPValue\": 5E-324,", StringComparison.Ordinal);
        StringAssert.Contains(written, "\"seed\": 18446744073709551615,", StringComparison.Ordinal);
        StringAssert.Contains(written, "\"label\": \"Quy hoạch \\\"đô thị\\\" & môi trường <xanh>\"", StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_limit_that_is_not_there_is_null_and_said()
    {
        var interval = JsonNode.Parse(FindingsJson.Write(Full))!["changes"]![0]!["meanChange"]!["intervals"]!["others"]![0]!;
        Assert.IsNull(interval["lower"]);
        Assert.IsTrue(interval["unbounded"]!.GetValue<bool>());
        Assert.AreEqual("bca", interval["method"]!.GetValue<string>());
    }

    [TestMethod]
    [DataRow("vi-VN")]
    [DataRow("tr-TR")]
    [DataRow("ar-SA")]
    public void The_culture_changes_nothing(string name)
    {
        var expected = FindingsJson.Write(Full);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(name);
            Assert.AreEqual(expected, FindingsJson.Write(Full));
            Assert.AreEqual(expected, FindingsJson.Write(FindingsJson.Read(expected)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    [DataRow(double.NaN)]
    [DataRow(double.PositiveInfinity)]
    public void A_number_that_is_not_finite_is_refused(double value) =>
        Assert.ThrowsExactly<ArgumentException>(() => FindingsJson.Write(Full with { Changes = [Change("knowledge") with { Correlation = value }] }));

    [TestMethod]
    [DataRow("\"seed\": 18446744073709551615,", "")]
    [DataRow("\"seed\": 18446744073709551615,", "\"seed\": 1, \"unknown\": 2,")]
    [DataRow("\"kind\": \"retrospective_gain\"", "\"kind\": \"RetrospectiveGain\"")]
    [DataRow("\"studyCode\": \"jica-young-leaders\"", "\"studyCode\": null")]
    [DataRow("\"confidenceLevel\": 0.95", "\"confidenceLevel\": \"0,95\"")]
    public void Other_JSON_is_refused(string part, string replacement)
    {
        var changed = FindingsJson.Write(Full).Replace(part, replacement, StringComparison.Ordinal);
        Assert.ThrowsExactly<JsonException>(() => FindingsJson.Read(changed));
    }

    [TestMethod]
    public void What_is_written_keeps_the_published_schema() => Assert.IsEmpty(PublishedSchema.Offences(FindingsJson.Write(Full)));

    [TestMethod]
    [DataRow("\"kind\": \"retrospective_gain\"", "\"kind\": \"other\"")]
    [DataRow("\"floor\": 0.01", "\"floor\": 1.01")]
    [DataRow("\"paired\": 42", "\"paired\": 42.5")]
    [DataRow("\"firstDay\": \"2024-01-29\"", "\"firstDay\": \"29/01/2024\"")]
    [DataRow("\"studyCode\": \"jica-young-leaders\",", "")]
    [DataRow("\"studyCode\": \"jica-young-leaders\",", "\"studyCode\": \"jica\", \"unknown\": 1,")]
    public void The_schema_tells_what_is_wrong(string part, string replacement) =>
        Assert.IsNotEmpty(PublishedSchema.Offences(FindingsJson.Write(Full).Replace(part, replacement, StringComparison.Ordinal)));

    [TestMethod]
    public void The_schema_names_every_property_of_every_record_and_nothing_else()
    {
        var schema = JsonNode.Parse(FindingsSchema.Text)!.AsObject();
        var described = new HashSet<string>(StringComparer.Ordinal);
        CompareRecord(typeof(Findings), schema, schema["$defs"]!.AsObject(), described);
        CollectionAssert.AreEquivalent(schema["$defs"]!.AsObject().Select(definition => definition.Key).ToArray(), described.ToArray());
    }

    static void CompareRecord(Type record, JsonObject written, JsonObject definitions, HashSet<string> described)
    {
        var properties = record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null).ToArray();
        var names = properties.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToArray();
        CollectionAssert.AreEqual(names, written["properties"]!.AsObject().Select(property => property.Key).ToArray(), record.Name);
        CollectionAssert.AreEqual(names, written["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToArray(), record.Name);
        Assert.IsFalse(written["additionalProperties"]!.GetValue<bool>(), record.Name);
        foreach (var property in properties)
        {
            var rule = written["properties"]![JsonNamingPolicy.CamelCase.ConvertName(property.Name)]!;
            Assert.AreEqual(MayBeNull(property), rule.ToJsonString().Contains("\"null\"", StringComparison.Ordinal), $"{record.Name}.{property.Name}");
            CompareType(ElementType(property.PropertyType), rule.ToJsonString(), definitions, described);
        }
    }

    static void CompareType(Type type, string rule, JsonObject definitions, HashSet<string> described)
    {
        if (type.Namespace?.StartsWith("ImpactEval", StringComparison.Ordinal) != true)
            return;
        StringAssert.Contains(rule, $"#/$defs/{type.Name}\"", StringComparison.Ordinal);
        if (!described.Add(type.Name))
            return;
        var definition = definitions[type.Name]!.AsObject();
        if (type.IsEnum)
            CollectionAssert.AreEqual(Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName).ToArray(), definition["enum"]!.AsArray().Select(word => word!.GetValue<string>()).ToArray(), type.Name);
        else
            CompareRecord(type, definition, definitions, described);
    }

    static bool MayBeNull(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null || new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

    static Type ElementType(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? plain.GetGenericArguments()[0] : plain;
    }
}
