using System.Reflection;
using System.Text.RegularExpressions;

namespace ImpactEval.Statistics.Tests;

[TestClass]
public sealed partial class CitationTests
{
    /// <summary>Counts people; its interval is that of <c>ShareEstimate</c>, which cites.</summary>
    static readonly string[] NeedNone = ["ChangedShare"];

    static readonly string Root = Find(AppContext.BaseDirectory);

    static readonly string[][] Files =
    [
        .. Directory.GetFiles(Path.Combine(Root, "src", "ImpactEval.Statistics"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllLines),
    ];

    [TestMethod]
    public void Every_statistic_says_who_says_so()
    {
        var statistics = typeof(Estimate).Assembly.GetExportedTypes().Where(IsStatistic).Select(type => type.Name).ToArray();
        Assert.IsGreaterThan(30, statistics.Length);

        var silent = statistics.Except(NeedNone).Where(name => !Citation().IsMatch(Comments(name)));

        Assert.AreEqual("", string.Join(", ", silent));
    }

    [TestMethod]
    public void Every_source_stands_once_in_the_table()
    {
        var sources = File.ReadLines(Path.Combine(Root, "src", "docs", "sources.md"))
            .Where(line => Citation().IsMatch(line)).Select(line => line.Split(" | ")[0]).ToArray();
        Assert.IsGreaterThan(200, sources.Length);

        var repeated = sources.GroupBy(source => source).Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.AreEqual("", string.Join(", ", repeated));
    }

    static bool IsStatistic(Type type) =>
        type is { IsAbstract: true, IsSealed: true }
        && type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Any(method => method.ReturnType == typeof(Estimate) || method.ReturnType == typeof(TestResult));

    static string Comments(string type) => string.Join('\n', Files
        .Where(lines => lines.Any(line => line.EndsWith($" class {type}", StringComparison.Ordinal)))
        .SelectMany(lines => lines)
        .Where(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "ImpactEval.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);

    /// <summary>A year in brackets behind a name: Student (1908).</summary>
    [GeneratedRegex(@"\p{L}\.? \((18|19|20)\d\d\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Citation();
}
