using System.Text;

namespace ImpactEval.Samples;

/// <summary>The texts and item lists that are built into the program, so that it needs no folder to run.</summary>
static class Resources
{
    /// <summary>Lines of a list, each split at <c>|</c>.</summary>
    public static IReadOnlyList<string[]> Rows(string name) =>
        [.. Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('|'))];

    public static string Text(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"No resource {name}.", nameof(name));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
