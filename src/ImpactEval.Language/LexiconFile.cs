using System.Text;

namespace ImpactEval.Language;

/// <summary>The word lists that ship inside the assembly (folder Lexicons, where their origin is stated).</summary>
static class LexiconFile
{
    public static string Text(string name)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"No word list '{name}' in the assembly.", nameof(name));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The entries of a list with one entry a line; <c>#</c> starts a comment.</summary>
    public static IEnumerable<string> Entries(string name) =>
        Text(name).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');
}
