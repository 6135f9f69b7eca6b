using System.Globalization;
using System.Text;

namespace ImpactEval.Samples;

/// <summary>A workbook of one sheet with inline strings, the least that Excel and LibreOffice open without repair.</summary>
static class XlsxFile
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The two fills that every workbook has to begin with, one font, one format.</summary>
    const string Styles =
        $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

    /// <param name="sheet">Name of the sheet, at most 31 characters.</param>
    /// <param name="rows">Cells from A1; an empty cell is left out.</param>
    /// <param name="numbers">Columns (from 0) whose whole numbers are stored as numbers; everything else is text.</param>
    public static byte[] Of(string sheet, IEnumerable<IReadOnlyList<string>> rows, params int[] numbers)
    {
        var zip = new StoredZip();
        zip.Add("[Content_Types].xml", OfficeXml.ContentTypes(
            ("xl/workbook.xml", "spreadsheetml.sheet.main"),
            ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"),
            ("xl/styles.xml", "spreadsheetml.styles")));
        zip.Add("_rels/.rels", OfficeXml.Relations(("officeDocument", "xl/workbook.xml")));
        zip.Add("xl/workbook.xml",
            $"""
            {OfficeXml.Declaration}
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{OfficeXml.Escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        zip.Add("xl/_rels/workbook.xml.rels", OfficeXml.Relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")));
        zip.Add("xl/styles.xml", $"{OfficeXml.Declaration}\n{Styles}");
        zip.Add("xl/worksheets/sheet1.xml", Sheet(rows, numbers));
        return zip.ToArray();
    }

    static string Sheet(IEnumerable<IReadOnlyList<string>> rows, int[] numbers)
    {
        var xml = new StringBuilder(OfficeXml.Declaration).Append('\n').Append(CultureInfo.InvariantCulture, $"""<worksheet xmlns="{Main}"><sheetData>""");
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            xml.Append(CultureInfo.InvariantCulture, $"""<row r="{number}">""");
            for (var column = 0; column < row.Count; column++)
                AppendCell(xml, $"{ColumnName(column)}{number}", row[column], numbers.Contains(column));
            xml.Append("</row>");
        }
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    static void AppendCell(StringBuilder xml, string place, string cell, bool mayBeNumber)
    {
        if (cell.Length == 0)
            return;
        if (mayBeNumber && cell.All(char.IsAsciiDigit))
            xml.Append(CultureInfo.InvariantCulture, $"""<c r="{place}"><v>{cell}</v></c>""");
        else
            xml.Append(CultureInfo.InvariantCulture, $"""<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{OfficeXml.Escape(cell)}</t></is></c>""");
    }

    /// <summary>A, B, …, Z, AA, AB …</summary>
    static string ColumnName(int column)
    {
        const int letters = 26;
        var name = "";
        for (var left = column + 1; left > 0; left = (left - 1) / letters)
            name = (char)('A' + (left - 1) % letters) + name;
        return name;
    }
}
