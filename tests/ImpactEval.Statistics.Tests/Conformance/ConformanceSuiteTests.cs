using System.Text.Json;
using ImpactEval.Statistics.Conformance;

namespace ImpactEval.Statistics.Tests.Conformance;

/// <summary>What counts as agreement, and that nothing is passed over in silence.</summary>
[TestClass]
public sealed class ConformanceSuiteTests
{
    const string Table = "id,grp,\"the, score\",wt,n\n1,a,2,5,2\n2,a,4,6,1\n3,b,,7,1\n4,b,8,8,3\n";

    static readonly DataSets Data = new(name => name == "t" ? Table : throw new FileNotFoundException($"There is no data set {name}."));

    static EntryResult Held(string procedure, string arguments, string expected, string more = "") => ConformanceSuite.Of(Entry(procedure, arguments, expected, more));

    static ConformanceEntry Entry(string procedure, string arguments, string expected, string more = "") => new("topic", JsonDocument.Parse(
        $$"""{"id":"one","procedure":"{{procedure}}","scope":"core","dataset":"t","arguments":{{arguments}},"expected":{{expected}},"tolerance":{"rel":1e-9,"abs":1e-12}{{more}} }""").RootElement, Data);

    [TestMethod]
    public void Numbers_within_the_tolerance_agree_and_others_do_not()
    {
        Assert.AreEqual(EntryOutcome.Agrees, Held("describe", """{"values":[1,2,4]}""", """{"n":3,"mean":2.3333333333333}""").Outcome);
        var wrong = Held("describe", """{"values":[1,2,4]}""", """{"n":3,"mean":2.3333334}""");
        Assert.AreEqual(EntryOutcome.Differs, wrong.Outcome);
        StringAssert.Contains(wrong.Notes.Single(), "mean: expected 2.3333334, found 2.333333333333333", StringComparison.Ordinal);
        Assert.IsGreaterThan(1, wrong.Worst);
    }

    [TestMethod]
    [DataRow("""{"frobnication":1}""", "frobnication: expected 1, found nothing")]
    [DataRow("""{"mean_ci95":[1,2,3]}""", "mean_ci95: expected 3 values, found 2")]
    [DataRow("""{"mean":"north"}""", "FormatException")]
    [DataRow("""{"mean":null}""", "mean: expected , found 2")]
    public void What_cannot_be_compared_differs(string expected, string note) =>
        StringAssert.Contains(Held("describe", """{"values":[1,2,3]}""", expected).Notes[0], note, StringComparison.Ordinal);

