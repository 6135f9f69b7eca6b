using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.StudyFiles;

[TestClass]
public sealed class StudyFileProblemTests
{
    [TestMethod]
    [DataRow("confidenceLevel", "confidencelevel", "confidenceLevel")]
    [DataRow("  calendar: japan", "  calender: japan", "calendar")]
    [DataRow("reversed: true", "revresed: true", "reversed")]
    [DataRow("waveValues:", "waveValue:", "waveValues")]
    public void An_unknown_key_is_told_with_its_line_and_the_nearest_known_key(string text, string instead, string nearest)
    {
        var problem = SampleStudy.ProblemOf(text, instead);
        Assert.AreEqual(ContractProblemKind.UnknownKey, problem.Kind);
        Assert.AreEqual("study.yaml", problem.File);
        Assert.AreEqual(SampleStudy.LineOf(text), problem.Line);
        Assert.AreEqual(nearest, problem.Nearest);
    }

    [TestMethod]
    [DataRow("kind: retrospective_pre", "kind: retrospectve_pre", "retrospective_pre")]
    [DataRow("calendar: japan", "calendar: japn", "japan")]
    [DataRow("rule: percent_of_maximum", "rule: percentage_of_maximum", "percent_of_maximum")]
    [DataRow("kind: participants", "kind: participant", "participants")]
    [DataRow("heading: code", "heading: codes", "code")]
    [DataRow("level: behaviour", "level: behavior", "behaviour")]
    public void An_unknown_word_is_told_with_the_nearest_known_word(string text, string instead, string nearest)
    {
        var problem = SampleStudy.ProblemOf(text, instead);
        Assert.AreEqual(ContractProblemKind.UnknownWord, problem.Kind);
        Assert.AreEqual(SampleStudy.LineOf(text), problem.Line);
        Assert.AreEqual(nearest, problem.Nearest);
        Assert.Contains(nearest, problem.Expected!, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("items: [K01, K02]", "items: [K01, K2]", "K02")]
    [DataRow("outcomes: [\"knowledge.*\"]", "outcomes: [\"knowlege.*\"]", "knowledge")]
    [DataRow("primaryOutcomes: [knowledge, self]", "primaryOutcomes: [knowledge.urbn, self]", "knowledge.urban")]
    [DataRow("{ instrument: knowledge, heading", "{ instrument: knowlegde, heading", "knowledge")]
    [DataRow("\"Cuối khóa\": post", "\"Cuối khóa\": pots", "post")]
    [DataRow("groups: [sex, age, cohort]", "groups: [sex, ages, cohort]", "age")]
    [DataRow("groups: { sex: \"Giới tính\"", "groups: { sez: \"Giới tính\"", "sex")]
    [DataRow("{ question: interview, wave: follow_up }", "{ question: interview, wave: followup }", "follow_up")]
    [DataRow("questions: [most_useful, interview]", "questions: [most_useful, interviews]", "interview")]
    [DataRow("{ question: most_useful, wave", "{ question: most_usefull, wave", "most_useful")]
    [DataRow("smallestImportantDifferences: { knowledge: 5", "smallestImportantDifferences: { knowledg: 5", "knowledge")]
    public void A_reference_to_something_undeclared_is_told_with_the_nearest_code(string text, string instead, string nearest)
    {
        var problem = SampleStudy.ProblemOf(text, instead);
        Assert.AreEqual(ContractProblemKind.UnknownReference, problem.Kind);
        Assert.AreEqual(SampleStudy.LineOf(text), problem.Line);
        Assert.AreEqual(nearest, problem.Nearest);
    }

    [TestMethod]
    [DataRow("scale: { low: 1, high: 5 }", "scale: { low: 5, high: 1 }")]
    [DataRow("cuts: [1980, 1985]", "cuts: [1985, 1980]")]
    [DataRow("ends: 2024-02-27", "ends: 2024-01-27")]
    [DataRow("confidenceLevel: 0.95", "confidenceLevel: 95")]
    [DataRow("maximumRejectedShare: 0.05", "maximumRejectedShare: 5")]
    [DataRow("resamples: 9999", "resamples: 0")]
    [DataRow("\"Đúng\": 1", "\"Đúng\": 2")]
    [DataRow("smallestCell: 5", "smallestCell: 0")]
    [DataRow("themes: auto", "themes: 1")]
    [DataRow("self: 0.3", "self: -0.3")]
    [DataRow("file: files/phong-van/*.docx", "file: files/phong-van/*.docx\n    format: csv")]
    public void An_impossible_value_is_told(string text, string instead) =>
        Assert.AreEqual(ContractProblemKind.OutOfRange, SampleStudy.ProblemOf(text, instead).Kind);

    [TestMethod]
    public void Bands_must_be_one_more_than_cuts()
    {
        var problem = SampleStudy.ProblemOf("cuts: [1980, 1985]", "cuts: [1980]");
        Assert.AreEqual(ContractProblemKind.OutOfRange, problem.Kind);
        Assert.AreEqual("cuts + 1 = 2", problem.Expected);
    }

    [TestMethod]
    [DataRow("code: K02, text", "code: K01, text")]
    [DataRow("{ code: L4, title", "{ code: L3, title")]
    [DataRow("{ code: then, kind", "{ code: post, kind")]
    [DataRow("code: age", "code: cohort")]
    [DataRow("{ code: M, title", "{ code: F, title")]
    [DataRow("code: knowledge-tests", "code: roster")]
    [DataRow("respondent: [\"HV\"", "respondent: [\"PV\"")]
    public void A_code_that_stands_twice_is_told(string text, string instead) =>
        Assert.Contains(ContractProblemKind.DuplicateCode, SampleStudy.ProblemsOf(text, instead).Select(problem => problem.Kind));

    [TestMethod]
    public void A_key_that_stands_twice_is_told_at_its_second_line()
    {
        var problem = SampleStudy.ProblemOf("  resamples: 9999", "  resamples: 9999\n  resamples: 99");
        Assert.AreEqual(ContractProblemKind.DuplicateCode, problem.Kind);
        Assert.AreEqual("resamples", problem.Found);
        Assert.AreEqual(SampleStudy.LineOf("  resamples: 9999") + 1, problem.Line);
    }

    [TestMethod]
    [DataRow("  calendar: japan\n", "", "calendar")]
    [DataRow("study: sample-study\n", "", "study")]
    [DataRow("high: 5 }", "}", "high")]
    [DataRow("{ instrument: self, wave: post, heading", "{ instrument: self, heading", "wave")]
    [DataRow("wave: post, column: \"Điều gì hữu ích nhất?\"", "wave: post", "column")]
    [DataRow("seed: 20240917", "resamples: 10", "seed")]
    public void A_missing_key_is_told(string text, string instead, string expected)
    {
        var problem = SampleStudy.ProblemsOf(text, instead).Single(problem => problem.Kind == ContractProblemKind.MissingKey);
        Assert.AreEqual(expected, problem.Expected);
    }

    [TestMethod]
    [DataRow("low: 1, high: 5", "low: one, high: 5", "number")]
    [DataRow("low: 1, high: 5", "low: \"1\", high: 5", "number")]
    [DataRow("seed: 20240917", "seed: -1", "whole number")]
    [DataRow("resamples: 9999", "resamples: 99.5", "whole number")]
    [DataRow("ends: 2024-02-27", "ends: 2024-02-30", "yyyy-MM-dd")]
    [DataRow("reversed: true", "reversed: yes", "true, false")]
    [DataRow("{ code: JICA,", "{ code: 2024,", "text")]
    [DataRow("{ code: JICA,", "{ code: \"JI CA\",", "code: letters, digits, _ -")]
    [DataRow("items: [K01, K02]", "items: K01", "list")]
    [DataRow("checks: { maximumRejectedShare: 0.05 }", "checks: strict", "key: value")]
    [DataRow("agreement: \"Thỏa thuận 2023\"", "agreement:", "text")]
    [DataRow("file: files/danh-sach.xlsx", "file: ../danh-sach.xlsx", "path inside the study folder")]
    public void A_value_of_the_wrong_type_is_told_with_what_was_expected(string text, string instead, string expected)
    {
        var problem = SampleStudy.ProblemOf(text, instead);
        Assert.AreEqual(ContractProblemKind.WrongType, problem.Kind);
        Assert.AreEqual(expected, problem.Expected);
    }

    [TestMethod]
    public void All_problems_are_told_in_one_pass_in_the_order_of_the_lines()
    {
        var text = SampleStudy.Changed("calendar: japan", "calendar: japn")
            .Replace("low: 1, high: 5", "low: 5, high: 1", StringComparison.Ordinal)
            .Replace("primaryOutcomes: [knowledge,", "primaryOutcomes: [knowlege,", StringComparison.Ordinal)
            .Replace("smallestCell", "smalestCell", StringComparison.Ordinal);
        var problems = Assert.ThrowsExactly<BrokenContractException>(() => SampleStudy.Parse(text)).Problems;
        CollectionAssert.AreEqual(
            new[] { ContractProblemKind.UnknownWord, ContractProblemKind.OutOfRange, ContractProblemKind.UnknownReference, ContractProblemKind.UnknownKey },
            problems.Select(problem => problem.Kind).ToArray());
    }
}
