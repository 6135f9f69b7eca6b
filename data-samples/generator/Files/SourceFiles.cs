using System.Text;

namespace ImpactEval.Samples;

/// <summary>A file of the study as it arrives, and what is wrong in it on purpose.</summary>
sealed record SourceFile(string Path, byte[] Content, IReadOnlyList<PlantedDefect> Defects);

/// <summary>The roster and the tables that are not survey forms: test, superiors' ratings, marks of action plans, seminar statements.</summary>
sealed class SourceFiles(SampleStudy study, IReadOnlyList<WrittenAnswer> corpus)
{
    const string WindowsLineEnd = "\r\n", UnixLineEnd = "\n";
    static readonly UTF8Encoding WithMark = new(true), WithoutMark = new(false);

    readonly DefectPlanter planter = new(study);

    public IEnumerable<SourceFile> All() =>
        [Roster(), .. new FormFiles(study, corpus, planter).All(), Knowledge(), Superiors(), Plans(), Statements(), .. Transcripts.Of(corpus)];

    SourceFile Roster()
    {
        string[][] above =
        [
            ["DANH SÁCH HỌC VIÊN"],
            ["Chương trình đào tạo cán bộ lãnh đạo trẻ các thành phố, Lớp 1 – Lớp 6 (dữ liệu mô phỏng)"],
            [],
        ];
        string[] levels = ["Cấp tỉnh/thành phố", "Cấp huyện/quận", "Cấp sở ngành", "Cấp phòng/phường xã"];
        var table = new TableDraft(
            "files/danh-sach-hoc-vien.xlsx",
            [
                "STT", Headings.Code, Headings.Name, "Giới tính", "Năm sinh", "Chức vụ", "Đơn vị công tác", "Cấp lãnh đạo", "Thành phố", "Tỉnh",
                Headings.Course, "Thư điện tử", "Số điện thoại",
            ],
            above.Length + 1);
        foreach (var person in study.Participants)
        {
            var background = person.Background;
            table.Add([
                Headings.Number(background.Index + 1), person.Code, person.Person.Name, background.Woman ? "Nữ" : "Nam",
                Headings.Number(background.BirthYear), person.Position, person.Unit, levels[background.Level], person.City, person.Province,
                Headings.CourseOf(person), person.Person.Email, person.Person.Phone,
            ]);
        }
        planter.InRoster(table);
        var content = XlsxFile.Of("Danh sách", [.. above, table.Headings, .. table.Rows], table.ColumnOf("STT"), table.ColumnOf("Năm sinh"));
        return new SourceFile(table.File, content, [.. table.Defects()]);
    }

    /// <summary>The test at all waves; decomposed Unicode, as some systems write it.</summary>
    SourceFile Knowledge()
    {
        (string Wave, string Word)[] waves = [(Waves.Pre, "Trước khóa học"), (Waves.Post, "Sau khóa học"), (Waves.FollowUp, "Theo dõi")];
        var instrument = Instruments.Knowledge;
        var table = new TableDraft(
            "files/kiem-tra-kien-thuc.csv", [Headings.Code, Headings.Wave, "Ngày làm bài", .. instrument.Items.Select(item => item.Code)]);
        foreach (var (wave, word) in waves)
        {
            foreach (var response in Of(instrument, wave))
                table.Add([response.Participant.Code, word, Headings.Day(response.Date), .. response.Values.Select(Headings.RightOrWrong)]);
        }
        DefectPlanter.InKnowledge(table);
        var text = CsvText.Of(table, ',', UnixLineEnd).Normalize(NormalizationForm.FormD);
        return new SourceFile(table.File, WithoutMark.GetBytes(text), [.. table.Defects()]);
    }

    SourceFile Superiors()
    {
        (string Wave, string Word)[] waves = [(Waves.Pre, "Trước"), (Waves.FollowUp, "Sau khi về nước")];
        var instrument = Instruments.Superior;
        var table = new TableDraft(
            "files/cap-tren-danh-gia.csv", [Headings.Code, Headings.Wave, "Ngày đánh giá", .. instrument.Items.Select(item => item.Vi)]);
        foreach (var (wave, word) in waves)
        {
            foreach (var response in Of(instrument, wave))
                table.Add([response.Participant.Code, word, Headings.Day(response.Date), .. response.Values.Select(Headings.Number)]);
        }
        planter.InSuperiors(table);
        return new SourceFile(table.File, Windows1258.Encode(CsvText.Of(table, ';', WindowsLineEnd)), [.. table.Defects()]);
    }

    SourceFile Plans()
    {
        var instrument = Instruments.Plan;
        var table = new TableDraft(
            "files/cham-ke-hoach-hanh-dong.csv", [Headings.Code, "Ngày chấm", .. instrument.Items.Select(item => item.Vi), "Số giờ chuẩn bị"]);
        foreach (var response in Of(instrument, Waves.Post))
        {
            var hours = new Chance(study.Seed, "plan/hours", response.Participant.Background.Index).NextInt(8, 60) / 2.0;
            table.Add([response.Participant.Code, Headings.Day(response.Date), .. response.Values.Select(Headings.DecimalComma), Headings.DecimalComma(hours)]);
        }
        planter.InPlans(table);
        var text = CsvText.Of(table, ';', WindowsLineEnd);
        return new SourceFile(table.File, [.. WithMark.GetPreamble(), .. WithMark.GetBytes(text)], [.. table.Defects()]);
    }

    SourceFile Statements()
    {
        var table = new TableDraft("files/hoi-thao-danh-gia.csv", ["STT", "Ngày", Headings.Code, Headings.Course, Headings.Statement]);
        var statements = corpus.Where(answer => answer.Question == Corpus.Seminar)
            .OrderBy(answer => answer.Date)
            .ThenBy(answer => answer.Participant.Background.Index);
        foreach (var (place, answer) in statements.Index())
        {
            var person = answer.Participant;
            table.Add([Headings.Number(place + 1), Headings.Day(answer.Date), person.Code, Headings.CourseOf(person), answer.Text]);
        }
        DefectPlanter.InStatements(table);
        return new SourceFile(table.File, WithoutMark.GetBytes(CsvText.Of(table, ',', UnixLineEnd)), [.. table.Defects()]);
    }

    IEnumerable<RawResponse> Of(InstrumentSheet instrument, string wave) =>
        study.Responses.Where(response => response.Instrument == instrument && response.Wave == wave);
}
