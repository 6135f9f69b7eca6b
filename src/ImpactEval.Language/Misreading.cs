using System.Text;
using ImpactEval.Language.Encodings;

namespace ImpactEval.Language;

/// <summary>How a text went wrong before it reached us: its bytes were in one encoding and were read in another, once or several times over (mojibake).</summary>
/// <param name="WrittenIn">What the bytes were.</param>
/// <param name="ReadAs">What they were taken for.</param>
/// <param name="Times">How often.</param>
public sealed record Misreading(string WrittenIn, string ReadAs, int Times = 1)
{
    /// <summary>A cell may lose as much plausibility as that: a name of one word follows its column.</summary>
    const double MostLoss = 4;

    /// <summary>What the cell said before, or null when it does not come from this misreading.</summary>
    /// <remarks>A value to be offered; nothing applies it by itself.</remarks>
    public string? Repair(string cell) =>
        Undo(cell) is { } repaired && repaired != cell && TextPlausibility.Open.LogOf(repaired) > TextPlausibility.Open.LogOf(cell) - MostLoss ? repaired : null;

    /// <summary>The misreading undone, whether that helps or not; null when it cannot be.</summary>
    internal string? Undo(string cell)
    {
        var text = TextPlausibility.Composed(cell);
        for (var time = 0; time < Times; time++)
        {
            if (!HasMore(text) || CodePage(ReadAs).BytesBehind(text) is not { } bytes)
                return null;
            // UTF-8 shows by its form whether the bytes are it; in a code page every byte means something, or the reading is wrong.
            var read = TextEncodings.Of(WrittenIn).GetString(bytes);
            if (read.Contains('\uFFFD', StringComparison.Ordinal))
                return null;
            text = TextPlausibility.Composed(read);
        }
        return text;
    }

    static bool HasMore(string text) => !Ascii.IsValid(text);

    static TableEncoding CodePage(string name) => name == MisreadText.MacRoman ? MisreadText.Mac : (TableEncoding)TextEncodings.Of(name);
}
