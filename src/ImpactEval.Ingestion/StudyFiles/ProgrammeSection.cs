using System.Globalization;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>Who pays and takes part, when, and what divides the participants: programme, cohorts, groups, waves.</summary>
sealed class ProgrammeSection(Reading reading, Declared declared)
{
    public Programme Programme(Fields study)
    {
        if (study.Part("programme") is not { } part)
            return new Programme(new Organisation("", new LocalText("")), [], null, default);
        var fields = Fields.Of(part, StudyKeys.Programme, reading);
        var sponsor = fields.Part("sponsor") is { } paying ? Organisation(paying).Value : new Organisation("", new LocalText(""));
        var partners = fields.List("partners", Organisation);
        reading.EachOnce(partners.Select(partner => partner.Code).OfType<YamlText>());
        return new Programme(
            sponsor,
            [.. partners.Select(partner => partner.Value)],
            fields.Text("agreement"),
            fields.Word<SponsorCalendar>("calendar") ?? default);
    }

    public IReadOnlyList<Cohort> Cohorts(Fields study)
    {
        var cohorts = study.List("cohorts", Cohort, mayBeEmpty: false);
        reading.EachOnce(cohorts.Select(cohort => cohort.Code).OfType<YamlText>());
        return [.. cohorts.Select(cohort => cohort.Value)];
    }

    public IReadOnlyList<GroupDimension> Groups(Fields study)
    {
        var groups = study.List("groups", Group);
        var codes = groups.Select(group => group.Code).OfType<YamlText>().ToArray();
        reading.EachOnce(codes);
        foreach (var code in codes.Where(code => code.Text == Declared.CohortGroup))
            reading.Report(ContractProblemKind.DuplicateCode, code.Line, code.Text, ExpectedForm.KeyOnce);
        declared.Groups.AddRange(codes.Select(code => code.Text));
        return [.. groups.Select(group => group.Value)];
    }

    public IReadOnlyList<Wave> Waves(Fields study)
    {
        var order = 0;
        var waves = study.List("waves", part => Wave(part, ++order), mayBeEmpty: false);
        var codes = waves.Select(wave => wave.Code).OfType<YamlText>().ToArray();
        reading.EachOnce(codes);
        declared.Waves.AddRange(codes.Select(code => code.Text));
        return [.. waves.Select(wave => wave.Value)];
    }

    Coded<Organisation> Organisation(YamlPart part)
    {
        var fields = Fields.Of(part, StudyKeys.Organisation, reading);
        var code = fields.Code("code");
        return new(code, new Organisation(code?.Text ?? "", fields.LocalText("name")));
    }

    Coded<Cohort> Cohort(YamlPart part)
    {
        var fields = Fields.Of(part, StudyKeys.Cohort, reading);
        var code = fields.Code("code");
        var (starts, ends) = (fields.Date("starts"), fields.Date("ends"));
        if (starts != default && ends != default && ends < starts)
            reading.Report(ContractProblemKind.OutOfRange, fields.Part("ends")!.Line, Shown(ends), $"≥ {Shown(starts)}");
        return new(code, new Cohort(
            code?.Text ?? "", fields.LocalText("title"), starts, ends, fields.Has("place") ? fields.LocalText("place") : null));
    }

    static string Shown(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    Coded<GroupDimension> Group(YamlPart part)
    {
        var fields = Fields.Of(part, StudyKeys.Group, reading);
        var code = fields.Code("code");
        var values = fields.List("values", GroupValue, mayBeEmpty: false);
        reading.EachOnce(values.Select(value => value.Code).OfType<YamlText>());
        var cuts = fields.List("cuts", cut => fields.Number(cut, "", static _ => true) ?? double.NaN);
        if (fields.Has("cuts"))
            CheckBands(fields, values.Count, cuts);
        return new(code, new GroupDimension(code?.Text ?? "", fields.LocalText("title"), [.. values.Select(value => value.Value)], cuts));
    }

    Coded<GroupValue> GroupValue(YamlPart part)
    {
        var fields = Fields.Of(part, StudyKeys.GroupValue, reading);
        var code = fields.Code("code");
        return new(code, new GroupValue(code?.Text ?? "", fields.LocalText("title")));
    }

    /// <summary>n cuts in rising order divide numbers into n + 1 bands.</summary>
    void CheckBands(Fields fields, int bands, IReadOnlyList<double> cuts)
    {
        var line = fields.Part("cuts")!.Line;
        var shown = string.Join(", ", cuts.Select(cut => cut.ToString(CultureInfo.InvariantCulture)));
        if (cuts.Count == 0)
            reading.Report(ContractProblemKind.OutOfRange, line, "[]", ExpectedForm.FilledList);
        else if (cuts.Zip(cuts.Skip(1)).Any(pair => pair.First >= pair.Second))
            reading.Report(ContractProblemKind.OutOfRange, line, shown, "c1 < c2 < …");
        if (bands != cuts.Count + 1 && fields.Part("values") is { } values)
            reading.Report(ContractProblemKind.OutOfRange, values.Line, $"values: {bands}", $"cuts + 1 = {cuts.Count + 1}");
    }

    Coded<Wave> Wave(YamlPart part, int order)
    {
        var fields = Fields.Of(part, StudyKeys.Wave, reading);
        var code = fields.Code("code");
        double? month = fields.Part("month") is { } written ? fields.Number(written, "", static _ => true) : null;
        return new(code, new Wave(code?.Text ?? "", fields.Word<WaveKind>("kind") ?? default, order, month, fields.LocalText("title")));
    }
}
