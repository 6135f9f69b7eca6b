using System.Globalization;
using System.Text;

namespace ImpactEval.Language;

/// <summary>
/// A text as it is matched: composed (NFC), tone marks in one place, white space single, invisible characters gone; with the way back to
/// the text as it was written, which quotes show.
/// </summary>
public sealed class NormalisedText
{
    readonly int[] starts;
    readonly int[] ends;

    NormalisedText(string original, string value, int[] starts, int[] ends) =>
        (Original, Value, this.starts, this.ends) = (original, value, starts, ends);

    public string Original { get; }

    public string Value { get; }

    public static NormalisedText Of(string original)
    {
        var building = new Builder(original.Length);
        for (var i = 0; i < original.Length;)
        {
            var end = ClusterEnd(original, i);
            building.Add(original, i, end);
            i = end;
        }
        return building.Build(original);
    }

    /// <summary>The written characters behind a stretch of <see cref="Value"/>; a decomposed letter comes back whole.</summary>
    public TextSpan OriginalSpan(TextSpan span)
    {
        if (span.Length == 0)
            return new TextSpan(span.Start < starts.Length ? starts[span.Start] : Original.Length, 0);
        var start = starts[span.Start];
        return new TextSpan(start, ends[span.End - 1] - start);
    }

    // A letter and the marks that combine with it, or a Hangul syllable written in jamo: what NFC may turn into one character.
    static int ClusterEnd(string text, int start)
    {
        if (char.IsSurrogate(text[start]) && !char.IsSurrogatePair(text, start))
            return start + 1;
        var end = start + (char.IsSurrogatePair(text, start) ? 2 : 1);
        while (end < text.Length && (IsMark(text, end) || text[end] is >= '\u1160' and <= '\u11FF'))
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        return end;
    }

    static bool IsMark(string text, int index) =>
        text[index] >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(text, index)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    sealed class Builder(int capacity)
    {
        readonly StringBuilder value = new(capacity);
        readonly List<int> starts = new(capacity);
        readonly List<int> ends = new(capacity);

        public void Add(string text, int start, int end)
        {
            var first = text[start];
            if (char.IsWhiteSpace(first))
                AddSpace(start, first is '\n' or '\r' or '\u2028' or '\u2029');
            else if (end - start == 1 && char.IsSurrogate(first))
                Append("\uFFFD", start, end);
            else if (CharUnicodeInfo.GetUnicodeCategory(text, start) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                Append(end - start == 1 && first < 0x0300 ? first.ToString() : text[start..end].Normalize(NormalizationForm.FormC), start, end);
        }

        public NormalisedText Build(string original)
        {
            while (value.Length > 0 && value[^1] is ' ' or '\n')
                Drop();
            return new NormalisedText(original, ToneMarks.Place(value.ToString()), [.. starts], [.. ends]);
        }

        void Append(string composed, int start, int end)
        {
            foreach (var unit in composed)
            {
                value.Append(unit);
                starts.Add(start);
                ends.Add(end);
            }
        }

        // A run of white space is one space, or one line break when a line ended in it; none at the start.
        void AddSpace(int at, bool isLineEnd)
        {
            if (value.Length == 0)
                return;
            if (value[^1] is ' ' or '\n')
            {
                if (isLineEnd)
                    value[^1] = '\n';
                ends[^1] = at + 1;
            }
            else
                Append(isLineEnd ? "\n" : " ", at, at + 1);
        }

        void Drop()
        {
            value.Length--;
            starts.RemoveAt(starts.Count - 1);
            ends.RemoveAt(ends.Count - 1);
        }
    }
}
