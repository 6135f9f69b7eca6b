using System.Globalization;
using System.Text;

namespace ImpactEval.Ingestion.Spss;

/// <summary>
/// Multiple-response sets, a line each: <c>$a=C 10 my mcgroup a b c</c>, <c>$b=D2 55 0  g e f</c>, <c>$c=E 1 2 34 5 third k l m</c>.
/// Counts are in bytes.
/// </summary>
/// <remarks>GNU PSPP Developers Guide, System File Format, Multiple Response Sets Records.</remarks>
sealed class ResponseSetReader(
    RawExtension record, IReadOnlyList<SpssVariable> variables, Func<RawText, string> read, SpssRefusal refusal)
{
    const byte LineFeed = (byte)'\n';

    /// <summary>The mark of sets of newer files whose own label is that of their first variable.</summary>
    const int LabelOfVariable = 11;

    readonly ILookup<string, SpssVariable> byShortName = variables.ToLookup(variable => variable.ShortName, StringComparer.OrdinalIgnoreCase);
    readonly byte[] data = record.Data;
    int at;

    public IReadOnlyList<SpssResponseSet> Read()
    {
        var sets = new List<SpssResponseSet>();
        while (SkipEmptyLines())
            sets.Add(Set());
        return sets;
    }

    bool SkipEmptyLines()
    {
        while (at < data.Length && data[at] is LineFeed or 0)
            at++;
        return at < data.Length;
    }

    SpssResponseSet Set()
    {
        var name = read(new RawText([.. Until((byte)'=')], record.Offset + at));
        var kind = Next();
        if (kind is not ((byte)'C' or (byte)'D' or (byte)'E'))
            throw Damaged("C, D, E");
        var source = 0;
        if (kind == 'E')
        {
            Space();
            source = Number();
        }
        var counted = kind == 'C' ? null : Counted().Trim();
        Space();
        var label = Counted();
        var members = Members();
        if (source == LabelOfVariable && label.Length == 0 && members.Count > 0)
            label = members[0].Label ?? "";
        var setKind = kind == 'C' ? SpssResponseSetKind.Categories : SpssResponseSetKind.Dichotomies;
        return new SpssResponseSet(name, label, setKind, counted, kind == 'E', members);
    }

    /// <summary>Sets outlive variables: a name that nothing bears is passed over.</summary>
    List<SpssVariable> Members()
    {
        var end = data.AsSpan(at).IndexOf(LineFeed) is var feed and >= 0 ? at + feed : data.Length;
        var names = read(new RawText(data[at..end], record.Offset + at));
        at = end;
        return [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(name => byShortName[name].Take(1))];
    }

    string Counted()
    {
        var length = Number();
        if (length > data.Length - at)
            throw Damaged($"≤ {data.Length - at} bytes");
        var text = read(new RawText(data[at..(at + length)], record.Offset + at, MayBeCut: true));
        at += length;
        return text;
    }

    /// <summary>Digits and the space behind them.</summary>
    int Number()
    {
        var digits = Encoding.ASCII.GetString(Until((byte)' '));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Damaged("0–9");
    }

    ReadOnlySpan<byte> Until(byte mark)
    {
        var length = data.AsSpan(at).IndexOf(mark);
        if (length < 0)
            throw Damaged($"{(char)mark}");
        var before = data.AsSpan(at, length);
        at += length + 1;
        return before;
    }

    void Space()
    {
        if (Next() != ' ')
            throw Damaged("U+0020");
    }

    byte Next() => at < data.Length ? data[at++] : throw Damaged("≥ 1 byte");

    Studies.BrokenContractException Damaged(string expected) => refusal.Damaged(record.Offset + at, "response set", expected);
}
