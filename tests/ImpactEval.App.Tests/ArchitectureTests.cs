using System.Xml.Linq;

namespace ImpactEval.App.Tests;

[TestClass]
public sealed class ArchitectureTests
{
    sealed record Row(string Project, string[] Projects, string[] Packages);

    public static IEnumerable<object[]> Projects => Table().Select(row => new object[] { row.Project });

    [TestMethod]
    [DynamicData(nameof(Projects))]
    public void A_project_uses_what_the_table_of_the_architecture_allows_and_nothing_else(string project)
    {
        var allowed = Table().Single(row => row.Project == project);
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", $"ImpactEval.{project}", $"ImpactEval.{project}.csproj"));
        CollectionAssert.AreEquivalent(allowed.Projects, Included(file, "ProjectReference").Select(NameOf).ToArray(), "projects");
        CollectionAssert.AreEquivalent(allowed.Packages, Included(file, "PackageReference").ToArray(), "packages");
    }

    [TestMethod]
    public void Every_project_stands_in_the_table()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "src"), "ImpactEval.*").Select(folder => Path.GetFileName(folder)["ImpactEval.".Length..]);
        CollectionAssert.AreEquivalent(folders.ToArray(), Table().Select(row => row.Project).ToArray());
    }

    [TestMethod]
    public void Every_project_has_its_tests_and_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "ImpactEval.sln"));
        foreach (var row in Table())
        {
            Assert.IsTrue(Directory.Exists(Path.Combine(Repository.Root, "tests", $"ImpactEval.{row.Project}.Tests")), row.Project);
            StringAssert.Contains(solution, $"ImpactEval.{row.Project}.csproj", StringComparison.Ordinal);
            StringAssert.Contains(solution, $"ImpactEval.{row.Project}.Tests.csproj", StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public void Versions_stand_in_one_place_only()
    {
        var projects = new[] { "src", "tests", "data-samples" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories));
        foreach (var project in projects)
            Assert.IsFalse(XDocument.Load(project).Descendants("PackageReference").Any(package => package.Attribute("Version") is not null), project);
    }

    [TestMethod]
    public void The_root_holds_what_the_layout_names_and_nothing_else()
    {
        string[] named =
        [
            ".ci", ".editorconfig", ".git", ".gitattributes", ".gitignore", "Directory.Build.props", "Directory.Packages.props", "ImpactEval.sln",
            "README.md", "data-samples", "global.json", "notebooks", "src", "tests",
        ];
        string[] local = ["TestResults", "artifacts", "out", ".vs", ".idea", ".vscode"];
        var found = Directory.GetFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path)).Except(local).ToArray();
        CollectionAssert.IsSubsetOf(found, named);
    }

    static Row[] Table() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "src", "docs", "architecture.md"))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new Row(cells[0], Names(cells[2]), Names(cells[3]))),
    ];

    static string[] Names(string cell) => cell == "–" ? [] : cell.Split(',', StringSplitOptions.TrimEntries);

    static IEnumerable<string> Included(XDocument file, string kind) => file.Descendants(kind).Select(reference => reference.Attribute("Include")!.Value);

    static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace("ImpactEval.", "", StringComparison.Ordinal);
}
