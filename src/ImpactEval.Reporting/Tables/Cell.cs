using ImpactEval.Statistics;

namespace ImpactEval.Reporting.Tables;

/// <summary>What stands instead of a number, explained on every sheet.</summary>
internal enum Shorthand { Confidential, TooFew, NoVariation, NotEstimable, NotApplicable }

/// <summary>How a text is set off. Colour never stands alone: the text carries the same message.</summary>
internal enum Tone { Plain, Good, Bad, Muted }

/// <summary>The content of one cell, before any workbook exists.</summary>
internal abstract record Cell
{
    /// <summary>A sign Excel may take for the beginning of a formula is kept as text by the writer.</summary>
    internal sealed record Text(string Value, Tone Tone = Tone.Plain) : Cell;

    internal sealed record Number(double Value) : Cell;

    /// <summary>
    /// A live formula with the value it has. <c>{Code}</c> stands for the cell of that column in the same row,
    /// <c>{Code:below}</c> for that column's cells in all rows below.
    /// </summary>
    internal sealed record Formula(string Template, double? Value, string? Words = null) : Cell;

    internal sealed record Link(string Caption, string Sheet) : Cell;

    internal sealed record Mark(Shorthand Kind) : Cell
    {
        public string Sign => Kind switch
        {
            Shorthand.Confidential => "[c]",
            Shorthand.TooFew => "[n]",
            Shorthand.NoVariation => "[v]",
            Shorthand.NotEstimable => "[x]",
            _ => "[z]",
        };
    }

    public static Cell Confidential { get; } = new Mark(Shorthand.Confidential);
    public static Cell NotEstimable { get; } = new Mark(Shorthand.NotEstimable);
    public static Cell NotApplicable { get; } = new Mark(Shorthand.NotApplicable);
    public static Cell Nothing { get; } = new Text("");

    /// <summary>The shorthand for what kept an estimate from being made.</summary>
    public static Cell NotEstimableFor(NotEstimableReason reason) => new Mark(reason switch
    {
        NotEstimableReason.TooFewObservations or NotEstimableReason.TooFewItems or NotEstimableReason.TooFewClusters => Shorthand.TooFew,
        NotEstimableReason.NoVariation or NotEstimableReason.NoNonZeroDifferences => Shorthand.NoVariation,
        _ => Shorthand.NotEstimable,
    });

    public static Cell Of(Evaluation.Count count) => count.Value is { } value ? new Number(value) : Confidential;

    /// <summary>The text a reader of the sheet sees, if it is one that can take several lines.</summary>
    public string? Written => this switch { Text text => text.Value, Link link => link.Caption, Formula formula => formula.Words, _ => null };

    /// <summary>The number a reader of the sheet sees, if it is one.</summary>
    public double? Shown => this switch { Number number => number.Value, Formula formula => formula.Value, _ => null };
}
