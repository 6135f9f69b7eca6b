using System.Text;
using System.Text.Json;

namespace ImpactEval.App.Tests;

/// <summary>Two waves whose people wrote their codes and names in their own ways: one is recognised, one pair is doubtful, one is a stranger.</summary>
[TestClass]
public sealed class MatchVerbTests
{
    const string Study = """
        study: hai-dot
        title: { vi: "Hai đợt đo" }
        programme:
          sponsor: { code: JICA, name: { vi: "JICA" } }
          calendar: japan
        cohorts:
          - { code: L1, title: { vi: "Lớp 1" }, starts: 2024-01-08, ends: 2024-02-02 }
        waves:
          - { code: pre, kind: pre, title: { vi: "Trước" } }
          - { code: post, kind: post, title: { vi: "Sau" } }
        instruments:
          - code: self
            title: { vi: "Tự đánh giá" }
            level: learning
            scale: { low: 1, high: 5 }
            items: [ { code: S01, text: { vi: "Tôi lập được kế hoạch" } } ]
        sources:
          - code: before
            title: { vi: "Trước khóa học" }
            kind: assessments
            file: truoc.csv
            columns: { participant: "Mã", identity: { name: "Họ và tên", birth_date: "Ngày sinh", workplace: "Đơn vị" } }
            assessments: [ { instrument: self, wave: pre } ]
          - code: after
            title: { vi: "Sau khóa học" }
            kind: assessments
            file: sau.csv
            columns: { participant: "Mã", identity: { name: "Họ và tên", birth_date: "Ngày sinh", workplace: "Đơn vị" } }
            assessments: [ { instrument: self, wave: post } ]
        matching:
          fields: { name: name, birth: birth_date, unit: workplace }
          review: REVIEW
        design: { kind: single_group, primaryOutcomes: [self] }
        analysis: { seed: 1, resamples: 99 }
        """;

    static readonly string[] Before =
    [
        "Mã,Họ và tên,Ngày sinh,Đơn vị,S01",
        "HV-01,Nguyễn Thị Hòa,12/05/1980,UBND TP Vinh,2",
        "HV-02,Trần Văn Bình,03/09/1985,UBND TP Huế,3",
        "HV-03,Lê Minh Châu,21/11/1979,UBND TP Sa Đéc,3",
        "HV-04,Phạm Quốc Dũng,14/07/1983,UBND TP Mỹ Tho,4",
        "HV-05,Vũ Hải Yến,30/04/1988,UBND TP Tân An,2",
        "HV-06,Đỗ Đức Long,19/08/1976,UBND TP Hạ Long,3",
    ];

    // HV-1 leaves a zero out; A7 is Bình without marks, day and month swapped; A8 is an abbreviated Châu and says nothing else; A9 is nobody known.
    static readonly string[] After =
    [
        "Mã,Họ và tên,Ngày sinh,Đơn vị,S01",
        "HV-1,Nguyễn Thị Hoà,12/05/1980,UBND TP Vinh,4",
        "A7,Tran Van Binh,09/03/1985,UBND thành phố Huế,4",
        "A8,L. M. Châu,,,5",
        "HV-04,Phạm Quốc Dũng,14/07/1983,UBND TP Mỹ Tho,5",
        "A9,Hoàng Kim Ngân,02/02/1990,UBND TP Vinh,4",
    ];

