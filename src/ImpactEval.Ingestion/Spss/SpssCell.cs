namespace ImpactEval.Ingestion.Spss;

/// <summary>A value and what its variable's declarations make of it. The raw value always stands, also when it is declared missing.</summary>
readonly record struct SpssCell
{
    /// <summary>Second 0 of every date.</summary>
    /// <remarks>The first day before the Gregorian calendar: IBM SPSS Statistics Command Syntax Reference, Date and Time.</remarks>
    static readonly DateTime Epoch = new(1582, 10, 14);

    static readonly double LastSecond = (DateTime.MaxValue - Epoch).TotalSeconds;

    public SpssCell(SpssVariable variable, double number) => (Variable, Number) = (variable, number);

    public SpssCell(SpssVariable variable, string text) => (Variable, Number, Text) = (variable, double.NaN, text);

    public SpssVariable Variable { get; }

    /// <summary>NaN for a text and for the system-missing value.</summary>
    public double Number { get; }

    /// <summary>Without the spaces behind it; null for a number.</summary>
    public string? Text { get; }

    /// <summary>Nobody gave a value. A text is never system-missing, though it may be blank.</summary>
    public bool IsSystemMissing => Text is null && double.IsNaN(Number);

    /// <summary>The variable declares the value missing.</summary>
    public bool IsUserMissing => Text is null ? Variable.Missing.Includes(Number) : Variable.Missing.Includes(Text);

    public bool IsMissing => IsSystemMissing || IsUserMissing;

    public string? Label =>
        Text is null ? Variable.Labels.OfNumbers.GetValueOrDefault(Number) : Variable.Labels.OfTexts.GetValueOrDefault(Text);

    /// <summary>The date, with time of day if the variable has one; null when the value is no date of this calendar.</summary>
    public DateTime? Date => Variable.Format.Kind switch
    {
        SpssValueKind.Date when IsInCalendar => Epoch.AddSeconds(Number).Date,
        // Whole milliseconds: a double of this size holds no finer time exactly.
        SpssValueKind.DateAndTime when IsInCalendar => Epoch.AddMilliseconds(Math.Round(1000 * Number)),
        _ => null,
    };

    public TimeSpan? Duration => Variable.Format.Kind == SpssValueKind.Duration && Math.Abs(Number) <= LastSecond
        ? TimeSpan.FromMilliseconds((long)Math.Round(1000 * Number))
        : null;

    bool IsInCalendar => Number >= 0 && Number <= LastSecond;
}

/// <param name="Case">The row as SPSS numbers it, from 1.</param>
/// <param name="Cells">One per variable, in the order of the dictionary.</param>
sealed record SpssRow(long Case, IReadOnlyList<SpssCell> Cells);