    [TestMethod]
    [DataRow("no_such_procedure", "{}", "we have no procedure no_such_procedure")]
    [DataRow("correlation", """{"x":[1,2,4],"y":[2,3,9],"method":"distance"}""", "we have no method distance")]
    [DataRow("paired_t_test", """{"pre":[1,2,4],"post":[2,3,9],"alternative":"sideways"}""", "we have no alternative sideways")]
    [DataRow("describe", "{}", "The argument 'values' is missing.")]
    [DataRow("describe", """{"values":{"column":"nowhere"}}""", "There is no column 'nowhere'.")]
    [DataRow("describe", """{"values":{"column":"wt","dataset":"elsewhere"}}""", "There is no data set elsewhere.")]
    [DataRow("describe", """{"values":{"column":"wt","sorted":true}}""", "An operand has no part 'sorted'.")]
    [DataRow("describe", """{"values":{"column":"grp","scores":["a"]}}""", "'b' has no place among the scores.")]
    [DataRow("paired_t_test", """{"pre":[1,2,4],"post":[2,3]}""", "Operands that belong together differ in length.")]
    [DataRow("describe", """{"values":[]}""", "TooFewObservations")]
    public void An_entry_that_stumbles_differs_and_says_over_what(string procedure, string arguments, string note)
    {
        var result = Held(procedure, arguments, """{"mean":1}""");
        Assert.AreEqual(EntryOutcome.Differs, result.Outcome);
        StringAssert.Contains(result.Notes.Single(), note, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("""{"column":"the, score"}""", 3, 14.0)]
    [DataRow("""{"column":"wt","where":{"grp":"b"}}""", 2, 15.0)]
    [DataRow("""{"column":"wt","where":{"grp":["a","b"],"the, score":{"not_missing":true}}}""", 3, 19.0)]
    [DataRow("""{"column":"wt","where":{"id":1.0}}""", 1, 5.0)]
    [DataRow("""{"column":"wt","first_rows":2}""", 2, 11.0)]
    [DataRow("""{"column":"wt","reverse":10}""", 4, 14.0)]
    [DataRow("""{"column":"grp","scores":["b","a"]}""", 4, 6.0)]
    [DataRow("""{"column":"wt","frequency":"n"}""", 7, 47.0)]
    [DataRow("""[1.5,null,2.5]""", 2, 4.0)]
    [DataRow("7", 1, 7.0)]
    public void Operands_select_recode_and_repeat(string operand, int n, double sum)
    {
        var sample = Entry("describe", $$"""{"values":{{operand}}}""", "{}").Sample("values");
        Assert.AreEqual(n, sample.Size);
        Assert.AreEqual(sum, sample.Values.ToArray().Sum(), 1e-12);
    }

    [TestMethod]
    public void A_person_with_a_gap_in_either_wave_is_dropped() => Assert.AreEqual(EntryOutcome.Agrees, Held(
        "borich", """{"importance":{"column":"wt"},"competence":{"column":"the, score"},"missing":"drop_pairs"}""", """{"n":3,"mean_importance":6.333333333333333}""").Outcome);

    [TestMethod]
    public void Terms_are_compared_by_name_whatever_their_order()
    {
        const string Arguments = """{"data":{"dataset":"t"},"formula":{"response":"n","fixed":["id"]},"covariance":"HC2","confidence_level":0.95}""";
        Assert.AreEqual(EntryOutcome.Agrees, Held("linear_model_robust", Arguments, """{"term":["(Intercept)","id"],"estimate":[1,0.3]}""").Outcome);
        Assert.AreEqual(EntryOutcome.Agrees, Held("linear_model_robust", Arguments, """{"term":["id","(Intercept)"],"estimate":[0.3,1]}""").Outcome);
        Assert.AreEqual(EntryOutcome.Differs, Held("linear_model_robust", Arguments, """{"term":["id","(Intercept)"],"estimate":[1,0.3]}""").Outcome);
    }

    [TestMethod]
    public void The_percentage_in_the_key_of_an_interval_follows_the_entry()
    {
        // In R, x <- c(1, 2, 4): mean(x) + c(-1, 1) * qt(0.95, 2) * sd(x) / sqrt(3) prints these limits.
        var result = Held("describe", """{"values":[1,2,4],"confidence_level":0.9}""", """{"mean_ci90":[-0.241851892503521,4.90851855917019]}""");
        Assert.AreEqual(EntryOutcome.Agrees, result.Outcome, string.Join('\n', result.Notes));
    }

    [TestMethod]
    public void A_value_that_the_data_do_not_carry_is_null()
    {
        Assert.AreEqual(EntryOutcome.Agrees, Held("describe", """{"values":[1,2,4]}""", """{"kurtosis_type2":null}""").Outcome);
        Assert.AreEqual(EntryOutcome.Differs, Held("describe", """{"values":[1,2,4]}""", """{"kurtosis_type2":1}""").Outcome);
    }

    [TestMethod]
    public void Extra_keys_need_not_be_met() =>
        Assert.AreEqual(EntryOutcome.Agrees, Held("describe", """{"values":[1,2,3]}""", """{"mean":2,"mode":7}""", ""","extra_keys":["mode"]""").Outcome);

    [TestMethod]
    public void Quirks_and_what_is_listed_are_left_out_with_the_reason()
    {
        var quirk = ConformanceSuite.Of(new ConformanceEntry("topic", JsonDocument.Parse(
            """{"id":"q","procedure":"describe","scope":"reference_quirk","arguments":{"values":[1]},"expected":{"mean":7},"tolerance":{"rel":0,"abs":0}}""").RootElement, Data));
        Assert.AreEqual(EntryOutcome.LeftOut, quirk.Outcome);
        Assert.AreEqual("the reference is wrong there, as the entry's note says", quirk.Notes.Single());
        Assert.AreEqual(EntryOutcome.LeftOut, Held("mixed_model_anova", """{"df_method":"kenward_roger"}""", "{}").Outcome);
    }

    [TestMethod]
    public void What_is_left_out_is_listed_once_with_a_reason()
    {
        Assert.IsTrue(LeftOut.All.All(one => one.Reason.Length > 10));
        Assert.HasCount(LeftOut.All.Count, LeftOut.All.Select(one => (one.Procedure, one.Option, one.Scope)).Distinct());
    }

    [TestMethod]
    [DataRow("""{"id":"x"}""")]
    [DataRow("""{"id":"x","procedure":"describe","scope":"odd","arguments":{},"expected":{},"tolerance":{"rel":0,"abs":0}}""")]
    [DataRow("""{"id":"x","procedure":"describe","scope":"core","arguments":{},"expected":{},"tolerance":{"rel":"little","abs":0}}""")]
    public void A_broken_entry_is_refused(string json) =>
        Assert.ThrowsExactly<FormatException>(() => new ConformanceEntry("topic", JsonDocument.Parse(json).RootElement, Data));

    [TestMethod]
    [DataRow("", "empty")]
    [DataRow("a,b\n1\n", "1 cells")]
    public void A_broken_table_is_refused(string text, string what) =>
        StringAssert.Contains(Assert.ThrowsExactly<FormatException>(() => new DataTable(text)).Message, what, StringComparison.Ordinal);

    [TestMethod]
    public void Quotes_and_line_ends_of_any_system_are_read()
    {
        var table = new DataTable("\uFEFFa,\"b \"\"c\"\"\"\r\n1,\"x,\ny\"\r\n\r\n");
        Assert.AreEqual("1", table.Cells(JsonDocument.Parse("""{"column":"a"}""").RootElement).Single());
        Assert.AreEqual("x,\ny", table.Cells(JsonDocument.Parse("""{"column":"b \"c\""}""").RootElement).Single());
    }
}
