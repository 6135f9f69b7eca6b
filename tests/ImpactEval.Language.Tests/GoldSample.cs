namespace ImpactEval.Language.Tests;

/// <summary>Sentences whose words are known; see the head of Samples/vtb-sample.txt.</summary>
static class GoldSample
{
    /// <summary>Each sentence as plain text, and its words.</summary>
    public static IReadOnlyList<(string Text, string[] Words)> Sentences { get; } = Read();

    static List<(string Text, string[] Words)> Read()
    {
        using var stream = typeof(GoldSample).Assembly.GetManifestResourceStream("vtb-sample.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
            .Select(line => (line.Replace('_', ' '), line.Split(' ')))];
    }
}
