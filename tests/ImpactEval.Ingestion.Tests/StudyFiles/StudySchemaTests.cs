using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Language;
using ImpactEval.Studies;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace ImpactEval.Ingestion.Tests.StudyFiles;

[TestClass]
public sealed class StudySchemaTests
{
    static readonly JsonElement Root = JsonDocument.Parse(StudySchema.Text()).RootElement;

    [TestMethod]
    public void Reader_and_schema_know_the_same_keys_and_ask_for_the_same_ones()
    {
        foreach (var keys in StudyKeys.All)
        {
            var schema = SchemaOf(keys);
            CollectionAssert.AreEquivalent(
                keys.All.ToArray(), schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).ToArray(), keys.Name);
            CollectionAssert.AreEquivalent(keys.Required.ToArray(), RequiredOf(schema), keys.Name);
            Assert.IsFalse(schema.GetProperty("additionalProperties").GetBoolean(), keys.Name);
        }
    }

    [TestMethod]
    public void The_schema_has_no_object_that_the_reader_does_not_know() =>
        CollectionAssert.AreEquivalent(
            StudyKeys.All.Select(keys => keys.Name).Append("code").ToArray(),
            Root.GetProperty("$defs").EnumerateObject().Select(definition => definition.Name).Append("study").ToArray());

    [TestMethod]
    public void Every_enum_of_the_schema_has_the_words_of_the_reader()
    {
        AssertWords<SponsorCalendar>(StudyKeys.Programme, "calendar");
        AssertWords<WaveKind>(StudyKeys.Wave, "kind");
        AssertWords<KirkpatrickLevel>(StudyKeys.Instrument, "level");
        AssertWords<ScoreRule>(StudyKeys.Scoring, "rule");
        AssertWords<MissingItemRule>(StudyKeys.Scoring, "missing");
        AssertWords<SourceKind>(StudyKeys.Source, "kind");
        AssertWords<SourceFormat>(StudyKeys.Source, "format");
        AssertWords<DateOrder>(StudyKeys.Source, "dateOrder");
        AssertWords<ItemHeading>(StudyKeys.AssessmentBlock, "heading");
        AssertWords<CodeOrigin>(StudyKeys.Matching, "codes");
        AssertWords<MatchReview>(StudyKeys.Matching, "review");
        AssertWords<DesignKind>(StudyKeys.Design, "kind");
        CollectionAssert.AreEqual(TextDecoder.Encodings.ToArray(), EnumOf(StudyKeys.Source, "encoding"));
    }

    [TestMethod]
    public void Every_key_has_a_title_in_Vietnamese_and_English()
    {
        foreach (var keys in StudyKeys.All)
        {
            foreach (var property in SchemaOf(keys).GetProperty("properties").EnumerateObject())
                Assert.HasCount(2, property.Value.GetProperty("title").GetString()!.Split(" · "), $"{keys.Name}.{property.Name}");
        }
    }

    [TestMethod]
    public async Task The_sample_keeps_the_schema() => Assert.IsEmpty(await Violations(SampleStudy.Text));

    [TestMethod]
    [DataRow("  calendar: japan", "  calender: japan")]
    [DataRow("kind: retrospective_pre", "kind: retrospectve_pre")]
    [DataRow("seed: 20240917", "seed: -1")]
    [DataRow("low: 1, high: 5", "low: one, high: 5")]
    [DataRow("items: [K01, K02]", "items: K01")]
    [DataRow("reversed: true", "reversed: yes")]
    [DataRow("{ code: JICA,", "{ code: 2024,")]
    [DataRow("{ code: JICA,", "{ code: \"JI CA\",")]
    [DataRow("confidenceLevel: 0.95", "confidenceLevel: 95")]
    [DataRow("themes: auto", "themes: automatic")]
    [DataRow("themes: auto", "themes: 1")]
    [DataRow("study: sample-study\n", "")]
    [DataRow("self: 0.3", "self: 0")]
    [DataRow("ends: 2024-02-27", "ends: soon")]
    [DataRow("primaryOutcomes: [knowledge, self]", "primaryOutcomes: knowledge")]
    [DataRow("agreement: \"Thỏa thuận 2023\"", "agreement:")]
    public async Task What_breaks_the_form_breaks_both_reader_and_schema(string text, string instead)
    {
        Assert.IsNotEmpty(SampleStudy.ProblemsOf(text, instead));
        Assert.IsNotEmpty(await Violations(SampleStudy.Changed(text, instead)));
    }

    static async Task<IReadOnlyList<string>> Violations(string yaml)
    {
        // NJsonSchema reads draft 4, where $defs was called definitions; the form is otherwise the same.
        var draft4 = StudySchema.Text().Replace("$defs", "definitions", StringComparison.Ordinal);
        const string Bound = "\"exclusiveM(?<end>in|ax)imum\": (?<bound>\\d)";
        draft4 = Regex.Replace(
            draft4, Bound, "\"m${end}imum\": ${bound}, \"exclusiveM${end}imum\": true", RegexOptions.None, TimeSpan.FromSeconds(1));
        var schema = await JsonSchema.FromJsonAsync(draft4);
        return [.. schema.Validate(Json(YamlTree.Read(yaml, "study.yaml"))).Select(violation => violation.ToString())];
    }

    /// <summary>JSON as an editor's YAML service sees the file (YAML 1.2 core schema).</summary>
    static JToken Json(YamlPart part) => part switch
    {
        YamlMap map => new JObject(map.Entries.Select(entry => new JProperty(entry.Key, Json(entry.Value)))),
        YamlList list => new JArray(list.Items.Select(Json)),
        YamlText { Quoted: true } text => new JValue(text.Text),
        YamlText { Text: "true" or "false" } text => new JValue(text.Text == "true"),
        YamlText { Text: "" } => JValue.CreateNull(),
        YamlText text when long.TryParse(text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => new JValue(whole),
        YamlText text when double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new JValue(number),
        YamlText text => new JValue(text.Text),
        _ => throw new InvalidOperationException(),
    };

    static JsonElement SchemaOf(ObjectKeys keys) => keys.Name == "study" ? Root : Root.GetProperty("$defs").GetProperty(keys.Name);

    static string[] RequiredOf(JsonElement schema) =>
        schema.TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(key => key.GetString()!)] : [];

    static string[] EnumOf(ObjectKeys keys, string key) =>
        [.. SchemaOf(keys).GetProperty("properties").GetProperty(key).GetProperty("enum").EnumerateArray().Select(word => word.GetString()!)];

    static void AssertWords<T>(ObjectKeys keys, string key) where T : struct, Enum =>
        CollectionAssert.AreEqual(Word.All<T>().ToArray(), EnumOf(keys, key), $"{keys.Name}.{key}");
}
