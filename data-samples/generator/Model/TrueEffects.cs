namespace ImpactEval.Samples;

/// <summary>
/// What the training does in this invented world. All figures are chosen, none is measured; effects on abilities are in standard deviations
/// of the ability, effects on ratings in points of the scale.
/// </summary>
static class TrueEffects
{
    public static readonly string[] Fields = ["urban", "transport", "construction", "environment", "administration", "personnel", "education"];

    /// <summary>Gain in knowledge by the end of the course. Personnel gains nothing, for nobody: the field with zero true effect.</summary>
    public static readonly double[] KnowledgeGain = [0.55, 0.40, 0.30, 0.85, 0.65, 0.00, 0.35];

    /// <summary>Share of the gain still there at follow-up.</summary>
    public static readonly double[] KnowledgeKept = [0.75, 0.70, 0.60, 0.90, 0.85, 0.00, 0.70];

    public static readonly string[] Competencies = ["vision", "decision", "people", "service", "change", "cooperation", "integrity"];

    /// <summary>Where people truly stand before the course, in points of the 1–5 scale; integrity is near the ceiling.</summary>
    public static readonly double[] CompetencyLevel = [3.30, 3.35, 3.40, 3.55, 3.15, 3.20, 4.05];

    public static readonly double[] CompetencyGain = [0.50, 0.55, 0.40, 0.50, 0.65, 0.45, 0.25];
    public static readonly double[] CompetencyKept = [0.85, 0.85, 0.95, 1.00, 0.80, 0.90, 1.00];

    /// <summary>By how much people rate themselves too high before the course, with the yardstick they had then (response shift).</summary>
    public const double Overrating = 0.28;
    public const double OverratingSpread = 0.15;

    /// <summary>How differently people respond to the same course.</summary>
    public const double ResponsivenessSpread = 0.35;

    public const double SuperiorGain = 0.22;

    /// <summary>The small true difference between leadership levels, in the order of <see cref="Background.Levels"/>.</summary>
    public static readonly double[] LevelAdvantage = [0.25, 0.10, 0.05, -0.15];

    /// <summary>Courses got a little better from one to the next.</summary>
    public static readonly double[] CourseFactor = [0.90, 0.95, 1.00, 1.00, 1.05, 1.10];
}
