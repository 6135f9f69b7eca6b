using System.Text;
using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Tables;

[TestClass]
public sealed class CsvTests
{
    const string Heading = "Mã học viên,Ngày làm,Đợt,K01,K02,K03";
    const string Row = "YLC-001,20/01/2024,Đầu khóa,1,0,1";

    static FileRecords Read(string text, Func<Source, Source>? with = null, Encoding? encoding = null) =>
        SampleReading.Of("knowledge-tests", "kiem-tra.csv", (encoding ?? Encoding.UTF8).GetBytes(text), with);

    [TestMethod]
    [DataRow(',')]
    [DataRow(';')]
    [DataRow('\t')]
    [DataRow('|')]
    public void The_delimiter_is_the_one_that_divides_headings_and_rows_alike(char delimiter)
    {
        var records = Read($"{Heading}\n{Row}\n{Row.Replace("001", "002", StringComparison.Ordinal)}".Replace(',', delimiter));
        Assert.AreEqual(delimiter, records.Layout.Delimiter);
        Assert.HasCount(2, records.Assessments);
    }

    [TestMethod]
    public void A_decimal_comma_does_not_pass_for_a_delimiter()
    {
        var records = Read($"{Heading}\nYLC-001,20/01/2024,Đầu khóa,0.5,0,1".Replace(',', ';').Replace('.', ','));
        Assert.AreEqual(';', records.Layout.Delimiter);
        Assert.AreEqual(',', records.Layout.DecimalMark);
        CollectionAssert.AreEqual(new[] { 0.5, 0.0, 1.0 }, records.Assessments[0].Scores);
    }

    [TestMethod]
    public void One_decimal_mark_holds_for_the_whole_file()
    {
        var rows = new[] { "0,5;0,25;1", "0,75;0;1", "0.5;0;1" };
        var records = Read(string.Join('\n', [Heading.Replace(',', ';'), .. rows.Select((row, n) => $"YLC-00{n};20/01/2024;Đầu khóa;{row}")]));
        Assert.AreEqual(',', records.Layout.DecimalMark);
        Assert.AreEqual(new RowProblem(4, "K01", RowProblemKind.ScoreNotNumeric, "0.5"), records.Problems.Single());
    }

    [TestMethod]
    public void A_stated_decimal_mark_is_believed()
    {
        var records = Read($"{Heading.Replace(',', ';')}\nYLC-001;20/01/2024;Đầu khóa;0,5;0;1", source => source with { DecimalMark = '.' });
        Assert.AreEqual(RowProblemKind.ScoreNotNumeric, records.Problems.Single().Kind);
    }

    [TestMethod]
    public void The_hint_of_a_spreadsheet_names_the_delimiter_and_is_no_row()
    {
        var records = Read($"sep=;\r\n{Heading}\r\n{Row}".Replace(',', ';'));
        Assert.AreEqual(';', records.Layout.Delimiter);
        Assert.AreEqual(2, records.Assessments.Single().SourceRow);
    }

    [TestMethod]
    public void Quoted_fields_hold_delimiters_quotes_and_line_breaks_and_are_one_row()
    {
        var records = Read($"\"Mã học\nviên\",Ngày làm,Đợt,K01,K02,K03,\"Ghi chú, \"\"thêm\"\"\"\n{Row},\"a\n\nb\"\nYLC-002,,Đầu khóa,7,0,1,");
        Assert.AreEqual(2, records.Assessments.Single().SourceRow);
        Assert.AreEqual(3, records.Problems.Single().Row);
    }

    [TestMethod]
    [DataRow("", 3)]
    [DataRow("sep=,\n", 4)]
    public void A_quote_that_is_never_closed_refuses_the_file_with_its_line(string hint, int line)
    {
        var problem = SampleReading.Refusal(() => Read($"{hint}{Heading}\n{Row}\nYLC-002,\"20/01/2024,Đầu khóa,1,0,1\nYLC-003,20/01/2024,Đầu khóa,1,0,1\n"));
        Assert.AreEqual(ContractProblemKind.UnterminatedQuote, problem.Kind);
        Assert.AreEqual(line, problem.Line);
    }

    [TestMethod]
    public void The_headings_may_stand_in_a_later_row()
    {
        var records = Read($"BẢNG ĐIỂM\n\n{Heading}\n{Row}", source => source with { HeaderRow = 3 });
        Assert.AreEqual(4, records.Assessments.Single().SourceRow);
        Assert.AreEqual(3, records.Layout.HeaderRow);
    }

    [TestMethod]
    [DataRow(Heading)]
    [DataRow(Heading + "\n\n,,,\n")]
    public void A_file_with_headings_and_nothing_else_is_refused(string text) =>
        Assert.AreEqual(ContractProblemKind.FileWithoutRows, SampleReading.Refusal(() => Read(text)).Kind);

