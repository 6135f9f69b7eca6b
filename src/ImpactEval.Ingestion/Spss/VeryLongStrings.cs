using System.Globalization;
using System.Text;

namespace ImpactEval.Ingestion.Spss;

/// <summary>Where the bytes of a value, or of a part of it, stand in a case.</summary>
readonly record struct SpssSegment(int Start, int Length);

/// <summary>A variable that is not decoded yet.</summary>
/// <param name="Order">Place of its first record among the variable records.</param>
/// <param name="Segments">One, or several when it is a text of more than 255 bytes.</param>
sealed record RawVariable(RawField Field, int Order, int Width, IReadOnlyList<SpssSegment> Segments);

/// <summary>
/// Texts of more than 255 bytes lie in several variables: <c>n = ⌈w/252⌉</c> of them, each 255 bytes wide but the last, filled one after the other.
/// </summary>
/// <remarks>GNU PSPP Developers Guide, System File Format, Very Long String Record.</remarks>
sealed class VeryLongStrings(DictionaryRecords records, SpssRefusal refusal)
{
    const int SegmentWidth = 255;
    const int CountedWidth = 252;
    const int LongestText = 32767;

    /// <summary>All variables, in order, each in one piece.</summary>
    public IReadOnlyList<RawVariable> Joined()
    {
        var widths = Widths();
        var variables = new List<RawVariable>(records.Fields.Count);
        for (var at = 0; at < records.Fields.Count; at += variables[^1].Segments.Count)
        {
            // SPSS makes up names for the parts, and they can repeat: the first that bears the name is meant.
            var isLong = widths.Remove(NameOf(records.Fields[at].Name.Bytes), out var width) && width > SegmentWidth;
            variables.Add(isLong ? Long(at, width) : Short(at));
        }
        return variables;
    }

    RawVariable Short(int at)
    {
        var field = records.Fields[at];
        return new RawVariable(field, at, field.Width, [new SpssSegment(StartOf(field), field.Width)]);
    }

    RawVariable Long(int at, int width)
    {
        var count = (width + CountedWidth - 1) / CountedWidth;
        var segments = new SpssSegment[count];
        for (var part = 0; part < count; part++)
        {
            var expected = part < count - 1 ? SegmentWidth : width - (count - 1) * CountedWidth;
            var field = at + part < records.Fields.Count ? records.Fields[at + part] : null;
            if (field is null || field.Width == 0 || field.Elements != RawField.ElementsOf(expected))
                throw refusal.Damaged(field?.Offset ?? records.End, $"width {field?.Width}, {part + 1}/{count}", $"{expected}");
            segments[part] = new SpssSegment(StartOf(field), Math.Clamp(width - part * SegmentWidth, 0, SegmentWidth));
        }
        return new RawVariable(records.Fields[at], at, width, segments);
    }

    static int StartOf(RawField field) => 8 * (field.Index - 1);

    /// <summary>The widths by the names of first parts: pairs <c>SHORT=00300</c>, between them a zero and a tab.</summary>
    Dictionary<string, int> Widths()
    {
        var widths = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        if (records.Extension(Subtype.VeryLongStrings) is not { } record)
            return widths;
        for (var start = 0; start < record.Data.Length;)
        {
            var rest = record.Data.AsSpan(start);
            var pair = rest.IndexOf((byte)'\t') is var tab and >= 0 ? rest[..tab] : rest;
            start += pair.Length + 1;
            pair = pair.TrimEnd((byte)0);
            if (pair.IsEmpty)
                continue;
            var equals = pair.IndexOf((byte)'=');
            if (!int.TryParse(pair[(equals + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var width) || equals < 1 || width is < 1 or > LongestText)
                throw refusal.Damaged(record.Offset, NameOf(pair), $"SHORT=1–{LongestText}");
            widths.TryAdd(NameOf(pair[..equals]), width);
        }
        return widths;
    }

    /// <summary>Names are compared before their encoding is known, byte by byte.</summary>
    static string NameOf(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes.TrimEnd(" \0"u8));
}
