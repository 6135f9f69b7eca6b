using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Transcripts;

[TestClass]
public sealed class TranscriptTests
{
    static readonly string[] Head = ["BIÊN BẢN PHỎNG VẤN", "Mã học viên: YLC-001", "Ngày phỏng vấn: ngày 16 tháng 9 năm 2024", ""];

    static FileRecords Read(params string[] turns) => SampleReading.Of("interviews", "phong-van/01.docx", Office.Document([.. Head, .. turns]));

    [TestMethod]
    public void Only_the_participants_turns_become_answers_and_count_up()
    {
        var records = Read("PV: Anh đã áp dụng gì?", "HV: Quy hoạch xanh.", "Người phỏng vấn: Còn gì nữa?", "Học viên: Một cửa điện tử.");
        CollectionAssert.AreEqual(
            new[]
            {
                new AnswerRecord("YLC-001", "interview", "follow_up", 1, new DateOnly(2024, 9, 16), "Quy hoạch xanh.", 6),
                new AnswerRecord("YLC-001", "interview", "follow_up", 2, new DateOnly(2024, 9, 16), "Một cửa điện tử.", 8),
            },
            records.Answers.ToArray());
        Assert.AreEqual(2, records.RowsRead);
        Assert.IsEmpty(records.Problems);
        Assert.AreEqual(SourceFormat.Docx, records.Layout.Format);
    }

    [TestMethod]
    public void A_turn_goes_on_over_paragraphs_until_the_next_label()
    {
        var records = Read("HV: Ba việc:", "thứ nhất: cây xanh;", "thứ hai: giao thông.", "PV: Cảm ơn.", "không phải của học viên", "HV: Vâng.");
        CollectionAssert.AreEqual(
            new[] { "Ba việc:\nthứ nhất: cây xanh;\nthứ hai: giao thông.", "Vâng." }, records.Answers.Select(answer => answer.Text).ToArray());
    }

    [TestMethod]
    [DataRow("HV：Vâng ạ")]
    [DataRow("hv : Vâng ạ")]
    [DataRow("HỌC VIÊN:\u00A0Vâng ạ")]
    public void Labels_match_however_they_are_typed(string turn) => Assert.AreEqual("Vâng ạ", Read(turn).Answers.Single().Text);

    [TestMethod]
    public void A_table_of_speakers_and_words_is_read_like_paragraphs()
    {
        static string Cell(params string[] texts) => $"<w:tc>{string.Concat(texts.Select(text => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))}</w:tc>";
        var body = $"<w:tbl><w:tr>{Cell("Mã học viên:")}{Cell("ylc-001")}</w:tr></w:tbl>"
            + $"<w:tbl><w:tr>{Cell("PV")}{Cell("Gì?")}</w:tr><w:tr>{Cell("HV")}{Cell("Một.", "Hai.")}</w:tr></w:tbl>";
        var records = SampleReading.Of("interviews", "01.docx", Office.DocumentOf(body));
        var answer = records.Answers.Single();
        Assert.AreEqual(("YLC-001", "Một.\nHai.", 5, (DateOnly?)null), (answer.Person, answer.Text, answer.SourceRow, answer.GivenOn));
        Assert.AreEqual(RowProblemKind.IdVariant, records.Problems.Single().Kind);
    }

    [TestMethod]
    public void Deleted_text_is_not_read_and_a_line_break_is_kept()
    {
        var body = "<w:p><w:r><w:t>Mã học viên: A</w:t></w:r></w:p><w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>HV: </w:t></w:r>"
            + "<w:del><w:r><w:delText>xóa</w:delText></w:r></w:del><w:ins><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r></w:ins></w:p>";
        Assert.AreEqual("một\nhai", SampleReading.Of("interviews", "01.docx", Office.DocumentOf(body)).Answers.Single().Text);
    }

    [TestMethod]
    public void Alternative_content_is_read_once()
    {
        var body = "<w:p><w:r><w:t>Mã học viên: A</w:t></w:r></w:p><w:p><w:r><w:t>HV: một</w:t></w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:r><w:t> hai</w:t></w:r>"
            + "</mc:Choice><mc:Fallback><w:r><w:t> hai</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>";
        Assert.AreEqual("một hai", SampleReading.Of("interviews", "01.docx", Office.DocumentOf(body)).Answers.Single().Text);
    }

    [TestMethod]
    public void A_document_without_the_participants_line_is_refused_with_the_nearest_label()
    {
        var problem = SampleReading.Refusal(() => SampleReading.Of("interviews", "01.docx", Office.Document("Mã sinh viên: YLC-001", "HV: Vâng.")));
        Assert.AreEqual(new ContractProblem(ContractProblemKind.ColumnMissing, "01.docx", null, null, "Mã học viên", "Mã sinh viên"), problem);
    }

    [TestMethod]
    public void A_document_in_which_the_participant_says_nothing_is_refused() =>
        Assert.AreEqual(ContractProblemKind.FileWithoutRows, SampleReading.Refusal(() => Read("PV: Anh đã áp dụng gì?")).Kind);

    [TestMethod]
    public void A_participants_line_without_code_sends_the_turns_to_quarantine()
    {
        var records = SampleReading.Of("interviews", "01.docx", Office.Document("Mã học viên:", "HV: Vâng.", "PV: Gì?", "HV: Không."));
        Assert.IsEmpty(records.Answers);
        CollectionAssert.AreEqual(new[] { (2, RowProblemKind.MissingId), (4, RowProblemKind.MissingId) }, records.Problems.Select(one => (one.Row, one.Kind)).ToArray());
    }

    [TestMethod]
    public void A_date_that_is_none_sends_the_turns_to_quarantine()
    {
        var records = SampleReading.Of("interviews", "01.docx", Office.Document("Mã học viên: A", "Ngày phỏng vấn: 31/02/2024", "HV: Vâng."));
        Assert.AreEqual(new RowProblem(3, "Ngày phỏng vấn", RowProblemKind.DateInvalid, "31/02/2024"), records.Problems.Single());
    }

    [TestMethod]
    public void A_silent_turn_is_told() =>
        Assert.AreEqual(new RowProblem(5, "HV", RowProblemKind.EmptyAnswer, "…", Rejects: false), Read("HV: …", "PV: Gì?", "HV: Vâng.").Problems.Single());

    [TestMethod]
    public void Nesting_without_end_does_not_exhaust_the_stack()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt>", 100_000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 100_000));
        Assert.AreEqual(ContractProblemKind.ColumnMissing, SampleReading.Refusal(() => SampleReading.Of("interviews", "01.docx", Office.DocumentOf(deep))).Kind);
    }

    [TestMethod]
    public void An_interview_that_is_no_document_is_refused() =>
        Assert.AreEqual(ContractProblemKind.ContentTypeMismatch, SampleReading.Refusal(() => SampleReading.Of("interviews", "01.txt", "HV: Vâng."u8.ToArray())).Kind);

    [TestMethod]
    public void A_document_is_no_table() =>
        Assert.AreEqual(ContractProblemKind.ContentTypeMismatch, SampleReading.Refusal(() => SampleReading.Of("roster", "01.docx", Office.Document("a"))).Kind);
}
