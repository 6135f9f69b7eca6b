namespace ImpactEval.Reporting.Tables;

/// <summary>
/// How many lines a text takes in a column. Nothing fits rows to their text when a workbook is opened, so their heights are set here;
/// widths of letters are those of the workbook's font, in digits, as column widths are.
/// </summary>
internal static class TextMeasure
{
    /// <summary>Of one line at the standard size, in points, and of the space around the text of a row.</summary>
    const double LineHeight = 15, Padding = 1.5;

    /// <summary>Bold letters are this much wider than plain ones.</summary>
    const double BoldWidth = 1.04;

    /// <summary>What a cell keeps free at its sides, and what an indented text loses besides, in digits.</summary>
    const double Sides = 0.7, Indent = 1.3;

    /// <summary>The tallest row a workbook can have.</summary>
    const double Tallest = 409;

    public static double Height(int lines) => Math.Min(Tallest, lines * LineHeight + Padding);

    public static double Width(string text, bool bold = false) => text.Sum(Width) * (bold ? BoldWidth : 1);

    /// <summary>Lines after breaking between words; a word wider than the column is broken itself.</summary>
    public static int Lines(string text, double columnWidth, bool indented = false, bool bold = false)
    {
        var room = Math.Max(1, columnWidth - Sides - (indented ? Indent : 0));
        return text.Split('\n').Sum(paragraph => LinesOf(paragraph, room, bold));
    }

    static int LinesOf(string paragraph, double room, bool bold)
    {
        var (lines, used, space) = (1, 0.0, Width(" ", bold));
        foreach (var word in paragraph.Split(' '))
        {
            var width = Width(word, bold);
            if (used > 0 && used + space + width > room)
            {
                lines++;
                used = 0;
            }
            used += (used > 0 ? space : 0) + width;
            while (used > room)
            {
                lines++;
                used -= room;
            }
        }
        return lines;
    }

    // Advance widths of Calibri (Carlito) over the width of its digits, 507/1000 em, by kind of letter.
    static double Width(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 'í' or 'ì' or 'ỉ' or 'ĩ' or 'ị' or ' ' or '.' or ',' or ':' or ';' or '\'' or '·' => 0.47,
        'f' or 'r' or 't' or 'I' or '(' or ')' or '[' or ']' or '-' or '!' or '“' or '”' => 0.68,
        'c' or 's' or 'z' or 'x' or 'v' or 'y' or 'k' or '/' or 'J' => 0.86,
        'ư' or 'ứ' or 'ừ' or 'ử' or 'ữ' or 'ự' or 'ơ' or 'ớ' or 'ờ' or 'ở' or 'ỡ' or 'ợ' => 1.14,
        'w' or 'm' or 'M' or 'W' or '%' or '@' => 1.65,
        '▲' or '▼' or '●' or '♦' or '…' or '—' or >= '\u2E80' => 2,
        _ when char.IsUpper(letter) => 1.2,
        _ => 1.02,
    };
}
