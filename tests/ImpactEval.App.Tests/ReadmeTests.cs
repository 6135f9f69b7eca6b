namespace ImpactEval.App.Tests;

[TestClass]
public sealed class ReadmeTests
{
    static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [TestMethod]
    public void Everything_it_names_in_the_repository_is_there()
    {
        foreach (var path in new[] { "src/ImpactEval.App", "data-samples/jica-young-leaders", "data-samples/generator", "tests/run.sh", "src/docs/architecture.md", "src/docs/decisions", "src/docs/results", "notebooks" })
        {
            StringAssert.Contains(Readme, path, StringComparison.Ordinal);
            Assert.IsTrue(Path.Exists(Path.Combine(Repository.Root, path)), path);
        }
    }

    [TestMethod]
    public void Every_exit_code_is_documented()
    {
        foreach (var code in Enum.GetValues<ExitCode>())
            StringAssert.Contains(Readme, $"| {(int)code} |", StringComparison.Ordinal);
    }
}