    static TemporaryFolder Make(string review = "optional")
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "study.yaml"), Study.Replace("REVIEW", review, StringComparison.Ordinal));
        File.WriteAllLines(Path.Combine(folder.Path, "truoc.csv"), Before);
        File.WriteAllLines(Path.Combine(folder.Path, "sau.csv"), After);
        return folder;
    }

    static async Task<JsonElement[]> PairsAsync(TemporaryFolder study, params string[] options)
    {
        var run = await ProgramRun.OfAsync(["match", "review", study.Path, "--json", .. options]);
        Assert.AreEqual(0, run.ExitCode, run.Error);
        return [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];
    }

    static async Task<int> EvaluateAsync(TemporaryFolder study)
    {
        var run = await ProgramRun.OfAsync("evaluate", study.Path);
        Assert.AreEqual(0, run.ExitCode, run.Error);
        var findings = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(study.Path, "out", "findings.json"))).RootElement;
        return findings.GetProperty("participation").GetProperty("rows")[0].GetProperty("enrolled").GetProperty("value").GetInt32();
    }

    [TestMethod]
    public async Task People_are_linked_by_the_way_that_their_records_allow()
    {
        using var study = Make();
        Assert.AreEqual(8, await EvaluateAsync(study));

        var pairs = await PairsAsync(study, "--all", "--show");
        CollectionAssert.AreEqual(
            new[] { "HV-01 HV-1 normalised_id True", "HV-02 A7 likeness True", "HV-03 A8 likeness False" },
            pairs.Select(pair => string.Join(' ', pair.GetProperty("first").GetProperty("code").GetString(), pair.GetProperty("second").GetProperty("code").GetString(),
                pair.GetProperty("method").GetString(), pair.GetProperty("linked").GetBoolean())).ToArray());
    }

    [TestMethod]
    public async Task A_decision_changes_results_and_can_be_taken_back()
    {
        using var study = Make();
        await EvaluateAsync(study);
        var pair = (await PairsAsync(study)).Single().GetProperty("pair").GetString()!;

        Assert.AreEqual(0, (await ProgramRun.OfAsync("match", "accept", study.Path, pair, "--by", "Lan")).ExitCode);
        Assert.IsEmpty(await PairsAsync(study));
        Assert.AreEqual(7, await EvaluateAsync(study));

        Assert.AreEqual(0, (await ProgramRun.OfAsync("match", "undo", study.Path, pair)).ExitCode);
        Assert.AreEqual(8, await EvaluateAsync(study));
        Assert.HasCount(1, await PairsAsync(study));

        Assert.AreEqual(0, (await ProgramRun.OfAsync("match", "reject", study.Path, pair)).ExitCode);
        Assert.IsEmpty(await PairsAsync(study));
        Assert.AreEqual("different", (await PairsAsync(study, "--all"))[^1].GetProperty("verdict").GetString());
    }

    [TestMethod]
    public async Task Names_are_masked_unless_they_are_asked_for()
    {
        using var study = Make();
        await EvaluateAsync(study);

        var masked = await ProgramRun.OfAsync("match", "review", study.Path);
        Assert.DoesNotContain("Châu", masked.Output);
        StringAssert.Contains(masked.Output, "L• M••• C•••", StringComparison.Ordinal);
        StringAssert.Contains((await ProgramRun.OfAsync("match", "review", study.Path, "--show")).Output, "Lê Minh Châu", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("cap.xlsx")]
    [DataRow("cap.csv")]
    public async Task Decisions_travel_through_a_file_that_an_officer_fills_in(string name)
    {
        using var study = Make();
        await EvaluateAsync(study);
        var file = Path.Combine(study.Path, name);
        Assert.AreEqual(0, (await ProgramRun.OfAsync("match", "export", study.Path, file)).ExitCode);
        // A workbook is filled in by a spreadsheet; here its empty list goes back as it came and decides nothing.
        if (name.EndsWith(".csv", StringComparison.Ordinal))
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace(",\"\",", ",\"Cùng một người\",", StringComparison.Ordinal), Encoding.UTF8);

        var read = await ProgramRun.OfAsync("match", "import", study.Path, file, "--by", "Lan");

        Assert.AreEqual(0, read.ExitCode, read.Error);
        Assert.HasCount(name.EndsWith(".csv", StringComparison.Ordinal) ? 0 : 1, await PairsAsync(study));
    }

    [TestMethod]
    public async Task An_unknown_word_or_pair_in_the_file_is_told_with_its_row_and_nothing_is_taken()
    {
        using var study = Make();
        await EvaluateAsync(study);
        var pair = (await PairsAsync(study)).Single().GetProperty("pair").GetString()!;
        var file = Path.Combine(study.Path, "cap.csv");
        await File.WriteAllLinesAsync(file, ["Mã cặp,Quyết định", $"{pair},có thể"]);

        var word = await ProgramRun.OfAsync("match", "import", study.Path, file);
        Assert.AreEqual(3, word.ExitCode);
        StringAssert.Contains(word.Error, "có thể", StringComparison.Ordinal);

        await File.WriteAllLinesAsync(file, ["Mã cặp,Quyết định", $"{pair},cùng một người", "0000000000,khác nhau"]);
        Assert.AreEqual(3, (await ProgramRun.OfAsync("match", "import", study.Path, file)).ExitCode);
        Assert.AreEqual(3, (await ProgramRun.OfAsync("match", "accept", study.Path, "0000000000")).ExitCode);
        Assert.HasCount(1, await PairsAsync(study));
    }

    [TestMethod]
    public async Task Where_review_is_required_doubtful_pairs_hold_results_back()
    {
        using var study = Make("required");
        var held = await ProgramRun.OfAsync("evaluate", study.Path);
        Assert.AreEqual(3, held.ExitCode);
        StringAssert.Contains(held.Error, "match review", StringComparison.Ordinal);

        var pair = (await PairsAsync(study)).Single().GetProperty("pair").GetString()!;
        Assert.AreEqual(0, (await ProgramRun.OfAsync("match", "reject", study.Path, pair)).ExitCode);
        Assert.AreEqual(8, await EvaluateAsync(study));
    }
}
