namespace ImpactEval.Samples;

public sealed record TrueChange(string Outcome, string From, string To, PairMoments Moments);

public sealed record TrueWave(string Outcome, string Wave, WaveMoments Moments);

/// <summary>
/// The estimands of the study: what complete pairs show over very many simulated people, after clipping, rounding, open items, attrition and
/// the scoring rules of the study file.
/// </summary>
public sealed record Truth(ulong Seed, int People, IReadOnlyList<TrueChange> Changes, IReadOnlyList<TrueWave> Waves)
{
    /// <summary>Differs from every sample's seed, so that the truth does not contain a sample.</summary>
    const ulong SimulationSeed = 0x7275746874727574;

    /// <summary>Fixed, so that sums are added in one order whatever the number of threads.</summary>
    const int Parts = 64;

    /// <summary>Smallest important differences as the study file declares them.</summary>
    static readonly Dictionary<string, double> Important = new() { ["knowledge"] = 5, ["self"] = 0.25, ["superior"] = 0.2 };

    static readonly (string From, string To)[] Comparisons =
    [
        (Samples.Waves.Pre, Samples.Waves.Post),
        (Samples.Waves.Pre, Samples.Waves.FollowUp),
        (Samples.Waves.Post, Samples.Waves.FollowUp),
        (Samples.Waves.Then, Samples.Waves.Post),
        (Samples.Waves.Pre, Samples.Waves.Then),
    ];

    public static Truth Simulate(int people)
    {
        var rounds = (people + Background.RoundSize - 1) / Background.RoundSize;
        var parts = new Tally[Parts];
        Parallel.For(0, Parts, part => parts[part] = Tally.Of(SimulationSeed, part * rounds / Parts, (part + 1) * rounds / Parts));
        var whole = parts[0];
        foreach (var part in parts.Skip(1))
            whole.Add(part);
        return new Truth(SimulationSeed, rounds * Background.RoundSize, whole.Changes, whole.Waves);
    }

    /// <summary>Sums over some rounds of the programme.</summary>
    sealed class Tally
    {
        readonly List<(TrueChange Change, int From, int To, int Outcome, double Important)> changes = [];
        readonly List<(TrueWave Wave, int Occasion, int Outcome)> waves = [];
        readonly List<(InstrumentSheet Instrument, int[] Positions)> outcomes = [];

        Tally()
        {
            foreach (var instrument in Instruments.Occasions.Select(occasion => occasion.Instrument).Distinct())
            {
                foreach (var part in instrument.Parts.Prepend(""))
                    Follow(instrument, part);
            }
        }

        public IReadOnlyList<TrueChange> Changes => [.. changes.Select(change => change.Change)];
        public IReadOnlyList<TrueWave> Waves => [.. waves.Select(wave => wave.Wave)];

        public static Tally Of(ulong seed, int firstRound, int endRound)
        {
            var tally = new Tally();
            for (var round = firstRound; round < endRound; round++)
            {
                foreach (var person in Background.Round(seed, round))
                    tally.Count(ResponseModel.Of(seed, person));
            }
            return tally;
        }

        public void Add(Tally other)
        {
            for (var index = 0; index < changes.Count; index++)
                changes[index].Change.Moments.Add(other.changes[index].Change.Moments);
            for (var index = 0; index < waves.Count; index++)
                waves[index].Wave.Moments.Add(other.waves[index].Wave.Moments);
        }

        void Follow(InstrumentSheet instrument, string part)
        {
            var code = part.Length == 0 ? instrument.Code : $"{instrument.Code}.{part}";
            var positions = instrument.PositionsOf(part);
            var outcome = outcomes.Count;
            outcomes.Add((instrument, positions));
            foreach (var occasion in Instruments.Occasions.Where(occasion => occasion.Instrument == instrument))
                waves.Add((new TrueWave(code, occasion.Wave, new WaveMoments(positions.Length)), Instruments.IndexOf(instrument, occasion.Wave), outcome));
            var used = waves.Where(wave => wave.Outcome == outcome).ToDictionary(wave => wave.Wave.Wave, wave => wave.Occasion);
            foreach (var (from, to) in Comparisons.Where(pair => used.ContainsKey(pair.From) && used.ContainsKey(pair.To)))
            {
                var important = Important.GetValueOrDefault(code, double.PositiveInfinity);
                changes.Add((new TrueChange(code, from, to, new PairMoments()), used[from], used[to], outcome, important));
            }
        }

        void Count(double[]?[] answers)
        {
            var scores = new double[outcomes.Count, answers.Length];
            for (var index = 0; index < waves.Count; index++)
            {
                var (wave, occasion, outcome) = waves[index];
                var (instrument, positions) = outcomes[outcome];
                var values = answers[occasion];
                var score = values is null ? double.NaN : instrument.Score(positions, values);
                scores[outcome, occasion] = score;
                if (values is not null)
                    wave.Moments.Add(instrument, positions, values, score);
            }
            foreach (var (change, from, to, outcome, important) in changes)
                change.Moments.Add(scores[outcome, from], scores[outcome, to], important);
        }
    }
}
