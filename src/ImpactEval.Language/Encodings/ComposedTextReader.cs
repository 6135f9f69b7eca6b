using System.Globalization;

namespace ImpactEval.Language.Encodings;

/// <summary>A reader whose text is composed (NFC) block by block: no block ends between a letter and its marks.</summary>
sealed class ComposedTextReader(TextReader source) : TextReader
{
    const int BlockSize = 32 * 1024;

    readonly char[] block = new char[BlockSize];
    string ready = "";
    int next;
    int kept;

    public override int Peek() => Fill() ? ready[next] : -1;

    public override int Read() => Fill() ? ready[next++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty || !Fill())
            return 0;
        var count = Math.Min(buffer.Length, ready.Length - next);
        ready.AsSpan(next, count).CopyTo(buffer);
        next += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }

    bool Fill()
    {
        while (next == ready.Length)
        {
            var read = source.ReadBlock(block.AsSpan(kept));
            var filled = kept + read;
            if (filled == 0)
                return false;
            var whole = filled < BlockSize ? filled : WholeClusters(filled);
            ready = Compose(block.AsSpan(0, whole));
            next = 0;
            block.AsSpan(whole, filled - whole).CopyTo(block);
            kept = filled - whole;
        }
        return true;
    }

    // Behind the last character that nothing written after it can change: a mark, or a jamo, joins what stands before it.
    int WholeClusters(int filled)
    {
        for (var at = filled - 1; at > 0; at--)
        {
            if (block[at] < '\u0300' || (block[at] is not (>= '\u1160' and <= '\u11FF') && !char.IsSurrogate(block[at])
                && CharUnicodeInfo.GetUnicodeCategory(block[at]) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)))
                return at;
        }
        return filled;
    }

    // A noncharacter cannot be normalised; it stays for the reader of the cell to refuse.
    static string Compose(ReadOnlySpan<char> text) => TextPlausibility.Composed(text.ToString());
}
