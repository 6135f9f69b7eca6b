using System.Collections;
using ImpactEval.Language;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <summary>Delimited text as a table whose source says where the headings stand.</summary>
sealed class CsvTable(string file, Source source)
{
    /// <summary>More than the delimiter is sought in.</summary>
    const int LettersLookedAt = 1 << 17;

    /// <exception cref="BrokenContractException">The encoding is broken, or there are no rows.</exception>
    public Table Read(SourceContent content)
    {
        var encoding = EncodingOf(content);
        var beginning = Beginning(content, encoding);
        var (hint, hintLength) = CsvText.HintIn(beginning);
        var delimiter = source.Delimiter ?? hint ?? CsvDelimiter.Of(beginning[hintLength..], source.HeaderRow);
        var rows = new CsvRows(file, source, content, encoding, delimiter, hintLength);
        return new Table(rows.Headings(), rows)
        {
            Encoding = encoding.Encoding,
            Delimiter = delimiter,
            WasDecomposed = encoding.IsDecomposed,
        };
    }

    /// <summary>All of the file is looked at, so that a first letter with a mark in the last row is seen.</summary>
    EncodingAssumption EncodingOf(SourceContent content)
    {
        try
        {
            using var stream = content.Open();
            return TextDecoder.Detect(stream, source.Encoding);
        }
        catch (UndecodableTextException broken)
        {
            throw CsvText.EncodingBroken(file, source.Encoding, broken.Encoding);
        }
    }

    static string Beginning(SourceContent content, EncodingAssumption encoding)
    {
        using var text = TextDecoder.Open(content.Open(), encoding, new UnreadableBytes());
        var letters = new char[LettersLookedAt];
        return new string(letters, 0, text.ReadBlock(letters));
    }
}

/// <summary>The rows under the headings, read from the file each time they are gone through.</summary>
sealed class CsvRows(string file, Source source, SourceContent content, EncodingAssumption encoding, char delimiter, int hintLength) : IEnumerable<IRow>
{
    int headings;

    /// <exception cref="BrokenContractException">The headings cannot be read, or nothing stands under them.</exception>
    public IReadOnlyList<string> Headings()
    {
        var unreadable = new UnreadableBytes(WideMark);
        using var reader = Open(unreadable);
        if (!ReadHeadings(reader))
            throw Table.WithoutRows(file, source.HeaderRow);
        string[] shown = [.. reader.Cells().Select(cell => cell.Shown)];
        // A row can be mended and sent again; under a heading that cannot be read nobody knows what any row says.
        if (unreadable.Positions is [var first, ..] && shown.Any(heading => heading.Contains(UnreadableBytes.Mark, StringComparison.Ordinal)))
            throw CsvText.EncodingBroken(file, source.Encoding, $"{encoding.Encoding}: byte {first}");
        headings = shown.Length;
        return this.Any() ? shown : throw Table.WithoutRows(file, source.HeaderRow);
    }

    /// <exception cref="BrokenContractException">A quote stays open; the rows before it were given.</exception>
    public IEnumerator<IRow> GetEnumerator()
    {
        using var reader = Open(new UnreadableBytes());
        ReadHeadings(reader);
        // Blank rows are rows when another follows them.
        for (var blank = 0; Read(reader);)
        {
            if (reader.IsBlank)
            {
                blank++;
                continue;
            }
            for (; blank > 0; blank--)
                yield return new TableRow(reader.Number - blank, [], IsRagged: true);
            yield return reader;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    bool ReadHeadings(CsvReader reader)
    {
        while (Read(reader))
        {
            if (reader.Number == source.HeaderRow)
                return true;
        }
        return false;
    }

    bool Read(CsvReader reader)
    {
        if (reader.Read())
        {
            // No database holds it in a text.
            return reader.Written.Contains('\0') ? throw CsvText.EncodingBroken(file, source.Encoding, "U+0000") : true;
        }
        return reader.OpenQuoteLine is not { } line
            ? false
            : throw new BrokenContractException([new ContractProblem(ContractProblemKind.UnterminatedQuote, file, line, Found: "\"")]);
    }

    int WideMark => encoding.HasByteOrderMark ? TextDecoder.EncodingOf(encoding.Encoding).GetPreamble().Length : 0;

    CsvReader Open(UnreadableBytes unreadable)
    {
        var text = TextDecoder.Open(content.Open(), encoding, unreadable);
        text.ReadBlock(new char[hintLength]);
        return new CsvReader(text, delimiter, linesBefore: hintLength > 0 ? 1 : 0) { Headings = headings, Unreadable = unreadable };
    }
}