    [TestMethod]
    public void Utf16_with_tabs_is_read_as_a_spreadsheet_writes_it()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes($"{Heading}\r\n{Row}".Replace(',', '\t'))).ToArray();
        var records = SampleReading.Of("knowledge-tests", "kiem-tra.txt", bytes);
        Assert.AreEqual("utf-16le", records.Layout.Encoding);
        Assert.HasCount(1, records.Assessments);
    }

    [TestMethod]
    public void Windows_1258_is_read_and_remarked()
    {
        var codePage = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;
        // Windows-1258 has the tones apart and the letters with circumflex, breve and horn whole: compose all but the tones.
        var records = Read($"{WithTonesApart(Heading)}\n{WithTonesApart(Row)}", encoding: codePage);
        Assert.AreEqual("windows-1258", records.Layout.Encoding);
        Assert.Contains(LayoutRemark.LegacyEncoding, records.Layout.Remarks);
        Assert.AreEqual("pre", records.Assessments.Single().Wave);
    }

    static string WithTonesApart(string text)
    {
        const string Tones = "\u0300\u0301\u0303\u0309\u0323";
        return string.Concat(text.Select(letter =>
        {
            var parts = letter.ToString().Normalize(NormalizationForm.FormD);
            var tone = string.Concat(parts.Where(part => Tones.Contains(part)));
            return string.Concat(parts.Where(part => !Tones.Contains(part))).Normalize() + tone;
        }));
    }

    [TestMethod]
    public void Decomposed_headings_and_words_match_and_are_remarked()
    {
        var records = Read($"{Heading}\n{Row}".Normalize(NormalizationForm.FormD));
        Assert.Contains(LayoutRemark.UnicodeNotNfc, records.Layout.Remarks);
        Assert.AreEqual("pre", records.Assessments.Single().Wave);
    }

    [TestMethod]
    public void A_heading_that_cannot_be_read_in_the_stated_encoding_refuses_the_file()
    {
        var bytes = Encoding.Latin1.GetBytes(Heading.Replace('ọ', 'o').Replace('Đ', 'D').Replace('ợ', 'o') + "\nYLC-001,20/01/2024,x,1,0,1\n");
        var problem = SampleReading.Refusal(() => SampleReading.Of("knowledge-tests", "kiem-tra.csv", bytes, source => source with { Encoding = "utf-8" }));
        Assert.AreEqual(ContractProblemKind.EncodingBroken, problem.Kind);
        Assert.AreEqual("utf-8: byte 1", problem.Found);
        Assert.AreEqual("utf-8", problem.Expected);
    }

    [TestMethod]
    public void A_row_with_a_byte_that_cannot_be_read_goes_to_quarantine_and_the_others_are_taken()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"{Heading}\n{Row}\nYLC-00"), 0xE1, .. Encoding.UTF8.GetBytes(",20/01/2024,Đầu khóa,1,0,1\n")];

        var records = SampleReading.Of("knowledge-tests", "kiem-tra.csv", bytes);

        Assert.AreEqual(new RowProblem(3, "Mã học viên", RowProblemKind.TextUnreadable, "YLC-00\uFFFD"), records.Problems.Single());
        Assert.AreEqual("YLC-001", records.Assessments.Single().Person);
    }

    [TestMethod]
    public void A_missing_column_is_told_with_the_nearest_heading()
    {
        var problems = Assert.ThrowsExactly<BrokenContractException>(() => Read("Mã học viênn,Ngày làm,Lớp,K01,K02,K3\na,b,c,1,1,1")).Problems;
        CollectionAssert.AreEqual(
            new[]
            {
                new ContractProblem(ContractProblemKind.ColumnMissing, "kiem-tra.csv", 1, null, "Mã học viên", "Mã học viênn"),
                new ContractProblem(ContractProblemKind.ColumnMissing, "kiem-tra.csv", 1, null, "Đợt", null),
                new ContractProblem(ContractProblemKind.ColumnMissing, "kiem-tra.csv", 1, null, "K03", "K3"),
            },
            problems.ToArray());
    }

    [TestMethod]
    public void A_declared_column_that_stands_twice_is_ambiguous()
    {
        var problem = SampleReading.Refusal(() => Read($"{Heading},k01\n{Row},1"));
        Assert.AreEqual(new ContractProblem(ContractProblemKind.ColumnAmbiguous, "kiem-tra.csv", 1, "2 ×", "K01"), problem);
    }

    [TestMethod]
    public void Undeclared_columns_are_only_remarked()
    {
        var records = Read($"{Heading},Ghi chú,,ghi chú\n{Row},x,y,z");
        CollectionAssert.AreEqual(
            new[] { LayoutRemark.DuplicateHeader, LayoutRemark.EmptyHeader, LayoutRemark.UnmappedColumn }, records.Layout.Remarks.ToArray());
        Assert.IsEmpty(records.Problems);
    }
}
