namespace ImpactEval.Samples;

/// <summary>Interviews as documents: a heading, who and when, then the turns.</summary>
static class Transcripts
{
    static readonly string[] Manners = ["Trực tuyến", "Điện thoại", "Trực tiếp tại cơ quan"];

    public static IEnumerable<SourceFile> Of(IReadOnlyList<WrittenAnswer> corpus) => corpus
        .Where(answer => answer.Question == Corpus.Interview)
        .GroupBy(answer => answer.Participant.Code)
        .Select(turns => new SourceFile($"files/phong-van/phong-van-{turns.Key}.docx", DocxFile.Of(Paragraphs([.. turns])), []));

    static IEnumerable<Paragraph> Paragraphs(IReadOnlyList<WrittenAnswer> turns)
    {
        var participant = turns[0].Participant;
        yield return new Paragraph("BIÊN BẢN PHỎNG VẤN SAU KHI VỀ NƯỚC", "");
        yield return new Paragraph($"{Headings.Code}: ", participant.Code);
        yield return new Paragraph($"{Headings.Course}: ", (participant.Background.Course + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        yield return new Paragraph("Ngày phỏng vấn: ", Headings.Day(turns[0].Date));
        yield return new Paragraph("Hình thức: ", Manners[participant.Background.Index % Manners.Length]);
        foreach (var turn in turns)
        {
            yield return new Paragraph("PV: ", turn.Asked ?? "");
            yield return new Paragraph("HV: ", turn.Text);
        }
    }
}
