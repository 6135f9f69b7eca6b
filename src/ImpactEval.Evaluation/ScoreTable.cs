using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>Scores by outcome, wave and participant (in the dataset's order), missing = NaN.</summary>
public sealed class ScoreTable
{
    readonly Dictionary<(string Instrument, string Wave), double[]?[]> items = [];
    readonly int participants;

    public ScoreTable(StudyDataset dataset)
    {
        participants = dataset.Participants.Count;
        var places = dataset.Participants.Select((person, place) => (person.Id, place)).ToDictionary();
        foreach (var assessment in dataset.Assessments)
        {
            var key = (assessment.Instrument, assessment.Wave);
            if (!items.TryGetValue(key, out var rows))
                items[key] = rows = new double[]?[participants];
            // The first assessment of a person at a wave stands; the store tells of a second one.
            rows[places[assessment.Participant]] ??= assessment.Scores;
        }
    }

    /// <summary>Item scores of an instrument at a wave, one row per participant, null where nobody answered.</summary>
    public IReadOnlyList<double[]?> Items(string instrument, string wave) =>
        items.TryGetValue((instrument, wave), out var rows) ? rows : new double[]?[participants];

    /// <summary>The outcome's score of every participant at a wave.</summary>
    public double[] Of(Outcome outcome, string wave) =>
        [.. Items(outcome.Instrument.Code, wave).Select(row => row is null ? double.NaN : outcome.Score(row))];

    /// <summary>The codes of the waves at which each instrument was answered by somebody.</summary>
    public ILookup<string, string> WavesOf(IEnumerable<Instrument> instruments) =>
        instruments.SelectMany(instrument => items.Keys.Where(key => key.Instrument == instrument.Code))
            .ToLookup(key => key.Instrument, key => key.Wave);
}
