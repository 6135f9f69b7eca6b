using System.Globalization;
using System.Text.Json;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;

namespace ImpactEval.App.Tests;

/// <summary>
/// Agreement with sample exports of every tool, key by key, as <c>check FILE --json</c> prints them. They lie in a folder named by the environment
/// variable IMPACTEVAL_EXPORTS; without it these tests are inconclusive.
/// </summary>
[TestClass]
public sealed class ExportConformanceTests
{
    /// <summary>Figures are printed with four digits.</summary>
    const double Tolerance = 1.01e-4;

    /// <summary>Notes for readers, and where the sample's author keeps what is compared otherwise.</summary>
    static readonly string[] NotCompared = ["note", "truth", "pair_file"];

    static readonly string? Folder = Environment.GetEnvironmentVariable("IMPACTEVAL_EXPORTS") is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    static readonly Lazy<JsonElement> Expected = new(() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder!, "expected.json"))).RootElement);

    public static IEnumerable<object[]> Files => Folder is null ? [["none"]] : Expected.Value.EnumerateObject().Select(file => new object[] { file.Name });

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Agrees_with_the_sample(string file)
    {
        if (Folder is null)
            Assert.Inconclusive("The samples are not here: IMPACTEVAL_EXPORTS names no folder.");
        var expected = Expected.Value.GetProperty(file);
        var paired = expected.TryGetProperty("pair_file", out var pair) ? Path.Combine(Folder, pair.GetString()!) : null;
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        ExportJson.Write(output, CheckExports.Run(Path.Combine(Folder, file), paired));
        var printed = JsonDocument.Parse(output.ToString()).RootElement;
        var found = printed.ValueKind == JsonValueKind.Array ? printed[0] : printed;

        var differences = new List<string>();
        foreach (var key in expected.EnumerateObject().Where(key => !NotCompared.Contains(key.Name)))
        {
            if (key.Name == "defects")
                CompareDefects(key.Value, found.GetProperty("defects"), differences);
            else if (key.Name == "true_links")
                CompareLinks(expected.GetProperty("truth").GetString()!, found.GetProperty("links"), differences);
            else if (!found.TryGetProperty(key.Name, out var value))
                differences.Add($"{key.Name}: nothing, expected {key.Value}");
            else
                Compare(key.Name, key.Value, value, differences);
        }
        Assert.IsEmpty(differences, $"{file}\n{string.Join('\n', differences)}");
    }

    /// <summary>Every expected kind with what is said of it, and no other kind.</summary>
    static void CompareDefects(JsonElement expected, JsonElement found, List<string> differences)
    {
        var told = found.EnumerateArray().ToDictionary(defect => defect.GetProperty("kind").GetString()!);
        foreach (var defect in expected.EnumerateArray())
        {
            var kind = defect.GetProperty("kind").GetString()!;
            if (!told.Remove(kind, out var one))
            {
                differences.Add($"{kind}: not told");
                continue;
            }
            foreach (var key in defect.EnumerateObject())
                Compare($"{kind}.{key.Name}", key.Value, one.TryGetProperty(key.Name, out var value) ? value : default, differences);
        }
        differences.AddRange(told.Keys.Select(kind => $"{kind}: told, though nothing is wrong"));
    }

    static void CompareLinks(string truth, JsonElement found, List<string> differences)
    {
        var expected = File.ReadLines(Path.Combine(Folder!, truth)).Skip(1).Where(line => line.Length > 0).Select(line => string.Join('-', line.Split(',').Take(2))).ToHashSet();
        var linked = found.EnumerateArray().Select(link => $"{link.GetProperty("pre_row").GetInt32()}-{link.GetProperty("post_row").GetInt32()}").ToHashSet();
        differences.AddRange(linked.Except(expected).Select(link => $"link {link} is wrong"));
        differences.AddRange(expected.Except(linked).Select(link => $"link {link} is missing"));
    }

    static void Compare(string name, JsonElement expected, JsonElement found, List<string> differences)
    {
        if (expected.ValueKind == JsonValueKind.Object && found.ValueKind == JsonValueKind.Object)
        {
            foreach (var key in expected.EnumerateObject())
                Compare($"{name}.{key.Name}", key.Value, found.TryGetProperty(key.Name, out var value) ? value : default, differences);
            differences.AddRange(found.EnumerateObject().Where(key => !expected.TryGetProperty(key.Name, out _)).Select(key => $"{name}.{key.Name}: {key.Value}, expected nothing"));
        }
        else if (expected.ValueKind == JsonValueKind.Number && found.ValueKind == JsonValueKind.Number)
        {
            if (Math.Abs(expected.GetDouble() - found.GetDouble()) > Tolerance)
                differences.Add($"{name}: {found}, expected {expected}");
        }
        else if (found.ValueKind == JsonValueKind.Undefined || !JsonElement.DeepEquals(expected, found))
            differences.Add($"{name}: {found}, expected {expected}");
    }
}
