namespace ImpactEval.Samples;

/// <summary>The three survey forms: before the course, on its last days, and four to seven months after return.</summary>
sealed class FormFiles(SampleStudy study, IReadOnlyList<WrittenAnswer> corpus, DefectPlanter planter)
{
    static readonly TimeSpan Vietnam = TimeSpan.FromHours(7), Japan = TimeSpan.FromHours(9);

    static IEnumerable<string> SelfItems => Instruments.Self.Items.Select(item => item.Vi);

    public IEnumerable<SourceFile> All()
    {
        yield return Before();
        yield return After();
        yield return FollowUp();
    }

    SourceFile Before()
    {
        var form = new KoboForm(study.Seed, "files/tu-danh-gia-truoc-khoa-hoc.xlsx", "Tự đánh giá trước khóa học", 4_310_000, Vietnam, SelfItems);
        foreach (var response in Of(Instruments.Self, Waves.Pre))
            form.Submit(response.Participant, response.Date, Numbers(response));
        var table = form.Table();
        DefectPlanter.InFormBefore(table);
        return new SourceFile(table.File, form.Workbook(table), [.. table.Defects()]);
    }

    SourceFile After()
    {
        var form = new KoboForm(study.Seed, "files/phieu-cuoi-khoa.xlsx", "Phiếu cuối khóa", 4_350_000, Japan,
        [
            .. SelfItems.Select(item => Headings.Now + item), .. SelfItems.Select(item => Headings.Before + item),
            .. Instruments.Reaction.Items.Select(item => item.Vi), Headings.MostUseful, Headings.Proposal,
        ]);
        foreach (var response in Of(Instruments.Self, Waves.Post))
        {
            var person = response.Participant;
            form.Submit(person, response.Date,
            [
                .. Numbers(response), .. Numbers(study.Find(person, Instruments.Self, Waves.Then)!),
                .. study.Find(person, Instruments.Reaction, Waves.Post)!.Values.Select(Headings.AgreementWord),
                Text(person, Corpus.MostUseful), Text(person, Corpus.Proposal),
            ]);
        }
        var table = form.Table();
        planter.InFormAfter(table);
        return new SourceFile(table.File, form.Workbook(table), [.. table.Defects()]);
    }

    SourceFile FollowUp()
    {
        (InstrumentSheet Instrument, string Question)[] choices =
            [(Instruments.Areas, Headings.Areas), (Instruments.Barriers, Headings.Barriers), (Instruments.Enablers, Headings.Enablers)];
        var form = new KoboForm(study.Seed, "files/phieu-theo-doi.xlsx", "Phiếu theo dõi sau khi về nước", 4_420_000, Vietnam,
        [
            .. SelfItems, .. Instruments.Application.Items.Select(item => item.Vi),
            .. choices.SelectMany(choice => choice.Instrument.Items.Select(item => $"{choice.Question}/{item.Vi}").Prepend(choice.Question)), Headings.Applied,
        ]);
        foreach (var response in Of(Instruments.Self, Waves.FollowUp))
        {
            var person = response.Participant;
            form.Submit(person, response.Date,
            [
                .. Numbers(response), .. Numbers(study.Find(person, Instruments.Application, Waves.FollowUp)!),
                .. choices.SelectMany(choice => Ticked(choice.Instrument, study.Find(person, choice.Instrument, Waves.FollowUp))), Text(person, Corpus.Applied),
            ]);
        }
        var table = form.Table();
        planter.InFormFollowUp(table);
        return new SourceFile(table.File, form.Workbook(table), [.. table.Defects()]);
    }

    /// <summary>A select-multiple: the ticked labels in one cell, then a 0 or 1 for each choice; all empty when it was passed over.</summary>
    static IEnumerable<string> Ticked(InstrumentSheet instrument, RawResponse? response)
    {
        if (response is null)
            return Enumerable.Repeat("", instrument.Items.Length + 1);
        var labels = instrument.Items.Zip(response.Values).Where(pair => pair.Second == 1).Select(pair => pair.First.Vi);
        return Numbers(response).Prepend(string.Join(' ', labels));
    }

    static IEnumerable<string> Numbers(RawResponse response) => response.Values.Select(Headings.Number);

    string Text(Participant participant, string question) => texts.GetValueOrDefault((participant.Code, question), "");

    readonly Dictionary<(string, string), string> texts = corpus.Where(answer => answer.Asked is null && answer.Question != Corpus.Seminar)
        .ToDictionary(answer => (answer.Participant.Code, answer.Question), answer => answer.Text);

    IEnumerable<RawResponse> Of(InstrumentSheet instrument, string wave) =>
        study.Responses.Where(response => response.Instrument == instrument && response.Wave == wave);
}
