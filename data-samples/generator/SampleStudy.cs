namespace ImpactEval.Samples;

/// <summary>One person's answers at one occasion: a number per item of the instrument, open items NaN, as intended before any defect of a file.</summary>
public sealed record RawResponse(Participant Participant, string Wave, InstrumentSheet Instrument, DateOnly Date, double[] Values);

/// <summary>A sample in memory: people in the order of their codes, responses in the order of person and <see cref="Instruments.Occasions"/>.</summary>
public sealed record SampleStudy(ulong Seed, IReadOnlyList<Participant> Participants, IReadOnlyList<RawResponse> Responses)
{
    /// <summary>The response of one person at one occasion, or null when there is none.</summary>
    public RawResponse? Find(Participant participant, InstrumentSheet instrument, string wave) =>
        byOccasion.GetValueOrDefault((participant.Code, instrument.Code, wave));

    readonly Dictionary<(string, string, string), RawResponse> byOccasion =
        Responses.ToDictionary(response => (response.Participant.Code, response.Instrument.Code, response.Wave));
}
