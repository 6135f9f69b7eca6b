using System.Runtime.CompilerServices;
using ImpactEval.Language;

namespace ImpactEval.Ingestion.Tables;

/// <summary>
/// Delimited text record by record, in as much memory as the longest record takes (RFC 4180). A record with line breaks in quotes is one row.
/// What follows a closing quote belongs to the cell; a quote inside a cell that does not begin with one is a letter.
/// </summary>
/// <param name="linesBefore">Lines of the file that were read already.</param>
sealed class CsvReader(TextReader text, char delimiter, int linesBefore = 0) : IRow, IDisposable
{
    const int BufferSize = 1 << 16;

    /// <summary>Place in the record.</summary>
    readonly record struct Field(int Start, int Length);

    char[] buffer = new char[BufferSize];
    Field[] fields = new Field[64];

    /// <summary>Cells whose text is not what stands in the record: their quotes came in pairs.</summary>
    readonly Dictionary<int, string> rewritten = [];
    int filled, rowStart, next, lineBreaks;

    public int Number { get; private set; }

    public int Width { get; private set; }

    /// <summary>How many headings the row should fit.</summary>
    public int Headings { get; set; }

    /// <summary>What could not be decoded so far stands in the text as U+FFFD.</summary>
    public required UnreadableBytes Unreadable { get; init; }

    /// <summary>The line of the text where the row begins, from 1.</summary>
    public int Line { get; private set; } = linesBefore;

    /// <summary>The line where a quote opened that nothing closed.</summary>
    public int? OpenQuoteLine { get; private set; }

    public bool IsBlank
    {
        get
        {
            for (var column = 0; column < Width; column++)
            {
                if (!At(column).IsEmpty)
                    return false;
            }
            return true;
        }
    }

    public bool IsRagged => !this.Fits(Headings);

    public bool IsUnreadable => Unreadable.Count > 0 && Written.Contains(UnreadableBytes.Mark);

    /// <summary>The record with its delimiters.</summary>
    public ReadOnlySpan<char> Written => buffer.AsSpan(rowStart, next - rowStart);

    public Cell At(int column)
    {
        if (column >= Width)
            return default;
        if (rewritten.Count > 0 && rewritten.TryGetValue(column, out var text))
            return Cell.OfText(text);
        var field = fields[column];
        return Cell.OfText(new ReadOnlyMemory<char>(buffer, rowStart + field.Start, field.Length));
    }

    public int DigitAt(int column)
    {
        if (column >= Width || fields[column].Length != 1)
            return -1;
        var letter = buffer[rowStart + fields[column].Start];
        return char.IsAsciiDigit(letter) ? letter - '0' : -1;
    }

    /// <returns>False after the last record, or where a quote stays open.</returns>
    public bool Read()
    {
        rowStart = next;
        Width = 0;
        Line += 1 + lineBreaks;
        lineBreaks = 0;
        if (next == filled && !Fill())
            return false;
        Number++;
        rewritten.Clear();
        var follows = !ReadPlainRecord();
        while (follows)
            follows = ReadField();
        return OpenQuoteLine is null;
    }

    /// <summary>The whole record at once, when no cell begins with a quote and its end is in the buffer; else as many cells as that holds for.</summary>
    /// <returns>Whether the record was read to its end.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool ReadPlainRecord()
    {
        var letters = buffer.AsSpan(0, filled);
        for (int at = next, start = next; at < letters.Length; at++)
        {
            var letter = letters[at];
            if (letter == '"' && at == start)
                return false;
            if (letter != delimiter && letter is not ('\n' or '\r'))
                continue;
            var isEnd = letter != delimiter;
            if (letter == '\r' && at + 1 == letters.Length)
                return false;
            Add(new Field(start - rowStart, at - start));
            next = start = at + 1;
            if (!isEnd)
                continue;
            if (letter == '\r' && letters[next] == '\n')
                next++;
            return true;
        }
        return false;
    }

    public void Dispose() => text.Dispose();

    /// <returns>Whether another field of the record follows.</returns>
    bool ReadField()
    {
        var start = next - rowStart;
        if (next < filled || Fill())
        {
            if (buffer[next] == '"')
                return ReadQuoted(start);
        }
        var follows = ReadPlain(out var end);
        Add(new Field(start, end - start));
        return follows;
    }

    /// <summary>Goes on to the end of the field and behind what ends it.</summary>
    /// <param name="end">Of the field, from the record's beginning.</param>
    bool ReadPlain(out int end)
    {
        while (true)
        {
            for (; next < filled; next++)
            {
                var letter = buffer[next];
                if (letter != delimiter && letter is not ('\n' or '\r'))
                    continue;
                end = next++ - rowStart;
                if (letter == '\r' && (next < filled || Fill()) && buffer[next] == '\n')
                    next++;
                return letter == delimiter;
            }
            if (Fill())
                continue;
            end = next - rowStart;
            return false;
        }
    }

    bool ReadQuoted(int start)
    {
        var line = Line + lineBreaks;
        var hasPairs = false;
        for (next++; FindQuote(); next += 2, hasPairs = true)
        {
            if ((next + 1 < filled || Fill()) && next + 1 < filled && buffer[next + 1] == '"')
                continue;
            var closing = next++ - rowStart;
            var follows = ReadPlain(out var end);
            var inside = buffer.AsSpan(rowStart + start + 1, closing - start - 1);
            var behind = buffer.AsSpan(rowStart + closing + 1, end - closing - 1);
            if (hasPairs || !behind.IsEmpty)
                rewritten.Add(Width, string.Concat(inside.ToString().Replace("\"\"", "\"", StringComparison.Ordinal), behind));
            Add(new Field(start + 1, rewritten.ContainsKey(Width) ? 0 : inside.Length));
            return follows;
        }
        OpenQuoteLine = line;
        return false;
    }

    /// <summary>Moves to the next quote and counts the line breaks before it.</summary>
    bool FindQuote()
    {
        while (true)
        {
            var rest = buffer.AsSpan(next, filled - next);
            var at = rest.IndexOf('"');
            lineBreaks += (at < 0 ? rest : rest[..at]).Count('\n');
            next += at < 0 ? rest.Length : at;
            if (at >= 0)
                return true;
            if (!Fill())
                return false;
        }
    }

    void Add(Field field)
    {
        if (Width == fields.Length)
            Array.Resize(ref fields, 2 * Width);
        fields[Width++] = field;
    }

    /// <summary>Reads on behind what is there; the record that is being read moves to the front.</summary>
    bool Fill()
    {
        if (rowStart > 0)
            buffer.AsSpan(rowStart, filled - rowStart).CopyTo(buffer);
        (filled, next, rowStart) = (filled - rowStart, next - rowStart, 0);
        if (filled == buffer.Length)
            Array.Resize(ref buffer, 2 * filled);
        var read = text.Read(buffer.AsSpan(filled));
        filled += read;
        return read > 0;
    }
}
