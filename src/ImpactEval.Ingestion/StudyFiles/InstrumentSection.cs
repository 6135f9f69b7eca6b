using System.Globalization;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>What is asked: instruments with their items, scale and parts, and the open questions.</summary>
sealed class InstrumentSection(Reading reading, Declared declared)
{
    /// <summary>A score is given when at least half of the items are answered, unless the study says otherwise.</summary>
    const double UsualMinimumAnswered = 0.5;

    public IReadOnlyList<Instrument> Instruments(Fields study)
    {
        var instruments = study.List("instruments", Instrument, mayBeEmpty: false);
        reading.EachOnce(instruments.Select(instrument => instrument.Code).OfType<YamlText>());
        return [.. instruments.Select(instrument => instrument.Value)];
    }

    public IReadOnlyList<OpenQuestion> Questions(Fields study)
    {
        var questions = study.List("questions", Question);
        var codes = questions.Select(question => question.Code).OfType<YamlText>().ToArray();
        reading.EachOnce(codes);
        declared.Questions.AddRange(codes.Select(code => code.Text));
        return [.. questions.Select(question => question.Value)];
    }

    Coded<OpenQuestion> Question(YamlPart part)
    {
        var fields = Fields.Of(part, StudyKeys.Question, reading);
        var code = fields.Code("code");
        return new(code, new OpenQuestion(code?.Text ?? "", fields.LocalText("text")));
    }

    Coded<Instrument> Instrument(YamlPart part)
    {
        var fields = Fields.Of(part, StudyKeys.Instrument, reading);
        var code = fields.Code("code");
        var items = fields.List("items", Item, mayBeEmpty: false);
        var itemCodes = items.Select(item => item.Code).OfType<YamlText>().ToArray();
        reading.EachOnce(itemCodes);
        var competencies = fields.List("competencies", competency => Competency(competency, [.. itemCodes.Select(item => item.Text)]));
        reading.EachOnce(competencies.Select(competency => competency.Code).OfType<YamlText>());
        var instrument = new Instrument(
            code?.Text ?? "",
            fields.LocalText("title"),
            fields.Word<KirkpatrickLevel>("level") ?? default,
            Scale(fields),
            Scoring(fields),
            [.. items.Select(item => item.Value)],
            [.. competencies.Select(competency => competency.Value)]);
        Declare(instrument);
        return new(code, instrument);
    }

    void Declare(Instrument instrument)
    {
        if (instrument.Code.Length == 0)
            return;
        declared.Instruments.TryAdd(instrument.Code, (instrument.Scale.Low, instrument.Scale.High));
        declared.Outcomes.Add(instrument.Code);
        declared.Outcomes.AddRange(instrument.Competencies.Select(competency => $"{instrument.Code}.{competency.Code}"));
    }

    ScoreScale Scale(Fields instrument)
    {
        if (instrument.Part("scale") is not { } part)
            return new ScoreScale(0, 1);
        var fields = Fields.Of(part, StudyKeys.Scale, reading);
        var low = fields.Number("low", double.NaN, "", static _ => true);
        var high = fields.Number("high", double.NaN, "", static _ => true);
        if (low < high)
            return new ScoreScale(low, high);
        if (low >= high)
            reading.Report(ContractProblemKind.OutOfRange, fields.Line, $"{Shown(low)} … {Shown(high)}", "low < high");
        return new ScoreScale(double.MinValue, double.MaxValue);
    }

    static string Shown(double number) => number.ToString(CultureInfo.InvariantCulture);

    Scoring Scoring(Fields instrument)
    {
        if (instrument.Part("scoring") is not { } part)
            return new Scoring(ScoreRule.Mean, MissingItemRule.Skip, UsualMinimumAnswered);
        var fields = Fields.Of(part, StudyKeys.Scoring, reading);
        return new Scoring(
            fields.Word<ScoreRule>("rule") ?? ScoreRule.Mean,
            fields.Word<MissingItemRule>("missing") ?? MissingItemRule.Skip,
            fields.Number("minimumAnswered", UsualMinimumAnswered, "0 ≤ x ≤ 1", static share => share is >= 0 and <= 1));
    }

    Coded<Item> Item(YamlPart part)
    {
        var fields = Fields.Of(part, StudyKeys.Item, reading);
        var code = fields.Code("code");
        return new(code, new Item(code?.Text ?? "", fields.LocalText("text"), fields.Flag("reversed", otherwise: false)));
    }

    Coded<Competency> Competency(YamlPart part, IReadOnlyCollection<string> itemsOfInstrument)
    {
        var fields = Fields.Of(part, StudyKeys.Competency, reading);
        var code = fields.Code("code");
        var items = fields.Texts("items", mayBeEmpty: false);
        reading.EachOnce(items);
        foreach (var item in items)
            reading.Refer(item, () => itemsOfInstrument);
        return new(code, new Competency(code?.Text ?? "", fields.LocalText("title"), [.. items.Select(item => item.Text)]));
    }
}
