using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Statistics.Tests.Pooling;

/// <summary>Small published sets of studies.</summary>
static class PublishedStudies
{
    /// <summary>Trials of BCG vaccine, Colditz et al. (1994), JAMA 271, 698–702: cases and others, treated and control; latitude; allocation.</summary>
    static readonly (double TreatedCases, double TreatedOthers, double ControlCases, double ControlOthers, double Latitude, string Allocation)[] Trials =
    [
        (4, 119, 11, 128, 44, "random"),
        (6, 300, 29, 274, 55, "random"),
        (3, 228, 11, 209, 42, "random"),
        (62, 13536, 248, 12619, 52, "random"),
        (33, 5036, 47, 5761, 13, "alternate"),
        (180, 1361, 372, 1079, 44, "alternate"),
        (8, 2537, 10, 619, 19, "random"),
        (505, 87886, 499, 87892, 13, "random"),
        (29, 7470, 45, 7232, 27, "random"),
        (17, 1699, 65, 1600, 42, "systematic"),
        (186, 50448, 141, 27197, 18, "systematic"),
        (5, 2493, 3, 2338, 33, "systematic"),
        (27, 16886, 29, 17825, 33, "systematic"),
    ];

    /// <summary>Modified school calendars, Konstantopoulos (2011), Research Synthesis Methods 2, 61–76, table 1: district, effect, variance.</summary>
    static readonly (int District, double Effect, double Variance)[] Schools =
    [
        (11, -0.18, 0.118), (11, -0.22, 0.118), (11, 0.23, 0.144), (11, -0.3, 0.144), (12, 0.13, 0.014), (12, -0.26, 0.014),
        (12, 0.19, 0.015), (12, 0.32, 0.024), (18, 0.45, 0.023), (18, 0.38, 0.043), (18, 0.29, 0.012), (27, 0.16, 0.02),
        (27, 0.65, 0.004), (27, 0.36, 0.004), (27, 0.6, 0.007), (56, 0.08, 0.019), (56, 0.04, 0.007), (56, 0.19, 0.005),
        (56, -0.06, 0.004), (58, -0.18, 0.02), (58, 0, 0.018), (58, 0, 0.019), (58, -0.28, 0.022), (58, -0.04, 0.02),
        (58, -0.3, 0.021), (58, 0.07, 0.006), (58, 0, 0.007), (58, 0.05, 0.007), (58, -0.08, 0.007), (58, -0.09, 0.007),
        (71, 0.3, 0.015), (71, 0.98, 0.011), (71, 1.19, 0.01), (86, -0.07, 0.001), (86, -0.05, 0.001), (86, -0.01, 0.001),
        (86, 0.02, 0.001), (86, -0.03, 0.001), (86, 0, 0.001), (86, 0.01, 0.001), (86, -0.1, 0.001), (91, 0.5, 0.01),
        (91, 0.66, 0.011), (91, 0.2, 0.01), (91, 0, 0.009), (91, 0.05, 0.013), (91, 0.07, 0.013), (108, -0.52, 0.031),
        (108, 0.7, 0.031), (108, -0.03, 0.03), (108, 0.27, 0.03), (108, -0.34, 0.03), (644, 0.12, 0.087), (644, 0.61, 0.082),
        (644, 0.04, 0.067), (644, -0.05, 0.067),
    ];

    /// <summary>Log risk ratios.</summary>
    public static StudyEffects Vaccine { get; } = new(
        new Sample(Trials.Select(t => Math.Log(t.TreatedCases / (t.TreatedCases + t.TreatedOthers) / (t.ControlCases / (t.ControlCases + t.ControlOthers))))),
        new Sample(Trials.Select(t => (1 / t.TreatedCases) - (1 / (t.TreatedCases + t.TreatedOthers)) + (1 / t.ControlCases) - (1 / (t.ControlCases + t.ControlOthers)))));

    public static Moderator Latitude { get; } = new("ablat", new Sample(Trials.Select(trial => trial.Latitude)));

    public static string[] Allocation { get; } = [.. Trials.Select(trial => trial.Allocation)];

    /// <summary>Standardised mean differences.</summary>
    public static StudyEffects Calendars { get; } = new(new Sample(Schools.Select(school => school.Effect)), new Sample(Schools.Select(school => school.Variance)));

    /// <summary>Every school by itself within its district.</summary>
    public static Nesting Districts { get; } = new(
        [.. Schools.Select(school => $"{school.District}")], [.. Schools.Select((_, i) => $"{i}")]);
}
