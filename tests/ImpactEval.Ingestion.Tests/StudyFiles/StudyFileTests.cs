using System.Security.Cryptography;
using System.Text;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.StudyFiles;

[TestClass]
public sealed class StudyFileTests
{
    [TestMethod]
    public void The_programme_its_cohorts_and_waves_are_read()
    {
        var study = SampleStudy.Whole();
        Assert.AreEqual("sample-study", study.Code);
        Assert.AreEqual(new LocalText("Đào tạo cán bộ lãnh đạo trẻ", "Training of young leaders"), study.Title);
        Assert.AreEqual(SponsorCalendar.Japan, study.Programme.Calendar);
        Assert.AreEqual("HCMA", study.Programme.Partners.Single().Code);
        Assert.AreEqual(new DateOnly(2024, 2, 27), study.Cohorts[0].Ends);
        Assert.IsNull(study.Cohorts[1].Place);
        CollectionAssert.AreEqual(new[] { 1, 2, 3, 4 }, study.Waves.Select(wave => wave.Order).ToArray());
        Assert.AreEqual(WaveKind.RetrospectivePre, study.Wave("then").Kind);
        CollectionAssert.AreEqual(new[] { 1980.0, 1985.0 }, study.Groups[1].Cuts.ToArray());
    }

    [TestMethod]
    public void Instruments_are_read_with_scale_scoring_and_parts()
    {
        var study = SampleStudy.Whole();
        var knowledge = study.Instrument("knowledge");
        Assert.AreEqual(new ScoreScale(0, 1), knowledge.Scale);
        Assert.AreEqual(new Scoring(ScoreRule.PercentOfMaximum, MissingItemRule.CountAsLowest, 0.5), knowledge.Scoring);
        CollectionAssert.AreEqual(new[] { "knowledge", "knowledge.urban", "self" }, study.Outcomes().Select(outcome => outcome.Code).ToArray());
        Assert.AreEqual(new Scoring(ScoreRule.Mean, MissingItemRule.Skip, 0.5), study.Instrument("self").Scoring, "the usual scoring");
        Assert.IsTrue(study.Instrument("self").Items[1].Reversed);
    }

    [TestMethod]
    public void Sources_are_read_with_columns_blocks_and_speakers()
    {
        var sources = SampleStudy.Whole().Sources;
        Assert.AreEqual("Năm sinh", sources[0].Columns.Groups["age"]);
        Assert.AreEqual("pre", sources[1].Assessments[0].WaveValues["Đầu khóa"]);
        Assert.AreEqual(1.0, sources[1].Assessments[0].Values["Đúng"]);
        Assert.AreEqual("Hiện nay: ", sources[2].Assessments[0].Prefix);
        Assert.AreEqual(ItemHeading.Text, sources[2].Assessments[0].Heading);
        CollectionAssert.AreEqual(new[] { "HV", "Học viên" }, sources[3].Speakers!.Respondent.ToArray());
        Assert.AreEqual(SourceFormat.Auto, sources[3].Format);
        Assert.AreEqual(1, sources[3].HeaderRow);
    }

    [TestMethod]
    public void The_plan_is_read_and_what_it_leaves_out_is_as_usual()
    {
        var study = SampleStudy.Whole();
        Assert.AreEqual(20240917UL, study.Analysis.Seed);
        Assert.AreEqual(0.3, study.Analysis.SmallestImportantDifferences["self"]);
        Assert.IsNull(study.Topics!.Themes);
        Assert.AreEqual(8, SampleStudy.With("themes: auto", "themes: 8").Topics!.Themes);
        var brief = SampleStudy.With("checks: { maximumRejectedShare: 0.05 }\n", "").Checks;
        Assert.AreEqual(0.05, brief.MaximumRejectedShare);
        Assert.AreEqual(new PrivacyRules(5, true), SampleStudy.With("privacy: { smallestCell: 5, quotesNeedConfirmation: true }", "").Privacy);
    }

