namespace ImpactEval.Samples;

/// <summary>From what is true of a person to the answers that person gives, in whole points, with open items as NaN.</summary>
static class ResponseModel
{
    static readonly ulong[] Streams =
        [.. Instruments.Occasions.Select(occasion => Chance.Named($"{occasion.Instrument.Code}/{occasion.Wave}"))];

    static readonly ulong Yardsticks = Chance.Named("yardsticks");
    static readonly ulong Raters = Chance.Named("raters");

    /// <summary>Answers by <see cref="Instruments.Occasions"/>; null where the person was not measured or passed a whole question over.</summary>
    public static double[]?[] Of(ulong seed, Background person)
    {
        var standing = Standing.Of(seed, person);
        var presence = Presence.Of(seed, person, standing);
        var yardstick = TrueEffects.Overrating + TrueEffects.OverratingSpread * new Chance(seed, Yardsticks, person.Index).NextNormal();
        var rater = new Chance(seed, Raters, person.Index).NextNormal();

        var answers = new double[]?[Instruments.Occasions.Count];
        for (var index = 0; index < answers.Length; index++)
        {
            var occasion = Instruments.Occasions[index];
            if (!presence.At(occasion))
                continue;
            var chance = new Chance(seed, Streams[index], person.Index);
            answers[index] = occasion.Instrument.Code switch
            {
                "knowledge" => Knowledge(chance, standing, occasion),
                "self" => Self(chance, standing, yardstick, occasion),
                "superior" => Superior(chance, standing, rater, occasion),
                "reaction" => Ratings(chance, occasion.Instrument, 0.35 * (standing.Responsiveness - 1) + 0.45 * chance.NextNormal(), 0.60),
                "application" => Ratings(chance, occasion.Instrument, 0.50 * (standing.Responsiveness - 1) + 0.45 * chance.NextNormal(), 0.65),
                "plan" => Plan(chance, standing, occasion.Instrument),
                _ => Choices(chance, occasion.Instrument),
            };
        }
        return answers;
    }

    /// <summary>Right when ability and luck together pass the item's difficulty: a normal-ogive model with one factor per field.</summary>
    static double[] Knowledge(Chance chance, Standing standing, Occasion occasion)
    {
        var items = occasion.Instrument.Items;
        var answers = new double[items.Length];
        for (var position = 0; position < answers.Length; position++)
        {
            var item = items[position];
            var ability = standing.FieldAt(FieldOf[position], occasion.Wave);
            var right = item.Loading * ability + Math.Sqrt(1 - item.Loading * item.Loading) * chance.NextNormal() > item.Offset;
            answers[position] = chance.Happens(occasion.Instrument.MissingShare) ? double.NaN : right ? 1 : 0;
        }
        return answers;
    }

    static double[] Self(Chance chance, Standing standing, double yardstick, Occasion occasion)
    {
        const double spread = 0.50, noise = 0.62, moodSpread = 0.12;
        var mood = moodSpread * chance.NextNormal();
        return Rated(chance, occasion.Instrument, noise, position =>
        {
            var part = CompetencyOf[position];
            return TrueEffects.CompetencyLevel[part] + spread * standing.Competencies[part] + mood
                + standing.CompetencyGainAt(part, occasion.Wave) + (occasion.Wave == Waves.Pre ? yardstick : 0);
        });
    }

    static double[] Superior(Chance chance, Standing standing, double rater, Occasion occasion)
    {
        const double level = 3.55, ability = 0.30, leniency = 0.35, visit = 0.22, noise = 0.60, kept = 1.0;
        var seen = level + ability * standing.General + leniency * rater + visit * chance.NextNormal()
            + TrueEffects.SuperiorGain * standing.EffectAt(occasion.Wave, kept);
        return Rated(chance, occasion.Instrument, noise, _ => seen);
    }

    /// <summary>Ratings around each item's own mean, raised or lowered by the person's view of the whole.</summary>
    static double[] Ratings(Chance chance, InstrumentSheet instrument, double view, double noise) => Rated(chance, instrument, noise, _ => view);

    static double[] Rated(Chance chance, InstrumentSheet instrument, double noise, Func<int, double> centre)
    {
        var answers = new double[instrument.Items.Length];
        for (var position = 0; position < answers.Length; position++)
        {
            var item = instrument.Items[position];
            var felt = Whole(centre(position) + item.Offset + noise * chance.NextNormal(), instrument);
            answers[position] = chance.Happens(instrument.MissingShare) ? double.NaN : item.Reversed ? instrument.Low + instrument.High - felt : felt;
        }
        return answers;
    }

    /// <summary>Marks of the panel in half points.</summary>
    static double[] Plan(Chance chance, Standing standing, InstrumentSheet instrument)
    {
        const double level = 6.9, ability = 0.55, response = 0.9, noise = 0.7;
        var quality = level + ability * standing.General + response * (standing.Responsiveness - 1);
        return [.. instrument.Items.Select(item =>
            Math.Clamp(Math.Floor(2 * (quality + item.Offset + noise * chance.NextNormal()) + 0.5) / 2, instrument.Low, instrument.High))];
    }

    /// <summary>Choices ticked; null when the question was passed over, which survey tools export as empty cells for all of its choices.</summary>
    static double[]? Choices(Chance chance, InstrumentSheet instrument)
    {
        const double passedOver = 0.03;
        return chance.Happens(passedOver) ? null : [.. instrument.Items.Select(item => chance.NextNormal() < item.Offset ? 1.0 : 0.0)];
    }

    static double Whole(double felt, InstrumentSheet instrument) => Math.Clamp(Math.Floor(felt + 0.5), instrument.Low, instrument.High);

    static readonly int[] FieldOf = [.. Instruments.Knowledge.Items.Select(item => Array.IndexOf(TrueEffects.Fields, item.Part))];
    static readonly int[] CompetencyOf = [.. Instruments.Self.Items.Select(item => Array.IndexOf(TrueEffects.Competencies, item.Part))];
}
