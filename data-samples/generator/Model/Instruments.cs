using System.Globalization;

namespace ImpactEval.Samples;

/// <summary>The instruments of the study and the moments they were used at.</summary>
public static class Instruments
{
    public static readonly InstrumentSheet Knowledge = new("knowledge", 0, 1, true, true, 0.03, Test("knowledge"));
    public static readonly InstrumentSheet Self = new("self", 1, 5, false, false, 0.025, Questionnaire("self"));
    public static readonly InstrumentSheet Superior = new("superior", 1, 5, false, false, 0.02, Questionnaire("superior"));
    public static readonly InstrumentSheet Reaction = new("reaction", 1, 5, false, false, 0.02, Questionnaire("reaction"));
    public static readonly InstrumentSheet Application = new("application", 1, 5, false, false, 0.03, Questionnaire("application"));
    public static readonly InstrumentSheet Areas = new("areas", 0, 1, false, false, 0, Questionnaire("areas"));
    public static readonly InstrumentSheet Barriers = new("barriers", 0, 1, false, false, 0, Questionnaire("barriers"));
    public static readonly InstrumentSheet Enablers = new("enablers", 0, 1, false, false, 0, Questionnaire("enablers"));
    public static readonly InstrumentSheet Plan = new("plan", 0, 10, false, false, 0, Questionnaire("plan"));

    /// <summary>Every instrument at every wave it was used at; responses stand in this order.</summary>
    public static readonly IReadOnlyList<Occasion> Occasions =
    [
        new(Knowledge, Waves.Pre), new(Self, Waves.Pre), new(Superior, Waves.Pre),
        new(Self, Waves.Then),
        new(Knowledge, Waves.Post), new(Self, Waves.Post), new(Reaction, Waves.Post), new(Plan, Waves.Post),
        new(Knowledge, Waves.FollowUp), new(Self, Waves.FollowUp), new(Superior, Waves.FollowUp),
        new(Application, Waves.FollowUp), new(Areas, Waves.FollowUp), new(Barriers, Waves.FollowUp), new(Enablers, Waves.FollowUp),
    ];

    public static int IndexOf(InstrumentSheet instrument, string wave)
    {
        for (var index = 0; index < Occasions.Count; index++)
        {
            if (Occasions[index].Instrument == instrument && Occasions[index].Wave == wave)
                return index;
        }
        throw new ArgumentException($"{instrument.Code} was not used at {wave}.", nameof(wave));
    }

    // code | part | difficulty | loading | vi | en
    static SheetItem[] Test(string name) =>
        [.. Resources.Rows($"instruments/{name}").Select(row => new SheetItem(row[0], row[1], false, Number(row[2]), Number(row[3]), row[4], row[5]))];

    // code | part | r when reversed | offset | vi | en
    static SheetItem[] Questionnaire(string name) =>
        [.. Resources.Rows($"instruments/{name}").Select(row => new SheetItem(row[0], row[1], row[2] == "r", Number(row[3]), 0, row[4], row[5]))];

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

public sealed record Occasion(InstrumentSheet Instrument, string Wave);

public static class Waves
{
    public const string Pre = "pre";
    public const string Then = "then";
    public const string Post = "post";
    public const string FollowUp = "follow_up";
}
