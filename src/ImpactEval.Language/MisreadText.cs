using System.Text;
using ImpactEval.Language.Encodings;

namespace ImpactEval.Language;

/// <summary>
/// Recognises text that was decoded wrongly before it reached us, in a cell or over a column: <c>Nguyá»…n</c> (UTF-8 read as Windows-1252), <c>§µo t¹o</c>
/// (TCVN3), <c>ñaøo taïo</c> (VNI). It names what happened; the repair is offered, never applied.
/// </summary>
public static class MisreadText
{
    /// <summary>The code page in which Excel for Mac opens what it does not know.</summary>
    public const string MacRoman = "macintosh";

    /// <summary>The odds, as a natural logarithm, that a well-formed UTF-8 reading must beat: hardly any text is well formed by chance.</summary>
    const double Utf8Gain = 6;

    /// <summary>In a code page all bytes mean something, so chance is stronger: a cell must be 10⁵ times as plausible read otherwise.</summary>
    const double CodePageGain = 12;

    /// <summary>
    /// Share of syllables among the words with marks: real Vietnamese never falls below it, so only what lies below is doubted, and only what comes to lie above
    /// is mended.
    /// </summary>
    const double LeastShare = 0.8;

    /// <summary>Different cells looked at in a column.</summary>
    const int MostCells = 500;

    static readonly Misreading[] Utf8Misreadings =
    [
        .. from pages in (string[][])[[TextDecoder.Windows1252], [TextDecoder.Windows1258], [MacRoman]]
           from times in (int[])[1, 2, 3]
           select new Misreading(TextDecoder.Utf8, pages[0], times),
    ];

    static readonly Misreading[] CodePageMisreadings =
    [
        .. from written in (string[])[TextDecoder.Tcvn3, TextDecoder.Vni, TextDecoder.Windows1258, TextDecoder.Viscii, TextDecoder.Vps]
           from read in (string[])[TextDecoder.Windows1252, TextDecoder.Windows1258, MacRoman]
           where written != read
           select new Misreading(written, read),
    ];

    internal static TableEncoding Mac { get; } = new(CodeTables.MacRoman);

    /// <summary>What went wrong with a text, or null when nothing did.</summary>
    public static Misreading? Of(string text) => Of([text]);

    /// <summary>What went wrong with the cells of a column, judged together; sound cells may stand among them.</summary>
    public static Misreading? Of(IEnumerable<string> cells)
    {
        var suspects = cells.Where(cell => !Ascii.IsValid(cell)).Distinct(StringComparer.Ordinal).Take(MostCells).Select(TextPlausibility.Composed).ToList();
        if (suspects.Count == 0)
            return null;
        var asWritten = suspects.ConvertAll(TextPlausibility.Open.LogOf);
        var mayBeCodePage = SyllableShare(suspects) < LeastShare;
        return Best(mayBeCodePage ? [.. Utf8Misreadings, .. CodePageMisreadings] : Utf8Misreadings, suspects, asWritten);
    }

    static Misreading? Best(Misreading[] misreadings, List<string> cells, List<double> asWritten)
    {
        var (best, bestGain) = ((Misreading?)null, 0.0);
        foreach (var misreading in misreadings)
        {
            var undone = cells.ConvertAll(misreading.Undo);
            var gain = 0.0;
            for (var at = 0; at < cells.Count; at++)
                gain += undone[at] is { } text ? TextPlausibility.Open.LogOf(text) - asWritten[at] : 0;
            var isUtf8 = misreading.WrittenIn == TextDecoder.Utf8;
            if (gain > bestGain && gain > (isUtf8 ? Utf8Gain : CodePageGain) && (isUtf8 || SyllableShare(undone.OfType<string>()) >= LeastShare))
                (best, bestGain) = (misreading, gain);
        }
        return best;
    }

    /// <summary>Words with marks that are Vietnamese syllables, among all words with marks.</summary>
    static double SyllableShare(IEnumerable<string> texts)
    {
        var (syllables, words) = (0, 0);
        foreach (var word in texts.SelectMany(text => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries)).Where(word => !Ascii.IsValid(word)))
        {
            words++;
            syllables += VietnameseSyllables.LogShare(word.ToLowerInvariant()) is null ? 0 : 1;
        }
        return words == 0 ? 1 : (double)syllables / words;
    }

    static readonly char[] Separators = [.. " \t\r\n.,;:!?()[]{}\"'/\\-+*=<>|&%0123456789–—‘’“”…«»\u00A0"];
}
