using ImpactEval.Studies;

namespace ImpactEval.Evaluation.Tests;

[TestClass]
public sealed class RunStampTests
{
    static readonly Study Study = SmallStudy.Declared();
    static readonly FileStamp File = new("roster", "files/roster.csv", "aa");

    [TestMethod]
    public void Equal_inputs_have_equal_runs() => Assert.AreEqual(RunStamp.Of(Study, [File], []), RunStamp.Of(SmallStudy.Declared(), [File with { }], []));

    [TestMethod]
    public void Anything_that_could_move_a_number_makes_another_run()
    {
        RunStamp[] runs =
        [
            RunStamp.Of(Study, [File], []),
            RunStamp.Of(Study, [File with { Sha256 = "ab" }], []),
            RunStamp.Of(Study, [File with { FileName = "files/other.csv" }], []),
            RunStamp.Of(Study, [File, File with { SourceCode = "post" }], []),
            RunStamp.Of(Study with { Code = "other" }, [File], []),
            RunStamp.Of(Study with { Sha256 = "another plan" }, [File], []),
            RunStamp.Of(Study with { Analysis = Study.Analysis with { Seed = 2 } }, [File], []),
        ];
        Assert.AreEqual(runs.Length, runs.Select(run => run.RunId).Distinct().Count());
    }
}
