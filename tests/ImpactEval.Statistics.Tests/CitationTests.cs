using System.Reflection;
using System.Text.RegularExpressions;

namespace ImpactEval.Statistics.Tests;

[TestClass]
public sealed partial class CitationTests
{
    /// <summary>Counts people; its interval is that of <c>ShareEstimate</c>, which cites.</summary>
    static readonly string[] NeedNone = ["ChangedShare"];

    /// <summary>Particles, then at most four words with a capital: da Silva, Babington Smith, What Works Clearinghouse.</summary>
    const string Name = @"((van|von|de|da) )?\p{Lu}[\w'’-]*( \p{Lu}[\w'’-]*){0,3}";

    const string Year = "(18|19|20)[0-9]{2}";

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
        var sources = Table();
        Assert.IsGreaterThan(200, sources.Length);

        var repeated = sources.GroupBy(source => source).Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.AreEqual("", string.Join(", ", repeated));
    }

    [TestMethod]
    public void Every_work_cited_in_a_comment_stands_in_the_table()
    {
        var rows = Table().Select(text => (Work: Work().Match(text), Text: text))
            .Where(row => row.Work.Success).ToLookup(row => YearsOf(row.Work)[0]);
        var cited = Files.SelectMany(file => Work().Matches(Prose(file))).ToArray();
        Assert.IsGreaterThan(300, cited.Length);

        var missing = cited.Where(work => !YearsOf(work).All(year => rows[year].Any(row => IsThat(work, row.Work, row.Text))));

        Assert.AreEqual("", string.Join("; ", missing.Select(work => work.Value).Distinct()));
    }

    /// <summary>A comment may name some authors only (et al.) or leave out the pages; what it says must agree with the row.</summary>
    static bool IsThat(Match cited, Match row, string text) =>
        !AuthorsOf(cited).Except(AuthorsOf(row), StringComparer.OrdinalIgnoreCase).Any()
        && text.Contains(cited.Groups["pages"].Value, StringComparison.Ordinal);

    static string[] AuthorsOf(Match work) => [.. work.Groups["author"].Captures.Select(author => author.Value)];

    static string[] YearsOf(Match work) => [.. work.Groups["year"].Captures.Select(year => year.Value)];

    static string[] Table() =>
    [
        .. File.ReadLines(Path.Combine(Root, "src", "docs", "sources.md"))
            .Where(line => Citation().IsMatch(line)).Select(line => line.Split(" | ")[0]),
    ];

    /// <summary>The comments of a file without their line breaks, which fall inside citations.</summary>
    static string Prose(string[] lines) => string.Join(' ', lines.Select(line => line.TrimStart())
        .Where(line => line.StartsWith("//", StringComparison.Ordinal))
        .Select(line => line.TrimStart('/').Trim())).Replace("&amp;", "and", StringComparison.Ordinal);

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

    /// <summary>All authors before the year, and the pages behind the volume: Zumbo, Gadermann and Zeisser (2007), …, Methods 6(1), 21–29.</summary>
    [GeneratedRegex(
        $@"(?<author>{Name})(, (?<author>{Name}))*( and (?<author>{Name})| et al\.)?('s?)? \((?<year>{Year})(, (?<year>{Year}))*\)"
            + @"([^;<(]* \d+(\(\d+\))?, (?<pages>\d+–\d+))?",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Work();
}