    [TestMethod]
    public void Matching_is_read_and_what_it_leaves_out_is_as_usual()
    {
        Assert.IsNull(SampleStudy.Whole().Matching);
        var usual = SampleStudy.With("privacy: {", "matching: { fields: { name: name, sex: sex } }\nprivacy: {").Matching;
        Assert.AreEqual(new MatchingPlan(new MatchFields("name", null, "sex", null), CodeOrigin.Issued, 0.01, 0.9, MatchReview.Optional), usual);
        var strict = SampleStudy.With("privacy: {", "matching: { fields: {}, codes: self_generated, linkBelow: 0.001, reviewBelow: 0.5, review: required }\nprivacy: {").Matching;
        Assert.AreEqual(new MatchingPlan(new MatchFields(null, null, null, null), CodeOrigin.SelfGenerated, 0.001, 0.5, MatchReview.Required), strict);
    }

    [TestMethod]
    [DataRow("{ fields: { name: nmae } }", ContractProblemKind.UnknownReference)]
    [DataRow("{ fields: {}, linkBelow: 0.5, reviewBelow: 0.1 }", ContractProblemKind.OutOfRange)]
    [DataRow("{ fields: {}, review: always }", ContractProblemKind.UnknownWord)]
    [DataRow("{ codes: issued }", ContractProblemKind.MissingKey)]
    public void A_wrong_matching_is_told(string written, ContractProblemKind kind) =>
        Assert.AreEqual(kind, SampleStudy.ProblemOf("privacy: {", $"matching: {written}\nprivacy: {{").Kind);

    [TestMethod]
    public void The_fingerprint_is_of_the_bytes_with_unix_line_ends()
    {
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SampleStudy.Text)));
        Assert.AreEqual(expected, SampleStudy.Whole().Sha256);
        Assert.AreEqual(expected, SampleStudy.Parse(SampleStudy.Text.ReplaceLineEndings("\r\n")).Sha256);
        Assert.AreNotEqual(expected, SampleStudy.With("seed: 20240917", "seed: 20240918").Sha256);
    }

    [TestMethod]
    public void A_missing_folder_and_a_folder_without_study_file_are_told_with_the_nearest_name()
    {
        using var folder = new TemporaryFolder();
        folder.Write("study.yml", SampleStudy.Text);
        var noFile = Assert.ThrowsExactly<BrokenContractException>(() => StudyFile.Read(folder.Path)).Problems.Single();
        Assert.AreEqual(ContractProblemKind.StudyFileMissing, noFile.Kind);
        Assert.AreEqual("study.yaml", noFile.Expected);
        Assert.AreEqual("study.yml", noFile.Nearest);

        Directory.CreateDirectory(Path.Combine(folder.Path, "jica-young-leaders"));
        var noFolder = Assert.ThrowsExactly<BrokenContractException>(() => StudyFile.Read(Path.Combine(folder.Path, "jica-young-leader"))).Problems.Single();
        Assert.AreEqual(ContractProblemKind.FolderMissing, noFolder.Kind);
        Assert.AreEqual("jica-young-leaders", noFolder.Nearest);
    }

    [TestMethod]
    public void A_study_is_read_from_its_folder_or_its_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("study.yaml", SampleStudy.Text);
        Assert.AreEqual(StudyFile.Read(folder.Path).Sha256, StudyFile.Read(file).Sha256);
    }

    [TestMethod]
    [DataRow("study: ]", 1)]
    [DataRow("a: b: c", 1)]
    [DataRow("study: one\n---\nstudy: two", 2)]
    [DataRow("study: *nobody", 1)]
    [DataRow("", 1)]
    [DataRow("? [a, b]\n: c", 1)]
    public void What_is_not_one_yaml_document_is_refused_with_its_line(string text, int line)
    {
        var problem = Assert.ThrowsExactly<BrokenContractException>(() => SampleStudy.Parse(text)).Problems.Single();
        Assert.AreEqual(ContractProblemKind.StudyFileNotYaml, problem.Kind);
        Assert.AreEqual(line, problem.Line);
    }

    [TestMethod]
    public void Endless_nesting_is_refused() =>
        Assert.AreEqual(
            ContractProblemKind.StudyFileNotYaml,
            Assert.ThrowsExactly<BrokenContractException>(() => SampleStudy.Parse("study: " + new string('[', 20_000))).Problems[0].Kind);

    [TestMethod]
    public void A_study_file_in_another_encoding_is_refused()
    {
        var problem = Assert.ThrowsExactly<BrokenContractException>(() => StudyFile.Parse([.. "study: M"u8, 0xE3], "study.yaml")).Problems.Single();
        Assert.AreEqual(ContractProblemKind.EncodingBroken, problem.Kind);
    }
}
